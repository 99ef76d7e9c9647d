/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SmeTypingRun:
 * @of_entry: whether it began in an entry
 * @last_ms: the time of its last key
 *
 * Keys that follow each other without a pause. What was typed into an entry may go on when the
 * entry is gone (the last letters of a password when the sign-in page gives way to the next one),
 * and must not go anywhere else then. By the time of the keys: no timer runs. All zero: nothing was
 * typed.
 */
typedef struct
{
  gboolean of_entry;
  guint32 last_ms;
} SmeTypingRun;

/* A key was pressed at @time_ms (of its event), with the keyboard in an entry or elsewhere.
 * Returns: whether it may begin something new, a search for example. */
gboolean sme_typing_run_note (SmeTypingRun *self, guint keyval, guint32 time_ms, gboolean in_entry);

/* The person did something else, with a pointer. */
void sme_typing_run_end (SmeTypingRun *self);

G_END_DECLS
