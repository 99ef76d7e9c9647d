/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of the viewer; docs/viewer.md says what they mean. */
#include "process-tree.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-page-process.h"
#include "viewer/sme-viewer.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

#define RUNS 31
#define WIDTH 794
#define HEIGHT 1123

#define LONG_PAGES 500
#define SEARCH_RUNS 7
/* A hard fling: the 500 pages in some twenty seconds, a step for each of 60 frames a second. */
#define PIXELS_PER_FRAME 470
#define LATE_FRAME 33000 /* microseconds */
#define SLOW_FRAME 16700

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
get_median (gint64 *times)
{
  qsort (times, RUNS, sizeof times[0], compare);
  return (double) times[RUNS / 2];
}

/* Open and draw page 1 as a program without us would. */
static gint64
time_poppler (GBytes *bytes)
{
  gint64 begin = g_get_monotonic_time ();
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double width, height;
  gint64 time;

  poppler_page_get_size (page, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, WIDTH / width, HEIGHT / height);
  poppler_page_render (page, cr);
  cairo_surface_flush (surface);
  time = g_get_monotonic_time () - begin;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (document);
  return time;
}

static gint64
time_document (GBytes *bytes)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  SmePageArea area = { 0, WIDTH, HEIGHT, { 0, 0, WIDTH, HEIGHT } };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  sme_document_render_async (document, &area, SME_RENDER_VISIBLE, NULL, NULL, fixture_keep_result,
                             &result);
  fixture_await (&result);
  texture = sme_document_render_finish (document, result, NULL);
  g_assert_nonnull (texture);
  return g_get_monotonic_time () - begin;
}

static gint64
get_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* The time of processors that this program and its processes for pages took, the one that runs and
 * those that ended: what is left of a measure when the machine has other work too. */
static gint64
get_work (void)
{
  GPid pid = sme_page_process_get_pid ();
  gint64 work = get_clock (CLOCK_PROCESS_CPUTIME_ID);
  struct rusage ended;
  clockid_t clock;

  getrusage (RUSAGE_CHILDREN, &ended);
  work += (ended.ru_utime.tv_sec + ended.ru_stime.tv_sec) * G_USEC_PER_SEC;
  work += ended.ru_utime.tv_usec + ended.ru_stime.tv_usec;
  if (pid != 0 && clock_getcpuclockid (pid, &clock) == 0)
    work += get_clock (clock);
  return work;
}

/* @kept: whether a document stays open meanwhile, and with it the process for pages */
static void
measure_page (const char *name, const char *aim, GBytes *kept)
{
  gint64 our_work[RUNS], their_work[RUNS];
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (6);
  g_autoptr (SmeDocument) other = kept != NULL ? fixture_open (kept, NULL) : NULL;
  gint64 ours[RUNS], theirs[RUNS];
  double our_median, their_median;

  time_document (bytes);
  time_poppler (bytes);
  for (int i = 0; i < RUNS; i++)
    {
      gint64 begin = get_work ();

      ours[i] = time_document (bytes);
      our_work[i] = get_work () - begin;
      begin = get_work ();
      theirs[i] = time_poppler (bytes);
      their_work[i] = get_work () - begin;
    }
  our_median = get_median (ours);
  their_median = get_median (theirs);
  printf ("%s-vs-poppler\t%.2f\tratio\t%s\t%.1f ms against %.1f ms, %d runs each%s\n", name,
          our_median / their_median, aim, our_median / 1000, their_median / 1000, RUNS,
          kept != NULL ? "" : ", the start of the process for pages included");
  printf ("%s-work-vs-poppler\t%.2f\tratio\t-\tthe same in processor time, of both processes\n",
          name, get_median (our_work) / get_median (their_work));
}

/* The tool that anybody has, as a process of its own, at the same number of pixels. */
static gint64
time_tool (const char *path)
{
  const char *argv[] = { "pdftoppm", "-f",          "1",    "-l", "1", "-scale-to-x",
                         "794",      "-scale-to-y", "1123", path, NULL };
  gint64 begin = g_get_monotonic_time ();

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, NULL);
  return g_get_monotonic_time () - begin;
}

static void
measure_against_tool (void)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (6);
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("onesme-bench-XXXXXX.pdf", &path, NULL);
  gint64 ours[RUNS], theirs[RUNS];
  double our_median, their_median;

  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       NULL);
  for (int i = 0; i < RUNS; i++)
    {
      ours[i] = time_document (bytes);
      theirs[i] = time_tool (path);
    }
  our_median = get_median (ours);
  their_median = get_median (theirs);
  printf (
    "page-vs-pdftoppm\t%.2f\tratio\t<= 1.2\t%.1f ms against %.1f ms of a process of its own\n",
    our_median / their_median, our_median / 1000, their_median / 1000);
  g_unlink (path);
}

typedef struct
{
  SmeDocumentView *view;
  GtkAdjustment *adjustment;
  gint64 frame_begin;
  gint64 longest;
  gint64 work_begin;
  gint64 most_work; /* of the processor; what remains when the machine is shared */
  guint n_frames;
  guint n_late;
  guint n_slow;
  gboolean done;
} Scrolling;

