/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sme_list_reveal_row:
 * @position: a row of @list
 * @with_focus: whether the row is to have the keyboard then
 *
 * Brings a row of a list of equally high rows in sight, with its neighbours, as soon as the list
 * is shown and has a size. Another call replaces this one, but the keyboard still comes. Before
 * GTK 4.12 the list's own "list.scroll-to-item" leaves it empty where it has no size yet.
 */
void sme_list_reveal_row (GtkListView *list, guint position, gboolean with_focus);

G_END_DECLS
