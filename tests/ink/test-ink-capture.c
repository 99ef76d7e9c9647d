/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-capture.h"

#include "ink-figures.h"
#include "ink/sme-ink-check.h"

#include <math.h>

/* Any addresses do as owners. */
static const char mouse, finger, thumb, pen;

typedef struct
{
  SmeInk *ink;
  SmeInkCapture *capture;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->ink = sme_ink_new (480, 200);
  f->capture = sme_ink_capture_new (f->ink);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  sme_ink_capture_free (f->capture);
  g_assert_finalize_object (f->ink);
}

static const SmeInkSample *
samples (Fixture *f, guint stroke, guint *n)
{
  return sme_ink_stroke_get_samples (sme_ink_get_stroke (f->ink, stroke), n);
}

static void
test_every_sample (Fixture *f, gconstpointer data)
{
  const SmeInkSample *s;
  guint n;

  g_assert_true (
    sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 5000, -1));
  for (guint i = 1; i < 1000; i++)
    sme_ink_capture_move (f->capture, &mouse, 100 + i * 0.25, 100 + 40 * sin (i / 30.0), 5000 + i,
                          -1);
  g_assert_true (sme_ink_capture_is_drawing (f->capture));
  g_assert_nonnull (sme_ink_capture_get_smoother (f->capture, sme_ink_get_running (f->ink)));
  sme_ink_capture_up (f->capture, &mouse);
  g_assert_false (sme_ink_capture_is_drawing (f->capture));

  s = samples (f, 0, &n);
  g_assert_cmpuint (n, ==, 1000);
  g_assert_cmpuint (s[0].t, ==, 0);
  g_assert_cmpuint (s[999].t, ==, 999);
  g_assert_cmpfloat_with_epsilon (s[500].x, 225, 1e-6);
  g_assert_nonnull (sme_ink_capture_get_smoother (f->capture, sme_ink_get_stroke (f->ink, 0)));
}

static void
test_dot (Fixture *f, gconstpointer data)
{
  guint n;

  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 0, -1);
  sme_ink_capture_up (f->capture, &mouse);
  g_assert_cmpuint (sme_ink_get_n_strokes (f->ink), ==, 1);
  samples (f, 0, &n);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_one_owner (Fixture *f, gconstpointer data)
{
  guint n;

  g_assert_true (sme_ink_capture_down (f->capture, &finger, SME_INK_SOURCE_TOUCH, 100, 100, 0, -1));
  g_assert_false (sme_ink_capture_down (f->capture, &thumb, SME_INK_SOURCE_TOUCH, 300, 50, 1, -1));
  g_assert_false (sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 300, 50, 1, -1));
  sme_ink_capture_move (f->capture, &thumb, 310, 60, 2, -1);
  sme_ink_capture_move (f->capture, &finger, 110, 100, 3, -1);
  sme_ink_capture_up (f->capture, &thumb);
  g_assert_true (sme_ink_capture_is_drawing (f->capture));
  sme_ink_capture_cancel (f->capture, &mouse);
  sme_ink_capture_move (f->capture, &finger, 120, 100, 4, -1);
  sme_ink_capture_up (f->capture, &finger);
  sme_ink_capture_move (f->capture, &finger, 130, 100, 5, -1);
  g_assert_cmpuint (sme_ink_get_n_strokes (f->ink), ==, 1);
  samples (f, 0, &n);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_palm (Fixture *f, gconstpointer data)
{
  guint n;

  /* A pen hovers: no touch until it has been away for a while. */
  sme_ink_capture_hover (f->capture, 1000);
  g_assert_false (
    sme_ink_capture_down (f->capture, &finger, SME_INK_SOURCE_TOUCH, 100, 100, 1900, -1));
  g_assert_true (
    sme_ink_capture_down (f->capture, &finger, SME_INK_SOURCE_TOUCH, 100, 100, 2100, -1));

  /* The palm lay first, then the pen came: its stroke goes, the pen's stays. */
  sme_ink_capture_move (f->capture, &finger, 150, 100, 2150, -1);
  g_assert_true (sme_ink_capture_down (f->capture, &pen, SME_INK_SOURCE_PEN, 200, 80, 2200, .5));
  sme_ink_capture_move (f->capture, &finger, 160, 100, 2210, -1);
  sme_ink_capture_move (f->capture, &pen, 230, 80, 2220, .6);
  g_assert_false (
    sme_ink_capture_down (f->capture, &thumb, SME_INK_SOURCE_TOUCH, 100, 100, 2230, -1));
  sme_ink_capture_up (f->capture, &finger);
  sme_ink_capture_up (f->capture, &pen);
  g_assert_cmpuint (sme_ink_get_n_strokes (f->ink), ==, 1);
  g_assert_cmpfloat_with_epsilon (samples (f, 0, &n)[1].p, .6, 1e-9);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (
    sme_ink_capture_down (f->capture, &finger, SME_INK_SOURCE_TOUCH, 100, 100, 3000, -1));
  g_assert_true (
    sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 3000, -1));
}

