/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-text-gatherer.h"

/* Bytes gathered at most; more is no text for a clipboard. */
#define GATHERED_MAX (32 * 1024 * 1024)

typedef struct
{
  SmeTextSpot from;
  SmeTextSpot to;
  guint page; /* that is asked for */
  GString *gathered;
  SmeTextGathererFunc func;
  gpointer func_data;
} Gathering;

static void
gathering_free (gpointer data)
{
  Gathering *gathering = data;

  g_string_free (gathering->gathered, TRUE);
  g_free (gathering);
}

int
sme_text_spot_compare (const SmeTextSpot *a, const SmeTextSpot *b)
{
  if (a->page != b->page)
    return a->page < b->page ? -1 : 1;
  if (a->boundary != b->boundary)
    return a->boundary < b->boundary ? -1 : 1;
  return 0;
}

static void
take_page (Gathering *gathering, SmePageText *text)
{
  SmeTextRange range = { 0, G_MAXUINT };
  g_autofree char *part = NULL;

  if (gathering->page == gathering->from.page)
    range.start = gathering->from.boundary;
  if (gathering->page == gathering->to.page)
    range.end = gathering->to.boundary;
  part = text != NULL ? sme_page_text_dup_range (text, &range) : g_strdup ("");

  if (gathering->func != NULL)
    gathering->func (gathering->page, text != NULL ? part : NULL, gathering->func_data);
  if (gathering->gathered->len > 0 && part[0] != '\0')
    g_string_append_c (gathering->gathered, '\n');
  g_string_append (gathering->gathered, part);
}

static void ask_page (GTask *task);

static void
on_text_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Gathering *gathering = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePageText) text =
    sme_document_get_text_finish (SME_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  take_page (gathering, text);
  gathering->page++;
  if (gathering->page <= gathering->to.page && gathering->gathered->len < GATHERED_MAX)
    ask_page (g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_strdup (gathering->gathered->str), g_free);
}

/* Takes @task. */
static void
ask_page (GTask *task)
{
  Gathering *gathering = g_task_get_task_data (task);

  sme_document_get_text_async (g_task_get_source_object (task), gathering->page, SME_RENDER_TEXT,
                               g_task_get_cancellable (task), on_text_ready, task);
}

void
sme_text_gatherer_gather_async (SmeDocument *document,
                                const SmeTextSpot *from,
                                const SmeTextSpot *to,
                                SmeTextGathererFunc func,
                                gpointer func_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Gathering *gathering;
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (document));
  g_return_if_fail (sme_text_spot_compare (from, to) <= 0);
  g_return_if_fail (to->page < sme_document_get_n_pages (document));

  gathering = g_new0 (Gathering, 1);
  gathering->from = *from;
  gathering->to = *to;
  gathering->page = from->page;
  gathering->gathered = g_string_new (NULL);
  gathering->func = func;
  gathering->func_data = func_data;
  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_text_gatherer_gather_async);
  g_task_set_task_data (task, gathering, gathering_free);
  ask_page (task);
}

char *
sme_text_gatherer_gather_finish (SmeDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
