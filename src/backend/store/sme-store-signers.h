/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-orders.h"
#include "core/sme-signer-invitation.h"

G_BEGIN_DECLS

/**
 * SmeSigner:
 * @password: the new first password; NULL when there is none to tell
 *
 * A holder whom the buyer of an order has invited to sign it with an own eContract sign-in.
 */
typedef struct
{
  SmeSignerInvitation *record;
  SmeEcontractUser *user;
  char *password;
  gboolean withdrawn;
} SmeSigner;

void sme_signer_free (SmeSigner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSigner, sme_signer_free)

/* Whether somebody is invited to sign the order. */
gboolean
sme_store_has_signer (SmeCall *call, const char *order_id, gboolean *invited, GError **error);

/* Who was invited last, also when the invitation was taken back; NULL without error for nobody. */
SmeSigner *sme_store_find_signer (SmeCall *call, const char *order_id, GError **error);
/* (element-type SmeSignerInvitation): of all orders of the account */
GListModel *sme_store_list_signers (SmeCall *call, const char *account_id, GError **error);

/* Whoever the order declares; with a user name and a first password that nobody had before. */
SmeSigner *sme_store_insert_signer (SmeCall *call, SmeStoredOrder *order, GError **error);
/* Told once more: a first password that was never replaced is another one now. */
gboolean sme_store_renew_signer (SmeCall *call, SmeSigner *signer, GError **error);
gboolean sme_store_withdraw_signer (SmeCall *call, SmeSigner *signer, GError **error);
/* Whoever was invited for an order whose declaration was wrong: it may be somebody else's now. */
gboolean sme_store_withdraw_signers (SmeCall *call, const char *order_id, GError **error);
/* By who signs now; nothing where that is not a signer. */
gboolean sme_store_note_signature (SmeCall *call, GError **error);

G_END_DECLS
