/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-transport.h"

G_BEGIN_DECLS

#define SME_TYPE_EVENT_STREAM (sme_event_stream_get_type ())
G_DECLARE_FINAL_TYPE (SmeEventStream, sme_event_stream, SME, EVENT_STREAM, GObject)

/**
 * SmeEventStream:
 *
 * Hears from /v1/events what changed on the server, never what it changed to. It has a connection
 * of its own, connects again with growing pauses when that breaks or is silent for 45 s (the server
 * sends a heartbeat every 15 s), and asks for the bearer token each time.
 *
 * Property: `connected`. Signals:
 * - `changed (const char *kind, const char *id)`
 * - `resync`: connected again after a break: anything may have changed
 * - `unauthorized`: there is no token, or it was refused; the stream waits to be restarted.
 */
SmeEventStream *sme_event_stream_new (const char *base_url,
                                      SmeTokenFunc token_func,
                                      gpointer user_data,
                                      GError **error);

gboolean sme_event_stream_get_connected (SmeEventStream *self);

void sme_event_stream_start (SmeEventStream *self);
/* Connects anew at once, with the token of now. */
void sme_event_stream_restart (SmeEventStream *self);
/* As after a connection that failed; for who could not help an `unauthorized` stream. */
void sme_event_stream_retry_later (SmeEventStream *self);
void sme_event_stream_stop (SmeEventStream *self);

/* @silence_ms: without a byte; @first_delay_ms doubles up to @last_delay_ms. */
void sme_event_stream_set_timing (SmeEventStream *self,
                                  guint silence_ms,
                                  guint first_delay_ms,
                                  guint last_delay_ms);

G_END_DECLS
