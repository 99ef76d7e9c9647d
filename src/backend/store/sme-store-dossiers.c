/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-dossiers.h"

#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-messages.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

#define PRODUCT_TYPE "SmartCA OneSME"

/* What a dossier of a kind is made after; the first two are those of the guide. */
static const struct
{
  const char *template;
  const char *code;
  const char *order_column;
} templates[] = {
  [SME_DOSSIER_CONTRACT] = { "Mẫu hợp đồng SmartCA OneSME", "SMARTCAONESME_ONESME", "dossier_id" },
  [SME_DOSSIER_ACCEPTANCE] = { "Mẫu biên bản nghiệm thu SmartCA OneSME", "SMARTCANGHIEMTHU_ONESME",
                               "acceptance_dossier_id" },
};

void
sme_stored_dossier_free (SmeStoredDossier *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->signature);
  g_free (self->account_id);
  g_free (self->order_id);
  g_free (self->order_state);
  g_free (self->state);
  g_free (self->phone);
  g_free (self->otp_mac);
  g_free (self->otp_digest);
  g_free (self->otp_session);
  g_free (self);
}

static gboolean
put_in_order (SmeCall *call,
              const char *order_id,
              SmeDossierKind kind,
              const char *id,
              GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE orders SET %s = :id WHERE id = :order", templates[kind].order_column);

  return sme_db_run (call->db, NULL, error, sql, "id:s", id, "order:s", order_id, NULL);
}

