/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-econtract.h"

#include "backend/sme-passwords.h"
#include "backend/store/sme-ids.h"

#include <string.h>

#define FIRST_PASSWORD_LENGTH 12
#define MAC_PREFIX "mac:"

void
sme_econtract_user_free (SmeEcontractUser *self)
{
  g_free (self->account_id);
  g_free (self->username);
  g_free (self->password_hash);
  g_free (self);
}

SmeEcontractUser *
sme_store_find_econtract_user (SmeCall *call,
                               const char *account_id,
                               const char *username,
                               GError **error)
{
  SmeEcontractUser *self;
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT * FROM econtract_user WHERE account_id = :account OR username = :username", "account:s",
    account_id, "username:s", username, NULL);

  if (rows == NULL || sme_rows_count (rows) == 0)
    return NULL;
  self = g_new0 (SmeEcontractUser, 1);
  self->account_id = g_strdup (sme_rows_text (rows, 0, "account_id"));
  self->username = g_strdup (sme_rows_text (rows, 0, "username"));
  self->password_hash = g_strdup (sme_rows_text (rows, 0, "password_hash"));
  self->password_changed = !sme_rows_is_null (rows, 0, "password_changed_at");
  return self;
}

static char *
mac_first_password (SmeCall *call, const char *password)
{
  g_autofree char *mac =
    sme_keys_mac (sme_backend_get_keys (call->backend), "first-password", password, NULL);

  return g_strconcat (MAC_PREFIX, mac, NULL);
}

SmeEcontractUser *
sme_store_make_econtract_user (SmeCall *call,
                               const char *account_id,
                               char **password,
                               GError **error)
{
  g_autoptr (SmeEcontractUser) self = g_new0 (SmeEcontractUser, 1);
  g_autofree char *digits = sme_digits_new (10);

  *password = sme_readable_new (FIRST_PASSWORD_LENGTH);
  self->account_id = g_strdup (account_id);
  self->username = g_strconcat ("kh", digits, NULL);
  self->password_hash = mac_first_password (call, *password);
  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO econtract_user (account_id, username, password_hash, created_at)"
                   " VALUES (:account, :username, :hash, :now)",
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
sme_store_set_econtract_password (SmeCall *call,
                                  const char *account_id,
                                  const char *hash,
                                  GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE econtract_user SET password_hash = :hash, password_changed_at = :now"
                     " WHERE account_id = :account",
                     "hash:s", hash, "now:i", call->now, "account:s", account_id, NULL);
}
