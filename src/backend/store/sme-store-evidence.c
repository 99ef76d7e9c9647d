/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-evidence.h"

#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

gboolean
sme_store_insert_evidence (SmeCall *call, SmeEvidence *evidence, GBytes *content, GError **error)
{
  SmeRecord *record = SME_RECORD (evidence);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autofree char *json = NULL;

  sme_record_set_text (record, "sha256", sha256);
  json = sme_record_to_json (record);
  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO evidence (dossier_id, record, sha256, content, created_at)"
                     " VALUES (:id, :record, :sha256, :content, :now)",
                     "id:s", sme_record_get_text (record, "dossier_id"), "record:s", json,
                     "sha256:s", sha256, "content:b", content, "now:i", call->now, NULL);
}

static SmeEvidence *
read_evidence (SmeRows *rows, guint i, GError **error)
{
  const char *text = sme_rows_text (rows, i, "record");
  g_autoptr (GBytes) json = g_bytes_new (text, strlen (text));

  return sme_record_from_bytes (SME_TYPE_EVIDENCE, json, 0, NULL, error);
}

SmeEvidence *
sme_store_find_evidence (SmeCall *call, const char *dossier_id, GBytes **content, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, dossier_id, error);
  g_autoptr (SmeRows) rows = NULL;

  if (dossier == NULL)
    return NULL;
  rows =
    sme_db_query (call->db, error, "SELECT record, content FROM evidence WHERE dossier_id = :id",
                  "id:s", dossier_id, NULL);
  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  if (content != NULL)
    *content = g_bytes_ref (sme_rows_bytes (rows, 0, "content"));
  return read_evidence (rows, 0, error);
}

GListModel *
sme_store_list_evidence (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_EVIDENCE);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT e.record FROM evidence e JOIN dossier d ON d.id = e.dossier_id WHERE d.account_id ="
    " :account ORDER BY e.created_at, e.dossier_id",
    "account:s", account_id, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeEvidence) evidence = read_evidence (rows, i, error);

      if (evidence == NULL)
        return NULL;
      g_list_store_append (list, evidence);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}
