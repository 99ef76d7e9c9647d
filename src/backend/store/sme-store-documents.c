/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-documents.h"

#include "backend/store/sme-ids.h"
#include "core/sme-problem.h"

gboolean
sme_store_insert_document (SmeCall *call,
                           const char *dossier_id,
                           guint position,
                           const SmeNewDocument *document,
                           GError **error)
{
  g_autofree char *id = sme_id_new ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->content);

  return sme_db_run (
    call->db, NULL, error,
    "INSERT INTO document (id, dossier_id, kind, position, name, state, changed_at,"
    " template, sha256, content) VALUES (:id, :dossier, :kind, :position, :name,"
    " 'pending', :now, :template, :sha256, :content)",
    "id:s", id, "dossier:s", dossier_id, "kind:s",
    sme_enum_nick (SME_TYPE_DOCUMENT_KIND, (int) document->kind), "position:i", (gint64) position,
    "name:s", document->name, "now:i", call->now, "template:s", document->template, "sha256:s",
    sha256, "content:b", document->content, NULL);
}

guint
sme_store_count_documents (SmeCall *call, const char *dossier_id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT COUNT (*) AS n FROM document WHERE dossier_id = :id",
                  "id:s", dossier_id, NULL);

  return rows != NULL ? (guint) sme_rows_int (rows, 0, "n") : 0;
}

GBytes *
sme_store_read_document (SmeCall *call, const char *id, char **sha256, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT c.content, c.sha256, c.dossier_id, d.account_id, d.order_id FROM document c JOIN"
    " dossier d ON d.id = c.dossier_id WHERE c.id = :id",
    "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0 ||
      !sme_store_may_see_dossier (call, sme_rows_text (rows, 0, "dossier_id"), rows))
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  *sha256 = g_strdup (sme_rows_text (rows, 0, "sha256"));
  return g_bytes_ref (sme_rows_bytes (rows, 0, "content"));
}

gboolean
sme_store_complete_document (SmeCall *call, const char *id, GBytes *content, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  gint64 changed = 0;

  if (!sme_db_run (call->db, &changed, error,
                   "UPDATE document SET signed_prefix_sha256 = sha256, sha256 = :sha256, content ="
                   " :content, state = 'effective', changed_at = :now WHERE id = :id AND"
                   " signed_prefix_sha256 IS NULL",
                   "sha256:s", sha256, "content:b", content, "now:i", call->now, "id:s", id, NULL))
    return FALSE;
  if (changed == 1)
    return TRUE;
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return FALSE;
}
