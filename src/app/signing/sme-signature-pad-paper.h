/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sme_signature_pad_paper_snapshot:
 * @widget: the pad
 * @edge: the box, at 0,0
 * @hint: (nullable): text above the line
 *
 * Draws what lies under the ink: white paper in both themes, because there the signature goes; a
 * line to sign on; and the hint.
 */
void sme_signature_pad_paper_snapshot (GtkWidget *widget,
                                       GtkSnapshot *snapshot,
                                       const GskRoundedRect *edge,
                                       const char *hint);

/** sme_signature_pad_paper_snapshot_focus: Draws the ring of the keyboard's focus. */
void sme_signature_pad_paper_snapshot_focus (GtkWidget *widget,
                                             GtkSnapshot *snapshot,
                                             const GskRoundedRect *edge);

G_END_DECLS
