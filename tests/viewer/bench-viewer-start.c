/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the start of the process to the text of page 1 on the screen, and the memory for it, against
 * evince on the same file; in turns. Memory is what is held above an empty window of the same
 * toolkit. bench-viewer-start SHOW-PANE EMPTY-GTK3 */
#include "process-tree.h"
#include "viewer-fixture.h"
#include "watch.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define RUNS 7
#define TIMEOUT_MS 20000
/* Small pictures of all pages are drawn after the first page; memory is read when that is done. */
#define SETTLE_MS 500
#define MEMORY_SETTLE_MS 7000
#define PAGES 500
/* The window that evince opens, which cannot be told another without a file manager's service: a
 * page takes as many pixels in both programs. */
#define SIZE "--size=622x610"

typedef struct
{
  const char *argv[10];
  WatchFor content;
  gint64 times[RUNS];  /* microseconds */
  gint64 memory[RUNS]; /* kB */
  gint64 peaks[RUNS];  /* kB */
} Program;

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
median (gint64 *values, guint n)
{
  qsort (values, n, sizeof values[0], compare);
  return (double) values[n / 2];
}

static gboolean
run_once (Watch *watch, Program *program, guint run, guint settle_ms)
{
  gint64 begin;
  gboolean seen;
  GPid pid;

  if (!watch_until (watch, WATCH_NOTHING, TIMEOUT_MS))
    g_error ("The screen does not get empty");
  begin = g_get_monotonic_time ();
  pid = process_tree_start (program->argv);
  seen = watch_until (watch, program->content, TIMEOUT_MS);
  program->times[run] = g_get_monotonic_time () - begin;
  if (seen)
    {
      g_usleep (settle_ms * 1000);
      program->memory[run] = (gint64) process_tree_measure (pid);
      program->peaks[run] = (gint64) process_tree_measure_peak (pid);
    }
  process_tree_end (pid);
  return seen;
}

static gboolean
run_all (Watch *watch, Program *programs, guint n_programs, guint n_runs, guint settle_ms)
{
  for (guint i = 0; i < n_programs; i++)
    if (!run_once (watch, &programs[i], 0, 500)) /* caches are filled; does not count */
      {
        g_printerr ("%s shows nothing\n", programs[i].argv[4]);
        return FALSE;
      }
  for (guint run = 0; run < n_runs; run++)
    for (guint i = 0; i < n_programs; i++)
      if (!run_once (watch, &programs[i], run, settle_ms))
        return FALSE;
  return TRUE;
}

static char *
write_contract (guint n_pages)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (n_pages);
  char *path = NULL;
  int fd = g_file_open_tmp ("onesme-bench-XXXXXX.pdf", &path, NULL);

  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       NULL);
  return path;
}

static void
measure_start (Watch *watch, const char *show_pane, const char *evince, const char *renderer)
{
  g_autofree char *pdf = write_contract (6);
  g_autofree char *gsk = g_strconcat ("GSK_RENDERER=", renderer, NULL);
  gboolean is_gl = g_str_equal (renderer, "gl");
  Program programs[3] = {
    { { "/usr/bin/env", "GTK_A11Y=none", gsk, is_gl ? "GDK_DEBUG=" : "GDK_DEBUG=gl-disable",
        show_pane, SIZE, pdf },
      WATCH_PAGE,
      { 0 },
      { 0 },
      { 0 } },
    { { "/usr/bin/env", "NO_AT_BRIDGE=1", "GTK_A11Y=none", "A=", evince, pdf },
      WATCH_PAGE,
      { 0 },
      { 0 },
      { 0 } },
    { { "/usr/bin/env", "GTK_A11Y=none", gsk, is_gl ? "GDK_DEBUG=" : "GDK_DEBUG=gl-disable",
        show_pane, SIZE, "--empty" },
      WATCH_WINDOW,
      { 0 },
      { 0 },
      { 0 } },
  };
  double ours, theirs, least;

  if (run_all (watch, programs, 3, RUNS, SETTLE_MS))
    {
      ours = median (programs[0].times, RUNS);
      theirs = median (programs[1].times, RUNS);
      least = median (programs[2].times, RUNS);
      g_print (
        "first-page-vs-evince-%s\t%.2f\tratio\tevince\t%.0f ms against %.0f ms; medians of %d "
        "interleaved runs; aim %s\n",
        renderer, ours / theirs, ours / 1000, theirs / 1000, RUNS, is_gl ? "<= 1.0" : "<= 0.5");
      g_print ("empty-window-vs-evince-%s\t%.2f\tratio\tevince\t%.0f ms: an empty window of our "
               "toolkit, which nothing can be faster than\n",
               renderer, least / theirs, least / 1000);
    }
  else
    g_print ("first-page-vs-evince-%s\t-\tratio\tevince\tnot measured: no page was seen\n",
             renderer);
  g_unlink (pdf);
}

