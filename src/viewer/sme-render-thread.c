/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread speaks with the process that has every PopplerDocument: two threads on one document
 * crash, and two documents in two threads gain nothing, because poppler holds a lock of its own. */
#include "viewer/sme-render-thread.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* After that long without work, memory that drawing has left over goes back to the system. */
#define QUIET_SECONDS 2

/* How long the end of the program waits for a page that is just being drawn. */
#define QUIT_WAIT_SECONDS 2

typedef struct
{
  GTask *task;
  GMainContext *context;
  GCancellable *cancellable;
  gulong cancelled_id;
  SmeRenderRequest request;
  gpointer data;
  gpointer result;
  GError *error;
  int source_priority;
  gboolean waiting;
} Job;

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Disposal;

static GMutex lock;
static GCond work_added;
static GCond thread_ended;
static GThread *thread;
static GQueue waiting = G_QUEUE_INIT;   /* of Job, in the order in which they will run */
static GQueue disposals = G_QUEUE_INIT; /* of Disposal */
static gboolean quitting;
static gboolean ended;
static gboolean worked; /* since memory was given back */
static Job *running;
static void (*quiet_func) (void);

static void
job_free (Job *job)
{
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_main_context_unref (job->context);
  g_object_unref (job->task);
  g_free (job);
}

/* Back on the task's own thread. Disconnecting waits for a cancellation that is under way in
 * another thread, so the job cannot be freed under it. */
static gboolean
on_job_done (gpointer user_data)
{
  Job *job = user_data;

  g_cancellable_disconnect (job->cancellable, job->cancelled_id);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->request.free_result);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, job->source_priority);
  g_source_set_static_name (source, "sme-render-done");
  g_source_set_callback (source, on_job_done, job, NULL);
  g_source_attach (source, job->context);
}

static void
hand_back_unrun (Job *job)
{
  job->waiting = FALSE;
  g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       "The work was no longer needed");
  hand_back (job);
}

/* May come in any thread, and also from g_cancellable_connect() itself. */
static void
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  Job *job = user_data;

  g_mutex_lock (&lock);
  if (job->waiting)
    {
      g_queue_remove (&waiting, job);
      hand_back_unrun (job);
    }
  g_mutex_unlock (&lock);
}

/* g_queue_insert_sorted() inserts before the first queued job for which this is not negative:
 * equals count as smaller, so that they stay in the order in which they came. */
static int
compare_jobs (gconstpointer queued, gconstpointer added, gpointer user_data)
{
  const Job *queued_job = queued;
  const Job *added_job = added;

  return queued_job->request.priority <= added_job->request.priority ? -1 : 1;
}

