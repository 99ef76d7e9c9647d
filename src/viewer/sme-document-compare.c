/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-compare.h"

#include "viewer/sme-document-private.h"

typedef struct
{
  SmeDocument *now;
  gboolean except_signatures;
  guint page; /* that is being compared */
  GArray *changed;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  g_object_unref (comparison->now);
  g_array_unref (comparison->changed);
  g_free (comparison);
}

/* Of one page; the outer task holds both documents while this is under way. */
typedef struct
{
  SmePages *before;
  SmePages *now;
  guint page;
  gboolean except_signatures;
} PageData;

/* Returns: 1 for the same, 2 for another. */
static gpointer
compare_work (gpointer data, GCancellable *cancellable, GError **error)
{
  PageData *page = data;
  gboolean same = FALSE;

  if (!sme_pages_compare (page->before, page->now, page->page, page->except_signatures, &same,
                          cancellable, error))
    return NULL;
  return GUINT_TO_POINTER (same ? 1 : 2);
}

static void compare_next (GTask *task);

static void
on_page_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Comparison *comparison = g_task_get_task_data (task);
  GError *error = NULL;
  guint answer = GPOINTER_TO_UINT (g_task_propagate_pointer (G_TASK (result), &error));

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (answer != 1)
    g_array_append_val (comparison->changed, comparison->page);
  comparison->page++;
  compare_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
compare_next (GTask *task)
{
  SmeRenderRequest request = { compare_work, NULL, SME_RENDER_BEHIND, NULL, 0 };
  SmeDocument *before = g_task_get_source_object (task);
  Comparison *comparison = g_task_get_task_data (task);
  guint n_pages =
    MAX (sme_document_get_n_pages (before), sme_document_get_n_pages (comparison->now));
  PageData *data;
  GTask *inner;

  if (comparison->page >= n_pages)
    {
      g_task_return_pointer (task, g_array_ref (comparison->changed),
                             (GDestroyNotify) g_array_unref);
      g_object_unref (task);
      return;
    }
  data = g_new (PageData, 1);
  *data = (PageData){ sme_document_get_pages (before), sme_document_get_pages (comparison->now),
                      comparison->page, comparison->except_signatures };
  inner = g_task_new (before, g_task_get_cancellable (task), on_page_compared, task);
  g_task_set_source_tag (inner, compare_next);
  g_task_set_task_data (inner, data, g_free);
  sme_render_thread_run (inner, &request);
}

void
sme_document_compare_async (SmeDocument *before,
                            SmeDocument *now,
                            gboolean except_signatures,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Comparison *comparison;
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (before));
  g_return_if_fail (SME_IS_DOCUMENT (now));

  comparison = g_new0 (Comparison, 1);
  comparison->now = g_object_ref (now);
  comparison->except_signatures = except_signatures;
  comparison->changed = g_array_new (FALSE, FALSE, sizeof (guint));
  task = g_task_new (before, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_compare_async);
  g_task_set_task_data (task, comparison, comparison_free);
  compare_next (task);
}

GArray *
sme_document_compare_finish (SmeDocument *before, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, before), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
