/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-transport.h"
#include "core/sme-session.h"

G_BEGIN_DECLS

#define SME_TYPE_SESSION_KEEPER (sme_session_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SmeSessionKeeper, sme_session_keeper, SME, SESSION_KEEPER, GObject)

/**
 * SmeSessionKeeper:
 *
 * The two tokens of a OneSME session and their renewal, one at a time for all who wait. Tokens are
 * overwritten when they go.
 *
 * Signals: `renewed (SmeSession *session)`: new tokens, by renewal only; `ended`: the server ended
 * the session, the tokens are gone.
 */
SmeSessionKeeper *sme_session_keeper_new (SmeTransport *transport);

/* A fresh session, or what the keyring kept of one. */
void sme_session_keeper_set_session (SmeSessionKeeper *self, SmeSession *session);
void sme_session_keeper_set_refresh_token (SmeSessionKeeper *self, const char *token);
void sme_session_keeper_clear (SmeSessionKeeper *self);

gboolean sme_session_keeper_has_session (SmeSessionKeeper *self);
/* The access token has run out by our clock, or there is none yet. */
gboolean sme_session_keeper_needs_renewal (SmeSessionKeeper *self);
/* New tokens are on their way. */
gboolean sme_session_keeper_get_renewing (SmeSessionKeeper *self);
/* Grows with each new access token. */
guint sme_session_keeper_get_serial (SmeSessionKeeper *self);
/* (transfer full) (nullable): free with sme_secret_free(). */
char *sme_session_keeper_dup_access_token (SmeSessionKeeper *self);

/* Renews unless the access token is a newer one than @serial already. %SME_PROBLEM_NO_SESSION when
 * there is nothing to renew (any more). */
void sme_session_keeper_renew_async (SmeSessionKeeper *self,
                                     guint serial,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
sme_session_keeper_renew_finish (SmeSessionKeeper *self, GAsyncResult *result, GError **error);

G_END_DECLS
