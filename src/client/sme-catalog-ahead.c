/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-catalog-ahead.h"

#include "client/sme-catalog-disk.h"
#include "core/sme-enums.h"
#include "core/sme-news-query.h"
#include "core/sme-problem.h"
#include "core/sme-service-query.h"

#define MAX_SERVICES 100
#define MAX_NEWS 50

/* What is asked for after the list of services, in its order. */
typedef enum
{
  STAGE_SERVICES,
  STAGE_NEWS,
  STAGE_EARN,
  STAGE_CATEGORIES,
  STAGE_EACH_SERVICE,
} Stage;

struct _SmeCatalogAhead
{
  SmeCaller *caller;
  char *folder;
  GCancellable *cancellable; /* a callback that finds it cancelled has no self any more */
  Stage stage;
  GQueue *ids; /* of services that are to be fetched */
  guint source;
  gboolean running, paused, waiting, done;
};

static void go_on (SmeCatalogAhead *self);

static void
stop (SmeCatalogAhead *self, gboolean done)
{
  self->running = self->waiting = FALSE;
  self->done = done;
  g_queue_clear_full (self->ids, g_free);
}

static void
take_next (SmeCatalogAhead *self)
{
  if (self->stage < STAGE_EACH_SERVICE)
    self->stage++;
  go_on (self);
}

/* ---- On the disk, in a thread */

typedef struct
{
  char *folder;
  char *path;
  SmeOperationId op;
  JsonNode *node;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->folder);
  g_free (work->path);
  json_node_unref (work->node);
  g_free (work);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (GPtrArray) missing = NULL;

  sme_catalog_disk_write (work->path, work->op, work->node);
  if (work->op == SME_OP_LIST_SERVICES)
    {
      sme_catalog_disk_prune (work->folder);
      missing = sme_catalog_disk_list_missing (work->folder, work->node);
    }
  g_task_return_pointer (task, g_steal_pointer (&missing), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_worked (GObject *source, GAsyncResult *result, gpointer data)
{
  SmeCatalogAhead *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    return;
  for (guint i = 0; missing != NULL && i < missing->len; i++)
    g_queue_push_tail (self->ids, g_strdup (g_ptr_array_index (missing, i)));
  take_next (self);
}

static void
keep (SmeCatalogAhead *self, SmeOperationId op, char *path, SmeAnswer *answer)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_worked, self);
  Work *work = g_new0 (Work, 1);

  work->folder = g_strdup (self->folder);
  work->path = path;
  work->op = op;
  work->node = sme_catalog_disk_make_node (op, answer);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_in_thread);
}

/* ---- From the server */

typedef struct
{
  SmeCatalogAhead *self;
  SmeOperationId op;
  char *path;
} Fetch;

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Fetch *fetch = data;
  SmeCatalogAhead *self = fetch->self;
  g_autofree char *path = fetch->path;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL && (answer->record != NULL || answer->items != NULL))
    keep (self, fetch->op, g_steal_pointer (&path), answer);
  else if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NOT_FOUND))
    take_next (self);
  else
    stop (self, FALSE);
}

/* Takes @query over. */
static void
fetch (SmeCatalogAhead *self, SmeOperationId op, const char *id, SmeRecord *query)
{
  g_autoptr (SmeRecord) owned = query;
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->self = self;
  fetch->op = op;
  fetch->path = sme_catalog_disk_make_path (self->folder, op, id, query);
  sme_caller_send_async (self->caller, op, id, query, NULL, self->cancellable, on_fetched, fetch);
}

static SmeRecord *
make_services_query (void)
{
  SmeRecord *query = SME_RECORD (sme_service_query_new ());

  sme_record_set_int (query, "sort", SME_SORT_POPULAR);
  sme_record_set_int (query, "limit", MAX_SERVICES);
  return query;
}

/* As the two pages ask. */
static SmeRecord *
make_news_query (gboolean earn)
{
  SmeRecord *query = SME_RECORD (sme_news_query_new ());

  sme_record_set_int (query, "limit", MAX_NEWS);
  if (earn)
    sme_record_set_int (query, "kind", SME_NEWS_EARN);
  return query;
}

static void
fetch_next_service (SmeCatalogAhead *self)
{
  g_autofree char *id = g_queue_pop_head (self->ids);

  if (id != NULL)
    fetch (self, SME_OP_GET_SERVICE, id, NULL);
  else
    stop (self, TRUE);
}

static gboolean
on_idle (gpointer data)
{
  SmeCatalogAhead *self = data;

  self->source = 0;
  self->waiting = self->paused;
  if (self->paused)
    return G_SOURCE_REMOVE;
  switch (self->stage)
    {
    case STAGE_SERVICES:
      fetch (self, SME_OP_LIST_SERVICES, NULL, make_services_query ());
      break;
    case STAGE_NEWS:
    case STAGE_EARN:
      fetch (self, SME_OP_LIST_NEWS, NULL, make_news_query (self->stage == STAGE_EARN));
      break;
    case STAGE_CATEGORIES:
      fetch (self, SME_OP_LIST_CATEGORIES, NULL, NULL);
      break;
    case STAGE_EACH_SERVICE:
    default:
      fetch_next_service (self);
    }
  return G_SOURCE_REMOVE;
}

/* After what is to be drawn. */
static void
go_on (SmeCatalogAhead *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

SmeCatalogAhead *
sme_catalog_ahead_new (SmeCaller *caller, const char *folder)
{
  SmeCatalogAhead *self = g_new0 (SmeCatalogAhead, 1);

  self->caller = g_object_ref (caller);
  self->folder = g_strdup (folder);
  self->cancellable = g_cancellable_new ();
  self->ids = g_queue_new ();
  return self;
}

void
sme_catalog_ahead_free (SmeCatalogAhead *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->caller);
  g_queue_free_full (self->ids, g_free);
  g_free (self->folder);
  g_free (self);
}

void
sme_catalog_ahead_begin (SmeCatalogAhead *self)
{
  if (self->running || self->done)
    return;
  self->running = TRUE;
  self->stage = STAGE_SERVICES;
  go_on (self);
}

void
sme_catalog_ahead_set_paused (SmeCatalogAhead *self, gboolean paused)
{
  self->paused = paused;
  if (!paused && self->waiting)
    {
      self->waiting = FALSE;
      go_on (self);
    }
}

gboolean
sme_catalog_ahead_is_running (SmeCatalogAhead *self)
{
  return self->running;
}
