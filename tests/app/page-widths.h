/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How narrow a window may be for what a page shows, in the language of ONESME_TEST_LANGUAGE. */

/* In place of app_test_init(). */
void page_widths_init (int *argc, char ***argv);
/* What @english is on the screen. */
const char *page_widths_say (const char *english);
/* @page needs no more than 360 pixels; with letters twice as large, no more than @most. */
void page_widths_assert (GtkWidget *page, int most);

G_END_DECLS
