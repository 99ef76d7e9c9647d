/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-accounts.h"

#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-consents.h"
#include "core/sme-email.h"
#include "core/sme-problem.h"

void
sme_stored_account_free (SmeStoredAccount *self)
{
  g_free (self->id);
  g_free (self->email);
  g_free (self->password_hash);
  g_free (self->full_name);
  g_free (self->phone);
  g_free (self->organisation_name);
  g_free (self->tax_code);
  g_free (self->registration_number);
  g_free (self->position);
  g_free (self->language);
  g_free (self->state);
  g_free (self);
}

static SmeStoredAccount *
read_account (SmeRows *rows)
{
  SmeStoredAccount *self = g_new0 (SmeStoredAccount, 1);
  int type = SME_CUSTOMER_PERSON;

  sme_enum_from_nick (SME_TYPE_CUSTOMER_TYPE, sme_rows_text (rows, 0, "customer_type"), &type);
  self->id = g_strdup (sme_rows_text (rows, 0, "id"));
  self->email = g_strdup (sme_rows_text (rows, 0, "email"));
  self->password_hash = g_strdup (sme_rows_text (rows, 0, "password_hash"));
  self->full_name = g_strdup (sme_rows_text (rows, 0, "full_name"));
  self->phone = g_strdup (sme_rows_text (rows, 0, "phone"));
  self->organisation_name = g_strdup (sme_rows_text (rows, 0, "organisation_name"));
  self->tax_code = g_strdup (sme_rows_text (rows, 0, "tax_code"));
  self->registration_number = g_strdup (sme_rows_text (rows, 0, "registration_number"));
  self->position = g_strdup (sme_rows_text (rows, 0, "position"));
  self->phone_confirmed = !sme_rows_is_null (rows, 0, "phone_confirmed_at");
  self->version = sme_rows_int (rows, 0, "version");
  self->language = g_strdup (sme_rows_text (rows, 0, "language"));
  self->state = g_strdup (sme_rows_text (rows, 0, "state"));
  self->customer_type = (SmeCustomerType) type;
  self->created_at = sme_rows_int (rows, 0, "created_at");
  return self;
}

SmeStoredAccount *
sme_store_find_account (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM account WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > 0)
    return read_account (rows);
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

SmeStoredAccount *
sme_store_find_account_by_email (SmeCall *call, const char *email, GError **error)
{
  g_autofree char *key = sme_email_to_key (email);
  g_autoptr (SmeRows) rows = NULL;

  if (key == NULL)
    return NULL;
  rows = sme_db_query (call->db, error,
                       "SELECT * FROM account WHERE email_key = :key AND state = 'active'", "key:s",
                       key, NULL);
  return rows != NULL && sme_rows_count (rows) > 0 ? read_account (rows) : NULL;
}