static void
on_before_paint (GdkFrameClock *clock, gpointer user_data)
{
  Scrolling *scrolling = user_data;

  scrolling->frame_begin = g_get_monotonic_time ();
  scrolling->work_begin = get_clock (CLOCK_THREAD_CPUTIME_ID);
}

static void
on_after_paint (GdkFrameClock *clock, gpointer user_data)
{
  Scrolling *scrolling = user_data;
  gint64 time = g_get_monotonic_time () - scrolling->frame_begin;

  scrolling->n_frames++;
  scrolling->n_late += time > LATE_FRAME;
  scrolling->n_slow += time > SLOW_FRAME;
  scrolling->longest = MAX (scrolling->longest, time);
  scrolling->most_work =
    MAX (scrolling->most_work, get_clock (CLOCK_THREAD_CPUTIME_ID) - scrolling->work_begin);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scrolling *scrolling = user_data;
  GtkAdjustment *adjustment = scrolling->adjustment;
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_value (adjustment) >= end)
    {
      scrolling->done = TRUE;
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + PIXELS_PER_FRAME);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_settled (gpointer user_data)
{
  return gtk_widget_get_width (user_data) > 0 && !sme_document_view_get_busy (user_data);
}

static void
measure_scrolling (void)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (LONG_PAGES);
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = sme_document_view_new ();
  Scrolling scrolling = { .view = SME_DOCUMENT_VIEW (view) };
  GdkFrameClock *clock;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 800);
  sme_document_view_set_document (scrolling.view, document);
  gtk_window_present (GTK_WINDOW (window));
  fixture_run_until_func (is_settled, view);

  scrolling.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  clock = gtk_widget_get_frame_clock (view);
  scrolling.view->blank_draws = 0;
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &scrolling);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &scrolling);
  gtk_widget_add_tick_callback (view, on_tick, &scrolling, NULL);
  fixture_run_until (&scrolling.done);
  g_signal_handlers_disconnect_by_data (clock, &scrolling);

  printf ("blank-pages\t%u\tpages\t0\t%u pages flung through in %u frames\n",
          scrolling.view->blank_draws, LONG_PAGES, scrolling.n_frames);
  printf ("frames-over-33ms\t%u\tframes\t0\tof %u; the longest took %.1f ms, "
          "the most work %.1f ms of processor time\n",
          scrolling.n_late, scrolling.n_frames, (double) scrolling.longest / 1000,
          (double) scrolling.most_work / 1000);
  printf ("frames-over-17ms\t%u\tframes\t-\tof %u\n", scrolling.n_slow, scrolling.n_frames);
  printf ("peak-memory\t%.0f\tMB\t-\tthe most that the bench and its process for pages ever held, "
          "%u pages open\n",
          (double) process_tree_measure_own_peak () / 1024, LONG_PAGES);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_idle (gpointer search)
{
  return !sme_document_search_get_busy (search);
}

/* Opening included, as the tools do. */
static gint64
time_search (GBytes *bytes, guint *count)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  g_autoptr (SmeDocumentSearch) search = sme_document_search_new ();

  sme_document_search_set_document (search, document);
  sme_document_search_set_text (search, "khu doan ket", 0);
  fixture_run_until_func (is_idle, search);
  *count = sme_document_search_get_count (search);
  return g_get_monotonic_time () - begin;
}

static gint64
time_grep (const char *path)
{
  g_autofree char *command =
    g_strdup_printf ("pdftotext -enc UTF-8 %s - | grep -c -i 'khu đoàn kết'", path);
  const char *argv[] = { "sh", "-c", command, NULL };
  gint64 begin = g_get_monotonic_time ();

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, NULL);
  return g_get_monotonic_time () - begin;
}

static void
measure_search (void)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (LONG_PAGES);
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("onesme-bench-XXXXXX.pdf", &path, NULL);
  gint64 ours[SEARCH_RUNS], theirs[SEARCH_RUNS];
  guint count = 0;

  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       NULL);
  for (int i = 0; i < SEARCH_RUNS; i++)
    {
      ours[i] = time_search (bytes, &count);
      theirs[i] = time_grep (path);
    }
  qsort (ours, SEARCH_RUNS, sizeof ours[0], compare);
  qsort (theirs, SEARCH_RUNS, sizeof theirs[0], compare);
  printf (
    "search-vs-pdftotext\t%.2f\tratio\tpdftotext | grep\t%.0f ms against %.0f ms, %u pages, %u "
    "matches with their places, without regard to marks; medians of %d\n",
    (double) ours[SEARCH_RUNS / 2] / (double) theirs[SEARCH_RUNS / 2],
    (double) ours[SEARCH_RUNS / 2] / 1000, (double) theirs[SEARCH_RUNS / 2] / 1000, LONG_PAGES,
    count, SEARCH_RUNS);
  g_unlink (path);
}

int
main (void)
{
  g_autoptr (GBytes) kept = fixture_make_contract (1);

  gtk_init ();
  sme_viewer_init ();
  measure_page ("page", "<= 1.2", kept);
  measure_page ("first-page", "-", NULL);
  measure_against_tool ();
  measure_scrolling ();
  measure_search ();
  return 0;
}
