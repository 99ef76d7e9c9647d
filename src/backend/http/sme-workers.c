/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-workers.h"

#include "backend/http/sme-dispatch.h"

typedef struct
{
  SmeCall *call; /* NULL: the thread ends */
  SmeJobFunc job;
  SmeReply *reply;
  gpointer tag;
} Item;

struct _SmeWorkers
{
  SmeBackend *backend;
  GMainContext *context;
  GAsyncQueue *todo;
  GAsyncQueue *done;
  GPtrArray *threads;
  SmeAnswerFunc on_answer;
  gpointer user_data;
  int wake_scheduled;
  guint pending;
};

typedef struct
{
  SmeWorkers *workers;
  SmeDb *db;
} ThreadStart;

static void
item_free (Item *item)
{
  g_clear_pointer (&item->call, sme_call_free);
  g_clear_pointer (&item->reply, sme_reply_free);
  g_free (item);
}

static void
deliver (SmeWorkers *self)
{
  Item *item;

  while ((item = g_async_queue_try_pop (self->done)) != NULL)
    {
      self->pending--;
      self->on_answer (item->call, item->reply, item->tag, self->user_data);
      item_free (item);
    }
}

static gboolean
on_woken (gpointer user_data)
{
  SmeWorkers *self = user_data;

  /* Cleared first: an answer that comes while we deliver wakes us again. */
  g_atomic_int_set (&self->wake_scheduled, FALSE);
  deliver (self);
  return G_SOURCE_REMOVE;
}

static void
wake (SmeWorkers *self)
{
  g_autoptr (GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->wake_scheduled, FALSE, TRUE))
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_woken, self, NULL);
  g_source_attach (source, self->context);
}

static gpointer
work (gpointer data)
{
  g_autofree ThreadStart *start = data;
  SmeWorkers *self = start->workers;

  for (Item *item = g_async_queue_pop (self->todo); item->call != NULL;
       item = g_async_queue_pop (self->todo))
    {
      item->call->backend = self->backend;
      item->call->db = start->db;
      if (item->job != NULL)
        item->job (item->call);
      else
        item->reply = sme_dispatch (item->call);
      item->call->db = NULL;
      g_async_queue_push (self->done, item);
      wake (self);
    }
  sme_db_close (start->db);
  return NULL;
}

SmeWorkers *
sme_workers_new (SmeBackend *backend,
                 guint n_threads,
                 SmeAnswerFunc on_answer,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (SmeWorkers) self = g_new0 (SmeWorkers, 1);

  self->backend = backend;
  self->context = g_main_context_ref_thread_default ();
  self->todo = g_async_queue_new ();
  self->done = g_async_queue_new ();
  self->threads = g_ptr_array_new ();
  self->on_answer = on_answer;
  self->user_data = user_data;
  for (guint i = 0; i < n_threads; i++)
    {
      SmeDb *db = sme_backend_open_db (backend, error);
      ThreadStart *start;

      if (db == NULL)
        return NULL;
      start = g_new (ThreadStart, 1);
      *start = (ThreadStart){ self, db };
      g_ptr_array_add (self->threads, g_thread_new ("worker", work, start));
    }
  return g_steal_pointer (&self);
}

static void
push (SmeWorkers *self, Item *item)
{
  self->pending++;
  g_async_queue_push (self->todo, item);
}

void
sme_workers_push (SmeWorkers *self, SmeCall *call, gpointer tag)
{
  Item *item = g_new0 (Item, 1);

  item->call = call;
  item->tag = tag;
  push (self, item);
}

void
sme_workers_push_job (SmeWorkers *self, SmeJobFunc job)
{
  Item *item = g_new0 (Item, 1);

  item->call = sme_call_new (SME_N_OPERATIONS);
  item->job = job;
  push (self, item);
}

guint
sme_workers_get_pending (SmeWorkers *self)
{
  return self->pending;
}

void
sme_workers_free (SmeWorkers *self)
{
  g_autofree Item *stops = g_new0 (Item, self->threads->len);

  for (guint i = 0; i < self->threads->len; i++)
    g_async_queue_push (self->todo, &stops[i]);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));
  deliver (self);
  g_source_remove_by_user_data (self);
  g_ptr_array_unref (self->threads);
  g_async_queue_unref (self->todo);
  g_async_queue_unref (self->done);
  g_main_context_unref (self->context);
  g_free (self);
}
