/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-refunds.h"

#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-problem.h"

#define DAY_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

#define BIT(ground) (1u << (ground))

/* When the contract of the order was signed; 0 if none is, or not the one that counts now. */
static gboolean
find_signed_at (SmeCall *call, const char *order_id, gint64 *signed_at, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT COALESCE (MIN (completed_at), 0) AS n FROM dossier WHERE order_id ="
                  " :order AND kind = 'contract' AND completed_at IS NOT NULL AND state <>"
                  " 'superseded'",
                  "order:s", order_id, NULL);

  if (rows != NULL)
    *signed_at = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

/* Whoever paid and is asked for a declaration once more, too. */
static gboolean
is_refundable (SmeStoredOrder *order)
{
  static const char *const states[] = { "draft",      "paid",      "signing", "locked", "on_hold",
                                        "activating", "accepting", "active",  NULL };

  return order->total > 0 && sme_stored_order_is_paid (order) &&
         g_strv_contains (states, order->state);
}

/* The certificate was refused (contract, article 9.2): without a limit in time. */
static gboolean
add_refused (SmeCall *call, SmeStoredOrder *order, guint *grounds, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT order_id FROM certificate WHERE order_id = :order AND state = 'refused'",
                  "order:s", sme_record_get_text (SME_RECORD (order->record), "id"), NULL);

  if (rows != NULL && sme_rows_count (rows) > 0)
    *grounds |= BIT (SME_GROUND_CERTIFICATE_REFUSED);
  return rows != NULL;
}

/* Nothing more while a request stands; what was said no to is not asked twice. */
static gboolean
remove_decided (SmeCall *call, const char *order_id, guint *grounds, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT state, ground FROM refund_request WHERE order_id = :order", "order:s",
    order_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      int ground = 0;

      if (!g_str_equal (sme_rows_text (rows, i, "state"), "refused"))
        *grounds = 0;
      else if (sme_enum_from_nick (SME_TYPE_REFUND_GROUND, sme_rows_text (rows, i, "ground"),
                                   &ground))
        *grounds &= ~BIT (ground);
    }
  return rows != NULL;
}

gboolean
sme_store_find_refund_offer (SmeCall *call,
                             SmeStoredOrder *order,
                             SmeRefundOffer *offer,
                             GError **error)
{
  const char *order_id = sme_record_get_text (SME_RECORD (order->record), "id");
  gint64 signed_at = 0;

  *offer = (SmeRefundOffer){ 0 };
  if (!is_refundable (order))
    return TRUE;
  if (!find_signed_at (call, order_id, &signed_at, error))
    return FALSE;
  offer->at_once = signed_at == 0;
  if (offer->at_once)
    offer->grounds = BIT (SME_GROUND_CHANGED_MIND) | BIT (SME_GROUND_WRONG_INFORMATION);
  else if (call->now < signed_at + SME_REFUND_DAYS * DAY_MS)
    offer->grounds = BIT (SME_GROUND_WRONG_INFORMATION);
  return (offer->at_once || add_refused (call, order, &offer->grounds, error)) &&
         remove_decided (call, order_id, &offer->grounds, error);
}

static SmeRefundRequest *
read_request (SmeRows *rows)
{
  SmeRefundRequest *request = sme_refund_request_new ();
  SmeRecord *record = SME_RECORD (request);

  sme_record_set_text (record, "id", sme_rows_text (rows, 0, "id"));
  sme_record_set_nick (record, "state", sme_rows_text (rows, 0, "state"));
  sme_record_set_nick (record, "ground", sme_rows_text (rows, 0, "ground"));
  sme_record_set_text (record, "text", sme_rows_text (rows, 0, "text"));
  sme_record_set_text (record, "note", sme_rows_text (rows, 0, "note"));
  sme_record_set_int (record, "amount", sme_rows_int (rows, 0, "amount"));
  sme_record_set_int (record, "created_at", sme_rows_int (rows, 0, "created_at"));
  if (!sme_rows_is_null (rows, 0, "decided_at"))
    sme_record_set_int (record, "decided_at", sme_rows_int (rows, 0, "decided_at"));
  return request;
}

SmeRefundRequest *
sme_store_find_refund_request (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM refund_request WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > 0)
    return read_request (rows);
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

SmeRefundRequest *
sme_store_find_last_refund_request (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT * FROM refund_request WHERE order_id = :order ORDER BY created_at DESC,"
                  " id DESC LIMIT 1",
                  "order:s", order_id, NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? read_request (rows) : NULL;
}

char *
sme_store_insert_refund_request (SmeCall *call,
                                 SmeStoredOrder *order,
                                 SmeRefundRequest *request,
                                 GError **error)
{
  g_autofree char *id = sme_id_new ();

  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO refund_request (id, order_id, account_id, state, ground, text,"
                   " amount, created_at) VALUES (:id, :order, :account, 'asked', :ground, :text,"
                   " :amount, :now)",
                   "id:s", id, "order:s", sme_record_get_text (SME_RECORD (order->record), "id"),
                   "account:s", order->account_id, "ground:s",
                   sme_record_get_nick (SME_RECORD (request), "ground"), "text:s",
                   sme_record_get_text (SME_RECORD (request), "text"), "amount:i", order->total,
                   "now:i", call->now, NULL))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
sme_store_set_refund_note (SmeCall *call, const char *id, const char *note, GError **error)
{
  return sme_db_run (call->db, NULL, error, "UPDATE refund_request SET note = :note WHERE id = :id",
                     "note:s", note, "id:s", id, NULL);
}

/* What is still kept of each receipt of the payment that paid the order, the last one first. */
static SmeRows *
list_kept (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_query (
    call->db, error,
    "SELECT r.id, r.payment_id, r.amount - COALESCE ((SELECT SUM (f.amount) FROM refund f WHERE"
    " f.receipt_id = r.id), 0) AS kept FROM receipt r JOIN payment p ON p.id = r.payment_id JOIN"
    " payment_order o ON o.payment_id = p.id WHERE o.order_id = :order AND p.state = 'succeeded'"
    " ORDER BY r.received_at DESC, r.id DESC",
    "order:s", order_id, NULL);
}

static gboolean
give_back (SmeCall *call,
           SmeRows *kept,
           guint i,
           gint64 amount,
           const char *request,
           GError **error)
{
  SmeNewRefund refund = { sme_rows_text (kept, i, "payment_id"), sme_rows_text (kept, i, "id"),
                          amount, SME_REFUND_REQUEST_GRANTED, request };

  return sme_store_insert_refund (call, &refund, error) &&
         sme_store_add_received (call, refund.payment_id, -amount, error);
}

gboolean
sme_store_refund_order (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, order_id, NULL, error);
  g_autoptr (SmeRefundRequest) request =
    order != NULL ? sme_store_find_last_refund_request (call, order_id, error) : NULL;
  g_autoptr (SmeRows) kept = request != NULL ? list_kept (call, order_id, error) : NULL;
  gint64 left;

  if (kept == NULL)
    return FALSE;
  left = order->total;
  for (guint i = 0; left > 0 && i < sme_rows_count (kept); i++)
    {
      gint64 part = MIN (left, sme_rows_int (kept, i, "kept"));

      if (part > 0 &&
          !give_back (call, kept, i, part, sme_record_get_text (SME_RECORD (request), "id"), error))
        return FALSE;
      left -= part;
    }
  return TRUE;
}
