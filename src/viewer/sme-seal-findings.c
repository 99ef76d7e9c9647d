/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-seal-findings.h"

#include "seal/sme-seal-check.h"
#include "viewer/sme-document-compare.h"

/* Of how many signatures the pages are compared, the latest first: more is an attempt to tire. */
#define COMPARED_MAX 8

typedef struct
{
  GBytes *pdf;
  gsize end; /* of what is more than white space */
  GPtrArray *trusted;
  SmeSealFindings *findings;
  SmeDocument *now;
  SmeDocument *before;
  guint left; /* findings from here down are still to be compared */
  guint n_compared;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_bytes_unref (check->pdf);
  g_clear_pointer (&check->trusted, g_ptr_array_unref);
  g_clear_pointer (&check->findings, sme_seal_findings_free);
  g_clear_object (&check->now);
  g_clear_object (&check->before);
  g_free (check);
}

void
sme_seal_findings_free (SmeSealFindings *self)
{
  g_ptr_array_unref (self->list);
  g_bytes_unref (self->file);
  g_free (self);
}

static const SmeSealFinding *
find_main (GPtrArray *list)
{
  const SmeSealFinding *found = NULL;
  gboolean trusted = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const SmeSealFinding *finding = g_ptr_array_index (list, i);
      gboolean trusts = finding->verdict == SME_SEAL_VERDICT_INTACT_TRUSTED;

      if (finding->is_timestamp || (trusted && !trusts))
        continue;
      found = finding;
      trusted = trusts;
    }
  return found;
}

static void
judge_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  g_autoptr (SmeSealReport) report = NULL;
  SmeSealFindings *findings;
  GError *error = NULL;

  report = sme_seal_check (check->pdf, check->trusted, NULL, &error);
  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  findings = g_new0 (SmeSealFindings, 1);
  findings->file = g_bytes_ref (check->pdf);
  findings->list = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_finding_free);
  for (guint i = 0; i < sme_seal_report_get_n_signatures (report); i++)
    g_ptr_array_add (findings->list, sme_seal_finding_new (report, i));
  findings->main = find_main (findings->list);
  g_task_return_pointer (task, findings, (GDestroyNotify) sme_seal_findings_free);
}

/* White space after the end mark shows nothing. Zero bytes are no such space here: a reader that
 * finds no end mark at the end reads a file as it likes. */
static gsize
find_end (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  while (size > 0 && g_ascii_isspace (data[size - 1]))
    size--;
  return size;
}

/* What was added after @finding, provided that every page shows the same. Only who is trusted
 * vouches for it, and a time stamp vouches for no content: its authority stamps what it is given.
 */
static SmeSealAfter
judge_addition (Check *check, const SmeSealFinding *finding)
{
  gsize size = finding->revision != NULL ? g_bytes_get_size (finding->revision) : 0;
  gboolean covered = FALSE;
  gboolean all_trusted = TRUE;

  if (size >= check->end)
    return SME_SEAL_AFTER_BLANK;
  for (guint i = 0; i < check->findings->list->len; i++)
    {
      const SmeSealFinding *other = g_ptr_array_index (check->findings->list, i);

      if (other->revision == NULL || g_bytes_get_size (other->revision) <= size)
        continue;
      if (!sme_seal_finding_is_intact (other))
        return SME_SEAL_AFTER_SAME_PAGES;
      if (other->verdict != SME_SEAL_VERDICT_INTACT_TRUSTED)
        all_trusted = FALSE;
      covered |= !other->is_timestamp && g_bytes_get_size (other->revision) >= check->end;
    }
  if (!covered)
    return SME_SEAL_AFTER_SAME_PAGES;
  return all_trusted ? SME_SEAL_AFTER_SIGNATURES : SME_SEAL_AFTER_STRANGERS;
}

static void compare_next (GTask *task);

