/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-tokens.h"

#include "backend/store/sme-ids.h"
#include "core/sme-problem.h"
#include "core/sme-session-info.h"

static char *
hash_token (SmeCall *call, const char *token)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), "token", token, NULL);
}

static SmeRows *
look_up (SmeCall *call, const char *token, GError **error)
{
  g_autofree char *hash = hash_token (call, token);

  return sme_db_query (call->db, error,
                       "SELECT t.kind, t.account_id, t.family_id, t.generation, t.dossier_id,"
                       " t.session_id, t.expires_at, t.signer_id, s.order_id FROM token t LEFT JOIN"
                       " signer s ON s.id = t.signer_id WHERE t.hash = :hash AND t.expires_at >"
                       " :now",
                       "hash:s", hash, "now:i", call->now, NULL);
}

gboolean
sme_store_find_token (SmeCall *call, const char *token, SmePrincipal *principal, GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, token, error);

  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) == 0 || g_str_equal (sme_rows_text (rows, 0, "kind"), "refresh"))
    {
      sme_problem_set (error, SME_PROBLEM_NO_SESSION, NULL);
      return FALSE;
    }
  principal->kind = g_strdup (sme_rows_text (rows, 0, "kind"));
  principal->account_id = g_strdup (sme_rows_text (rows, 0, "account_id"));
  principal->family_id = g_strdup (sme_rows_text (rows, 0, "family_id"));
  principal->session_id = g_strdup (sme_rows_text (rows, 0, "session_id"));
  principal->dossier_id = g_strdup (sme_rows_text (rows, 0, "dossier_id"));
  principal->signer_id = g_strdup (sme_rows_text (rows, 0, "signer_id"));
  principal->order_id = g_strdup (sme_rows_text (rows, 0, "order_id"));
  principal->expires_at = sme_rows_int (rows, 0, "expires_at");
  return TRUE;
}

char *
sme_store_mint_token (SmeCall *call,
                      const char *kind,
                      const char *account_id,
                      const char *family_id,
                      gint64 generation,
                      const char *dossier_id,
                      gint64 life,
                      GError **error)
{
  g_autofree char *token = sme_secret_new ();
  g_autofree char *hash = hash_token (call, token);
  g_autofree char *session_id = sme_id_new ();

  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO token (hash, kind, account_id, family_id, generation, dossier_id,"
                   " session_id, expires_at) VALUES (:hash, :kind, :account, :family, :generation,"
                   " :dossier, :session, :expires)",
                   "hash:s", hash, "kind:s", kind, "account:s", account_id, "family:s", family_id,
                   "generation:i", generation, "dossier:s", dossier_id, "session:s", session_id,
                   "expires:i", call->now + life, NULL))
    return NULL;
  return g_steal_pointer (&token);
}

char *
sme_store_mint_signer_token (SmeCall *call,
                             const char *account_id,
                             const char *signer_id,
                             gint64 life,
                             GError **error)
{
  g_autofree char *token =
    sme_store_mint_token (call, "signer", account_id, NULL, 0, NULL, life, error);
  g_autofree char *hash = token != NULL ? hash_token (call, token) : NULL;

  if (token == NULL ||
      !sme_db_run (call->db, NULL, error, "UPDATE token SET signer_id = :signer WHERE hash = :hash",
                   "signer:s", signer_id, "hash:s", hash, NULL))
    return NULL;
  return g_steal_pointer (&token);
}

static gboolean
find_used_generation (SmeCall *call, const char *family_id, gint64 *used, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT used_generation FROM session_family WHERE id = :id",
                  "id:s", family_id, NULL);

  if (rows == NULL)
    return FALSE;
  *used = sme_rows_count (rows) > 0 ? sme_rows_int (rows, 0, "used_generation") : G_MAXINT64;
  return TRUE;
}

static gboolean
mark_used (SmeCall *call, const char *family_id, gint64 generation, GError **error)
{
  /* A successor made by an earlier try whose answer got lost is void once another one is made. */
  return sme_db_run (call->db, NULL, error,
                     "UPDATE session_family SET used_generation = :used, last_used_at = :now"
                     " WHERE id = :id",
                     "used:i", generation, "now:i", call->now, "id:s", family_id, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "DELETE FROM token WHERE family_id = :id AND (generation > :used OR"
                     " (kind = 'refresh' AND generation < :used))",
                     "id:s", family_id, "used:i", generation, NULL);
}