char *
sme_store_insert_dossier (SmeCall *call, SmeStoredOrder *order, SmeDossierKind kind, GError **error)
{
  SmeRecord *record = SME_RECORD (order->record);
  SmeRecord *profile = sme_record_get_object (record, "profile");
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");
  const char *order_id = sme_record_get_text (record, "id");
  const char *customer = organisation != NULL ? sme_record_get_text (organisation, "name")
                                              : sme_record_get_text (profile, "full_name");
  g_autofree char *id = sme_id_new ();
  g_autofree char *code = sme_digits_new (12);

  if (!sme_db_run (
        call->db, NULL, error,
        "INSERT INTO dossier (id, order_id, account_id, kind, state, version, name, customer,"
        " transaction_code, phone, otp_sends, otp_wrong, created_at) VALUES (:id, :order,"
        " :account, :kind, 'ready', 1, :name, :customer, :code, :phone, 0, 0, :now)",
        "id:s", id, "order:s", order_id, "account:s", order->account_id, "kind:s",
        sme_enum_nick (SME_TYPE_DOSSIER_KIND, (int) kind), "name:s", templates[kind].template,
        "customer:s", customer, "code:s", code, "phone:s", sme_record_get_text (profile, "phone"),
        "now:i", call->now, NULL) ||
      !put_in_order (call, order_id, kind, id, error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
add_documents (SmeCall *call, SmeRecord *dossier, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT id, kind, name, state, changed_at, sha256, LENGTH (content) AS bytes"
                  " FROM document WHERE dossier_id = :id ORDER BY position",
                  "id:s", sme_record_get_text (dossier, "id"), NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeDocumentInfo) document = sme_document_info_new ();
      SmeRecord *record = SME_RECORD (document);

      sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
      sme_record_set_nick (record, "kind", sme_rows_text (rows, i, "kind"));
      sme_record_set_text (record, "name", sme_rows_text (rows, i, "name"));
      sme_record_set_nick (record, "state", sme_rows_text (rows, i, "state"));
      sme_record_set_int (record, "changed_on",
                          sme_date_from_time (sme_rows_int (rows, i, "changed_at")));
      sme_record_set_text (record, "sha256", sme_rows_text (rows, i, "sha256"));
      sme_record_set_int (record, "bytes", sme_rows_int (rows, i, "bytes"));
      sme_record_append (dossier, "documents", document);
    }
  return rows != NULL;
}

/* A code that is out cannot be entered in another session, so it is shown to its own only. */
static void
add_otp (SmeCall *call, SmeStoredDossier *self)
{
  g_autoptr (SmeOtpState) otp = sme_otp_state_new ();
  g_autofree char *masked = sme_format_phone_masked (self->phone);
  SmeRecord *record = SME_RECORD (otp);

  sme_record_set_text (record, "sent_to", masked);
  sme_record_set_int (record, "attempts_left", MAX (0, SME_OTP_MAX_WRONG - self->otp_wrong));
  sme_record_set_int (record, "server_time", call->now);
  if (self->otp_mac != NULL && g_strcmp0 (self->otp_session, call->principal.session_id) == 0)
    {
      sme_record_set_int (record, "expires_at", self->otp_expires_at);
      sme_record_set_int (record, "resend_after", self->otp_resend_after);
    }
  sme_record_set_object (SME_RECORD (self->record), "otp", otp);
}

static void
read_private (SmeStoredDossier *self, SmeRows *rows, guint i)
{
  const char *signature = sme_rows_text (rows, i, "signature");

  self->account_id = g_strdup (sme_rows_text (rows, i, "account_id"));
  self->order_id = g_strdup (sme_rows_text (rows, i, "order_id"));
  self->order_state = g_strdup (sme_rows_text (rows, i, "order_state"));
  self->state = g_strdup (sme_rows_text (rows, i, "state"));
  self->phone = g_strdup (sme_rows_text (rows, i, "phone"));
  self->version = sme_rows_int (rows, i, "version");
  self->otp_mac = g_strdup (sme_rows_text (rows, i, "otp_mac"));
  self->otp_digest = g_strdup (sme_rows_text (rows, i, "otp_digest"));
  self->otp_session = g_strdup (sme_rows_text (rows, i, "otp_session"));
  self->otp_expires_at = sme_rows_int (rows, i, "otp_expires_at");
  self->otp_resend_after = sme_rows_int (rows, i, "otp_resend_after");
  self->otp_wrong = sme_rows_int (rows, i, "otp_wrong");
  if (signature != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (signature, strlen (signature));
      self->signature = sme_record_from_bytes (SME_TYPE_SIGNATURE_INPUT, bytes, 0, NULL, NULL);
    }
}

/* The order waits for it, and this sign-in is one that signs. */
static gboolean
can_sign (SmeCall *call, SmeStoredDossier *self, SmeDossierKind kind)
{
  static const char *const open[] = { "ready", "otp_sent", "otp_verified", "signature_saved",
                                      NULL };
  const char *principal = call->principal.kind;

  return (g_strcmp0 (principal, "signing") == 0 || g_strcmp0 (principal, "signer") == 0) &&
         g_strv_contains (open, self->state) &&
         g_str_equal (self->order_state, kind == SME_DOSSIER_ACCEPTANCE ? "accepting" : "signing");
}

static SmeStoredDossier *
read_dossier (SmeCall *call, SmeRows *rows, guint i, GError **error)
{
  g_autoptr (SmeStoredDossier) self = g_new0 (SmeStoredDossier, 1);
  SmeRecord *record;
  SmeDossierKind kind;
  gint64 unread = 0;

  read_private (self, rows, i);
  self->record = sme_dossier_new ();
  record = SME_RECORD (self->record);
  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_nick (record, "kind", sme_rows_text (rows, i, "kind"));
  kind = (SmeDossierKind) sme_record_get_int (record, "kind");
  sme_record_set_text (record, "order_id", self->order_id);
  sme_record_set_text (record, "name", sme_rows_text (rows, i, "name"));
  sme_record_set_text (record, "customer", sme_rows_text (rows, i, "customer"));
  sme_record_set_text (record, "product_type", PRODUCT_TYPE);
  sme_record_set_text (record, "template", templates[kind].template);
  sme_record_set_text (record, "template_code", templates[kind].code);
  sme_record_set_text (record, "order_number", sme_rows_text (rows, i, "order_number"));
  sme_record_set_text (record, "transaction_code", sme_rows_text (rows, i, "transaction_code"));
  sme_record_set_nick (record, "state", self->state);
  sme_record_set_int (record, "created_at", sme_rows_int (rows, i, "created_at"));
  if (!sme_rows_is_null (rows, i, "completed_at"))
    sme_record_set_int (record, "completed_at", sme_rows_int (rows, i, "completed_at"));
  sme_record_set_int (record, "can_sign", can_sign (call, self, kind));
  add_otp (call, self);
  if (!add_documents (call, record, error) ||
      !sme_store_count_unread (call, sme_rows_text (rows, i, "id"), &unread, error))
    return NULL;
  sme_record_set_int (record, "unread_messages", unread);
  return g_steal_pointer (&self);
}

gboolean
sme_store_may_see_dossier (SmeCall *call, const char *dossier_id, SmeRows *rows)
{
  SmePrincipal *principal = &call->principal;

  if (g_strcmp0 (principal->account_id, sme_rows_text (rows, 0, "account_id")) != 0)
    return FALSE;
  if (principal->order_id != NULL &&
      !g_str_equal (principal->order_id, sme_rows_text (rows, 0, "order_id")))
    return FALSE;
  return principal->dossier_id == NULL || g_str_equal (principal->dossier_id, dossier_id);
}

SmeStoredDossier *
sme_store_find_dossier (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT d.*, o.number AS order_number, o.state AS order_state FROM dossier d JOIN"
                  " orders o ON o.id = d.order_id WHERE d.id = :id",
                  "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0 || !sme_store_may_see_dossier (call, id, rows))
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  return read_dossier (call, rows, 0, error);
}

char *
sme_store_find_dossier_account (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT account_id FROM dossier WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > 0)
    return g_strdup (sme_rows_text (rows, 0, "account_id"));
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

static gboolean
count_dossiers (SmeCall *call, gint64 *total, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT COUNT (*) AS n FROM dossier WHERE account_id = :account AND id = COALESCE (:only, id)"
    " AND order_id = COALESCE (:order, order_id)",
    "account:s", call->principal.account_id, "only:s", call->principal.dossier_id, "order:s",
    call->principal.order_id, NULL);

  if (rows != NULL)
    *total = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

GListModel *
sme_store_list_dossiers (SmeCall *call,
                         guint limit,
                         const char *after,
                         gint64 *total,
                         char **next,
                         GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_DOSSIER);
  g_autoptr (SmeRows) rows = NULL;

  if (!count_dossiers (call, total, error))
    return NULL;
  rows = sme_db_query (
    call->db, error,
    "SELECT d.*, o.number AS order_number, o.state AS order_state FROM dossier d JOIN"
    " orders o ON o.id = d.order_id LEFT JOIN dossier a ON a.id = :after WHERE "
    "d.account_id = :account"
    " AND d.id = COALESCE (:only, d.id) AND d.order_id = COALESCE (:order, d.order_id)"
    " AND (a.id IS NULL OR d.created_at <"
    " a.created_at OR (d.created_at = a.created_at AND d.id < a.id))"
    " ORDER BY d.created_at DESC, d.id DESC LIMIT :limit",
    "after:s", after, "account:s", call->principal.account_id, "only:s", call->principal.dossier_id,
    "order:s", call->principal.order_id, "limit:i", (gint64) limit + 1, NULL);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < MIN (sme_rows_count (rows), limit); i++)
    {
      g_autoptr (SmeStoredDossier) dossier = read_dossier (call, rows, i, error);
      if (dossier == NULL)
        return NULL;
      g_list_store_append (list, dossier->record);
    }
  if (sme_rows_count (rows) > limit)
    *next = g_strdup (sme_rows_text (rows, limit - 1, "id"));
  return G_LIST_MODEL (g_steal_pointer (&list));
}
