/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-local-backend.h"
#include "client/sme-transport.h"
#include "core/sme-problem.h"
#include "test-server.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* With a program that misbehaves as told (fake-backend.c); $FAKE_BACKEND names it. */

typedef struct
{
  char *data_dir;
  SmeLocalBackend *backend;
} Fixture;

static void
behave (Fixture *fixture, const char *behaviour)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "behaviour", NULL);

  g_assert_true (g_file_set_contents (path, behaviour, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer behaviour)
{
  fixture->data_dir = g_dir_make_tmp ("onesme-backend-XXXXXX", NULL);
  fixture->backend = sme_local_backend_new (g_getenv ("FAKE_BACKEND"), fixture->data_dir);
  sme_local_backend_set_limits (fixture->backend, 10000, 5);
  behave (fixture, behaviour);
}

static void
tear_down (Fixture *fixture, gconstpointer behaviour)
{
  const char *names[] = { "behaviour", "note" };

  test_assert_finalizes (fixture->backend);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->data_dir, names[i], NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->data_dir);
  g_free (fixture->data_dir);
}

static gboolean
start (Fixture *fixture, GError **error)
{
  g_auto (TestCall) call = { 0 };

  sme_local_backend_start_async (fixture->backend, NULL, test_on_ready, &call);
  return sme_local_backend_start_finish (fixture->backend, test_await (&call), error);
}

static void
stop (Fixture *fixture)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_local_backend_stop_async (fixture->backend, NULL, test_on_ready, &call);
  g_assert_true (sme_local_backend_stop_finish (fixture->backend, test_await (&call), &error));
  g_assert_no_error (error);
}

static pid_t
pid_of (SmeLocalBackend *backend)
{
  const char *pid = sme_local_backend_get_pid (backend);

  return pid != NULL ? atoi (pid) : 0;
}

static gboolean
is_gone (gpointer pid)
{
  return kill (GPOINTER_TO_INT (pid), 0) == -1 && errno == ESRCH;
}

static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until_gone (pid_t pid)
{
  /* Nothing tells us of processes that are no longer ours: we look. */
  guint id = g_timeout_add (10, on_tick, NULL);

  test_wait_until (is_gone, GINT_TO_POINTER (pid));
  g_source_remove (id);
}

static void
assert_state (Fixture *fixture, SmeLocalBackendState state)
{
  g_assert_cmpint (sme_local_backend_get_state (fixture->backend), ==, state);
}

static void
test_starts_and_stops (Fixture *fixture, gconstpointer behaviour)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "note", NULL);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  pid_t pid;

  assert_state (fixture, SME_LOCAL_BACKEND_STOPPED);
  g_assert_null (sme_local_backend_get_base_url (fixture->backend));
  g_assert_true (start (fixture, &error));
  g_assert_no_error (error);
  assert_state (fixture, SME_LOCAL_BACKEND_READY);
  g_assert_true (
    g_str_has_prefix (sme_local_backend_get_base_url (fixture->backend), "http://127.0.0.1:"));
  g_assert_true (g_file_get_contents (path, &note, NULL, NULL));
  g_assert_cmpstr (note, ==, "token 43 strays 0");
  g_assert_null (g_getenv ("ONESME_LOCAL_TOKEN"));
  pid = pid_of (fixture->backend);
  stop (fixture);
  assert_state (fixture, SME_LOCAL_BACKEND_STOPPED);
  g_assert_true (is_gone (GINT_TO_POINTER (pid)));
}

static void
test_starts_once (Fixture *fixture, gconstpointer behaviour)
{
  g_auto (TestCall) a = { 0 };
  g_auto (TestCall) b = { 0 };
  pid_t pid;

  sme_local_backend_start_async (fixture->backend, NULL, test_on_ready, &a);
  sme_local_backend_start_async (fixture->backend, NULL, test_on_ready, &b);
  g_assert_true (sme_local_backend_start_finish (fixture->backend, test_await (&a), NULL));
  g_assert_true (sme_local_backend_start_finish (fixture->backend, test_await (&b), NULL));
  pid = pid_of (fixture->backend);
  g_assert_true (start (fixture, NULL));
  g_assert_cmpint (pid_of (fixture->backend), ==, pid);
}

static gboolean
is_ready_again (gpointer user_data)
{
  Fixture *fixture = user_data;

  return sme_local_backend_get_state (fixture->backend) == SME_LOCAL_BACKEND_READY;
}

static gboolean
is_not_ready (gpointer user_data)
{
  return !is_ready_again (user_data);
}

static void
test_comes_back_at_the_same_place (Fixture *fixture, gconstpointer behaviour)
{
  g_autofree char *url = NULL;
  g_autofree char *token = NULL;
  pid_t pid;

  g_assert_true (start (fixture, NULL));
  url = g_strdup (sme_local_backend_get_base_url (fixture->backend));
  token = g_strdup (sme_local_backend_get_token (fixture->backend));
  pid = pid_of (fixture->backend);
  kill (pid, SIGKILL);
  test_wait_until (is_not_ready, fixture);
  assert_state (fixture, SME_LOCAL_BACKEND_STARTING);
  test_wait_until (is_ready_again, fixture);
  g_assert_cmpint (pid_of (fixture->backend), !=, pid);
  g_assert_cmpstr (sme_local_backend_get_base_url (fixture->backend), ==, url);
  g_assert_cmpstr (sme_local_backend_get_token (fixture->backend), ==, token);
}

