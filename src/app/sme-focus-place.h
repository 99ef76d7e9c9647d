/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SmeFocusPlace:
 *
 * Where the keyboard was below a widget, in words rather than as a pointer: a page that is loaded
 * anew makes its rows and cards anew too, and the person is still at "Buy now" of the second card.
 */
typedef struct _SmeFocusPlace SmeFocusPlace;

/* NULL if the keyboard is not below @root. */
SmeFocusPlace *sme_focus_place_new (GtkWidget *root);
void sme_focus_place_free (SmeFocusPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeFocusPlace, sme_focus_place_free)

/* Gives the keyboard to the same widget below @root, or the one that says the same now. FALSE if
 * there is none any more. */
gboolean sme_focus_place_restore (SmeFocusPlace *self, GtkWidget *root);

G_END_DECLS
