/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the header of @window's shortcuts window our translations: GTK's own catalogs lack those
 * words in Vietnamese. */
void sme_shortcuts_translate (GtkApplicationWindow *window);

G_END_DECLS
