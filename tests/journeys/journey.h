/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A journey: the built program with its own backend, driven from outside as a person with assistive
 * technology would drive it. One journey runs in one session (tests/tools/run-in-session.sh), which
 * gives it a display, a bus, a keyring, a home of its own and a language.
 *
 * Everything waits for what it needs and fails the test when that does not come in time; then a
 * picture, the tree of widgets and the program's messages are in the journey's folder in the build
 * tree.
 */
typedef struct _Journey Journey;

/* @name: the folder build/tests/journeys/NAME is emptied and used. */
Journey *journey_new (const char *name);
void journey_free (Journey *self);

/* Starts the program, with a link or NULL, and waits until its window is on the accessibility bus.
 */
void journey_start (Journey *self, const char *link);
/* The same, but nobody starts it: the desktop's call for @link makes the bus do so. */
void journey_start_by_bus (Journey *self, const char *link);
/* Ctrl+Q, as a person leaves; fails unless the program ends by itself and without complaint. */
void journey_quit (Journey *self);
/* SIGKILL: no chance to save anything. */
void journey_kill (Journey *self);
/* SIGKILL to the backend that the program started; returns when that process is gone. */
void journey_kill_backend (Journey *self);

GPid journey_get_program (Journey *self);
/* A file in the journey's folder. (transfer full) */
char *journey_build_path (Journey *self, const char *name);
/* What the program has written to its standard output and error since journey_new(). */
char *journey_read_log (Journey *self);

/* Seconds that anything may take; ONESME_TEST_PATIENCE multiplies them on a slow machine. */
double journey_get_patience (void);
/* Lets events in for a moment: returns when the program's widgets changed, at the latest after 200
 * ms. Gives whether they did. */
gboolean journey_wait_for_change (Journey *self);
/* Until nothing has changed for a while: a list that still fills would move what is to be pressed.
 */
void journey_wait_until_calm (Journey *self);

/* Runs a command, which must succeed; gives its standard output. NULL ends the arguments. */
char *journey_run (Journey *self, const char *program, ...) G_GNUC_NULL_TERMINATED;
/* The same, but gives NULL when it fails. */
char *journey_try (const char *const *arguments);
void journey_picture (Journey *self, const char *name);
G_NORETURN void journey_fail (Journey *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Journey, journey_free)

G_END_DECLS
