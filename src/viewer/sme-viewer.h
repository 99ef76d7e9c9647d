/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_viewer_init:
 *
 * Makes the widgets of this room known to templates. Once, after GTK is initialised and before any
 * of them is made; further calls do nothing.
 */
void sme_viewer_init (void);

G_END_DECLS
