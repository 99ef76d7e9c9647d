/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-take-along.h"

#include "app/account/sme-taken-paper.h"
#include "base/sme-time.h"
#include "core/sme-export-index.h"
#include "core/sme-exported-file.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

/* Of one day. */
#define MAX_FOLDERS 1000

typedef struct
{
  GFile *parent;
  GFile *folder;
  guint attempt;     /* at a name for it */
  SmeRecord *data;   /* SmeDataExport */
  GPtrArray *papers; /* SmeTakenPaper */
  SmeRecord *index;  /* SmeExportIndex: what is saved */
  GBytes *bytes;     /* being written */
  guint done;        /* files, the data first, the index last */
  SmeTakeAlongProgress progress;
  gpointer user_data;
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->parent);
  g_clear_object (&work->folder);
  g_clear_object (&work->data);
  g_clear_pointer (&work->papers, g_ptr_array_unref);
  g_clear_object (&work->index);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_free (work);
}

static void
tell (Work *work)
{
  if (work->progress != NULL)
    work->progress (work->done, work->papers->len + 2, work->user_data);
}

static void save_next (GTask *task);

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  work->done++;
  tell (work);
  save_next (task);
}

/* As it is written; the index itself is not in it. */
static void
note_file (Work *work, SmeOperationId op, const char *id, const char *name, GBytes *bytes)
{
  g_autoptr (SmeExportedFile) file = sme_exported_file_new ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  SmeRecord *record = SME_RECORD (file);

  sme_record_set_text (record, "name", name);
  sme_record_set_text (record, "operation", sme_operation_get (op)->name);
  sme_record_set_text (record, "id", id);
  sme_record_set_int (record, "bytes", (gint64) g_bytes_get_size (bytes));
  sme_record_set_text (record, "sha256", sha256);
  sme_record_append (work->index, "files", file);
}

/* Takes @bytes over. */
static void
write_file (GTask *task, const char *name, GBytes *bytes)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (GFile) file = g_file_get_child (work->folder, name);

  g_clear_pointer (&work->bytes, g_bytes_unref);
  work->bytes = bytes;
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                       g_task_get_cancellable (task), on_written,
                                       g_object_ref (task));
}

static gboolean
is_whole (GBytes *bytes, SmeTakenPaper *paper)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return paper->sha256 == NULL || g_str_equal (sum, paper->sha256);
}

static void
on_document (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = sme_caller_bytes_finish (SME_CALLER (source), result, &error);
  SmeTakenPaper *paper = g_ptr_array_index (work->papers, work->done - 1);

  if (bytes != NULL && !is_whole (bytes, paper))
    sme_problem_set (&error, SME_PROBLEM_BAD_ANSWER, "a document is not what was said of it");
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  note_file (work, paper->op, paper->id, paper->name, bytes);
  write_file (task, paper->name, g_steal_pointer (&bytes));
}

static void
save_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  SmeTakenPaper *paper;

  if (work->done > work->papers->len + 1)
    {
      g_task_return_pointer (task, g_object_ref (work->folder), g_object_unref);
      return;
    }
  if (work->done > work->papers->len)
    {
      write_file (task, "index.json", sme_record_to_bytes (work->index));
      return;
    }
  paper = g_ptr_array_index (work->papers, work->done - 1);
  sme_caller_send_async (g_task_get_source_object (task), paper->op, paper->id, NULL, NULL,
                         g_task_get_cancellable (task), on_document, g_object_ref (task));
}

static void
write_data (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  GBytes *bytes = sme_record_to_bytes (work->data);

  note_file (work, SME_OP_EXPORT_MY_DATA, NULL, "data.json", bytes);
  write_file (task, "data.json", bytes);
}

static void make_folder (GTask *task);

static void
on_folder_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_file_make_directory_finish (G_FILE (source), result, &error))
    {
      write_data (task);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS) && work->attempt < MAX_FOLDERS)
    {
      g_error_free (error);
      make_folder (task);
      return;
    }
  g_task_return_error (task, error);
}

static void
make_folder (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  int date = sme_date_from_time (sme_record_get_int (work->data, "generated_at"));
  g_autofree char *day =
    g_strdup_printf ("OneSME-%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
  g_autofree char *name = NULL;

  work->attempt++;
  name = work->attempt > 1 ? g_strdup_printf ("%s-%u", day, work->attempt) : g_strdup (day);
  g_clear_object (&work->folder);
  work->folder = g_file_get_child (work->parent, name);
  g_file_make_directory_async (work->folder, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                               on_folder_made, g_object_ref (task));
}

static void
on_data (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  work->data = sme_caller_record_finish (SME_CALLER (source), result, &error);
  if (work->data == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_pointer (&work->papers, g_ptr_array_unref);
  work->papers = sme_taken_paper_list (SME_DATA_EXPORT (work->data));
  sme_record_set_int (work->index, "generated_at", sme_record_get_int (work->data, "generated_at"));
  tell (work);
  make_folder (task);
}

void
sme_take_along_async (SmeCaller *caller,
                      GFile *parent,
                      SmeTakeAlongProgress progress,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (caller, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, sme_take_along_async);
  work->parent = g_object_ref (parent);
  work->papers = g_ptr_array_new ();
  work->index = SME_RECORD (sme_export_index_new ());
  work->progress = progress;
  work->user_data = user_data;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  sme_caller_send_async (caller, SME_OP_EXPORT_MY_DATA, NULL, NULL, NULL, cancellable, on_data,
                         task);
}

GFile *
sme_take_along_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