/* What the document costs: the program with it, less an empty window of the same toolkit. */
static void
print_memory (const char *name, const char *what, gint64 *values[4])
{
  double ours = median (values[0], RUNS) - median (values[1], RUNS);
  double theirs = median (values[2], RUNS) - median (values[3], RUNS);

  g_print ("%s\t%.2f\tratio\tevince\t%s above an empty window, %d pages open: %.1f MB against "
           "%.1f MB; medians of %d interleaved runs; aim <= 0.6\n",
           name, ours / theirs, what, PAGES, ours / 1024, theirs / 1024, RUNS);
}

static void
measure_memory (Watch *watch, const char *show_pane, const char *evince, const char *empty_gtk3)
{
  g_autofree char *pdf = write_contract (PAGES);
  Program programs[4] = {
    { { "/usr/bin/env", "GTK_A11Y=none", "GSK_RENDERER=cairo", "GDK_DEBUG=gl-disable", show_pane,
        SIZE, pdf },
      WATCH_PAGE,
      { 0 },
      { 0 },
      { 0 } },
    { { "/usr/bin/env", "GTK_A11Y=none", "GSK_RENDERER=cairo", "GDK_DEBUG=gl-disable", show_pane,
        SIZE, "--empty" },
      WATCH_WINDOW,
      { 0 },
      { 0 },
      { 0 } },
    { { "/usr/bin/env", "NO_AT_BRIDGE=1", "A=", "B=", evince, pdf },
      WATCH_PAGE,
      { 0 },
      { 0 },
      { 0 } },
    { { "/usr/bin/env", "NO_AT_BRIDGE=1", "A=", "B=", empty_gtk3 },
      WATCH_WINDOW,
      { 0 },
      { 0 },
      { 0 } },
  };
  gint64 *memory[4], *peaks[4];

  for (guint i = 0; i < 4; i++)
    {
      memory[i] = programs[i].memory;
      peaks[i] = programs[i].peaks;
    }
  if (run_all (watch, programs, 4, RUNS, MEMORY_SETTLE_MS))
    {
      print_memory ("memory-vs-evince", "PSS", memory);
      print_memory ("peak-memory-vs-evince", "most ever held (VmHWM of all processes)", peaks);
    }
  else
    g_print ("memory-vs-evince\t-\tratio\tevince\tnot measured: a program shows nothing\n");
  g_unlink (pdf);
}

int
main (int argc, char **argv)
{
  g_autofree char *evince = g_find_program_in_path ("evince");
  g_autoptr (Watch) watch = NULL;

  g_assert_cmpint (argc, ==, 3);
  if (evince == NULL)
    {
      g_print ("first-page-vs-evince\t-\tratio\tevince\tnot measured: evince is not installed\n"
               "memory-vs-evince\t-\tratio\tevince\tnot measured: evince is not installed\n");
      return 0;
    }
  watch = watch_new ();
  measure_start (watch, argv[1], evince, "cairo");
  measure_start (watch, argv[1], evince, "gl");
  measure_memory (watch, argv[1], evince, argv[2]);
  return 0;
}
