/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-gateway-books.h"

void
sme_gateway_transaction_free (SmeGatewayTransaction *self)
{
  g_free (self->reference);
  g_free (self->order_info);
  g_free (self->return_url);
  g_free (self->code);
  g_free (self);
}

static SmeGatewayTransaction *
read_first (SmeRows *rows)
{
  SmeGatewayTransaction *self;

  if (rows == NULL || sme_rows_count (rows) == 0)
    return NULL;
  self = g_new0 (SmeGatewayTransaction, 1);
  self->number = sme_rows_int (rows, 0, "number");
  self->reference = g_strdup (sme_rows_text (rows, 0, "reference"));
  self->amount = sme_rows_int (rows, 0, "amount");
  self->order_info = g_strdup (sme_rows_text (rows, 0, "order_info"));
  self->return_url = g_strdup (sme_rows_text (rows, 0, "return_url"));
  self->code = g_strdup (sme_rows_text (rows, 0, "code"));
  self->done_at = sme_rows_int (rows, 0, "done_at");
  self->tries = sme_rows_int (rows, 0, "tries");
  return self;
}

SmeGatewayTransaction *
sme_gateway_books_find (SmeCall *call, const char *reference, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM gateway_transaction WHERE reference = :reference",
                  "reference:s", reference, NULL);

  return read_first (rows);
}

SmeGatewayTransaction *
sme_gateway_books_find_untold (SmeCall *call, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT * FROM gateway_transaction WHERE tell_at <= :now ORDER BY tell_at, number LIMIT 1",
    "now:i", call->now, NULL);

  return read_first (rows);
}

gboolean
sme_gateway_books_add (SmeCall *call, const SmeGatewayTransaction *transaction, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO gateway_transaction (reference, amount, order_info, return_url,"
                     " code, done_at, tries, tell_at) VALUES (:reference, :amount, :info, :url,"
                     " :code, :now, 0, :now)",
                     "reference:s", transaction->reference, "amount:i", transaction->amount,
                     "info:s", transaction->order_info, "url:s", transaction->return_url, "code:s",
                     transaction->code, "now:i", call->now, NULL);
}

gboolean
sme_gateway_books_set_told (SmeCall *call, gint64 number, gint64 tell_at, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE gateway_transaction SET tries = tries + 1, tell_at = NULLIF (:at, 0)"
                     " WHERE number = :number",
                     "at:i", tell_at, "number:i", number, NULL);
}