static void
test_gives_up (Fixture *fixture, gconstpointer behaviour)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (start (fixture, &error));
  g_assert_error (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_FAILED);
  assert_state (fixture, SME_LOCAL_BACKEND_FAILED);
  g_assert_error (sme_local_backend_get_error (fixture->backend), SME_LOCAL_BACKEND_ERROR,
                  SME_LOCAL_BACKEND_ERROR_FAILED);
  behave (fixture, "ready");
  g_assert_true (start (fixture, NULL));
  g_assert_null (sme_local_backend_get_error (fixture->backend));
}

static void
test_busy (Fixture *fixture, gconstpointer behaviour)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (start (fixture, &error));
  g_assert_error (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_BUSY);
  assert_state (fixture, SME_LOCAL_BACKEND_FAILED);
}

static void
test_never_ready (Fixture *fixture, gconstpointer behaviour)
{
  g_autoptr (GError) error = NULL;

  sme_local_backend_set_limits (fixture->backend, 200, 5);
  g_assert_false (start (fixture, &error));
  g_assert_error (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_TIMED_OUT);
  g_assert_null (sme_local_backend_get_pid (fixture->backend));
}

static void
test_not_installed (Fixture *fixture, gconstpointer behaviour)
{
  g_autoptr (SmeLocalBackend) backend =
    sme_local_backend_new ("/nonexistent/onesme-backend", fixture->data_dir);
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_local_backend_start_async (backend, NULL, test_on_ready, &call);
  g_assert_false (sme_local_backend_start_finish (backend, test_await (&call), &error));
  g_assert_error (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_NOT_FOUND);
}

/* Calls wait for a backend that starts, not for one that does not: they end, and the address is
 * still ours for when it starts after all. */
static void
test_refuses_without_a_program (Fixture *fixture, gconstpointer behaviour)
{
  g_autofree char *program = g_build_filename (fixture->data_dir, "onesme-backend", NULL);
  g_autoptr (SmeLocalBackend) backend = sme_local_backend_new (program, fixture->data_dir);
  g_autofree char *url = NULL;
  g_auto (TestCall) start = { 0 };
  g_auto (TestCall) again = { 0 };
  g_auto (TestCall) call = { 0 };
  g_autoptr (SmeTransport) transport = NULL;
  g_autoptr (SmeAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  sme_local_backend_start_async (backend, NULL, test_on_ready, &start);
  g_assert_false (sme_local_backend_start_finish (backend, test_await (&start), NULL));
  url = g_strdup (sme_local_backend_get_base_url (backend));
  g_assert_nonnull (url);
  transport = sme_transport_new (url, NULL);
  sme_transport_set_retries (transport, 1, 10, 1000);
  sme_caller_send_async (SME_CALLER (transport), SME_OP_HEALTH, NULL, NULL, NULL, NULL,
                         test_on_ready, &call);
  answer = sme_caller_send_finish (SME_CALLER (transport), test_await (&call), &error);
  g_assert_null (answer);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
  g_assert_cmpint (symlink (g_getenv ("FAKE_BACKEND"), program), ==, 0);
  sme_local_backend_start_async (backend, NULL, test_on_ready, &again);
  g_assert_true (sme_local_backend_start_finish (backend, test_await (&again), NULL));
  g_assert_cmpstr (sme_local_backend_get_base_url (backend), ==, url);
  g_unlink (program);
}

static void
test_stopped_while_starting (Fixture *fixture, gconstpointer behaviour)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_local_backend_start_async (fixture->backend, NULL, test_on_ready, &call);
  stop (fixture);
  g_assert_false (sme_local_backend_start_finish (fixture->backend, test_await (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_state (fixture, SME_LOCAL_BACKEND_STOPPED);
}

/* Whatever it does with SIGTERM: it ends with the object that started it. */
static void
test_ends_with_the_object (Fixture *fixture, gconstpointer behaviour)
{
  SmeLocalBackend *backend;
  pid_t pid;

  g_assert_true (start (fixture, NULL));
  pid = pid_of (fixture->backend);
  backend = fixture->backend;
  fixture->backend = sme_local_backend_new (g_getenv ("FAKE_BACKEND"), fixture->data_dir);
  test_assert_finalizes (backend);
  wait_until_gone (pid);
}

#define ADD(path, behaviour, func) g_test_add (path, Fixture, behaviour, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/local-backend/starts-and-stops", "ready", test_starts_and_stops);
  ADD ("/local-backend/starts-once", "ready", test_starts_once);
  ADD ("/local-backend/comes-back-at-the-same-place", "ready", test_comes_back_at_the_same_place);
  ADD ("/local-backend/gives-up-and-can-be-asked-again", "crash", test_gives_up);
  ADD ("/local-backend/busy-data-directory-is-told", "busy", test_busy);
  ADD ("/local-backend/silent-one-times-out", "silent", test_never_ready);
  ADD ("/local-backend/one-ready-elsewhere-times-out", "wrong", test_never_ready);
  ADD ("/local-backend/not-installed-is-told", "ready", test_not_installed);
  ADD ("/local-backend/a82/calls-end-where-there-is-no-program", "ready",
       test_refuses_without_a_program);
  ADD ("/local-backend/stopped-while-starting", "silent", test_stopped_while_starting);
  ADD ("/local-backend/ends-with-the-object", "stubborn", test_ends_with_the_object);
  return g_test_run ();
}
