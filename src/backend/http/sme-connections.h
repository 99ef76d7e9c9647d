/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SmeConnections:
 *
 * Accepts connections for a SoupServer and ends those that dawdle: libsoup has no time limits of
 * its own, and a client that sends a byte a minute would keep its place for ever. A request must be
 * whole within 15 seconds, and a connection may idle for 60; a stream of events has its own
 * heartbeat.
 */
typedef struct _SmeConnections SmeConnections;

SmeConnections *
sme_connections_new (SoupServer *server, GSocket *listening, guint max_open, GError **error);
void sme_connections_free (SmeConnections *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeConnections, sme_connections_free)

guint sme_connections_count (SmeConnections *self);

G_END_DECLS
