/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/*
 * What the web pages of the local bank keep between two requests, behind secrets that only the
 * browser has: an address that works once (a nonce), and a session in an HttpOnly cookie whose
 * forms carry a token of their own.
 */

/* Returns: (transfer full): the secret of the address; it works once */
char *sme_bank_nonce_new (SmeCall *call, const char *value, GError **error);
/* NULL without an error when it does not work (any more). */
char *sme_bank_nonce_take (SmeCall *call, const char *nonce, GError **error);

/**
 * sme_bank_session_new:
 * @csrf: (out): to stand in the form as "csrf"
 *
 * Returns: (transfer full): the Set-Cookie header
 */
char *sme_bank_session_new (SmeCall *call, const char *value, char **csrf, GError **error);

/* The form that was sent, or NULL when it is none of our session's. */
GHashTable *sme_bank_session_read_form (SmeCall *call);

/* What the session is for, without ending it; otherwise as sme_bank_session_take(). */
char *sme_bank_session_peek (SmeCall *call, GError **error);

/* Ends the session: what it was for, or NULL without an error when there is none. */
char *sme_bank_session_take (SmeCall *call, GError **error);

G_END_DECLS
