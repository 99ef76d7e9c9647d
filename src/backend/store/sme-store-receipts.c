/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-receipts.h"

#include "core/sme-problem.h"

/* Letters that are shown. */
#define MOST_TEXT 200

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

/* As the bank gave it, but for what is no text. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MOST_TEXT));
  GString *clean = g_string_new (NULL);

  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (ch) ? ' ' : ch);
    }
  return g_strstrip (g_string_free (clean, FALSE));
}

SmeReceipt *
sme_store_read_receipt (SmeRows *rows, guint i)
{
  SmeReceipt *receipt = sme_receipt_new ();
  SmeRecord *record = SME_RECORD (receipt);
  g_autofree char *text = clean (sme_rows_text (rows, i, "reference"));

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_int (record, "amount", sme_rows_int (rows, i, "amount"));
  sme_record_set_nick (record, "state", sme_rows_text (rows, i, "state"));
  sme_record_set_int (record, "received_at", sme_rows_int (rows, i, "received_at"));
  if (*text != '\0')
    sme_record_set_text (record, "text", text);
  return receipt;
}

SmeReceipt *
sme_store_find_receipt (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM receipt WHERE id = :id", "id:s", id, NULL);

  return rows != NULL ? sme_store_read_receipt (rows, 0) : NULL;
}
