/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-shown-document.h"

#include "core/sme-enums.h"

typedef struct
{
  GPtrArray *infos;
  GPtrArray *documents;
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  g_ptr_array_unref (fetch->infos);
  g_ptr_array_unref (fetch->documents);
  g_free (fetch);
}

void
sme_shown_document_free (SmeShownDocument *self)
{
  g_object_unref (self->info);
  g_bytes_unref (self->bytes);
  g_free (self);
}

const char *
sme_shown_document_get_id (SmeShownDocument *self)
{
  return sme_record_get_text (SME_RECORD (self->info), "id");
}

const char *
sme_shown_document_get_sha256 (SmeShownDocument *self)
{
  return sme_record_get_text (SME_RECORD (self->info), "sha256");
}

const char *
sme_shown_document_get_name (SmeShownDocument *self)
{
  return sme_record_get_text (SME_RECORD (self->info), "name");
}

gboolean
sme_shown_document_is_contract (SmeShownDocument *self)
{
  return sme_record_get_int (SME_RECORD (self->info), "kind") != SME_DOCUMENT_TERMS;
}

SmeShownDocument *
sme_shown_documents_find_contract (GPtrArray *documents)
{
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (sme_shown_document_is_contract (g_ptr_array_index (documents, i)))
      return g_ptr_array_index (documents, i);
  return NULL;
}

static void fetch_next (GTask *task);

static void
on_content_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  GBytes *bytes = sme_econtract_get_document_finish (SME_ECONTRACT (source), result, &error);
  SmeShownDocument *document;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  document = g_new0 (SmeShownDocument, 1);
  document->info = g_object_ref (g_ptr_array_index (fetch->infos, fetch->documents->len));
  document->bytes = bytes;
  g_ptr_array_add (fetch->documents, document);
  fetch_next (task);
}

static void
fetch_next (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  SmeRecord *info;

  if (fetch->documents->len == fetch->infos->len)
    {
      g_task_return_pointer (task, g_ptr_array_ref (fetch->documents),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  info = g_ptr_array_index (fetch->infos, fetch->documents->len);
  sme_econtract_get_document_async (
    g_task_get_source_object (task), sme_record_get_text (info, "id"),
    sme_record_get_text (info, "sha256"), g_task_get_cancellable (task), on_content_ready,
    g_object_ref (task));
}

/* Copies: the dossier is live and may change while the files are under way. */
static GPtrArray *
copy_infos (SmeDossier *dossier)
{
  GListModel *list = sme_record_get_list (SME_RECORD (dossier), "documents");
  GPtrArray *infos = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) info = g_list_model_get_item (list, i);

      g_ptr_array_add (infos, sme_record_copy (info));
    }
  return infos;
}

void
sme_shown_documents_fetch_async (SmeEcontract *econtract,
                                 SmeDossier *dossier,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (econtract, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, sme_shown_documents_fetch_async);
  fetch->infos = copy_infos (dossier);
  fetch->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_shown_document_free);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  fetch_next (task);
}

GPtrArray *
sme_shown_documents_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