static void
run_job (Job *job)
{
  if (!g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    job->result = job->request.work (job->data, job->cancellable, &job->error);
}

static gboolean
has_nothing_to_do (void)
{
  return !quitting && g_queue_is_empty (&disposals) && g_queue_is_empty (&waiting);
}

/* Texts are many small pieces, and the allocator keeps what was freed. Takes and gives back the
 * lock. */
static void
give_back_memory (void)
{
  worked = FALSE;
  g_mutex_unlock (&lock);
  if (quiet_func != NULL)
    quiet_func ();
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  g_mutex_lock (&lock);
}

static void
wait_for_work (void)
{
  gint64 end_time = g_get_monotonic_time () + QUIET_SECONDS * G_TIME_SPAN_SECOND;

  while (worked && has_nothing_to_do ())
    if (!g_cond_wait_until (&work_added, &lock, end_time))
      give_back_memory ();
  while (has_nothing_to_do ())
    g_cond_wait (&work_added, &lock);
  worked = TRUE;
}

/* Returns: %FALSE when the thread shall end. Takes and gives back the lock. */
static gboolean
run_next (void)
{
  Disposal *disposal;
  Job *job;

  wait_for_work ();

  if ((disposal = g_queue_pop_head (&disposals)) != NULL)
    {
      g_mutex_unlock (&lock);
      disposal->destroy (disposal->data);
      g_free (disposal);
      g_mutex_lock (&lock);
      return TRUE;
    }
  if (quitting)
    return FALSE;

  job = g_queue_pop_head (&waiting);
  job->waiting = FALSE;
  running = job;
  g_mutex_unlock (&lock);
  run_job (job);
  g_mutex_lock (&lock);
  running = NULL;
  hand_back (job);
  return TRUE;
}

static gpointer
thread_main (gpointer user_data)
{
  g_mutex_lock (&lock);
  while (run_next ())
    ;
  ended = TRUE;
  g_cond_signal (&thread_ended);
  g_mutex_unlock (&lock);
  return NULL;
}

/* exit() destroys poppler's global state; a page must not be in the making then. The wait has an
 * end, because a hostile page may take for ever. */
static void
on_exit_program (void)
{
  gint64 end_time = g_get_monotonic_time () + QUIT_WAIT_SECONDS * G_TIME_SPAN_SECOND;

  g_mutex_lock (&lock);
  quitting = TRUE;
  g_cond_signal (&work_added);
  while (!ended && g_cond_wait_until (&thread_ended, &lock, end_time))
    ;
  g_mutex_unlock (&lock);
  if (ended)
    g_thread_join (g_steal_pointer (&thread));
}

/* With the lock held. */
static void
ensure_thread (void)
{
  if (thread != NULL || quitting)
    return;
  thread = g_thread_new ("sme-render", thread_main, NULL);
  atexit (on_exit_program);
}

/* Takes the waiting job of @owner and @key out of the queue. With the lock held. */
static Job *
take_waiting (gconstpointer owner, guint key)
{
  for (GList *link = waiting.head; link != NULL; link = link->next)
    {
      Job *job = link->data;

      if (job->request.owner != owner || job->request.key != key)
        continue;
      g_queue_delete_link (&waiting, link);
      return job;
    }
  return NULL;
}

void
sme_render_thread_run (GTask *task, const SmeRenderRequest *request)
{
  Job *replaced;
  Job *job;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (request != NULL && request->work != NULL);

  job = g_new0 (Job, 1);
  job->task = task;
  job->context = g_main_context_ref (g_task_get_context (task));
  job->data = g_task_get_task_data (task);
  job->request = *request;
  job->source_priority = g_task_get_priority (task);
  job->waiting = TRUE;
  g_set_object (&job->cancellable, g_task_get_cancellable (task));

  g_mutex_lock (&lock);
  ensure_thread ();
  replaced = request->owner != NULL ? take_waiting (request->owner, request->key) : NULL;
  if (replaced != NULL)
    hand_back_unrun (replaced);
  g_queue_insert_sorted (&waiting, job, compare_jobs, NULL);
  g_cond_signal (&work_added);
  g_mutex_unlock (&lock);

  if (job->cancellable != NULL)
    job->cancelled_id =
      g_cancellable_connect (job->cancellable, G_CALLBACK (on_cancelled), job, NULL);
}

void
sme_render_thread_reprioritize (gconstpointer owner, guint key, SmeRenderPriority priority)
{
  Job *job;

  g_return_if_fail (owner != NULL);

  g_mutex_lock (&lock);
  job = take_waiting (owner, key);
  if (job == NULL && running != NULL && running->request.owner == owner &&
      running->request.key == key)
    running->request.priority = priority;
  else if (job != NULL)
    {
      job->request.priority = priority;
      g_queue_insert_sorted (&waiting, job, compare_jobs, NULL);
    }
  g_mutex_unlock (&lock);
}

void
sme_render_thread_dispose_later (gpointer data, GDestroyNotify destroy)
{
  Disposal *disposal = g_new0 (Disposal, 1);

  g_return_if_fail (destroy != NULL);

  disposal->data = data;
  disposal->destroy = destroy;
  g_mutex_lock (&lock);
  ensure_thread ();
  g_queue_push_tail (&disposals, disposal);
  g_cond_signal (&work_added);
  g_mutex_unlock (&lock);
}

void
sme_render_thread_when_quiet (void (*func) (void))
{
  g_mutex_lock (&lock);
  quiet_func = func;
  g_mutex_unlock (&lock);
}

SmeRenderPriority
sme_render_thread_get_priority (void)
{
  SmeRenderPriority priority;

  g_mutex_lock (&lock);
  priority = running != NULL ? running->request.priority : SME_RENDER_VISIBLE;
  g_mutex_unlock (&lock);
  return priority;
}

/* Pages in sight and texts are never given up for one another: each would take the other's turn. */
gboolean
sme_render_thread_should_yield (void)
{
  const Job *next;
  gboolean should;

  g_mutex_lock (&lock);
  next = g_queue_peek_head (&waiting);
  should = running != NULL && next != NULL && running->request.priority >= SME_RENDER_AHEAD &&
           next->request.priority < SME_RENDER_AHEAD;
  g_mutex_unlock (&lock);
  return should;
}

gboolean
sme_render_thread_is_quitting (void)
{
  gboolean is_quitting;

  g_mutex_lock (&lock);
  is_quitting = quitting;
  g_mutex_unlock (&lock);
  return is_quitting;
}

gboolean
sme_render_thread_is_current (void)
{
  gboolean is_current;

  g_mutex_lock (&lock);
  is_current = thread == g_thread_self ();
  g_mutex_unlock (&lock);
  return is_current;
}
