/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Starts @argv as the leader of a session of its own. Fails hard. */
GPid process_tree_start (const char *const *argv);

/* What the program and all that it started hold of memory, shared pages by share (PSS), in kB. */
guint64 process_tree_measure (GPid leader);

/* The most that each of them ever held (VmHWM), shared pages counted for each, in kB. */
guint64 process_tree_measure_peak (GPid leader);

/* The same of this process and those that it started itself. */
guint64 process_tree_measure_own_peak (void);

/* Asks the program to end, waits, and ends by force what is left of its session. */
void process_tree_end (GPid leader);

G_END_DECLS
