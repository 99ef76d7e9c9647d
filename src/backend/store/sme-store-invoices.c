/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-invoices.h"

#include "backend/store/sme-ids.h"
#include "base/sme-time.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

#define COLUMNS \
  "i.id, i.series, i.number, i.order_id, o.number AS order_number, i.payment_id, i.buyer, " \
  "i.total," \
  " i.issued_at"

void
sme_stored_invoice_free (SmeStoredInvoice *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->order);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

static SmeInvoice *
read_record (SmeRows *rows, guint i)
{
  SmeInvoice *invoice = sme_invoice_new ();
  SmeRecord *record = SME_RECORD (invoice);

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (record, "series", sme_rows_text (rows, i, "series"));
  sme_record_set_int (record, "number", sme_rows_int (rows, i, "number"));
  sme_record_set_text (record, "order_id", sme_rows_text (rows, i, "order_id"));
  sme_record_set_text (record, "order_number", sme_rows_text (rows, i, "order_number"));
  sme_record_set_text (record, "payment_id", sme_rows_text (rows, i, "payment_id"));
  sme_record_set_text (record, "buyer", sme_rows_text (rows, i, "buyer"));
  sme_record_set_int (record, "total", sme_rows_int (rows, i, "total"));
  sme_record_set_int (record, "issued_at", sme_rows_int (rows, i, "issued_at"));
  return invoice;
}

SmeStoredInvoice *
sme_store_find_invoice (SmeCall *call, const char *id, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT " COLUMNS ", i.source, i.content FROM invoice i JOIN orders o ON o.id ="
                  " i.order_id WHERE i.id = :id AND i.account_id = :account",
                  "id:s", id, "account:s", account_id, NULL);
  g_autoptr (SmeStoredInvoice) self = NULL;
  g_autoptr (GBytes) source = NULL;
  const char *json;

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  self = g_new0 (SmeStoredInvoice, 1);
  self->record = read_record (rows, 0);
  json = sme_rows_text (rows, 0, "source");
  source = g_bytes_new_static (json, strlen (json));
  self->order = sme_record_from_bytes (SME_TYPE_ORDER, source, SME_DECODE_PARTIAL, NULL, error);
  if (self->order == NULL)
    return NULL;
  if (!sme_rows_is_null (rows, 0, "content"))
    self->content = g_bytes_ref (sme_rows_bytes (rows, 0, "content"));
  return g_steal_pointer (&self);
}

static gboolean
count_invoices (SmeCall *call,
                const char *account_id,
                const char *order_id,
                gint64 *total,
                GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT COUNT (*) AS n FROM invoice WHERE account_id = :account AND order_id = COALESCE"
    " (:order, order_id)",
    "account:s", account_id, "order:s", order_id, NULL);

  if (rows != NULL)
    *total = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

GListModel *
sme_store_list_invoices (SmeCall *call,
                         const char *account_id,
                         const char *order_id,
                         guint limit,
                         const char *after,
                         gint64 *total,
                         char **next,
                         GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_INVOICE);
  g_autoptr (SmeRows) rows = NULL;

  if (!count_invoices (call, account_id, order_id, total, error))
    return NULL;
  rows = sme_db_query (
    call->db, error,
    "SELECT " COLUMNS " FROM invoice i JOIN orders o ON o.id = i.order_id LEFT JOIN invoice a ON"
    " a.id = :after WHERE i.account_id = :account AND i.order_id = COALESCE (:order, i.order_id)"
    " AND (a.id IS NULL OR i.issued_at < a.issued_at OR (i.issued_at = a.issued_at AND i.id <"
    " a.id)) ORDER BY i.issued_at DESC, i.id DESC LIMIT :limit",
    "after:s", after, "account:s", account_id, "order:s", order_id, "limit:i", (gint64) limit + 1,
    NULL);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < MIN (sme_rows_count (rows), limit); i++)
    {
      g_autoptr (SmeInvoice) invoice = read_record (rows, i);

      g_list_store_append (list, invoice);
    }
  if (sme_rows_count (rows) > limit)
    *next = g_strdup (sme_rows_text (rows, limit - 1, "id"));
  return G_LIST_MODEL (g_steal_pointer (&list));
}

