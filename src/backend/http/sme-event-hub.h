/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeEventHub:
 *
 * The open event streams (text/event-stream). Tells each account's listeners kind and id of what
 * changed, never its content; a heartbeat every 15 seconds; a stream ends when its token does.
 * Main thread only.
 */
typedef struct _SmeEventHub SmeEventHub;

SmeEventHub *sme_event_hub_new (SmeClock *clock);
void sme_event_hub_free (SmeEventHub *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeEventHub, sme_event_hub_free)

/* @expires_at: of the token, milliseconds since the epoch */
void sme_event_hub_add (SmeEventHub *self,
                        SoupServerMessage *message,
                        const char *account_id,
                        const char *family_id,
                        gint64 expires_at);
void sme_event_hub_tell (SmeEventHub *self, const SmeChange *change);
/* Ends the streams of a sign-in that ended. */
void sme_event_hub_end_family (SmeEventHub *self, const char *family_id);
guint sme_event_hub_count (SmeEventHub *self);

G_END_DECLS