static gboolean
insert_consents (SmeCall *call, const char *account_id, GListModel *consents, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; consents != NULL && i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr (SmeRecord) consent = g_list_model_get_item (consents, i);
      const char *purpose = sme_record_get_text (consent, "purpose");

      if (g_hash_table_add (seen, (gpointer) purpose) &&
          !sme_store_insert_consent (call, account_id, purpose,
                                     sme_record_get_text (consent, "version"), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_row (SmeCall *call, SmeRecord *request, const char *id, const char *hash, GError **error)
{
  g_autofree char *key = sme_email_to_key (sme_record_get_text (request, "email"));

  return sme_db_run (
    call->db, NULL, error,
    "INSERT INTO account (id, email, email_key, former_key, password_hash, customer_type, "
    "full_name, phone,"
    " organisation_name, tax_code, registration_number, position, language, state, version,"
    " created_at) VALUES (:id, :email, :key, :id, :hash, :type, :name, :phone, :org, :tax,"
    " :registration, :position, :language, 'pending_activation', 1, :now)",
    "id:s", id, "email:s", sme_record_get_text (request, "email"), "key:s", key, "hash:s", hash,
    "type:s", sme_record_get_nick (request, "customer_type"), "name:s",
    sme_record_get_text (request, "full_name"), "phone:s", sme_record_get_text (request, "phone"),
    "org:s", sme_record_get_text (request, "organisation_name"), "tax:s",
    sme_record_get_text (request, "tax_code"), "registration:s",
    sme_record_get_text (request, "registration_number"), "position:s",
    sme_record_get_text (request, "position"), "language:s", call->language, "now:i", call->now,
    NULL);
}

SmeStoredAccount *
sme_store_insert_account (SmeCall *call,
                          SmeRegistration *registration,
                          const char *password_hash,
                          GError **error)
{
  SmeRecord *request = SME_RECORD (registration);
  g_autofree char *id = sme_id_new ();

  if (!insert_row (call, request, id, password_hash, error) ||
      !insert_consents (call, id, sme_record_get_list (request, "consents"), error))
    return NULL;
  return sme_store_find_account (call, id, error);
}

gboolean
sme_store_set_account_state (SmeCall *call, const char *id, const char *state, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE account SET state = :state, version = version + 1 WHERE id = :id",
                     "state:s", state, "id:s", id, NULL);
}

gboolean
sme_store_touch_account (SmeCall *call, const char *id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE account SET version = version + 1 WHERE id = :id", "id:s", id, NULL);
}

gboolean
sme_store_set_account_text (SmeCall *call,
                            const char *id,
                            const char *column,
                            const char *value,
                            GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE account SET %s = :value, version = version + 1 WHERE id = :id", column);

  return sme_db_run (call->db, NULL, error, sql, "value:s", value, "id:s", id, NULL);
}

gboolean
sme_store_update_account (SmeCall *call, const char *id, SmeRecord *update, GError **error)
{
  static const char *const columns[] = { "full_name", "organisation_name", "tax_code",
                                         "registration_number", "position" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (sme_record_has (update, columns[i]) &&
        !sme_store_set_account_text (call, id, columns[i], sme_record_get_text (update, columns[i]),
                                     error))
      return FALSE;
  return !sme_record_has (update, "language") ||
         sme_store_set_account_text (call, id, "language", sme_record_get_nick (update, "language"),
                                     error);
}

gboolean
sme_store_confirm_phone (SmeCall *call, const char *id, const char *phone, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE account SET phone = :phone, phone_confirmed_at = :now, version ="
                     " version + 1 WHERE id = :id",
                     "phone:s", phone, "now:i", call->now, "id:s", id, NULL);
}

gboolean
sme_store_set_email (SmeCall *call, const char *id, const char *email, GError **error)
{
  g_autofree char *key = sme_email_to_key (email);

  return sme_db_run (call->db, NULL, error,
                     "UPDATE account SET email = :email, email_key = :key, version = version + 1"
                     " WHERE id = :id",
                     "email:s", email, "key:s", key, "id:s", id, NULL);
}

static gboolean
add_consents (SmeCall *call, SmeRecord *account, GError **error)
{
  g_autoptr (GListModel) consents =
    sme_store_list_consents (call, sme_record_get_text (account, "id"), TRUE, error);

  if (consents == NULL)
    return FALSE;
  sme_record_set_list (account, "consents", consents);
  return TRUE;
}

SmeAccount *
sme_store_make_account (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  g_autoptr (SmeAccount) result = sme_account_new ();
  SmeRecord *record = SME_RECORD (result);

  sme_record_set_text (record, "id", account->id);
  sme_record_set_int (record, "customer_type", account->customer_type);
  sme_record_set_text (record, "email", account->email);
  sme_record_set_text (record, "full_name", account->full_name);
  sme_record_set_text (record, "phone", account->phone);
  sme_record_set_text (record, "organisation_name", account->organisation_name);
  sme_record_set_text (record, "tax_code", account->tax_code);
  sme_record_set_text (record, "registration_number", account->registration_number);
  sme_record_set_text (record, "position", account->position);
  sme_record_set_nick (record, "language", account->language);
  sme_record_set_int (record, "phone_confirmed", account->phone_confirmed);
  sme_record_set_nick (record, "state", account->state);
  sme_record_set_int (record, "created_at", account->created_at);
  return add_consents (call, record, error) ? g_steal_pointer (&result) : NULL;
}

static char *
hash_activation (SmeCall *call, const char *token)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), "activation", token, NULL);
}

gboolean
sme_store_insert_activation (SmeCall *call,
                             const char *account_id,
                             const char *token,
                             GError **error)
{
  g_autofree char *hash = hash_activation (call, token);

  return sme_db_run (
    call->db, NULL, error,
    "INSERT INTO activation (token_hash, account_id, expires_at, created_at) VALUES"
    " (:hash, :account, :expires, :now)",
    "hash:s", hash, "account:s", account_id, "expires:i", call->now + SME_ACTIVATION_LIFE, "now:i",
    call->now, NULL);
}

char *
sme_store_use_activation (SmeCall *call, const char *token, GError **error)
{
  g_autofree char *hash = hash_activation (call, token);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT account_id, used_at, expires_at, superseded_at FROM activation WHERE"
                  " token_hash = :hash",
                  "hash:s", hash, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set_field (error, "/token", "unknown-value");
      return NULL;
    }
  if (!sme_rows_is_null (rows, 0, "superseded_at"))
    {
      sme_problem_set_field (error, "/token", "taken");
      return NULL;
    }
  /* A second click on the same link finds the account active: nothing is wrong with that. */
  if (sme_rows_is_null (rows, 0, "used_at") && sme_rows_int (rows, 0, "expires_at") <= call->now)
    {
      sme_problem_set_field (error, "/token", "expired");
      return NULL;
    }
  if (!sme_db_run (
        call->db, NULL, error,
        "UPDATE activation SET used_at = COALESCE (used_at, :now) WHERE token_hash = :hash",
        "now:i", call->now, "hash:s", hash, NULL))
    return NULL;
  return g_strdup (sme_rows_text (rows, 0, "account_id"));
}
