/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-pad.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define POINTS 5000
#define SAMPLES_PER_FRAME 16
/* Frames that are not counted: the window's first ones. */
#define SETTLING 10
#define FRAMES 60
#define RUNS 9

/* A pad in a real window. The time is the thread's own, between the frame clock's first phase and
 * its last: what others do on the machine does not count. */
typedef struct
{
  GtkWidget *window;
  SmeSignaturePad *pad;
  GdkFrameClock *clock;
  gboolean draws; /* whether each frame gets samples, or is only shown again */
  guint n_fed;
  double start;
  double ms[SETTLING + FRAMES];
  guint n_frames;
} Bench;

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
feed (Bench *bench, guint n)
{
  for (guint end = bench->n_fed + n; bench->n_fed < end; bench->n_fed++)
    {
      guint i = bench->n_fed;

      sme_signature_pad_feed (bench->pad, i == 0 ? SME_SIGNATURE_PAD_DOWN : SME_SIGNATURE_PAD_MOVE,
                              bench, SME_INK_SOURCE_MOUSE, 300 + 250 * sin (i / 90.0),
                              125 + 100 * sin (i / 37.0), i, -1);
    }
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->start = now_ms ();
  if (bench->draws)
    feed (bench, SAMPLES_PER_FRAME);
  else
    gtk_widget_queue_draw (GTK_WIDGET (bench->pad));
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  if (bench->n_frames < SETTLING + FRAMES)
    bench->ms[bench->n_frames++] = now_ms () - bench->start;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

/* Median time of a frame: of an empty pad, or of one with POINTS points and more coming. */
static double
run (gboolean draws)
{
  Bench bench = { .draws = draws };

  bench.window = gtk_window_new ();
  bench.pad = SME_SIGNATURE_PAD (sme_signature_pad_new ());
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.pad));
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 600, 250);
  gtk_window_present (GTK_WINDOW (bench.window));
  while (!gtk_widget_get_mapped (bench.window) ||
         gtk_widget_get_width (GTK_WIDGET (bench.pad)) == 0)
    g_main_context_iteration (NULL, TRUE);
  if (draws)
    feed (&bench, POINTS);
  bench.clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect (bench.clock, "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect (bench.clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  gdk_frame_clock_begin_updating (bench.clock);
  while (bench.n_frames < SETTLING + FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (bench.clock);
  g_signal_handlers_disconnect_by_data (bench.clock, &bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return median (bench.ms + SETTLING, FRAMES);
}

int
main (void)
{
  double ours[RUNS], empty[RUNS];

  gtk_init ();
  for (guint i = 0; i < RUNS; i++)
    {
      ours[i] = run (TRUE);
      empty[i] = run (FALSE);
    }
  printf ("frame-ms-5000-points-window\t%.3g\tms\t%.3g (empty pad)\t"
          "16 samples and a frame of a 600x250 window on Xvfb, cairo renderer; aim 4\n",
          median (ours, RUNS), median (empty, RUNS));
  return 0;
}
