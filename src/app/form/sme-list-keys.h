/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sme_list_keys_join:
 *
 * Makes one thing of a search entry and the list below it, for who has no pointer: Down goes from
 * the entry to the first row, with its focus ring; Up goes from the first row back to the entry;
 * whatever is typed on a row goes on with the search. Return on a row is the list's own.
 */
void sme_list_keys_join (GtkSearchEntry *search, GtkListBox *list);

G_END_DECLS
