/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-payments.h"

#include "backend/bank/sme-demo-bank.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-orders.h"
#include "backend/store/sme-store-receipts.h"
#include "core/sme-problem.h"

static gboolean
add_receipts (SmeCall *call, SmeRecord *payment, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM receipt WHERE payment_id = :id ORDER BY received_at, id",
    "id:s", sme_record_get_text (payment, "id"), NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeReceipt) receipt = sme_store_read_receipt (rows, i);

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
      sme_record_set_nick (SME_RECORD (refund), "reason", sme_rows_text (rows, i, "reason"));
      sme_record_set_int (SME_RECORD (refund), "created_at", sme_rows_int (rows, i, "created_at"));
      if (!sme_rows_is_null (rows, i, "changed_at"))
        sme_record_set_int (SME_RECORD (refund), "changed_at",
                            sme_rows_int (rows, i, "changed_at"));
      sme_record_append (payment, "refunds", refund);
    }
  return rows != NULL;
}

static gboolean
is_open (SmeRecord *payment)
{
  gint64 state = sme_record_get_int (payment, "state");

  return state == SME_PAYMENT_PENDING || state == SME_PAYMENT_UNDERPAID ||
         state == SME_PAYMENT_EXPIRED;
}

/* What a code would say now: after too little, the rest, whoever brought the part. */
static gboolean
add_vietqr (SmeRecord *payment, const char *reference, GError **error)
{
  gint64 rest = sme_record_get_int (payment, "amount") - sme_record_get_int (payment, "received");
  gboolean transfer = sme_record_get_int (payment, "method") == SME_METHOD_VIETQR ||
                      sme_record_get_int (payment, "state") == SME_PAYMENT_UNDERPAID;
  g_autoptr (SmeVietqrDetails) details = NULL;

  if (!transfer || !is_open (payment) || rest <= 0)
    return TRUE;
  details = sme_demo_bank_make_vietqr (rest, reference, error);
  if (details == NULL)
    return FALSE;
  sme_record_set_object (payment, "vietqr", details);
  return TRUE;
}

/* Signed anew each time: the address of this backend is part of it, and it may have moved. */
static void
add_redirect (SmeCall *call, SmeRecord *payment, const char *reference)
{
  g_autofree char *url = NULL;

  if (sme_record_get_int (payment, "method") != SME_METHOD_GATEWAY ||
      sme_record_get_int (payment, "state") != SME_PAYMENT_PENDING ||
      sme_backend_get_gateway (call->backend) == NULL)
    return;
  url = sme_gateway_make_url (call, payment, reference);
  sme_record_set_text (payment, "redirect_url", url);
}

static gboolean
add_orders (SmeCall *call, SmeRecord *payment, GError **error)
{
  g_auto (GStrv) orders =
    sme_store_list_orders_of_payment (call, sme_record_get_text (payment, "id"), error);

  if (orders == NULL)
    return FALSE;
  sme_record_set_texts (payment, "order_ids", (const char *const *) orders);
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
  sme_record_set_int (record, "server_time", call->now);
  if (!sme_rows_is_null (rows, i, "expires_at"))
    sme_record_set_int (record, "expires_at", sme_rows_int (rows, i, "expires_at"));
  if (!sme_rows_is_null (rows, i, "failure"))
    sme_record_set_nick (record, "failure", sme_rows_text (rows, i, "failure"));
  add_redirect (call, record, sme_rows_text (rows, i, "reference"));
  if (!add_orders (call, record, error) ||
      !add_vietqr (record, sme_rows_text (rows, i, "reference"), error) ||
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
    call->db, error,
    "SELECT p.* FROM payment p JOIN payment_order o ON o.payment_id = p.id WHERE o.order_id = :id"
    " ORDER BY p.created_at, p.id",
    "id:s", order_id, NULL);

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

char *
sme_store_find_gateway_receipt (SmeCall *call, const char *number, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT id FROM receipt WHERE gateway_number = :number",
                  "number:s", number, NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? g_strdup (sme_rows_text (rows, 0, "id"))
                                                   : NULL;
}

static GStrv
read_order_ids (SmeRows *rows)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    g_strv_builder_add (builder, sme_rows_text (rows, i, "order_id"));
  return rows != NULL ? g_strv_builder_end (builder) : NULL;
}

GStrv
sme_store_list_orders_of_payment (SmeCall *call, const char *payment_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT order_id FROM payment_order WHERE payment_id = :id ORDER BY position",
    "id:s", payment_id, NULL);

  return read_order_ids (rows);
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

static const char *
get_id (SmeStoredOrder *order)
{
  return sme_record_get_text (SME_RECORD (order->record), "id");
}

