/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

G_BEGIN_DECLS

#define SME_TYPE_CONNECTION (sme_connection_get_type ())
G_DECLARE_FINAL_TYPE (SmeConnection, sme_connection, SME, CONNECTION, GObject)

/**
 * SmeConnection:
 *
 * The servers that the settings name, ready to use: makes the context that pages work with, starts
 * the local backend where no server is named, and signs in with the session of the last run.
 *
 * Property "problem" (#GError, nullable): why there is no server to talk to (the local backend
 * failed, or an address is not allowed).
 */
SmeConnection *sme_connection_new (GSettings *settings);

/* Made at once: calls wait until the local backend is ready. With a problem of the addresses it has
 * no shop. */
SmeContext *sme_connection_get_context (SmeConnection *self);
const GError *sme_connection_get_problem (SmeConnection *self);

/* Starts what is to be started and restores the session; ends when it is known who is signed in. */
void sme_connection_open_async (SmeConnection *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean sme_connection_open_finish (SmeConnection *self, GAsyncResult *result, GError **error);

/* Whether the local backend can be started once more, after a problem. Otherwise only another
 * connection helps: the addresses of this one lead nowhere. */
gboolean sme_connection_can_retry (SmeConnection *self);
void sme_connection_retry (SmeConnection *self);

/* Ends what was started; pages must be gone. */
void sme_connection_close_async (SmeConnection *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
gboolean sme_connection_close_finish (SmeConnection *self, GAsyncResult *result, GError **error);

G_END_DECLS
