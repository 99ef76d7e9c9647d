/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-guide-article.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Small things that the guide's pages and the assistant are made of. */

/* Leads to the page that an article speaks of. */
GtkWidget *sme_guide_make_link_button (const SmeGuideLink *link);
/* NULL if the article names no hotline. Belongs on a page, whose action it is. */
GtkWidget *sme_guide_make_call_button (SmeGuideArticle *article);
/* A row that opens the article. @subtitle: (nullable). Both are plain; what is found of @typed
 * (nullable) in them stands out. */
GtkWidget *sme_guide_make_row (SmeGuideArticle *article, const char *subtitle, const char *typed);

/* The block that has most of the words of @typed; the first one if none has any. Borrowed. */
const char *sme_guide_find_passage (SmeGuideArticle *article, const char *typed);
/* @text as Pango markup, words that begin like one of @typed in bold. (transfer full) */
char *sme_guide_highlight (const char *text, const char *typed);

G_END_DECLS