gboolean
sme_store_use_refresh_token (SmeCall *call,
                             const char *token,
                             char **family_id,
                             char **account_id,
                             gint64 *generation,
                             GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, token, error);
  gint64 used;

  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) == 0 || !g_str_equal (sme_rows_text (rows, 0, "kind"), "refresh"))
    {
      sme_problem_set (error, SME_PROBLEM_NO_SESSION, NULL);
      return FALSE;
    }
  *generation = sme_rows_int (rows, 0, "generation");
  if (!find_used_generation (call, sme_rows_text (rows, 0, "family_id"), &used, error))
    return FALSE;
  if (*generation < used)
    {
      call->keep = sme_store_end_family (call, sme_rows_text (rows, 0, "family_id"), error);
      if (call->keep)
        sme_problem_set (error, SME_PROBLEM_NO_SESSION, NULL);
      return FALSE;
    }
  *family_id = g_strdup (sme_rows_text (rows, 0, "family_id"));
  *account_id = g_strdup (sme_rows_text (rows, 0, "account_id"));
  return mark_used (call, *family_id, *generation, error);
}

char *
sme_store_start_family (SmeCall *call,
                        const char *account_id,
                        const char *device_name,
                        GError **error)
{
  g_autofree char *id = sme_id_new ();

  if (!sme_db_run (call->db, NULL, error, "DELETE FROM token WHERE expires_at < :now", "now:i",
                   call->now, NULL))
    return NULL;
  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO session_family (id, account_id, device_name, used_generation,"
                   " created_at, last_used_at) VALUES (:id, :account, :device, 0, :now, :now)",
                   "id:s", id, "account:s", account_id, "device:s", device_name, "now:i", call->now,
                   NULL))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
sme_store_end_family (SmeCall *call, const char *family_id, GError **error)
{
  sme_call_ended (call, family_id);
  return sme_db_run (call->db, NULL, error, "DELETE FROM token WHERE family_id = :id", "id:s",
                     family_id, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE session_family SET ended_at = :now WHERE id = :id", "now:i", call->now,
                     "id:s", family_id, NULL);
}

gboolean
sme_store_end_tokens (SmeCall *call,
                      const char *account_id,
                      const char *kind,
                      const char *dossier_id,
                      GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "DELETE FROM token WHERE account_id = :account AND kind = :kind"
                     " AND (CAST (:dossier AS TEXT) IS NULL OR dossier_id = :dossier)",
                     "account:s", account_id, "kind:s", kind, "dossier:s", dossier_id, NULL);
}

#define ALIVE \
  " FROM session_family f WHERE f.account_id = :account AND f.ended_at IS NULL AND EXISTS " \
  "(SELECT 1" \
  " FROM token t WHERE t.family_id = f.id AND t.kind = 'refresh' AND t.expires_at > :now)"

static SmeSessionInfo *
read_session (SmeCall *call, SmeRows *rows, guint i)
{
  SmeSessionInfo *info = sme_session_info_new ();
  SmeRecord *record = SME_RECORD (info);
  const char *id = sme_rows_text (rows, i, "id");

  sme_record_set_text (record, "id", id);
  sme_record_set_text (record, "device_name", sme_rows_text (rows, i, "device_name"));
  sme_record_set_int (record, "created_at", sme_rows_int (rows, i, "created_at"));
  sme_record_set_int (record, "last_used_at", sme_rows_int (rows, i, "last_used_at"));
  sme_record_set_int (record, "current", g_strcmp0 (id, call->principal.family_id) == 0);
  return info;
}

GListModel *
sme_store_list_families (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_SESSION_INFO);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT f.*" ALIVE " ORDER BY f.last_used_at DESC, f.id",
                  "account:s", account_id, "now:i", call->now, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeSessionInfo) info = read_session (call, rows, i);
      g_list_store_append (list, info);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

gboolean
sme_store_end_families (SmeCall *call,
                        const char *account_id,
                        const char *only,
                        const char *except,
                        guint *n_ended,
                        GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT f.id" ALIVE " AND f.id = COALESCE (:only, f.id) AND f.id <> COALESCE"
    " (:except, '')",
    "account:s", account_id, "now:i", call->now, "only:s", only, "except:s", except, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_store_end_family (call, sme_rows_text (rows, i, "id"), error))
      return FALSE;
  if (rows != NULL && n_ended != NULL)
    *n_ended = sme_rows_count (rows);
  return rows != NULL;
}

gboolean
sme_store_end_everything (SmeCall *call, const char *account_id, GError **error)
{
  return sme_store_end_families (call, account_id, NULL, NULL, NULL, error) &&
         sme_store_end_tokens (call, account_id, "signing", NULL, error);
}
