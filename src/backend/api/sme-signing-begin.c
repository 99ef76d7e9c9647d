/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-begin.h"

#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"

gboolean
sme_signing_can_begin (SmeStoredOrder *order, SmeDossierKind kind)
{
  if (kind == SME_DOSSIER_ACCEPTANCE)
    return g_str_equal (order->state, "accepting");
  return g_str_equal (order->state, "paid") || g_str_equal (order->state, "signing");
}

gboolean
sme_signing_begin (SmeCall *call,
                   const char *order_id,
                   const char *dossier_id,
                   SmeDossierKind kind,
                   GError **error)
{
  return (kind == SME_DOSSIER_ACCEPTANCE ||
          sme_flow_fire (call, SME_MACHINE_ORDER, order_id, "open-signing", error)) &&
         sme_flow_fire (call, SME_MACHINE_DOSSIER, dossier_id, "restart", error) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE dossier SET otp_mac = NULL, otp_digest = NULL, otp_session = NULL,"
                     " otp_verified_at = NULL WHERE id = :id",
                     "id:s", dossier_id, NULL);
}

/* The dossier that the order waits for; NULL: none. */
static const char *
find_waiting (SmeStoredOrder *order, SmeDossierKind *kind)
{
  SmeRecord *record = SME_RECORD (order->record);

  *kind = g_str_equal (order->state, "accepting") ? SME_DOSSIER_ACCEPTANCE : SME_DOSSIER_CONTRACT;
  if (!sme_signing_can_begin (order, *kind))
    return NULL;
  return sme_record_get_text (record, *kind == SME_DOSSIER_ACCEPTANCE ? "acceptance_dossier_id"
                                                                      : "dossier_id");
}

gboolean
sme_signing_begin_for_signer (SmeCall *call, SmeEcontractUser *user, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, user->order_id, NULL, error);
  const char *dossier_id;
  SmeDossierKind kind;

  if (order == NULL || !sme_store_end_econtract (call, user, error))
    return FALSE;
  dossier_id = find_waiting (order, &kind);
  if (dossier_id != NULL && !sme_signing_begin (call, user->order_id, dossier_id, kind, error))
    return FALSE;
  sme_call_changed (call, user->account_id, "order", user->order_id);
  return sme_audit_order (call, user->order_id, "signer", "sign-in", NULL, NULL, error);
}

gboolean
sme_signing_note_password (SmeCall *call, SmeEcontractUser *user, GError **error)
{
  if (user->signer_id != NULL)
    return sme_audit_order (call, user->order_id, "signer", "password", NULL, NULL, error);
  return sme_audit_account (call, user->account_id, "econtract.password", NULL, error);
}
