/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-receipts.h"

#include "core/sme-problem.h"

void
sme_unassigned_free (SmeUnassigned *self)
{
  g_free (self->id);
  g_free (self->refund_id);
  g_free (self);
}

SmeUnassigned *
sme_store_find_unassigned (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT r.amount, r.payment_id, f.id AS refund_id, f.state FROM receipt r LEFT JOIN refund f ON"
    " f.receipt_id = r.id WHERE r.id = :id",
    "id:s", id, NULL);
  SmeUnassigned *self;

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  if (!sme_rows_is_null (rows, 0, "payment_id") || sme_rows_is_null (rows, 0, "state") ||
      !g_str_equal (sme_rows_text (rows, 0, "state"), "due"))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  self = g_new0 (SmeUnassigned, 1);
  self->id = g_strdup (id);
  self->refund_id = g_strdup (sme_rows_text (rows, 0, "refund_id"));
  self->amount = sme_rows_int (rows, 0, "amount");
  return self;
}

char *
sme_store_find_payment_of (SmeCall *call, const char *name, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT p.id FROM payment p JOIN payment_order m ON m.payment_id = p.id JOIN orders o ON o.id ="
    " m.order_id WHERE p.reference = :name OR o.number = :name ORDER BY p.reference = :name DESC,"
    " p.created_at DESC, p.id DESC LIMIT 1",
    "name:s", name, NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? g_strdup (sme_rows_text (rows, 0, "id"))
                                                   : NULL;
}

gboolean
sme_store_place_receipt (SmeCall *call,
                         const char *id,
                         const SmeNewReceipt *receipt,
                         GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "DELETE FROM refund WHERE receipt_id = :id AND payment_id IS NULL AND state ="
                     " 'due'",
                     "id:s", id, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE receipt SET payment_id = :payment, state = :state WHERE id = :id AND"
                     " payment_id IS NULL",
                     "payment:s", receipt->payment_id, "state:s",
                     sme_enum_nick (SME_TYPE_RECEIPT_STATE, (int) receipt->state), "id:s", id,
                     NULL);
}

SmeReceipt *
sme_store_find_receipt (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT amount, state, received_at FROM receipt WHERE id = :id",
                  "id:s", id, NULL);
  SmeReceipt *receipt;

  if (rows == NULL)
    return NULL;
  receipt = sme_receipt_new ();
  sme_record_set_text (SME_RECORD (receipt), "id", id);
  sme_record_set_int (SME_RECORD (receipt), "amount", sme_rows_int (rows, 0, "amount"));
  sme_record_set_nick (SME_RECORD (receipt), "state", sme_rows_text (rows, 0, "state"));
  sme_record_set_int (SME_RECORD (receipt), "received_at", sme_rows_int (rows, 0, "received_at"));
  return receipt;
}
