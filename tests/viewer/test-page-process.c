/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process in which poppler runs: what a page may cost, and what becomes of the others. */
#include "viewer/sme-page-process.h"

#include "hostile-pages.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-error.h"

#include <signal.h>
#include <sys/resource.h>

static const SmePageArea area = { 0, 794, 1123, { 0, 0, 794, 1123 }, { 0, FALSE } };

static SmeDocument *
open_bytes (GBytes *made)
{
  g_autoptr (GBytes) bytes = made;
  g_autoptr (GError) error = NULL;
  SmeDocument *document = fixture_open (bytes, &error);

  g_assert_no_error (error);
  return document;
}

static void
draw (SmeDocument *document, SmeRenderPriority priority, GCancellable *cancellable, gpointer place)
{
  sme_document_render_async (document, &area, priority, NULL, cancellable, fixture_keep_result,
                             place);
}

static gboolean
is_drawn (SmeDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  draw (document, SME_RENDER_VISIBLE, NULL, &result);
  fixture_await (&result);
  texture = sme_document_render_finish (document, result, NULL);
  return texture != NULL;
}

static void
assert_fails (SmeDocument *document, GAsyncResult *result, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_document_render_finish (document, result, &error));
  g_assert_error (error, domain, code);
}

/* Of all processes that have ended, in seconds of the processor. */
static double
get_seconds_of_ended (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* A page that is never done is given up, told, and the other documents are still there. */
static void
test_endless_page_is_given_up (void)
{
  g_autoptr (SmeDocument) other = fixture_open_contract (1);
  g_autoptr (SmeDocument) endless = open_bytes (hostile_make_endless_drawing ());
  g_autoptr (GAsyncResult) result = NULL;

  draw (endless, SME_RENDER_VISIBLE, NULL, &result);
  fixture_await (&result);
  assert_fails (endless, result, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_TOO_COMPLEX);
  g_assert_true (is_drawn (other));
}

/* Whoever leaves a page that is being drawn does not wait for it, nor does what comes after. */
static void
test_running_page_is_cancelled (void)
{
  g_autoptr (SmeDocument) other = fixture_open_contract (1);
  g_autoptr (SmeDocument) endless = open_bytes (hostile_make_endless_drawing ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) running = NULL;
  g_autoptr (GAsyncResult) next = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  double seconds = get_seconds_of_ended ();

  draw (endless, SME_RENDER_VISIBLE, cancellable, &running);
  draw (other, SME_RENDER_VISIBLE, NULL, &next);
  g_cancellable_cancel (cancellable);
  fixture_await (&running);
  assert_fails (endless, running, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_await (&next);
  texture = sme_document_render_finish (other, next, NULL);
  g_assert_nonnull (texture);
  /* Far less than the eight seconds that a page may take. */
  g_assert_cmpfloat (get_seconds_of_ended () - seconds, <, 4);
}

static gboolean
runs_ahead (gpointer data)
{
  return sme_render_thread_get_priority () == SME_RENDER_AHEAD;
}

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* For what tells of no change. */
static void
look_until (gboolean (*condition) (gpointer))
{
  guint source = g_timeout_add (20, wake, NULL);

  fixture_run_until_func (condition, NULL);
  g_source_remove (source);
}

/* A page that nobody sees yet gives way to what somebody waits for. */
static void
test_page_ahead_gives_way (void)
{
  g_autoptr (SmeDocument) other = fixture_open_contract (1);
  g_autoptr (SmeDocument) endless = open_bytes (hostile_make_endless_drawing ());
  g_autoptr (GAsyncResult) running = NULL;

  draw (endless, SME_RENDER_AHEAD, NULL, &running);
  look_until (runs_ahead);
  g_assert_true (is_drawn (other));
  fixture_await (&running);
  assert_fails (endless, running, G_IO_ERROR, G_IO_ERROR_BUSY);
}

#ifndef __SANITIZE_ADDRESS__
/* A sanitizer wants more room than any bound leaves. */
static void
test_memory_ends (void)
{
  g_autoptr (SmeDocument) other = fixture_open_contract (1);
  g_autoptr (SmeDocument) greedy = open_bytes (hostile_make_packed_saves ());
  g_autoptr (GAsyncResult) result = NULL;

  draw (greedy, SME_RENDER_VISIBLE, NULL, &result);
  fixture_await (&result);
  assert_fails (greedy, result, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_TOO_COMPLEX);
  g_assert_true (is_drawn (other));
}
#endif

/* The system may end it, too. */
static void
test_killed_process_comes_back (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (2);
  GPid pid;

  g_assert_true (is_drawn (document));
  pid = sme_page_process_get_pid ();
  g_assert_cmpint (pid, >, 0);
  kill (pid, SIGKILL);
  /* It may still take what is sent to it in this moment; not more. */
  if (!is_drawn (document))
    g_assert_true (is_drawn (document));
  g_assert_cmpint (sme_page_process_get_pid (), !=, pid);
}

static gboolean
has_no_process (gpointer data)
{
  return sme_page_process_get_pid () == 0;
}

static void
test_unused_process_ends (void)
{
  SmeDocument *document = fixture_open_contract (1);

  g_assert_cmpint (sme_page_process_get_pid (), >, 0);
  g_object_unref (document);
  look_until (has_no_process);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-process/endless-page-is-given-up", test_endless_page_is_given_up);
  g_test_add_func ("/page-process/running-page-is-cancelled", test_running_page_is_cancelled);
  g_test_add_func ("/page-process/page-ahead-gives-way", test_page_ahead_gives_way);
#ifndef __SANITIZE_ADDRESS__
  g_test_add_func ("/page-process/memory-ends", test_memory_ends);
#endif
  g_test_add_func ("/page-process/killed-process-comes-back", test_killed_process_comes_back);
  g_test_add_func ("/page-process/unused-process-ends", test_unused_process_ends);
  return g_test_run ();
}
