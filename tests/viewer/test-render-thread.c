/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-render-thread.h"

#include "viewer-fixture.h"

/* Work that stands still until the test lets it go. */
typedef struct
{
  GMutex lock;
  GCond changed;
  gboolean running;
  gboolean open;
} Gate;

static int run_order[16];
static gint n_run;

static void
gate_init (Gate *gate)
{
  g_mutex_init (&gate->lock);
  g_cond_init (&gate->changed);
  gate->running = gate->open = FALSE;
}

static gpointer
gate_work (gpointer data, GCancellable *cancellable, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->lock);
  gate->running = TRUE;
  g_cond_broadcast (&gate->changed);
  while (!gate->open)
    g_cond_wait (&gate->changed, &gate->lock);
  g_mutex_unlock (&gate->lock);
  return GINT_TO_POINTER (1);
}

static void
gate_wait_running (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  while (!gate->running)
    g_cond_wait (&gate->changed, &gate->lock);
  g_mutex_unlock (&gate->lock);
}

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->open = TRUE;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->lock);
}

static gpointer
note_work (gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_true (sme_render_thread_is_current ());
  run_order[g_atomic_int_add (&n_run, 1)] = GPOINTER_TO_INT (data);
  return data;
}

static void
submit (SmeRenderWork work,
        gpointer data,
        SmeRenderPriority priority,
        gconstpointer owner,
        guint key,
        GCancellable *cancellable,
        GAsyncResult **result)
{
  SmeRenderRequest request = { work, NULL, priority, owner, key };
  GTask *task = g_task_new (NULL, cancellable, fixture_keep_result, result);

  g_task_set_task_data (task, data, NULL);
  sme_render_thread_run (task, &request);
}

