/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/**
 * SmeStoredDossier:
 *
 * A dossier as the wire shows it, and what only the backend knows of it.
 */
typedef struct
{
  SmeDossier *record;
  char *account_id;
  char *order_id;
  char *order_state;
  char *state;
  char *phone;
  gint64 version;
  char *otp_mac;
  char *otp_digest; /* over what was read when the code was sent */
  char *otp_session;
  gint64 otp_expires_at;
  gint64 otp_resend_after;
  gint64 otp_wrong;
  SmeSignatureInput *signature; /* nullable */
} SmeStoredDossier;

void sme_stored_dossier_free (SmeStoredDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeStoredDossier, sme_stored_dossier_free)

#define SME_OTP_MAX_WRONG 3

/* A new one, ready to be signed; the order refers to it. Returns its id. */
char *sme_store_insert_dossier (SmeCall *call,
                                SmeStoredOrder *order,
                                SmeDossierKind kind,
                                GError **error);

/* Whose it is; for the operator, who may see every one. */
char *sme_store_find_dossier_account (SmeCall *call, const char *id, GError **error);

/* As the caller's token allows: a signing token sees its own dossier only, a lookup session those
 * of its account. */
SmeStoredDossier *sme_store_find_dossier (SmeCall *call, const char *id, GError **error);
GListModel *sme_store_list_dossiers (SmeCall *call,
                                     guint limit,
                                     const char *after,
                                     gint64 *total,
                                     char **next,
                                     GError **error);

/* Whether the caller's token allows that dossier; @rows: its first has the account_id and the
 * order_id. */
gboolean sme_store_may_see_dossier (SmeCall *call, const char *dossier_id, SmeRows *rows);

G_END_DECLS
