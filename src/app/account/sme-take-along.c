/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-take-along.h"

#include "app/lookup/sme-download.h"
#include "app/order/sme-payment-text.h"
#include "base/sme-time.h"
#include "core/sme-data-export.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <glib/gi18n.h>

/* Of one day. */
#define MAX_FOLDERS 1000

/* A file beside the data. */
typedef struct
{
  SmeOperationId op; /* that answers it */
  char *id;
  char *name;
  char *sha256; /* NULL where nothing is said of it */
} Paper;

typedef struct
{
  GFile *parent;
  GFile *folder;
  guint attempt;     /* at a name for it */
  SmeRecord *data;   /* SmeDataExport */
  GPtrArray *papers; /* Paper */
  GBytes *bytes;     /* being written */
  guint done;        /* files, the data first */
  SmeTakeAlongProgress progress;
  gpointer user_data;
} Work;

static void
paper_free (Paper *paper)
{
  g_free (paper->id);
  g_free (paper->name);
  g_free (paper->sha256);
  g_free (paper);
}

static void
work_free (Work *work)
{
  g_clear_object (&work->parent);
  g_clear_object (&work->folder);
  g_clear_object (&work->data);
  g_ptr_array_unref (work->papers);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_free (work);
}

static void
tell (Work *work)
{
  if (work->progress != NULL)
    work->progress (work->done, work->papers->len + 1, work->user_data);
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
is_whole (GBytes *bytes, Paper *paper)
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
  Paper *paper = g_ptr_array_index (work->papers, work->done - 1);

  if (bytes != NULL && !is_whole (bytes, paper))
    sme_problem_set (&error, SME_PROBLEM_BAD_ANSWER, "a document is not what was said of it");
  if (error != NULL)
    g_task_return_error (task, error);
  else
    write_file (task, paper->name, g_steal_pointer (&bytes));
}

static void
save_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  Paper *paper;

  if (work->done > work->papers->len)
    {
      g_task_return_pointer (task, g_object_ref (work->folder), g_object_unref);
      return;
    }
  paper = g_ptr_array_index (work->papers, work->done - 1);
  sme_caller_send_async (g_task_get_source_object (task), paper->op, paper->id, NULL, NULL,
                         g_task_get_cancellable (task), on_document, g_object_ref (task));
}

/* One number after the other: two contracts of an order have the same names. */
static void
add_paper (Work *work,
           SmeOperationId op,
           const char *id,
           const char *sha256,
           SmeDocumentInfo *info,
           const char *order_number)
{
  Paper *paper = g_new0 (Paper, 1);

  g_ptr_array_add (work->papers, paper);
  paper->op = op;
  paper->id = g_strdup (id);
  paper->sha256 = g_strdup (sha256);
  paper->name = sme_download_make_name (info, order_number, work->papers->len, ".pdf");
}

static void
list_documents (Work *work)
{
  GListModel *dossiers = sme_record_get_list (work->data, "dossiers");

  for (guint i = 0; dossiers != NULL && i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SmeRecord) dossier = g_list_model_get_item (dossiers, i);
      GListModel *documents = sme_record_get_list (dossier, "documents");

      for (guint j = 0; documents != NULL && j < g_list_model_get_n_items (documents); j++)
        {
          g_autoptr (SmeRecord) info = g_list_model_get_item (documents, j);

          add_paper (work, SME_OP_GET_MY_DOCUMENT, sme_record_get_text (info, "id"),
                     sme_record_get_text (info, "sha256"), SME_DOCUMENT_INFO (info),
                     sme_record_get_text (dossier, "order_number"));
        }
    }
}

/* Takes @name over. */
static SmeDocumentInfo *
make_info (char *name)
{
  SmeDocumentInfo *info = sme_document_info_new ();

  sme_record_set_text (SME_RECORD (info), "name", name);
  g_free (name);
  return info;
}

static void
list_evidence (Work *work)
{
  GListModel *list = sme_record_get_list (work->data, "evidence");

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) evidence = g_list_model_get_item (list, i);
      g_autoptr (SmeDocumentInfo) info = make_info (g_strdup (_ ("Evidence record")));

      add_paper (work, SME_OP_GET_MY_EVIDENCE, sme_record_get_text (evidence, "dossier_id"),
                 sme_record_get_text (evidence, "sha256"), info,
                 sme_record_get_text (evidence, "order_number"));
    }
}

/* Drawn when first asked for, so that nothing is said of the file before. */
static void
list_invoices (Work *work)
{
  GListModel *list = sme_record_get_list (work->data, "invoices");

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) invoice = g_list_model_get_item (list, i);
      g_autoptr (SmeDocumentInfo) info =
        make_info (sme_payment_text_name_invoice (SME_INVOICE (invoice)));

      add_paper (work, SME_OP_GET_INVOICE_CONTENT, sme_record_get_text (invoice, "id"), NULL, info,
                 sme_record_get_text (invoice, "order_number"));
    }
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
      write_file (task, "data.json", sme_record_to_bytes (work->data));
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
  list_documents (work);
  list_evidence (work);
  list_invoices (work);
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
  work->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);
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
