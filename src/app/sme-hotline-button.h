/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_HOTLINE "1800 1260"

#define SME_TYPE_HOTLINE_BUTTON (sme_hotline_button_get_type ())
G_DECLARE_FINAL_TYPE (SmeHotlineButton, sme_hotline_button, SME, HOTLINE_BUTTON, GtkButton)

/**
 * SmeHotlineButton:
 *
 * Calls the hotline (acceptance A6) of the page that it is on. With the property "follows" set to a
 * #GtkLabel it is there exactly while that label names the hotline, so that no error can name it
 * without the click that calls it.
 */

/* Always there; for what names no number itself. */
GtkWidget *sme_hotline_button_new (void);

/* Whether @text (nullable) names the hotline. */
gboolean sme_hotline_is_named (const char *text);

/* Hands tel:18001260 to the desktop. Where nothing can call, copies the number and says so by the
 * window's action "toast". */
void sme_hotline_call (GtkWidget *widget, GCancellable *cancellable);

G_END_DECLS
