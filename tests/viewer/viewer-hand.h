/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Has xdotool do what a hand does, to the end, with the window at 0, 0. Returns: %FALSE where it
 * is missing; the test is skipped then. */
gboolean use_hand (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
