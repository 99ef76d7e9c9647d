/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Presses keys as a keyboard does, by their names for xdotool ("Down", "ctrl+z"), one after the
 * other; NULL ends them. Returns when they were sent; what comes of them is to be awaited. FALSE,
 * and the test is skipped, where xdotool is not installed. */
gboolean app_press_keys (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
