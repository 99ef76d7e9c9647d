/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/sme-backend.h"

G_BEGIN_DECLS

/**
 * SmeServer:
 *
 * The HTTP side of the backend: reads requests on the main thread, has them answered by the
 * workers, writes the answers.
 */
typedef struct _SmeServer SmeServer;

/* @socket: listening, on loopback. The backend is lent and must outlive the server. */
SmeServer *sme_server_new (SmeBackend *backend, GSocket *socket, GError **error);

/* Stops accepting; @on_drained is called once what runs has been answered. */
void sme_server_drain (SmeServer *self, GSourceFunc on_drained, gpointer user_data);
void sme_server_free (SmeServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeServer, sme_server_free)

guint sme_server_get_port (SmeServer *self);

G_END_DECLS
