/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the start of the process to the first cards of the catalog on the screen, the local backend
 * included: against an empty window of the same toolkit, and against Chromium that shows a plain
 * page of the same cards. One after the other, in turns; memory is read a moment after each. */
#include "process-tree.h"
#include "watch.h"

#include <stdlib.h>

#define RUNS 9
#define TIMEOUT_MS 30000
#define SETTLE_MS 1000

typedef struct
{
  const char *argv[12];
  WatchFor content;
  gint64 times[RUNS];  /* microseconds */
  gint64 memory[RUNS]; /* kB */
} Program;

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
median (gint64 *values)
{
  qsort (values, RUNS, sizeof values[0], compare);
  return (double) values[RUNS / 2];
}

static gboolean
run_once (Watch *watch, Program *program, gint64 *time, gint64 *memory)
{
  gint64 begin;
  gboolean seen;
  GPid pid;

  if (!watch_until (watch, WATCH_NOTHING, TIMEOUT_MS))
    g_error ("The screen does not get empty");
  begin = g_get_monotonic_time ();
  pid = process_tree_start (program->argv);
  seen = watch_until (watch, program->content, TIMEOUT_MS);
  *time = g_get_monotonic_time () - begin;
  if (seen)
    {
      g_usleep (SETTLE_MS * 1000);
      *memory = (gint64) process_tree_measure (pid);
    }
  process_tree_end (pid);
  return seen;
}

/* Once before that counts: databases are made, caches are filled. */
static gboolean
warm_up (Watch *watch, Program *program)
{
  gint64 time, memory;

  return program->argv[0] != NULL && run_once (watch, program, &time, &memory);
}

static void
print_times (const char *name, Program *ours, Program *theirs, const char *against, const char *aim)
{
  double a = median (ours->times), b = median (theirs->times);

  g_print ("%s\t%.2f\tratio\t%s\t%.0f ms against %.0f ms; medians of %d interleaved runs; aim %s\n",
           name, a / b, against, a / 1000, b / 1000, RUNS, aim);
}

static void
print_memory (const char *name, Program *ours, Program *theirs, const char *against)
{
  double a = median (ours->memory), b = median (theirs->memory);

  g_print ("%s\t%.2f\tratio\t%s\tPSS of all processes, the backend too: %.0f MB against %.0f MB; "
           "aim <= 0.45\n",
           name, a / b, against, a / 1024, b / 1024);
}

static Program
chromium (const char *page, const char *profile)
{
  g_autofree char *path = g_find_program_in_path ("chromium");
  Program program = { .content = WATCH_CARDS };

  if (path == NULL)
    return program;
  /* What it keeps from the first start, and no talk to anybody. */
  program = (Program){
    .argv = { g_steal_pointer (&path), "--no-sandbox", "--no-first-run", "--password-store=basic",
              "--disable-background-networking", "--window-position=0,0", "--window-size=1200,800",
              g_strconcat ("--user-data-dir=", profile, NULL),
              g_strconcat ("--app=file://", page, NULL) },
    .content = WATCH_CARDS,
  };
  return program;
}

int
main (int argc, char **argv)
{
  g_autoptr (Watch) watch = watch_new ();
  g_autofree char *profile = g_dir_make_tmp ("onesme-bench-XXXXXX", NULL);
  Program ours = { .argv = { argv[1] }, .content = WATCH_CARDS };
  Program empty = { .argv = { argv[2] }, .content = WATCH_WINDOW };
  Program web = chromium (argv[3], profile);
  gboolean has_web;

  g_assert_cmpint (argc, ==, 4);
  if (!warm_up (watch, &ours) || !warm_up (watch, &empty))
    g_error ("A program shows nothing");
  has_web = warm_up (watch, &web);
  for (guint i = 0; i < RUNS; i++)
    {
      if (!run_once (watch, &ours, &ours.times[i], &ours.memory[i]) ||
          !run_once (watch, &empty, &empty.times[i], &empty.memory[i]) ||
          (has_web && !run_once (watch, &web, &web.times[i], &web.memory[i])))
        g_error ("Nothing was seen in run %u", i);
    }
  print_times ("start-vs-empty-window", &ours, &empty, "an empty AdwApplicationWindow", "<= 1.25");
  if (has_web)
    {
      print_times ("start-vs-chromium", &ours, &web, "Chromium --app with the same cards",
                   "<= 0.5");
      print_memory ("memory-vs-chromium", &ours, &web, "that Chromium");
    }
  else
    g_print ("start-vs-chromium\t-\tratio\tChromium\tnot measured: Chromium is not installed or "
             "shows nothing\n");
  return 0;
}
