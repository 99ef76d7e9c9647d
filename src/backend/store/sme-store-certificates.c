/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-certificates.h"

#include "backend/store/sme-ids.h"
#include "base/sme-format.h"
#include "core/sme-problem.h"

#define SERIAL_DIGITS 20

void
sme_stored_certificate_free (SmeStoredCertificate *self)
{
  g_clear_object (&self->record);
  g_free (self->code_hash);
  g_free (self);
}

static char *
mac_code (SmeCall *call, const char *order_id, const char *code)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), "smartca-code", order_id, code, NULL);
}

static SmeRows *
look_up (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_query (call->db, error, "SELECT * FROM certificate WHERE order_id = :order",
                       "order:s", order_id, NULL);
}

static void
copy_numbers (SmeRecord *record, SmeRows *rows)
{
  static const char *const names[] = { "code_sent_at", "activated_at", "ekyc_at",    "issued_at",
                                       "refused_at",   "valid_from",   "valid_until" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!sme_rows_is_null (rows, 0, names[i]))
      sme_record_set_int (record, names[i], sme_rows_int (rows, 0, names[i]));
}

/* Where the code went, and until when it counts. */
static void
describe_code (SmeCall *call, SmeRecord *record, SmeStoredOrder *order)
{
  SmeRecord *profile = sme_record_get_object (SME_RECORD (order->record), "profile");
  gint64 sent_at = sme_record_get_int (record, "code_sent_at");
  g_autofree char *phone = sme_format_phone_masked (sme_record_get_text (profile, "phone"));
  g_autofree char *email = sme_format_email_masked (sme_record_get_text (profile, "email"));

  sme_record_set_text (record, "code_sent_to", phone);
  sme_record_set_text (record, "code_mailed_to", email);
  if (sme_record_get_int (record, "state") != SME_CERTIFICATE_CODE_SENT)
    return;
  sme_record_set_int (record, "code_expires_at", sent_at + SME_CERTIFICATE_CODE_LIFE);
  sme_record_set_int (record, "resend_after", sent_at + SME_CERTIFICATE_CODE_PAUSE);
}

static SmeStoredCertificate *
read_certificate (SmeCall *call, SmeRows *rows, SmeStoredOrder *order)
{
  SmeStoredCertificate *self = g_new0 (SmeStoredCertificate, 1);
  SmeRecord *record;

  self->record = sme_certificate_new ();
  record = SME_RECORD (self->record);
  self->code_hash = g_strdup (sme_rows_text (rows, 0, "code_hash"));
  self->code_sent_at = sme_rows_int (rows, 0, "code_sent_at");
  self->code_wrong = sme_rows_int (rows, 0, "code_wrong");
  self->version = sme_rows_int (rows, 0, "version");
  sme_record_set_text (record, "id", sme_rows_text (rows, 0, "order_id"));
  sme_record_set_text (record, "order_id", sme_rows_text (rows, 0, "order_id"));
  sme_record_set_nick (record, "state", sme_rows_text (rows, 0, "state"));
  copy_numbers (record, rows);
  if (!sme_rows_is_null (rows, 0, "refusal"))
    sme_record_set_nick (record, "refusal", sme_rows_text (rows, 0, "refusal"));
  sme_record_set_text (record, "refusal_note", sme_rows_text (rows, 0, "refusal_note"));
  sme_record_set_text (record, "serial_number", sme_rows_text (rows, 0, "serial_number"));
  sme_record_set_int (record, "server_time", call->now);
  describe_code (call, record, order);
  return self;
}

SmeStoredCertificate *
sme_store_find_certificate (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  g_autoptr (SmeRows) rows =
    look_up (call, sme_record_get_text (SME_RECORD (order->record), "id"), error);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > 0)
    return read_certificate (call, rows, order);
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

gboolean
sme_store_has_certificate (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, order_id, error);

  return rows != NULL && sme_rows_count (rows) > 0;
}

gboolean
sme_store_insert_certificate (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO certificate (order_id, state, version, code_hash, code_sent_at,"
                     " code_wrong, changed_at) VALUES (:order, 'code_sent', 1, '', :now, 0, :now)",
                     "order:s", order_id, "now:i", call->now, NULL);
}

gboolean
sme_store_set_certificate_code (SmeCall *call,
                                const char *order_id,
                                const char *code,
                                GError **error)
{
  g_autofree char *hash = mac_code (call, order_id, code);

  return sme_db_run (
    call->db, NULL, error,
    "UPDATE certificate SET code_hash = :hash, code_sent_at = :now, code_wrong = 0,"
    " activated_at = NULL, ekyc_at = NULL, issued_at = NULL, refused_at = NULL,"
    " refusal = NULL, refusal_note = NULL, serial_number = NULL, valid_from = NULL,"
    " valid_until = NULL WHERE order_id = :order",
    "hash:s", hash, "now:i", call->now, "order:s", order_id, NULL);
}

gboolean
sme_store_check_certificate_code (SmeCall *call,
                                  SmeStoredOrder *order,
                                  SmeStoredCertificate *certificate,
                                  const char *code)
{
  g_autofree char *hash =
    mac_code (call, sme_record_get_text (SME_RECORD (order->record), "id"), code);

  return sme_keys_equal (hash, certificate->code_hash);
}

gboolean
sme_store_count_wrong_code (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE certificate SET code_wrong = code_wrong + 1 WHERE order_id = :order",
                     "order:s", order_id, NULL);
}

gboolean
sme_store_stamp_certificate (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE certificate SET"
                     " activated_at = CASE state WHEN 'activated' THEN :now ELSE activated_at END,"
                     " ekyc_at = CASE state WHEN 'ekyc' THEN :now ELSE ekyc_at END,"
                     " issued_at = CASE state WHEN 'issued' THEN :now ELSE issued_at END,"
                     " refused_at = CASE state WHEN 'refused' THEN :now ELSE refused_at END"
                     " WHERE order_id = :order",
                     "now:i", call->now, "order:s", order_id, NULL);
}

gboolean
sme_store_set_certificate_term (SmeCall *call,
                                const char *order_id,
                                int valid_from,
                                int valid_until,
                                GError **error)
{
  g_autofree char *serial = sme_digits_new (SERIAL_DIGITS);

  return sme_db_run (call->db, NULL, error,
                     "UPDATE certificate SET serial_number = :serial, valid_from = :from,"
                     " valid_until = :until WHERE order_id = :order",
                     "serial:s", serial, "from:i", (gint64) valid_from, "until:i",
                     (gint64) valid_until, "order:s", order_id, NULL);
}

gboolean
sme_store_set_refusal (SmeCall *call,
                       const char *order_id,
                       SmeRefusalRequest *refusal,
                       GError **error)
{
  SmeRecord *record = SME_RECORD (refusal);

  return sme_db_run (call->db, NULL, error,
                     "UPDATE certificate SET refusal = :refusal, refusal_note = :note WHERE"
                     " order_id = :order",
                     "refusal:s", sme_record_get_nick (record, "refusal"), "note:s",
                     sme_record_get_text (record, "note"), "order:s", order_id, NULL);
}
