/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-download.h"

typedef struct
{
  SmeOperationId op;
  GPtrArray *infos;
  GPtrArray *files;
  guint done;
  GBytes *bytes; /* of the one being written */
  SmeDownloadProgress progress;
  gpointer data;
} Download;

static void
download_free (Download *download)
{
  g_ptr_array_unref (download->infos);
  g_ptr_array_unref (download->files);
  g_clear_pointer (&download->bytes, g_bytes_unref);
  g_free (download);
}

char *
sme_download_make_name (SmeDocumentInfo *info,
                        const char *order_number,
                        guint position,
                        const char *ending)
{
  const char *name = sme_record_get_text (SME_RECORD (info), "name");
  g_autofree char *full =
    position > 0
      ? g_strdup_printf ("%s-%02u-%s", order_number != NULL ? order_number : "", position, name)
      : g_strdup (name);

  g_strdelimit (full, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (full);
  return g_str_has_suffix (full, ending) ? g_steal_pointer (&full)
                                         : g_strconcat (full, ending, NULL);
}

static void fetch_next (GTask *task);

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Download *download = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  download->done++;
  if (download->progress != NULL)
    download->progress (download->done, download->infos->len,
                        g_ptr_array_index (download->infos, download->done - 1), download->bytes,
                        download->data);
  fetch_next (task);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Download *download = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&download->bytes, g_bytes_unref);
  download->bytes = sme_econtract_get_file_finish (SME_ECONTRACT (source), result, &error);
  if (download->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_file_replace_contents_bytes_async (
    g_ptr_array_index (download->files, download->done), download->bytes, NULL, FALSE,
    G_FILE_CREATE_NONE, g_task_get_cancellable (task), on_written, g_object_ref (task));
}

static void
fetch_next (GTask *task)
{
  Download *download = g_task_get_task_data (task);
  SmeRecord *info;

  if (download->done == download->infos->len)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  info = g_ptr_array_index (download->infos, download->done);
  sme_econtract_get_file_async (g_task_get_source_object (task), download->op,
                                sme_record_get_text (info, "id"),
                                sme_record_get_text (info, "sha256"), g_task_get_cancellable (task),
                                on_fetched, g_object_ref (task));
}

void
sme_download_async (SmeEcontract *econtract,
                    SmeOperationId op,
                    GPtrArray *infos,
                    GPtrArray *files,
                    SmeDownloadProgress progress,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (econtract, cancellable, callback, user_data);
  Download *download = g_new0 (Download, 1);

  g_return_if_fail (infos->len == files->len);
  g_task_set_source_tag (task, sme_download_async);
  download->op = op;
  download->infos = g_ptr_array_ref (infos);
  download->files = g_ptr_array_ref (files);
  download->progress = progress;
  download->data = user_data;
  g_task_set_task_data (task, download, (GDestroyNotify) download_free);
  fetch_next (task);
}

gboolean
sme_download_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *files = data;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    if (g_file_query_exists (g_ptr_array_index (files, i), cancellable))
      g_ptr_array_add (names, g_file_get_basename (g_ptr_array_index (files, i)));
  g_task_return_pointer (task, names, (GDestroyNotify) g_ptr_array_unref);
}

void
sme_download_find_existing_async (GPtrArray *files,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_download_find_existing_async);
  g_task_set_task_data (task, g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, find_in_thread);
}

GPtrArray *
sme_download_find_existing_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
