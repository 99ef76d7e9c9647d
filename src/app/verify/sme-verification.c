/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/verify/sme-verification.h"

#include "core/sme-audit-chain.h"
#include "core/sme-record-json.h"
#include "seal/sme-pdf-attachment.h"
#include "seal/sme-seal-error.h"

typedef struct
{
  GFile *file;
  GPtrArray *issuers;
  SmeVerification *found;
} Run;

void
sme_verification_free (SmeVerification *self)
{
  g_clear_pointer (&self->findings, sme_seal_findings_free);
  g_clear_error (&self->problem);
  g_clear_object (&self->evidence);
  g_free (self);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->file);
  g_ptr_array_unref (run->issuers);
  g_clear_pointer (&run->found, sme_verification_free);
  g_free (run);
}

static void
finish (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&run->found),
                         (GDestroyNotify) sme_verification_free);
}

/* Takes @error. */
static void
fail (GTask *task, GError *error)
{
  Run *run = g_task_get_task_data (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  run->found->problem = error;
  finish (task);
}

/* Only what was sealed counts: an update could attach another record. */
static void
read_evidence (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  const SmeSealFinding *main = run->found->findings->main;
  g_autoptr (GBytes) json = NULL;
  SmeRecord *record;

  if (main != NULL && sme_seal_finding_is_intact (main) && main->revision != NULL)
    json = sme_pdf_attachment_find (main->revision, SME_EVIDENCE_ATTACHMENT);
  if (json != NULL)
    run->found->evidence =
      sme_record_from_bytes (SME_TYPE_EVIDENCE, json, SME_DECODE_STRICT, NULL, NULL);
  if (run->found->evidence != NULL)
    {
      record = SME_RECORD (run->found->evidence);
      run->found->chain_holds = sme_audit_chain_check (sme_record_get_text (record, "audit_scope"),
                                                       sme_record_get_list (record, "audit"));
    }
  g_task_return_boolean (task, TRUE);
}

static void
on_evidence_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);

  /* A seal over events that contradict each other: one of the two is false. */
  if (run->found->evidence != NULL && !run->found->chain_holds)
    run->found->conclusion = SME_SEAL_CONCLUSION_BAD;
  finish (task);
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  GTask *reading;

  run->found->findings = sme_seal_findings_check_finish (result, &error);
  if (run->found->findings == NULL)
    {
      fail (task, error);
      return;
    }
  run->found->conclusion = sme_seal_findings_conclude (run->found->findings);
  reading = g_task_new (NULL, NULL, on_evidence_read, g_object_ref (task));
  g_task_set_source_tag (reading, read_evidence);
  g_task_set_task_data (reading, run, NULL); /* the outer task waits for it */
  g_task_run_in_thread (reading, read_evidence);
  g_object_unref (reading);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes == NULL)
    {
      fail (task, error);
      return;
    }
  sme_seal_findings_check_async (bytes, run->issuers, g_task_get_cancellable (task), on_judged,
                                 g_object_ref (task));
}

/* Devices and pipes have no end. */
static void
on_seen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
  else if (info != NULL && g_file_info_get_size (info) > SME_VERIFICATION_MAX)
    g_set_error_literal (&error, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT, "too large");
  if (error != NULL)
    {
      fail (task, error);
      return;
    }
  g_file_load_bytes_async (G_FILE (source), g_task_get_cancellable (task), on_loaded,
                           g_object_ref (task));
}

void
sme_verification_run_async (GFile *file,
                            GPtrArray *issuers,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  Run *run;

  g_return_if_fail (G_IS_FILE (file) && issuers != NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  run = g_new0 (Run, 1);
  run->file = g_object_ref (file);
  run->issuers = g_ptr_array_ref (issuers);
  run->found = g_new0 (SmeVerification, 1);
  run->found->conclusion = SME_SEAL_CONCLUSION_BAD;
  g_task_set_source_tag (task, sme_verification_run_async);
  g_task_set_task_data (task, run, run_free);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, cancellable, on_seen, task);
}

SmeVerification *
sme_verification_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
