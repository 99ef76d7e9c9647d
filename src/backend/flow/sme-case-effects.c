/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the support does with an order when it resolves a case. */
#include "backend/flow/sme-effects.h"

#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-case-opening.h"
#include "backend/flow/sme-flow.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-cases.h"
#include "backend/store/sme-store-certificates.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-signers.h"
#include "backend/store/sme-store-subscriptions.h"
#include "core/sme-problem.h"

/* The dossiers of an order that are not ended yet. */
static SmeRows *
list_dossiers (SmeCall *call, const char *order_id, const char *kind, GError **error)
{
  return sme_db_query (call->db, error,
                       "SELECT id, kind, state FROM dossier WHERE order_id = :order AND kind ="
                       " COALESCE (:kind, kind) AND state NOT IN ('voided', 'superseded')",
                       "order:s", order_id, "kind:s", kind, NULL);
}

/* @kind: (nullable): contract or acceptance; NULL is both */
static gboolean
end_dossiers (SmeCall *call, const char *order_id, const char *kind, GError **error)
{
  g_autoptr (SmeRows) rows = list_dossiers (call, order_id, kind, error);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      gboolean signed_already = g_str_equal (sme_rows_text (rows, i, "state"), "completed");

      if (!sme_flow_fire (call, SME_MACHINE_DOSSIER, sme_rows_text (rows, i, "id"),
                          signed_already ? "supersede" : "void", error))
        return FALSE;
    }
  return rows != NULL;
}

/* A document that is void is so in the look-up too; its bytes stay. */
gboolean
sme_effect_documents_follow (SmeCall *call, const char *id, GError **error)
{
  g_autofree char *state = sme_flow_get_state (call, SME_MACHINE_DOSSIER, id, error);

  return state != NULL && sme_db_run (call->db, NULL, error,
                                      "UPDATE document SET state = :state WHERE dossier_id = :id",
                                      "state:s", state, "id:s", id, NULL);
}

/* New tries and codes, by the operator's hand; what was read and drawn stays, and the chain of the
 * order still knows every code and every wrong entry. */
gboolean
sme_effect_dossier_unlocked (SmeCall *call, const char *id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE dossier SET otp_wrong = 0, otp_mac = NULL, otp_digest = NULL,"
                     " otp_session = NULL, otp_verified_at = NULL WHERE id = :id",
                     "id:s", id, NULL);
}

/* There may be none yet, or one that was revoked before. */
static gboolean
revoke_certificate (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean has_certificate = sme_store_has_certificate (call, order_id, &local);
  g_autofree char *state = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!has_certificate)
    return TRUE;
  state = sme_flow_get_state (call, SME_MACHINE_CERTIFICATE, order_id, error);
  return state != NULL &&
         (g_str_equal (state, "revoked") ||
          sme_flow_fire (call, SME_MACHINE_CERTIFICATE, order_id, "revoke", error));
}

/* Whatever the wrong data led to is no more; nothing of what was paid is lost. */
gboolean
sme_effect_order_corrected (SmeCall *call, const char *id, GError **error)
{
  return end_dossiers (call, id, NULL, error) && revoke_certificate (call, id, error) &&
         sme_case_close (call, id, "locked", error) &&
         sme_case_close (call, id, "certificate_refused", error) &&
         sme_store_put_subscription_off (call, id, error) &&
         sme_store_withdraw_signers (call, id, error) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE orders SET dossier_id = NULL, acceptance_dossier_id = NULL, held_state"
                     " = NULL WHERE id = :id",
                     "id:s", id, NULL);
}

/* Declared once more after a correction: there is a new contract to sign and nothing to pay. */
gboolean
sme_effect_order_declared_anew (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, id, NULL, error);
  g_autofree char *dossier_id =
    order != NULL ? sme_store_insert_dossier (call, order, SME_DOSSIER_CONTRACT, error) : NULL;

  return dossier_id != NULL && sme_outbox_send_econtract_access (call, order, dossier_id, error);
}

