/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SmeSearchCapture:
 *
 * Where typing begins a search, though the keyboard is not in the search entry: on the pages of the
 * catalog, unless the keys are the rest of what was begun in another entry (#SmeTypingRun).
 */
typedef struct _SmeSearchCapture SmeSearchCapture;

/* @entry: borrowed; free before it goes */
SmeSearchCapture *sme_search_capture_new (GtkSearchEntry *entry);
void sme_search_capture_free (SmeSearchCapture *self);

/* Once: whose keys and pointers tell what is being typed. */
void sme_search_capture_watch (SmeSearchCapture *self, GtkWidget *root);

/* @widget: (nullable): NULL: nowhere */
void sme_search_capture_set_widget (SmeSearchCapture *self, GtkWidget *widget);

G_END_DECLS
