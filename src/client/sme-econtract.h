/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-shop.h"

G_BEGIN_DECLS

#define SME_TYPE_ECONTRACT (sme_econtract_get_type ())
G_DECLARE_FINAL_TYPE (SmeEcontract, sme_econtract, SME, ECONTRACT, GObject)

/**
 * SmeEcontract:
 *
 * VNPT eContract (/econtract/v1), a system of its own with credentials of its own: a signing token
 * (one dossier, handed over by OneSME) or a lookup session (sign-in with the mailed user name;
 * reading and messages only). Both live in memory only. While a signing token is set, calls that
 * read take it too and see its dossier only; the page of all contracts has an object of its own. A
 * #SmeCaller.
 *
 * Dossiers are live objects as in #SmeShop.
 *
 * Properties: `signed-in` (a lookup session), `can-sign` (a signing token),
 * `password-change-required`, `base-url`. Signal `session-ended (gboolean signing)`: the server
 * refused the token, which is forgotten here.
 */
SmeEcontract *sme_econtract_new (const char *base_url, GError **error);

const char *sme_econtract_get_base_url (SmeEcontract *self);
/* For its time-outs and retries. */
SmeTransport *sme_econtract_get_transport (SmeEcontract *self);
gboolean sme_econtract_get_signed_in (SmeEcontract *self);
gboolean sme_econtract_get_can_sign (SmeEcontract *self);
gboolean sme_econtract_get_password_change_required (SmeEcontract *self);
void sme_econtract_set_language (SmeEcontract *self, const char *tag);

/* NULL forgets it. */
void sme_econtract_set_signing_token (SmeEcontract *self, const char *token);

/* Refetches live dossiers when @shop hears that they changed. */
void sme_econtract_follow (SmeEcontract *self, SmeShop *shop);

void sme_econtract_sign_in_async (SmeEcontract *self,
                                  const char *username,
                                  const char *password,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean sme_econtract_sign_in_finish (SmeEcontract *self, GAsyncResult *result, GError **error);

/* Ends the lookup session; as sme_shop_sign_out_async(). */
void sme_econtract_sign_out_async (SmeEcontract *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean sme_econtract_sign_out_finish (SmeEcontract *self, GAsyncResult *result, GError **error);

/* Whether who is signed in was invited to sign an order, and may do more than look up. */
gboolean sme_econtract_get_is_signer (SmeEcontract *self);
/* (transfer full): signs with that sign-in; for one signing, as the token of OneSME's is. */
SmeEcontract *sme_econtract_new_signing (SmeEcontract *self);

/* As sme_shop_call_async(). */
void sme_econtract_call_async (SmeEcontract *self,
                               SmeOperationId op,
                               const char *path_id,
                               SmeRecord *query,
                               SmeRecord *body,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gpointer sme_econtract_call_finish (SmeEcontract *self, GAsyncResult *result, GError **error);
gboolean sme_econtract_call_finish_void (SmeEcontract *self, GAsyncResult *result, GError **error);
GListModel *sme_econtract_list_finish (SmeEcontract *self,
                                       GAsyncResult *result,
                                       gint64 *total,
                                       char **next,
                                       GError **error);

/**
 * sme_econtract_get_document_async:
 * @sha256: (nullable): what the bytes must hash to, 64 lower-case hexadecimal digits
 *
 * Other bytes are %SME_PROBLEM_DOCUMENT_CHANGED.
 */
void sme_econtract_get_document_async (SmeEcontract *self,
                                       const char *document_id,
                                       const char *sha256,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GBytes *
sme_econtract_get_document_finish (SmeEcontract *self, GAsyncResult *result, GError **error);

/* The same for any operation that answers a file: the evidence of a signing, an archive. */
void sme_econtract_get_file_async (SmeEcontract *self,
                                   SmeOperationId op,
                                   const char *path_id,
                                   const char *sha256,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GBytes *sme_econtract_get_file_finish (SmeEcontract *self, GAsyncResult *result, GError **error);

G_END_DECLS
