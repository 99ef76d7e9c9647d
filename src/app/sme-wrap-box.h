/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_WRAP_BOX (sme_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (SmeWrapBox, sme_wrap_box, SME, WRAP_BOX, GtkWidget)

/**
 * SmeWrapBox:
 *
 * The container for #SmeWrapLayout; in a template its children stand in it like in a GtkBox.
 */
GtkWidget *sme_wrap_box_new (void);

void sme_wrap_box_append (SmeWrapBox *self, GtkWidget *child);

G_END_DECLS