static gboolean
go_back (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT held_state FROM orders WHERE id = :id", "id:s", order_id, NULL);
  g_autofree char *event = NULL;

  if (rows == NULL)
    return FALSE;
  event = g_strconcat ("back-to-", sme_rows_text (rows, 0, "held_state"), NULL);
  return sme_flow_fire (call, SME_MACHINE_ORDER, order_id, event, error) &&
         sme_db_run (call->db, NULL, error, "UPDATE orders SET held_state = NULL WHERE id = :id",
                     "id:s", order_id, NULL);
}

/* The locked dossier and its order. */
static gboolean
unlock_dossier (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows = list_dossiers (call, order_id, NULL, error);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      g_autofree char *event = g_strconcat ("unlock-", sme_rows_text (rows, i, "kind"), NULL);

      if (g_str_equal (sme_rows_text (rows, i, "state"), "locked"))
        return sme_flow_fire (call, SME_MACHINE_DOSSIER, sme_rows_text (rows, i, "id"), "unlock",
                              error) &&
               sme_flow_fire (call, SME_MACHINE_ORDER, order_id, event, error);
    }
  return rows != NULL;
}

/* An order on hold has another case that comes first. One that is not locked had no more codes to
 * ask for: these begin anew. */
static gboolean
unlock (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  const char *order_id = sme_record_get_text (SME_RECORD (order->record), "id");

  if (g_str_equal (order->state, "on_hold"))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  if (g_str_equal (order->state, "locked"))
    return unlock_dossier (call, order_id, error);
  return (!g_str_equal (order->state, "signing") && !g_str_equal (order->state, "accepting")) ||
         sme_audit_order (call, order_id, "dossier", "renew-codes", NULL, NULL, error);
}

/* A new record of acceptance in the place of the one that could not be signed. */
static gboolean
renew_acceptance (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  const char *order_id = sme_record_get_text (SME_RECORD (order->record), "id");
  g_autofree char *dossier_id = NULL;

  if (!end_dossiers (call, order_id, "acceptance", error))
    return FALSE;
  dossier_id = sme_store_insert_dossier (call, order, SME_DOSSIER_ACCEPTANCE, error);
  return dossier_id != NULL && go_back (call, order_id, error);
}

static gboolean
grant (SmeCall *call, SmeStoredOrder *order, SmeCaseKind kind, GError **error)
{
  gboolean on_hold = g_str_equal (order->state, "on_hold");

  switch (kind)
    {
    case SME_CASE_LOCKED:
      return unlock (call, order, error);
    case SME_CASE_WRONG_DATA:
      return !on_hold || sme_flow_fire (call, SME_MACHINE_ORDER,
                                        sme_record_get_text (SME_RECORD (order->record), "id"),
                                        "correct", error);
    case SME_CASE_ACCEPTANCE_FAILED:
      return !on_hold || renew_acceptance (call, order, error);
    /* eKYC can be done again at any time; money goes back by a request of its own. */
    case SME_CASE_CERTIFICATE_REFUSED:
    case SME_CASE_OTHER:
      break;
    }
  return TRUE;
}

static gboolean
leave (SmeCall *call, SmeStoredOrder *order, SmeCaseKind kind, GError **error)
{
  gboolean holds = kind == SME_CASE_WRONG_DATA || kind == SME_CASE_ACCEPTANCE_FAILED;

  return !holds || !g_str_equal (order->state, "on_hold") ||
         go_back (call, sme_record_get_text (SME_RECORD (order->record), "id"), error);
}

gboolean
sme_effect_case_resolved (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeCase) resolved = sme_store_find_case (call, id, error);
  SmeRecord *record = (SmeRecord *) resolved;
  g_autoptr (SmeStoredOrder) order =
    resolved != NULL
      ? sme_store_find_order (call, sme_record_get_text (record, "order_id"), NULL, error)
      : NULL;
  SmeCaseKind kind;

  if (order == NULL)
    return FALSE;
  kind = (SmeCaseKind) sme_record_get_int (record, "kind");
  /* Who was invited is told before the invitation goes with what was wrong. */
  return sme_outbox_send_case (call, order, resolved, error) &&
         (sme_record_get_int (record, "outcome") == SME_CASE_GRANTED
            ? grant (call, order, kind, error)
            : leave (call, order, kind, error));
}
