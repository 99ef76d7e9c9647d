/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-bank-session.h"

#include "backend/store/sme-ids.h"

#include <string.h>

#define NONCE_PREFIX "bank_nonce:"
#define SESSION_PREFIX "bank_session:"
#define COOKIE "onesme-bank="

static char *
name_setting (SmeCall *call, const char *prefix, const char *secret)
{
  g_autofree char *mac = sme_keys_mac (sme_backend_get_keys (call->backend), prefix, secret, NULL);

  return g_strconcat (prefix, mac, NULL);
}

static gboolean
put_setting (SmeCall *call,
             const char *prefix,
             const char *secret,
             const char *value,
             GError **error)
{
  g_autofree char *name = name_setting (call, prefix, secret);

  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO setting (name, value) VALUES (:name, :value)", "name:s", name,
                     "value:s", value, NULL);
}

/* NULL when there is none. */
static char *
read_setting (SmeCall *call, const char *name, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT value FROM setting WHERE name = :name", "name:s", name, NULL);

  if (rows == NULL || sme_rows_count (rows) == 0)
    return NULL;
  return g_strdup (sme_rows_text (rows, 0, "value"));
}

/* Reads and removes it. */
static char *
take_setting (SmeCall *call, const char *prefix, const char *secret, GError **error)
{
  g_autofree char *name = name_setting (call, prefix, secret);
  g_autofree char *value = read_setting (call, name, error);

  if (value == NULL || !sme_db_run (call->db, NULL, error, "DELETE FROM setting WHERE name = :name",
                                    "name:s", name, NULL))
    return NULL;
  return g_steal_pointer (&value);
}

char *
sme_bank_nonce_new (SmeCall *call, const char *value, GError **error)
{
  g_autofree char *nonce = sme_secret_new ();

  return put_setting (call, NONCE_PREFIX, nonce, value, error) ? g_steal_pointer (&nonce) : NULL;
}

char *
sme_bank_nonce_take (SmeCall *call, const char *nonce, GError **error)
{
  return take_setting (call, NONCE_PREFIX, nonce, error);
}

static char *
make_csrf (SmeCall *call, const char *session)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), "bank-csrf", session, NULL);
}

char *
sme_bank_session_new (SmeCall *call, const char *value, char **csrf, GError **error)
{
  g_autofree char *session = sme_secret_new ();

  if (!put_setting (call, SESSION_PREFIX, session, value, error))
    return NULL;
  *csrf = make_csrf (call, session);
  return g_strdup_printf (COOKIE "%s; HttpOnly; SameSite=Strict; Path=/local/bank; Max-Age=900",
                          session);
}

static char *
read_cookie (SmeCall *call)
{
  const char *found = call->cookie != NULL ? strstr (call->cookie, COOKIE) : NULL;

  if (found == NULL)
    return NULL;
  found += strlen (COOKIE);
  return g_strndup (found, strcspn (found, ";, "));
}

GHashTable *
sme_bank_session_read_form (SmeCall *call)
{
  gsize length;
  const char *data = g_bytes_get_data (call->body_bytes, &length);
  g_autofree char *session = read_cookie (call);
  g_autofree char *csrf = session != NULL ? make_csrf (call, session) : NULL;
  g_autoptr (GHashTable) form = NULL;
  const char *given;

  if (csrf == NULL || data == NULL || !g_utf8_validate_len (data, length, NULL))
    return NULL;
  form = g_uri_parse_params (data, (gssize) length, "&", G_URI_PARAMS_WWW_FORM, NULL);
  given = form != NULL ? g_hash_table_lookup (form, "csrf") : NULL;
  return given != NULL && sme_keys_equal (given, csrf) ? g_steal_pointer (&form) : NULL;
}

char *
sme_bank_session_take (SmeCall *call, GError **error)
{
  g_autofree char *session = read_cookie (call);

  return session != NULL ? take_setting (call, SESSION_PREFIX, session, error) : NULL;
}

char *
sme_bank_session_peek (SmeCall *call, GError **error)
{
  g_autofree char *session = read_cookie (call);
  g_autofree char *name = session != NULL ? name_setting (call, SESSION_PREFIX, session) : NULL;

  return name != NULL ? read_setting (call, name, error) : NULL;
}