static void
test_edges (Fixture *f, gconstpointer data)
{
  double edge = 2.1;
  guint n;

  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 400, 100, 0, -1);
  sme_ink_capture_move (f->capture, &mouse, 450, 100, 10, -1);
  sme_ink_capture_move (f->capture, &mouse, 500, 100, 20, -1); /* out on the right */
  sme_ink_capture_move (f->capture, &mouse, 500, 50, 30, -1);
  sme_ink_capture_move (f->capture, &mouse, 460, 50, 40, -1);  /* back */
  sme_ink_capture_move (f->capture, &mouse, 460, -50, 50, -1); /* out at the top */
  sme_ink_capture_move (f->capture, &mouse, -100, -50, 60, -1);
  sme_ink_capture_move (f->capture, &mouse, -100, 100, 70, -1);
  sme_ink_capture_move (f->capture, &mouse, 600, 100, 80, -1); /* right through */
  sme_ink_capture_move (f->capture, &mouse, 600, 300, 90, -1);
  sme_ink_capture_up (f->capture, &mouse);

  g_assert_cmpuint (sme_ink_get_n_strokes (f->ink), ==, 3);
  g_assert_cmpfloat_with_epsilon (samples (f, 0, &n)[2].x, 480 - edge, 0.01);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (samples (f, 0, &n)[2].t, ==, 16);
  g_assert_cmpfloat_with_epsilon (samples (f, 1, &n)[0].x, 480 - edge, 0.01);
  g_assert_cmpfloat_with_epsilon (samples (f, 1, &n)[n - 1].y, edge, 0.01);
  g_assert_cmpfloat_with_epsilon (samples (f, 2, &n)[0].x, edge, 0.01);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (sme_ink_check (f->ink, NULL));
}

static void
test_outside_only (Fixture *f, gconstpointer data)
{
  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, -40, 100, 0, -1);
  sme_ink_capture_move (f->capture, &mouse, -40, 300, 10, -1);
  sme_ink_capture_up (f->capture, &mouse);
  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, NAN, 100, 0, -1);
  sme_ink_capture_move (f->capture, &mouse, INFINITY, 100, 0, -1);
  sme_ink_capture_up (f->capture, &mouse);
  g_assert_true (sme_ink_is_empty (f->ink));
}

static void
test_time (Fixture *f, gconstpointer data)
{
  guint n;

  /* The clock wraps, goes back, and stands for days. */
  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, G_MAXUINT32 - 4, -1);
  sme_ink_capture_move (f->capture, &mouse, 110, 100, 5, -1);
  sme_ink_capture_move (f->capture, &mouse, 120, 100, 2, -1);
  sme_ink_capture_up (f->capture, &mouse);
  g_assert_cmpuint (samples (f, 0, &n)[1].t, ==, 10);
  g_assert_cmpuint (samples (f, 0, &n)[2].t, ==, 10);
  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 900000000, -1);
  sme_ink_capture_up (f->capture, &mouse);
  g_assert_cmpuint (samples (f, 1, &n)[0].t, ==, 3600010);

  /* Restored ink: another capture, another clock. */
  {
    g_autoptr (SmeInkCapture) again = sme_ink_capture_new (f->ink);

    sme_ink_capture_down (again, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 77, -1);
    sme_ink_capture_up (again, &mouse);
  }
  g_assert_cmpuint (samples (f, 2, &n)[0].t, ==, 3601010);
}

static void
test_full (Fixture *f, gconstpointer data)
{
  guint n;

  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 0, -1);
  for (guint i = 1; i < SME_INK_MAX_SAMPLES + 100; i++)
    sme_ink_capture_move (f->capture, &mouse, 100 + i % 2, 100, i, -1);
  sme_ink_capture_up (f->capture, &mouse);
  g_assert_cmpuint (sme_ink_get_n_strokes (f->ink), ==, 1);
  samples (f, 0, &n);
  g_assert_cmpuint (n, ==, SME_INK_MAX_SAMPLES);
  sme_ink_undo (f->ink);
  sme_ink_capture_down (f->capture, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 0, -1);
  sme_ink_capture_up (f->capture, &mouse);
  g_assert_cmpuint (sme_ink_get_n_samples (f->ink), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ink-capture/every-sample-is-kept", test_every_sample },
    { "/ink-capture/a-touch-is-a-dot", test_dot },
    { "/ink-capture/one-owner-at-a-time", test_one_owner },
    { "/ink-capture/palms-are-refused", test_palm },
    { "/ink-capture/strokes-end-at-the-edges", test_edges },
    { "/ink-capture/outside-is-nothing", test_outside_only },
    { "/ink-capture/time", test_time },
    { "/ink-capture/a-full-ink", test_full },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
