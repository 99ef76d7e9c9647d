/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeClock:
 *
 * The one clock of a program. It can be moved forward, so that expiry can be shown and tested
 * without waiting. Safe to read from any thread.
 */
typedef struct _SmeClock SmeClock;

SmeClock *sme_clock_new (void);
SmeClock *sme_clock_ref (SmeClock *self);
void sme_clock_unref (SmeClock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeClock, sme_clock_unref)

/* Milliseconds since the epoch, UTC. */
gint64 sme_clock_now (SmeClock *self);

/* How far the clock stands from the machine's, in milliseconds. */
gint64 sme_clock_get_offset (SmeClock *self);
void sme_clock_set_offset (SmeClock *self, gint64 offset);

G_END_DECLS
