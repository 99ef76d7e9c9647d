/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-archive.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-documents.h"
#include "backend/store/sme-store-evidence.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

#define EVIDENCE_NAME "Bản ghi bằng chứng"

SmeReply *
sme_handle_get_evidence (SmeCall *call, GError **error)
{
  g_autoptr (SmeEvidence) evidence = sme_store_find_evidence (call, call->path_id, NULL, error);

  return evidence != NULL ? sme_reply_new_record (200, SME_RECORD (evidence)) : NULL;
}

SmeReply *
sme_handle_get_evidence_content (SmeCall *call, GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (SmeEvidence) evidence = sme_store_find_evidence (call, call->path_id, &content, error);
  SmeReply *reply;

  if (evidence == NULL)
    return NULL;
  reply = sme_reply_new (200, "application/pdf", content);
  reply->etag = g_strdup (sme_record_get_text (SME_RECORD (evidence), "sha256"));
  return reply;
}

/* Numbered, so that they sort as the dossier shows them. */
static gboolean
add_file (SmeArchive *archive,
          guint *n,
          const char *name,
          const char *ending,
          GBytes *content,
          GError **error)
{
  g_autofree char *file = g_strdup_printf ("%02u %s%s", ++*n, name, ending);

  return content != NULL && sme_archive_add (archive, file, content, error);
}

static gboolean
add_documents (SmeArchive *archive,
               guint *n,
               SmeCall *call,
               SmeStoredDossier *dossier,
               GError **error)
{
  GListModel *documents = sme_record_get_list (SME_RECORD (dossier->record), "documents");

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) document = g_list_model_get_item (documents, i);
      g_autofree char *sha256 = NULL;
      g_autoptr (GBytes) content =
        sme_store_read_document (call, sme_record_get_text (document, "id"), &sha256, error);

      if (!add_file (archive, n, sme_record_get_text (document, "name"), ".pdf", content, error))
        return FALSE;
    }
  return TRUE;
}

/* For people, and the same for machines. */
static gboolean
add_evidence (SmeArchive *archive, guint *n, SmeCall *call, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) content = NULL, json = NULL;
  g_autoptr (SmeEvidence) evidence =
    sme_store_find_evidence (call, call->path_id, &content, &local);

  if (g_error_matches (local, SME_PROBLEM, SME_PROBLEM_NOT_FOUND))
    return TRUE;
  if (evidence == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  json = sme_record_to_bytes (SME_RECORD (evidence));
  return add_file (archive, n, EVIDENCE_NAME, ".pdf", content, error) &&
         add_file (archive, n, EVIDENCE_NAME, ".json", json, error);
}

SmeReply *
sme_handle_get_archive (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);
  g_autoptr (SmeArchive) archive = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SmeReply *reply;
  guint n = 0;

  if (dossier == NULL)
    return NULL;
  archive = sme_archive_new (sme_record_get_int (SME_RECORD (dossier->record), "created_at"));
  if (!add_documents (archive, &n, call, dossier, error) ||
      !add_evidence (archive, &n, call, error))
    return NULL;
  bytes = sme_archive_finish (archive, error);
  if (bytes == NULL)
    return NULL;
  /* The same files give the same bytes, so it can be had in parts. */
  reply = sme_reply_new (200, "application/zip", bytes);
  reply->etag = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return reply;
}