static SmeSealFinding *
get_compared (Check *check)
{
  return g_ptr_array_index (check->findings->list, check->left);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Check *check = g_task_get_task_data (task);
  SmeSealFinding *finding = get_compared (check);
  GError *error = NULL;
  SmeDocument *sealed = SME_DOCUMENT (source);
  g_autoptr (GArray) changed = sme_document_compare_finish (sealed, result, &error);

  finding->n_pages_sealed = sme_document_get_n_pages (sealed);
  finding->n_pages_now = sme_document_get_n_pages (check->now);
  g_clear_object (&check->before);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  if (changed == NULL) /* a page takes too long: it stays "not compared" */
    {
      g_error_free (error);
      compare_next (g_steal_pointer (&task));
      return;
    }
  finding->after =
    changed->len > 0 ? SME_SEAL_AFTER_PAGES_CHANGED : judge_addition (check, finding);
  finding->pages_changed = g_steal_pointer (&changed);
  compare_next (g_steal_pointer (&task));
}

static void
on_before_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean vouched_for;

  check->before = sme_document_open_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  if (check->before == NULL) /* it stays "not compared" */
    {
      compare_next (g_steal_pointer (&task));
      return;
    }
  vouched_for = judge_addition (check, get_compared (check)) == SME_SEAL_AFTER_SIGNATURES;
  sme_document_compare_async (check->before, check->now, vouched_for, g_task_get_cancellable (task),
                              on_compared, task);
  g_steal_pointer (&task);
}

/* Takes @task. Looks for the next signature after which something was added. */
static void
compare_next (GTask *task)
{
  Check *check = g_task_get_task_data (task);

  while (check->left > 0 && check->n_compared < COMPARED_MAX)
    {
      SmeSealFinding *finding;

      check->left--;
      finding = get_compared (check);
      if (finding->after == SME_SEAL_AFTER_NOTHING || finding->revision == NULL ||
          !sme_seal_finding_is_intact (finding))
        continue;
      check->n_compared++;
      sme_document_open_bytes_async (finding->revision, g_task_get_cancellable (task),
                                     on_before_opened, task);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&check->findings),
                         (GDestroyNotify) sme_seal_findings_free);
  g_object_unref (task);
}

static void
on_now_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;

  check->now = sme_document_open_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  /* What cannot be shown cannot be compared; the signatures are judged all the same. */
  check->left = check->now != NULL ? check->findings->list->len : 0;
  compare_next (g_steal_pointer (&task));
}

static gboolean
needs_comparison (const SmeSealFindings *findings)
{
  for (guint i = 0; i < findings->list->len; i++)
    {
      const SmeSealFinding *finding = g_ptr_array_index (findings->list, i);

      if (finding->after != SME_SEAL_AFTER_NOTHING && sme_seal_finding_is_intact (finding))
        return TRUE;
    }
  return FALSE;
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;

  check->findings = g_task_propagate_pointer (G_TASK (result), &error);
  if (check->findings == NULL)
    g_task_return_error (task, error);
  else if (!needs_comparison (check->findings))
    compare_next (g_steal_pointer (&task));
  else
    {
      sme_document_open_bytes_async (check->pdf, g_task_get_cancellable (task), on_now_opened,
                                     task);
      g_steal_pointer (&task);
    }
}

void
sme_seal_findings_check_async (GBytes *pdf,
                               GPtrArray *trusted,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task, *judging;
  Check *check;

  g_return_if_fail (pdf != NULL && trusted != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  check = g_new0 (Check, 1);
  check->pdf = g_bytes_ref (pdf);
  check->end = find_end (pdf);
  check->trusted = g_ptr_array_ref (trusted);
  g_task_set_source_tag (task, sme_seal_findings_check_async);
  g_task_set_task_data (task, check, check_free);

  judging = g_task_new (NULL, cancellable, on_judged, task);
  g_task_set_source_tag (judging, judge_in_thread);
  g_task_set_task_data (judging, check, NULL); /* the outer task waits for it */
  g_task_run_in_thread (judging, judge_in_thread);
  g_object_unref (judging);
}

SmeSealFindings *
sme_seal_findings_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