static gboolean
insert_shares (SmeCall *call, const char *id, GPtrArray *orders, GError **error)
{
  for (guint i = 0; i < orders->len; i++)
    {
      SmeStoredOrder *order = g_ptr_array_index (orders, i);

      if (!sme_db_run (call->db, NULL, error,
                       "INSERT INTO payment_order (payment_id, order_id, position, amount) VALUES"
                       " (:payment, :order, :position, :amount)",
                       "payment:s", id, "order:s", get_id (order), "position:i", (gint64) i,
                       "amount:i", order->total, NULL))
        return FALSE;
    }
  return TRUE;
}

static gint64
sum_totals (GPtrArray *orders)
{
  gint64 sum = 0;

  for (guint i = 0; i < orders->len; i++)
    sum += ((SmeStoredOrder *) g_ptr_array_index (orders, i))->total;
  return sum;
}

char *
sme_store_insert_payment (SmeCall *call,
                          GPtrArray *orders,
                          SmePaymentMethod method,
                          gint64 expires_at,
                          GError **error)
{
  SmeStoredOrder *first = g_ptr_array_index (orders, 0);
  g_autofree char *id = sme_id_new ();
  g_autofree char *reference = NULL;
  gint64 n;

  if (!count_payments (call, get_id (first), &n, error))
    return NULL;
  reference = g_strdup_printf ("%sP%" G_GINT64_FORMAT,
                               sme_record_get_text (SME_RECORD (first->record), "number"), n + 1);
  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO payment (id, order_id, account_id, state, method, amount, received,"
                   " reference, expires_at, created_at) VALUES (:id, :order, :account, 'pending',"
                   " :method, :amount, 0, :reference, NULLIF (:expires, 0), :now)",
                   "id:s", id, "order:s", get_id (first), "account:s", first->account_id,
                   "method:s", sme_enum_nick (SME_TYPE_PAYMENT_METHOD, (int) method), "amount:i",
                   sum_totals (orders), "reference:s", reference, "expires:i", expires_at, "now:i",
                   call->now, NULL) ||
      !insert_shares (call, id, orders, error))
    return NULL;
  return g_steal_pointer (&id);
}

char *
sme_store_insert_receipt (SmeCall *call, const SmeNewReceipt *receipt, GError **error)
{
  g_autofree char *id = sme_id_new ();

  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO receipt (id, payment_id, amount, state, reference, gateway_number,"
                   " received_at) VALUES (:id, :payment, :amount, :state, :reference, :number,"
                   " :now)",
                   "id:s", id, "payment:s", receipt->payment_id, "amount:i", receipt->amount,
                   "state:s", sme_enum_nick (SME_TYPE_RECEIPT_STATE, (int) receipt->state),
                   "reference:s", receipt->reference, "number:s", receipt->number, "now:i",
                   call->now, NULL))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
sme_store_insert_refund (SmeCall *call, const SmeNewRefund *refund, GError **error)
{
  g_autofree char *id = sme_id_new ();

  return sme_db_run (
    call->db, NULL, error,
    "INSERT INTO refund (id, payment_id, receipt_id, amount, state, reason, request_id,"
    " created_at) VALUES (:id, :payment, :receipt, :amount, 'due', :reason, :request, :now)",
    "id:s", id, "payment:s", refund->payment_id, "receipt:s", refund->receipt_id, "amount:i",
    refund->amount, "reason:s", sme_enum_nick (SME_TYPE_REFUND_REASON, (int) refund->reason),
    "request:s", refund->request_id, "now:i", call->now, NULL);
}

gboolean
sme_store_add_received (SmeCall *call, const char *payment_id, gint64 amount, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE payment SET received = received + :amount WHERE id = :id", "amount:i",
                     amount, "id:s", payment_id, NULL);
}

gboolean
sme_store_return_received (SmeCall *call, const char *payment_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT r.id, r.amount - COALESCE ((SELECT SUM (f.amount) FROM refund f WHERE f.receipt_id ="
    " r.id), 0) AS kept FROM receipt r WHERE r.payment_id = :id ORDER BY r.received_at, r.id",
    "id:s", payment_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      SmeNewRefund refund = { payment_id, sme_rows_text (rows, i, "id"),
                              sme_rows_int (rows, i, "kept"), SME_REFUND_REPLACED, NULL };

      if (refund.amount > 0 && !sme_store_insert_refund (call, &refund, error))
        return FALSE;
    }
  return rows != NULL &&
         sme_db_run (call->db, NULL, error, "UPDATE payment SET received = 0 WHERE id = :id",
                     "id:s", payment_id, NULL);
}

gboolean
sme_store_set_failure (SmeCall *call,
                       const char *payment_id,
                       SmePaymentFailure failure,
                       GError **error)
{
  return sme_db_run (call->db, NULL, error, "UPDATE payment SET failure = :failure WHERE id = :id",
                     "failure:s", sme_enum_nick (SME_TYPE_PAYMENT_FAILURE, (int) failure), "id:s",
                     payment_id, NULL);
}
