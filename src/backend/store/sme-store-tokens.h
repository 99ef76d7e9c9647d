/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* Lives of tokens in milliseconds. */
#define SME_ACCESS_LIFE (15 * 60 * 1000)
#define SME_REFRESH_LIFE (G_GINT64_CONSTANT (30) * 24 * 3600 * 1000)
#define SME_SIGNING_LIFE (30 * 60 * 1000)
#define SME_LOOKUP_LIFE (60 * 60 * 1000)

/* SME_PROBLEM_NO_SESSION when there is none that is still good. */
gboolean
sme_store_find_token (SmeCall *call, const char *token, SmePrincipal *principal, GError **error);

/**
 * sme_store_mint_token:
 * @kind: access, refresh, signing or lookup
 * @family_id: (nullable): the sign-in it belongs to
 * @dossier_id: (nullable): the one dossier it is for
 *
 * Returns: the token itself; the database keeps a keyed hash of it only
 */
char *sme_store_mint_token (SmeCall *call,
                            const char *kind,
                            const char *account_id,
                            const char *family_id,
                            gint64 generation,
                            const char *dossier_id,
                            gint64 life,
                            GError **error);

/* For a holder who was invited: signs and reads what belongs to the one order. */
char *sme_store_mint_signer_token (SmeCall *call,
                                   const char *account_id,
                                   const char *signer_id,
                                   gint64 life,
                                   GError **error);

/**
 * sme_store_use_refresh_token:
 * @family_id: (out)
 * @account_id: (out)
 * @generation: (out): of the token; the next one is to be one more
 *
 * A refresh token works until its successor is first used; after that its use means that somebody
 * has copied it, and the whole sign-in ends (call->keep is set so that this lasts).
 */
gboolean sme_store_use_refresh_token (SmeCall *call,
                                      const char *token,
                                      char **family_id,
                                      char **account_id,
                                      gint64 *generation,
                                      GError **error);

/* @device_name: (nullable): what the device calls itself */
char *sme_store_start_family (SmeCall *call,
                              const char *account_id,
                              const char *device_name,
                              GError **error);
gboolean sme_store_end_family (SmeCall *call, const char *family_id, GError **error);
gboolean sme_store_end_tokens (SmeCall *call,
                               const char *account_id,
                               const char *kind,
                               const char *dossier_id,
                               GError **error);

/* The sign-ins that still work, the one used last first. (element-type SmeSessionInfo) */
GListModel *sme_store_list_families (SmeCall *call, const char *account_id, GError **error);

/**
 * sme_store_end_families:
 * @only: (nullable): just this one
 * @except: (nullable): all but this one
 * @n_ended: (out) (nullable)
 */
gboolean sme_store_end_families (SmeCall *call,
                                 const char *account_id,
                                 const char *only,
                                 const char *except,
                                 guint *n_ended,
                                 GError **error);

/* All sign-ins and what was signing through them; look-up in eContract has a password of its own.
 */
gboolean sme_store_end_everything (SmeCall *call, const char *account_id, GError **error);

G_END_DECLS
