/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-econtract.h"

#include "backend/sme-passwords.h"
#include "backend/store/sme-ids.h"

#define FIRST_PASSWORD_LENGTH 12
#define MAC_PREFIX "mac:"

#define SELECT_ACCOUNTS \
  "SELECT account_id, NULL AS signer_id, NULL AS order_id, username, password_hash, first_mac," \
  " password_changed_at, first_used_at FROM econtract_user"
#define SELECT_SIGNERS \
  "SELECT account_id, id AS signer_id, order_id, username, password_hash, first_mac," \
  " password_changed_at, first_used_at FROM signer WHERE withdrawn_at IS NULL"

void
sme_econtract_user_free (SmeEcontractUser *self)
{
  g_free (self->account_id);
  g_free (self->signer_id);
  g_free (self->order_id);
  g_free (self->username);
  g_free (self->password_hash);
  g_free (self->first_mac);
  g_free (self);
}

static SmeEcontractUser *
read_user (SmeRows *rows)
{
  SmeEcontractUser *self;

  if (rows == NULL || sme_rows_count (rows) == 0)
    return NULL;
  self = g_new0 (SmeEcontractUser, 1);
  self->account_id = g_strdup (sme_rows_text (rows, 0, "account_id"));
  self->signer_id = g_strdup (sme_rows_text (rows, 0, "signer_id"));
  self->order_id = g_strdup (sme_rows_text (rows, 0, "order_id"));
  self->username = g_strdup (sme_rows_text (rows, 0, "username"));
  self->password_hash = g_strdup (sme_rows_text (rows, 0, "password_hash"));
  self->first_mac = g_strdup (sme_rows_text (rows, 0, "first_mac"));
  self->password_changed = !sme_rows_is_null (rows, 0, "password_changed_at");
  if (self->password_changed)
    self->password_changed_at = sme_rows_int (rows, 0, "password_changed_at");
  self->used = !sme_rows_is_null (rows, 0, "first_used_at");
  return self;
}

SmeEcontractUser *
sme_store_find_econtract_user (SmeCall *call,
                               const char *account_id,
                               const char *username,
                               GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, SELECT_ACCOUNTS " WHERE account_id = :account OR username = :username",
    "account:s", account_id, "username:s", username, NULL);
  g_autoptr (SmeRows) signers = NULL;

  if (rows == NULL || sme_rows_count (rows) > 0 || username == NULL)
    return read_user (rows);
  signers = sme_db_query (call->db, error, SELECT_SIGNERS " AND username = :username", "username:s",
                          username, NULL);
  return read_user (signers);
}

SmeEcontractUser *
sme_store_find_own_econtract_user (SmeCall *call, GError **error)
{
  g_autoptr (SmeRows) rows = NULL;

  if (call->principal.signer_id == NULL)
    return sme_store_find_econtract_user (call, call->principal.account_id, NULL, error);
  rows = sme_db_query (call->db, error, SELECT_SIGNERS " AND id = :id", "id:s",
                       call->principal.signer_id, NULL);
  return read_user (rows);
}

static char *
mac_first_password (SmeCall *call, const char *password)
{
  g_autofree char *mac =
    sme_keys_mac (sme_backend_get_keys (call->backend), "first-password", password, NULL);

  return g_strconcat (MAC_PREFIX, mac, NULL);
}

char *
sme_store_new_econtract_name (void)
{
  g_autofree char *digits = sme_digits_new (10);

  return g_strconcat ("kh", digits, NULL);
}

char *
sme_store_new_first_password (SmeCall *call, char **mac)
{
  char *password = sme_readable_new (FIRST_PASSWORD_LENGTH);

  *mac = mac_first_password (call, password);
  return password;
}

SmeEcontractUser *
sme_store_make_econtract_user (SmeCall *call,
                               const char *account_id,
                               char **password,
                               GError **error)
{
  g_autoptr (SmeEcontractUser) self = g_new0 (SmeEcontractUser, 1);

  self->account_id = g_strdup (account_id);
  self->username = sme_store_new_econtract_name ();
  *password = sme_store_new_first_password (call, &self->password_hash);
  self->first_mac = g_strdup (self->password_hash);
  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO econtract_user (account_id, username, password_hash, first_mac,"
                   " created_at) VALUES (:account, :username, :hash, :hash, :now)",
                   "account:s", account_id, "username:s", self->username, "hash:s",
                   self->password_hash, "now:i", call->now, NULL))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
sme_econtract_user_check (SmeCall *call, SmeEcontractUser *user, const char *password)
{
  g_autofree char *mac = NULL;

  if (!g_str_has_prefix (user->password_hash, MAC_PREFIX))
    return sme_password_verify (user->password_hash, password);
  /* As long as for a password that was chosen, so that the time tells of nobody. */
  sme_password_verify (NULL, password);
  mac = mac_first_password (call, password);
  return sme_keys_equal (mac, user->password_hash);
}

gboolean
sme_econtract_user_had_first (SmeCall *call, SmeEcontractUser *user, const char *password)
{
  g_autofree char *mac = mac_first_password (call, password);

  return user->password_changed && user->first_mac != NULL && sme_keys_equal (mac, user->first_mac);
}

gboolean
sme_store_use_econtract_user (SmeCall *call, SmeEcontractUser *user, GError **error)
{
  if (user->signer_id != NULL)
    return sme_db_run (call->db, NULL, error,
                       "UPDATE signer SET first_used_at = COALESCE (first_used_at, :now) WHERE"
                       " id = :id",
                       "now:i", call->now, "id:s", user->signer_id, NULL);
  return sme_db_run (call->db, NULL, error,
                     "UPDATE econtract_user SET first_used_at = COALESCE (first_used_at, :now)"
                     " WHERE account_id = :id",
                     "now:i", call->now, "id:s", user->account_id, NULL);
}

gboolean
sme_store_set_econtract_password (SmeCall *call,
                                  SmeEcontractUser *user,
                                  const char *hash,
                                  GError **error)
{
  if (user->signer_id != NULL)
    return sme_db_run (call->db, NULL, error,
                       "UPDATE signer SET password_hash = :hash, password_changed_at = :now WHERE"
                       " id = :id",
                       "hash:s", hash, "now:i", call->now, "id:s", user->signer_id, NULL);
  return sme_db_run (call->db, NULL, error,
                     "UPDATE econtract_user SET password_hash = :hash, password_changed_at = :now"
                     " WHERE account_id = :id",
                     "hash:s", hash, "now:i", call->now, "id:s", user->account_id, NULL);
}

gboolean
sme_store_end_econtract (SmeCall *call, SmeEcontractUser *user, GError **error)
{
  const char *asking = call->principal.session_id;

  if (user->signer_id != NULL)
    return sme_db_run (call->db, NULL, error,
                       "DELETE FROM token WHERE signer_id = :id AND session_id <> COALESCE"
                       " (:asking, '')",
                       "id:s", user->signer_id, "asking:s", asking, NULL);
  return sme_db_run (call->db, NULL, error,
                     "DELETE FROM token WHERE account_id = :id AND kind = 'lookup' AND session_id"
                     " <> COALESCE (:asking, '')",
                     "id:s", user->account_id, "asking:s", asking, NULL);
}
