/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-guide-article.h"
#include "app/guide/sme-guide-words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SME_TYPE_GUIDE (sme_guide_get_type ())
G_DECLARE_FINAL_TYPE (SmeGuide, sme_guide, SME, GUIDE, GObject)

/**
 * SmeGuide:
 *
 * The user guide in one language, read from a file of the program itself (docs/guide-format.md): no
 * network is needed for it.
 */

/**
 * sme_guide_new: reads @bytes.
 * Returns: (transfer full): NULL and G_IO_ERROR_INVALID_DATA, with the line, for anything that
 *   docs/guide-format.md does not allow
 */
SmeGuide *sme_guide_new (GBytes *bytes, GError **error);

/* The guide that the program holds in @language ("vi", "en"). (transfer full) */
SmeGuide *sme_guide_load (const char *language);
/* The language among those of the program's guides that messages are shown in; "en" otherwise. */
const char *sme_guide_choose_language (void);

guint sme_guide_get_n_articles (SmeGuide *self);
/* In the order of the file. Borrowed. */
SmeGuideArticle *sme_guide_get_article (SmeGuide *self, guint index);
/* NULL if there is none. Borrowed. */
SmeGuideArticle *sme_guide_find (SmeGuide *self, const char *id);
/* Where an article of the guide stands in it. */
guint sme_guide_get_position (SmeGuide *self, SmeGuideArticle *article);
SmeGuideWords *sme_guide_get_words (SmeGuide *self);

G_END_DECLS
