/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-signers.h"

#include "backend/store/sme-ids.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"

#define COOL_DOWN (60 * 1000)

void
sme_signer_free (SmeSigner *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->user, sme_econtract_user_free);
  g_free (self->password);
  g_free (self);
}

gboolean
sme_store_has_signer (SmeCall *call, const char *order_id, gboolean *invited, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT id FROM signer WHERE order_id = :id AND withdrawn_at IS NULL", "id:s",
    order_id, NULL);

  *invited = rows != NULL && sme_rows_count (rows) > 0;
  return rows != NULL;
}

static void
read_time (SmeRecord *record, SmeRows *rows, guint i, const char *field, const char *column)
{
  if (!sme_rows_is_null (rows, i, column))
    sme_record_set_int (record, field, sme_rows_int (rows, i, column));
}

static SmeSignerState
judge (SmeRows *rows, guint i)
{
  if (!sme_rows_is_null (rows, i, "signed_at"))
    return SME_SIGNER_SIGNED;
  if (!sme_rows_is_null (rows, i, "withdrawn_at"))
    return SME_SIGNER_WITHDRAWN;
  return sme_rows_is_null (rows, i, "first_used_at") ? SME_SIGNER_INVITED : SME_SIGNER_SIGNED_IN;
}

static SmeSignerInvitation *
read_invitation (SmeCall *call, SmeRows *rows, guint i)
{
  SmeSignerInvitation *invitation = sme_signer_invitation_new ();
  SmeRecord *record = SME_RECORD (invitation);
  g_autofree char *phone = sme_format_phone_masked (sme_rows_text (rows, i, "phone"));

  sme_record_set_text (record, "order_id", sme_rows_text (rows, i, "order_id"));
  sme_record_set_int (record, "state", (int) judge (rows, i));
  sme_record_set_text (record, "name", sme_rows_text (rows, i, "name"));
  sme_record_set_text (record, "email", sme_rows_text (rows, i, "email"));
  sme_record_set_text (record, "phone", phone);
  sme_record_set_int (record, "invited_at", sme_rows_int (rows, i, "created_at"));
  sme_record_set_int (record, "sent_at", sme_rows_int (rows, i, "sent_at"));
  sme_record_set_int (record, "resend_after", sme_rows_int (rows, i, "resend_after"));
  read_time (record, rows, i, "signed_in_at", "first_used_at");
  read_time (record, rows, i, "signed_at", "signed_at");
  read_time (record, rows, i, "withdrawn_at", "withdrawn_at");
  sme_record_set_int (record, "server_time", call->now);
  return invitation;
}

static SmeEcontractUser *
read_user (SmeRows *rows)
{
  SmeEcontractUser *user = g_new0 (SmeEcontractUser, 1);

  user->account_id = g_strdup (sme_rows_text (rows, 0, "account_id"));
  user->signer_id = g_strdup (sme_rows_text (rows, 0, "id"));
  user->order_id = g_strdup (sme_rows_text (rows, 0, "order_id"));
  user->username = g_strdup (sme_rows_text (rows, 0, "username"));
  user->password_changed = !sme_rows_is_null (rows, 0, "password_changed_at");
  return user;
}

SmeSigner *
sme_store_find_signer (SmeCall *call, const char *order_id, GError **error)
{
  SmeSigner *self;
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT * FROM signer WHERE order_id = :id ORDER BY created_at DESC, id DESC LIMIT 1", "id:s",
    order_id, NULL);

  if (rows == NULL || sme_rows_count (rows) == 0)
    return NULL;
  self = g_new0 (SmeSigner, 1);
  self->record = read_invitation (call, rows, 0);
  self->user = read_user (rows);
  self->withdrawn = !sme_rows_is_null (rows, 0, "withdrawn_at");
  return self;
}

