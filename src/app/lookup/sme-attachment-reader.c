/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-attachment-reader.h"

#include "core/sme-problem.h"

#define NAME_MAX_CHARS 120

/* What other systems cannot name is replaced; the ending stays. */
static char *
make_name (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);
  glong length;

  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
  if (name[0] == '.')
    name[0] = '_';
  length = g_utf8_strlen (name, -1);
  return g_utf8_substring (name, MAX (0, length - NAME_MAX_CHARS), length);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (SmeAttachment) attachment = NULL;
  g_autofree char *name = NULL;
  g_autofree char *content = NULL;

  if (bytes != NULL && sme_attachment_find_type (bytes) == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "neither PDF nor picture");
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  attachment = sme_attachment_new ();
  name = make_name (G_FILE (source));
  content = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  sme_record_set_text (SME_RECORD (attachment), "name", name);
  sme_record_set_text (SME_RECORD (attachment), "content", content);
  g_task_return_pointer (task, g_steal_pointer (&attachment), g_object_unref);
}

static void
on_seen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not a regular file");
  else if (info != NULL && g_file_info_get_size (info) > SME_ATTACHMENT_MAX)
    sme_problem_set (&error, SME_PROBLEM_TOO_LARGE, NULL);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_file_load_bytes_async (G_FILE (source), g_task_get_cancellable (task), on_loaded,
                           g_object_ref (task));
}

void
sme_attachment_reader_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_attachment_reader_async);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, cancellable, on_seen, task);
}

SmeAttachment *
sme_attachment_reader_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
