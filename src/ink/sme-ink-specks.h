/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Clears what hangs together in fewer than @least pixels of @coverage: grain of the paper, dust.
 * What is nearly transparent belongs to the ink beside it, and goes with it. */
void sme_ink_specks_clear (guint8 *coverage, guint width, guint height, guint least);

G_END_DECLS