/* "1C26TOS": with a code of the authority (1), made by computer (C), of the year, of this seller
 * (Circular 91/2026/TT-BTC keeps the form of Circular 78/2021). */
static char *
make_series (SmeCall *call)
{
  return g_strdup_printf ("1C%02dTOS", sme_date_from_time (call->now) / 10000 % 100);
}

static gint64
take_number (SmeCall *call, const char *series, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "INSERT INTO invoice_number (series, last) VALUES (:series, 1) ON CONFLICT"
                  " (series) DO UPDATE SET last = invoice_number.last + 1 RETURNING last",
                  "series:s", series, NULL);

  return rows != NULL ? sme_rows_int (rows, 0, "last") : 0;
}

/* The payment that paid the order. */
static const char *
find_payment (SmeStoredOrder *order)
{
  GListModel *payments = sme_record_get_list (SME_RECORD (order->record), "payments");
  const char *id = NULL;

  for (guint i = 0; payments != NULL && i < g_list_model_get_n_items (payments); i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);

      /* The list holds on to it. */
      if (sme_record_get_int (payment, "state") == SME_PAYMENT_SUCCEEDED)
        id = sme_record_get_text (payment, "id");
    }
  return id;
}

/* Who asks for nothing else gets it made out to whom the order is for. */
static const char *
find_buyer (SmeStoredOrder *order)
{
  SmeRecord *record = SME_RECORD (order->record);
  SmeRecord *billing = sme_record_get_object (record, "billing");
  SmeRecord *data = billing != NULL ? sme_record_get_object (billing, "invoice") : NULL;
  SmeRecord *profile = sme_record_get_object (record, "profile");
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");

  if (data != NULL)
    return sme_record_get_int (data, "kind") == SME_INVOICE_CONSUMER
             ? NULL
             : sme_record_get_text (data, "name");
  return organisation != NULL ? sme_record_get_text (organisation, "name")
                              : sme_record_get_text (profile, "full_name");
}

static SmeInvoice *
find_issued (SmeCall *call, const char *payment_id, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT " COLUMNS " FROM invoice i JOIN orders o ON o.id = i.order_id WHERE i.payment_id ="
    " :payment AND i.order_id = :order",
    "payment:s", payment_id, "order:s", order_id, NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? read_record (rows, 0) : NULL;
}

static gboolean
insert (SmeCall *call, SmeStoredOrder *order, const char *payment_id, GError **error)
{
  g_autofree char *id = sme_id_new ();
  g_autofree char *series = make_series (call);
  g_autofree char *source = sme_record_to_json (SME_RECORD (order->record));
  gint64 number = take_number (call, series, error);

  return number > 0 &&
         sme_db_run (
           call->db, NULL, error,
           "INSERT INTO invoice (id, series, number, order_id, payment_id, account_id, buyer,"
           " total, source, issued_at) VALUES (:id, :series, :number, :order, :payment, :account,"
           " :buyer, :total, :source, :now)",
           "id:s", id, "series:s", series, "number:i", number, "order:s",
           sme_record_get_text (SME_RECORD (order->record), "id"), "payment:s", payment_id,
           "account:s", order->account_id, "buyer:s", find_buyer (order), "total:i", order->total,
           "source:s", source, "now:i", call->now, NULL);
}

gboolean
sme_store_issue_invoice (SmeCall *call, SmeStoredOrder *order, SmeInvoice **invoice, GError **error)
{
  const char *order_id = sme_record_get_text (SME_RECORD (order->record), "id");
  const char *payment_id = find_payment (order);
  g_autoptr (GError) local = NULL;

  *invoice = NULL;
  if (order->total == 0 || payment_id == NULL)
    return TRUE;
  *invoice = find_issued (call, payment_id, order_id, &local);
  if (*invoice == NULL && local == NULL && insert (call, order, payment_id, &local))
    *invoice = find_issued (call, payment_id, order_id, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return *invoice != NULL;
}

gboolean
sme_store_keep_invoice_content (SmeCall *call, const char *id, GBytes *content, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE invoice SET content = :content WHERE id = :id AND content IS NULL",
                     "content:b", content, "id:s", id, NULL);
}