GListModel *
sme_store_list_signers (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_SIGNER_INVITATION);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM signer WHERE account_id = :account ORDER BY created_at, id",
    "account:s", account_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeSignerInvitation) item = read_invitation (call, rows, i);

      g_list_store_append (list, item);
    }
  return rows != NULL ? G_LIST_MODEL (g_steal_pointer (&list)) : NULL;
}

/* As it is now; @password is not kept. */
static SmeSigner *
answer (SmeCall *call, const char *order_id, const char *password, GError **error)
{
  SmeSigner *self = sme_store_find_signer (call, order_id, error);

  if (self != NULL)
    self->password = g_strdup (password);
  return self;
}

SmeSigner *
sme_store_insert_signer (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmeRecord *record = SME_RECORD (order->record);
  SmeRecord *profile = sme_record_get_object (record, "profile");
  const char *order_id = sme_record_get_text (record, "id");
  g_autofree char *id = sme_id_new ();
  g_autofree char *username = sme_store_new_econtract_name ();
  g_autofree char *mac = NULL;
  g_autofree char *password = sme_store_new_first_password (call, &mac);

  if (!sme_db_run (
        call->db, NULL, error,
        "INSERT INTO signer (id, order_id, account_id, name, email, phone, username,"
        " password_hash, first_mac, sent_at, resend_after, created_at) VALUES (:id, :order,"
        " :account, :name, :email, :phone, :username, :mac, :mac, :now, :resend, :now)",
        "id:s", id, "order:s", order_id, "account:s", order->account_id, "name:s",
        sme_record_get_text (profile, "full_name"), "email:s",
        sme_record_get_text (profile, "email"), "phone:s", sme_record_get_text (profile, "phone"),
        "username:s", username, "mac:s", mac, "now:i", call->now, "resend:i", call->now + COOL_DOWN,
        NULL))
    return NULL;
  return answer (call, order_id, password, error);
}

gboolean
sme_store_renew_signer (SmeCall *call, SmeSigner *signer, GError **error)
{
  g_autofree char *mac = NULL;
  g_autofree char *password = sme_store_new_first_password (call, &mac);
  SmeRecord *record = SME_RECORD (signer->record);

  if (!sme_db_run (call->db, NULL, error,
                   "UPDATE signer SET sent_at = :now, resend_after = :resend WHERE id = :id",
                   "now:i", call->now, "resend:i", call->now + COOL_DOWN, "id:s",
                   signer->user->signer_id, NULL))
    return FALSE;
  sme_record_set_int (record, "sent_at", call->now);
  sme_record_set_int (record, "resend_after", call->now + COOL_DOWN);
  if (signer->user->password_changed)
    return TRUE;
  signer->password = g_steal_pointer (&password);
  return sme_db_run (call->db, NULL, error,
                     "UPDATE signer SET password_hash = :mac, first_mac = :mac WHERE id = :id",
                     "mac:s", mac, "id:s", signer->user->signer_id, NULL);
}

gboolean
sme_store_withdraw_signer (SmeCall *call, SmeSigner *signer, GError **error)
{
  return sme_db_run (call->db, NULL, error, "UPDATE signer SET withdrawn_at = :now WHERE id = :id",
                     "now:i", call->now, "id:s", signer->user->signer_id, NULL) &&
         sme_db_run (call->db, NULL, error, "DELETE FROM token WHERE signer_id = :id", "id:s",
                     signer->user->signer_id, NULL);
}

gboolean
sme_store_withdraw_signers (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "DELETE FROM token WHERE signer_id IN (SELECT id FROM signer WHERE order_id ="
                     " :order)",
                     "order:s", order_id, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE signer SET withdrawn_at = :now WHERE order_id = :order AND"
                     " withdrawn_at IS NULL",
                     "now:i", call->now, "order:s", order_id, NULL);
}

gboolean
sme_store_note_signature (SmeCall *call, GError **error)
{
  return call->principal.signer_id == NULL ||
         sme_db_run (call->db, NULL, error, "UPDATE signer SET signed_at = :now WHERE id = :id",
                     "now:i", call->now, "id:s", call->principal.signer_id, NULL);
}
