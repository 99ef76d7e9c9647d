/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_PAGE_THUMB (sme_page_thumb_get_type ())
G_DECLARE_FINAL_TYPE (SmePageThumb, sme_page_thumb, SME, PAGE_THUMB, GtkWidget)

/**
 * SmePageThumb: a small picture of a page. The page is asked for when the thumb comes in sight and
 * withdrawn when it goes; white paper stands in until it is there.
 */
GtkWidget *sme_page_thumb_new (void);

/** @document: (nullable): none shows nothing. */
void sme_page_thumb_show (SmePageThumb *self, SmeDocument *document, guint page);

/** @dark: light letters on dark paper, as the pages are shown. */
void sme_page_thumb_set_dark (SmePageThumb *self, gboolean dark);
gboolean sme_page_thumb_get_dark (SmePageThumb *self);

/** Whether the picture is there. */
gboolean sme_page_thumb_is_drawn (SmePageThumb *self);

G_END_DECLS
