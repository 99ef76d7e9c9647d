/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-payments.h"

#include "backend/bank/sme-demo-bank.h"
#include "backend/store/sme-ids.h"
#include "core/sme-problem.h"

static gboolean
add_receipts (SmeCall *call, SmeRecord *payment, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM receipt WHERE payment_id = :id ORDER BY received_at, id",
    "id:s", sme_record_get_text (payment, "id"), NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeReceipt) receipt = sme_receipt_new ();

      sme_record_set_text (SME_RECORD (receipt), "id", sme_rows_text (rows, i, "id"));
      sme_record_set_int (SME_RECORD (receipt), "amount", sme_rows_int (rows, i, "amount"));
      sme_record_set_nick (SME_RECORD (receipt), "state", sme_rows_text (rows, i, "state"));
      sme_record_set_int (SME_RECORD (receipt), "received_at",
                          sme_rows_int (rows, i, "received_at"));
      sme_record_append (payment, "receipts", receipt);
    }
  return rows != NULL;
}

static gboolean
add_refunds (SmeCall *call, SmeRecord *payment, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM refund WHERE payment_id = :id ORDER BY created_at, id", "id:s",
    sme_record_get_text (payment, "id"), NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeRefund) refund = sme_refund_new ();

      sme_record_set_text (SME_RECORD (refund), "id", sme_rows_text (rows, i, "id"));
      sme_record_set_int (SME_RECORD (refund), "amount", sme_rows_int (rows, i, "amount"));
      sme_record_set_nick (SME_RECORD (refund), "state", sme_rows_text (rows, i, "state"));
      sme_record_set_int (SME_RECORD (refund), "created_at", sme_rows_int (rows, i, "created_at"));
      sme_record_append (payment, "refunds", refund);
    }
  return rows != NULL;
}

/* What a code would say now: after too little, the rest. */
static gboolean
add_vietqr (SmeRecord *payment, const char *reference, GError **error)
{
  gint64 rest = sme_record_get_int (payment, "amount") - sme_record_get_int (payment, "received");
  g_autoptr (SmeVietqrDetails) details = NULL;

  if (sme_record_get_int (payment, "method") != SME_METHOD_VIETQR || rest <= 0)
    return TRUE;
  details = sme_demo_bank_make_vietqr (rest, reference, error);
  if (details == NULL)
    return FALSE;
  sme_record_set_object (payment, "vietqr", details);
  return TRUE;
}

static SmePayment *
read_payment (SmeCall *call, SmeRows *rows, guint i, GError **error)
{
  g_autoptr (SmePayment) payment = sme_payment_new ();
  SmeRecord *record = SME_RECORD (payment);

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (record, "order_id", sme_rows_text (rows, i, "order_id"));
  sme_record_set_nick (record, "state", sme_rows_text (rows, i, "state"));
  sme_record_set_nick (record, "method", sme_rows_text (rows, i, "method"));
  sme_record_set_int (record, "amount", sme_rows_int (rows, i, "amount"));
  sme_record_set_int (record, "received", sme_rows_int (rows, i, "received"));
  sme_record_set_int (record, "created_at", sme_rows_int (rows, i, "created_at"));
  if (!sme_rows_is_null (rows, i, "expires_at"))
    sme_record_set_int (record, "expires_at", sme_rows_int (rows, i, "expires_at"));
  if (!add_vietqr (record, sme_rows_text (rows, i, "reference"), error) ||
      !add_receipts (call, record, error) || !add_refunds (call, record, error))
    return NULL;
  return g_steal_pointer (&payment);
}

SmePayment *
sme_store_find_payment (SmeCall *call, const char *id, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM payment WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0 ||
      (account_id != NULL && !g_str_equal (account_id, sme_rows_text (rows, 0, "account_id"))))
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  return read_payment (call, rows, 0, error);
}

GListModel *
sme_store_list_payments (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_PAYMENT);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM payment WHERE order_id = :id ORDER BY created_at, id", "id:s",
    order_id, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmePayment) payment = read_payment (call, rows, i, error);
      if (payment == NULL)
        return NULL;
      g_list_store_append (list, payment);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

char *
sme_store_find_payment_by_reference (SmeCall *call, const char *reference, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT id FROM payment WHERE reference = :reference",
                  "reference:s", reference, NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? g_strdup (sme_rows_text (rows, 0, "id"))
                                                   : NULL;
}

static gboolean
count_payments (SmeCall *call, const char *order_id, gint64 *n, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT COUNT (*) AS n FROM payment WHERE order_id = :id",
                  "id:s", order_id, NULL);

  if (rows != NULL)
    *n = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

char *
sme_store_insert_payment (SmeCall *call,
                          const char *order_id,
                          const char *account_id,
                          SmePaymentMethod method,
                          gint64 amount,
                          const char *order_number,
                          gint64 expires_at,
                          GError **error)
{
  g_autofree char *id = sme_id_new ();
  g_autofree char *reference = NULL;
  gint64 n;

  if (!count_payments (call, order_id, &n, error))
    return NULL;
  reference = g_strdup_printf ("%sP%" G_GINT64_FORMAT, order_number, n + 1);
  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO payment (id, order_id, account_id, state, method, amount, received,"
                   " reference, expires_at, created_at) VALUES (:id, :order, :account, 'pending',"
                   " :method, :amount, 0, :reference, NULLIF (:expires, 0), :now)",
                   "id:s", id, "order:s", order_id, "account:s", account_id, "method:s",
                   sme_enum_nick (SME_TYPE_PAYMENT_METHOD, (int) method), "amount:i", amount,
                   "reference:s", reference, "expires:i", expires_at, "now:i", call->now, NULL))
    return NULL;
  return g_steal_pointer (&id);
}

char *
sme_store_insert_receipt (SmeCall *call,
                          const char *payment_id,
                          gint64 amount,
                          SmeReceiptState state,
                          const char *reference,
                          GError **error)
{
  g_autofree char *id = sme_id_new ();

  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO receipt (id, payment_id, amount, state, reference, received_at)"
                   " VALUES (:id, :payment, :amount, :state, :reference, :now)",
                   "id:s", id, "payment:s", payment_id, "amount:i", amount, "state:s",
                   sme_enum_nick (SME_TYPE_RECEIPT_STATE, (int) state), "reference:s", reference,
                   "now:i", call->now, NULL))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
sme_store_insert_refund (SmeCall *call,
                         const char *payment_id,
                         const char *receipt_id,
                         gint64 amount,
                         GError **error)
{
  g_autofree char *id = sme_id_new ();

  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO refund (id, payment_id, receipt_id, amount, state, created_at)"
                     " VALUES (:id, :payment, :receipt, :amount, 'due', :now)",
                     "id:s", id, "payment:s", payment_id, "receipt:s", receipt_id, "amount:i",
                     amount, "now:i", call->now, NULL);
}

gboolean
sme_store_add_received (SmeCall *call, const char *payment_id, gint64 amount, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE payment SET received = received + :amount WHERE id = :id", "amount:i",
                     amount, "id:s", payment_id, NULL);
}