static void
assert_cancelled (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
clear_results (GAsyncResult **results, gsize n_results)
{
  for (gsize i = 0; i < n_results; i++)
    g_clear_object (&results[i]);
}

static void
test_order (void)
{
  Gate gate;
  GAsyncResult *results[8] = { NULL };

  n_run = 0;
  gate_init (&gate);
  submit (gate_work, &gate, SME_RENDER_IDLE, NULL, 0, NULL, &results[0]);
  gate_wait_running (&gate);
  submit (note_work, GINT_TO_POINTER (6), SME_RENDER_IDLE, NULL, 0, NULL, &results[1]);
  submit (note_work, GINT_TO_POINTER (4), SME_RENDER_AHEAD, NULL, 0, NULL, &results[2]);
  submit (note_work, GINT_TO_POINTER (2), SME_RENDER_VISIBLE, NULL, 0, NULL, &results[3]);
  submit (note_work, GINT_TO_POINTER (5), SME_RENDER_BEHIND, NULL, 0, NULL, &results[4]);
  submit (note_work, GINT_TO_POINTER (3), SME_RENDER_VISIBLE, NULL, 0, NULL, &results[5]);
  submit (note_work, GINT_TO_POINTER (1), SME_RENDER_OPEN, NULL, 0, NULL, &results[6]);
  gate_open (&gate);
  fixture_await (&results[1]); /* the last to run */

  g_assert_cmpint (n_run, ==, 6);
  for (int i = 0; i < 6; i++)
    g_assert_cmpint (run_order[i], ==, i + 1);
  clear_results (results, G_N_ELEMENTS (results));
}

static void
test_one_waiting (void)
{
  Gate gate;
  GAsyncResult *results[5] = { NULL };
  int owner, other;

  n_run = 0;
  gate_init (&gate);
  submit (gate_work, &gate, SME_RENDER_VISIBLE, &owner, 7, NULL, &results[0]);
  gate_wait_running (&gate);
  submit (note_work, GINT_TO_POINTER (1), SME_RENDER_VISIBLE, &owner, 7, NULL, &results[1]);
  submit (note_work, GINT_TO_POINTER (2), SME_RENDER_VISIBLE, &owner, 7, NULL, &results[2]);
  submit (note_work, GINT_TO_POINTER (3), SME_RENDER_VISIBLE, &owner, 8, NULL, &results[3]);
  submit (note_work, GINT_TO_POINTER (4), SME_RENDER_VISIBLE, &other, 7, NULL, &results[4]);

  fixture_await (&results[1]); /* comes back although the thread is busy */
  assert_cancelled (results[1]);
  g_assert_null (results[0]);

  gate_open (&gate);
  fixture_await (&results[4]);
  g_assert_cmpint (n_run, ==, 3);
  g_assert_cmpint (run_order[0], ==, 2);
  g_assert_cmpint (run_order[1], ==, 3);
  g_assert_cmpint (run_order[2], ==, 4);
  g_assert_nonnull (results[0]); /* the running one was left alone */
  clear_results (results, G_N_ELEMENTS (results));
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Gate gate;
  GAsyncResult *results[4] = { NULL };

  n_run = 0;
  gate_init (&gate);
  submit (gate_work, &gate, SME_RENDER_VISIBLE, NULL, 0, cancellable, &results[0]);
  gate_wait_running (&gate);
  submit (note_work, GINT_TO_POINTER (1), SME_RENDER_VISIBLE, NULL, 0, cancellable, &results[1]);
  g_cancellable_cancel (cancellable);
  submit (note_work, GINT_TO_POINTER (2), SME_RENDER_VISIBLE, NULL, 0, cancellable, &results[2]);
  submit (note_work, GINT_TO_POINTER (3), SME_RENDER_VISIBLE, NULL, 0, NULL, &results[3]);

  fixture_await (&results[1]);
  fixture_await (&results[2]);
  assert_cancelled (results[1]);
  assert_cancelled (results[2]);

  gate_open (&gate);
  fixture_await (&results[0]);
  assert_cancelled (results[0]); /* it ran to its end, and nobody wants what it made */
  fixture_await (&results[3]);
  g_assert_cmpint (n_run, ==, 1);
  clear_results (results, G_N_ELEMENTS (results));
}

static void
test_reprioritize (void)
{
  Gate gate;
  GAsyncResult *results[3] = { NULL };
  int owner;

  n_run = 0;
  gate_init (&gate);
  submit (gate_work, &gate, SME_RENDER_VISIBLE, NULL, 0, NULL, &results[0]);
  gate_wait_running (&gate);
  submit (note_work, GINT_TO_POINTER (2), SME_RENDER_AHEAD, &owner, 1, NULL, &results[1]);
  submit (note_work, GINT_TO_POINTER (1), SME_RENDER_BEHIND, &owner, 2, NULL, &results[2]);
  sme_render_thread_reprioritize (&owner, 2, SME_RENDER_VISIBLE);
  sme_render_thread_reprioritize (&owner, 99, SME_RENDER_VISIBLE);
  gate_open (&gate);
  fixture_await (&results[1]);

  g_assert_cmpint (run_order[0], ==, 1);
  g_assert_cmpint (run_order[1], ==, 2);
  clear_results (results, G_N_ELEMENTS (results));
}

static gboolean
on_tick (gpointer user_data)
{
  (*(int *) user_data)++;
  return G_SOURCE_CONTINUE;
}

static gboolean
has_ticked (gpointer user_data)
{
  return *(int *) user_data >= 100;
}

static void
test_main_loop (void)
{
  Gate gate;
  GAsyncResult *results[2] = { NULL };
  int ticks = 0;
  guint source;

  gate_init (&gate);
  submit (gate_work, &gate, SME_RENDER_VISIBLE, NULL, 0, NULL, &results[0]);
  gate_wait_running (&gate);
  source = g_idle_add (on_tick, &ticks);
  for (int i = 0; i < 50; i++)
    sme_render_thread_reprioritize (&gate, i, SME_RENDER_IDLE);
  fixture_run_until_func (has_ticked, &ticks);
  g_assert_null (results[0]); /* all that while the work was still running */

  gate_open (&gate);
  fixture_await (&results[0]);
  g_source_remove (source);
  clear_results (results, G_N_ELEMENTS (results));
}

static void
on_disposed (gpointer data)
{
  g_assert_true (sme_render_thread_is_current ());
  run_order[g_atomic_int_add (&n_run, 1)] = GPOINTER_TO_INT (data);
}

static void
test_dispose (void)
{
  Gate gate;
  GAsyncResult *results[2] = { NULL };

  n_run = 0;
  gate_init (&gate);
  submit (gate_work, &gate, SME_RENDER_VISIBLE, NULL, 0, NULL, &results[0]);
  gate_wait_running (&gate);
  submit (note_work, GINT_TO_POINTER (2), SME_RENDER_OPEN, NULL, 0, NULL, &results[1]);
  sme_render_thread_dispose_later (GINT_TO_POINTER (1), on_disposed);
  gate_open (&gate);
  fixture_await (&results[1]);

  g_assert_cmpint (n_run, ==, 2);
  g_assert_cmpint (run_order[0], ==, 1);
  clear_results (results, G_N_ELEMENTS (results));
}

static gint n_freed;

static void
count_free (gpointer data)
{
  g_assert_false (sme_render_thread_is_current ());
  n_freed++;
}

static void
test_late_result (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SmeRenderRequest request = { gate_work, count_free, SME_RENDER_VISIBLE, NULL, 0 };
  g_autoptr (GAsyncResult) result = NULL;
  GTask *task = g_task_new (NULL, cancellable, fixture_keep_result, &result);
  Gate gate;

  n_freed = 0;
  gate_init (&gate);
  g_task_set_task_data (task, &gate, NULL);
  sme_render_thread_run (task, &request);
  gate_wait_running (&gate);
  g_cancellable_cancel (cancellable);
  gate_open (&gate);
  fixture_await (&result);
  assert_cancelled (result);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (n_freed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render-thread/visible-first-then-in-order", test_order);
  g_test_add_func ("/render-thread/one-running-and-one-waiting-per-page", test_one_waiting);
  g_test_add_func ("/render-thread/cancelled-work-comes-back-at-once", test_cancel);
  g_test_add_func ("/render-thread/waiting-work-changes-its-priority", test_reprioritize);
  g_test_add_func ("/render-thread/main-loop-goes-on-while-it-works", test_main_loop);
  g_test_add_func ("/render-thread/frees-before-it-works-on", test_dispose);
  g_test_add_func ("/render-thread/late-result-is-freed-by-its-owner", test_late_result);
  return g_test_run ();
}
