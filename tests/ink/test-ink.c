/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink.h"

#include <math.h>

static void
draw (SmeInk *ink, double x)
{
  g_assert_true (sme_ink_begin_stroke (ink, NULL));
  g_assert_true (sme_ink_append (ink, x, 10, 0, -1, NULL));
  g_assert_true (sme_ink_append (ink, x + 30, 50, 10, -1, NULL));
  sme_ink_end_stroke (ink);
}

static void
on_changed (SmeInk *ink, guint *count)
{
  (*count)++;
}

static void
test_strokes (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
  const SmeInkSample *samples;
  cairo_rectangle_t bounds;
  guint n, count = 0;

  g_signal_connect (ink, "changed", G_CALLBACK (on_changed), &count);
  g_assert_true (sme_ink_is_empty (ink));
  g_assert_false (sme_ink_get_bounds (ink, &bounds));
  sme_ink_begin_stroke (ink, NULL);
  sme_ink_append (ink, 10.00049, 20.5, 100.4, 0.50049, NULL);
  sme_ink_append (ink, 13, 24.5, 90, 7, NULL);
  g_assert_true (sme_ink_is_empty (ink));
  g_assert_cmpuint (count, ==, 0);
  sme_ink_end_stroke (ink);
  g_assert_cmpuint (count, ==, 1);

  samples = sme_ink_stroke_get_samples (sme_ink_get_stroke (ink, 0), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat_with_epsilon (samples[0].x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (samples[0].p, 0.5, 1e-9);
  g_assert_cmpuint (samples[1].t, ==, 100);
  g_assert_cmpfloat (samples[1].p, ==, 1);
  g_assert_cmpfloat_with_epsilon (sme_ink_get_length (ink), 5, 1e-9);
  g_assert_cmpuint (sme_ink_get_duration (ink), ==, 100);
  g_assert_true (sme_ink_get_bounds (ink, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.x + bounds.width, 13, 1e-9);
  g_assert_cmpfloat_with_epsilon (bounds.height, 4, 1e-9);
}

static void
test_history (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

  g_assert_false (sme_ink_undo (ink));
  g_assert_false (sme_ink_redo (ink));
  g_assert_false (sme_ink_clear (ink));
  draw (ink, 10);
  draw (ink, 50);
  g_assert_true (sme_ink_undo (ink));
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 1);
  g_assert_true (sme_ink_can_redo (ink));
  g_assert_true (sme_ink_redo (ink));
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 2);

  g_assert_true (sme_ink_undo (ink));
  draw (ink, 70);
  g_assert_false (sme_ink_can_redo (ink));
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 2);
  g_assert_true (sme_ink_undo (ink));
  g_assert_true (sme_ink_clear (ink));
  g_assert_false (sme_ink_can_redo (ink));
  g_assert_true (sme_ink_undo (ink));
  draw (ink, 70);

  g_assert_true (sme_ink_clear (ink));
  g_assert_true (sme_ink_is_empty (ink));
  g_assert_true (sme_ink_undo (ink));
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 2);
  g_assert_true (sme_ink_redo (ink));
  g_assert_true (sme_ink_is_empty (ink));
  draw (ink, 90);
  g_assert_false (sme_ink_can_redo (ink));
  g_assert_true (sme_ink_undo (ink));
  g_assert_true (sme_ink_undo (ink));
  g_assert_true (sme_ink_undo (ink));
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 1);
  g_assert_cmpuint (sme_ink_get_n_samples (ink), ==, 2);
  g_assert_true (sme_ink_undo (ink));
  g_assert_false (sme_ink_can_undo (ink));
}

static void
test_running (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

  draw (ink, 10);
  sme_ink_begin_stroke (ink, NULL);
  sme_ink_append (ink, 1, 1, 0, -1, NULL);
  g_assert_false (sme_ink_undo (ink));
  g_assert_false (sme_ink_clear (ink));
  sme_ink_cancel_stroke (ink);
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 1);
  g_assert_null (sme_ink_get_running (ink));
  sme_ink_begin_stroke (ink, NULL);
  sme_ink_end_stroke (ink);
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 1);
}

static void
test_box (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

  g_assert_true (sme_ink_set_box (ink, 600, 250));
  draw (ink, 10);
  g_assert_false (sme_ink_set_box (ink, 480, 200));
  sme_ink_undo (ink);
  g_assert_false (sme_ink_set_box (ink, 480, 200));
  g_assert_cmpfloat (sme_ink_get_width (ink), ==, 600);
}

static void
test_hostile_numbers (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, 20000 };
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

  sme_ink_begin_stroke (ink, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sme_ink_append (ink, bad[i], 1, 1, -1, &error));
      g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_VALUE);
      g_assert_false (sme_ink_append (ink, 1, bad[i], 1, -1, NULL));
      g_assert_true (sme_ink_append (ink, 1, 1, 20000, -1, NULL));
      if (i < 5)
        g_assert_false (sme_ink_append (ink, 1, 1, bad[i], -1, NULL));
    }
  g_assert_false (sme_ink_append (ink, 1, 1, 1, NAN, NULL));
  g_assert_false (sme_ink_append (ink, 1, 1, -1, -1, NULL));
  sme_ink_end_stroke (ink);
  g_assert_cmpuint (sme_ink_get_n_samples (ink), ==, G_N_ELEMENTS (bad));
}

static void
test_limits (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
  g_autoptr (SmeInk) long_ink = sme_ink_new (8000, 8000);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < SME_INK_MAX_STROKES; i++)
    draw (ink, 1);
  g_assert_false (sme_ink_begin_stroke (ink, &error));
  g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_LIMIT);
  g_clear_error (&error);

  sme_ink_begin_stroke (long_ink, NULL);
  while (sme_ink_append (long_ink, n % 2 ? 8000 : 0, 0, 0, -1, &error))
    n++;
  g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_LIMIT);
  g_assert_cmpuint (n, ==, 7);
  g_clear_error (&error);
  sme_ink_cancel_stroke (long_ink);

  sme_ink_begin_stroke (long_ink, NULL);
  for (n = 0; sme_ink_append (long_ink, n % 2, 0, 0, -1, &error);)
    n++;
  g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_LIMIT);
  g_assert_cmpuint (n, ==, SME_INK_MAX_SAMPLES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink/strokes-are-kept-on-the-grid", test_strokes);
  g_test_add_func ("/ink/undo-redo-clear", test_history);
  g_test_add_func ("/ink/a-running-stroke-does-not-count", test_running);
  g_test_add_func ("/ink/the-box-is-fixed-once-drawn-in", test_box);
  g_test_add_func ("/ink/hostile-numbers-are-refused", test_hostile_numbers);
  g_test_add_func ("/ink/limits", test_limits);
  return g_test_run ();
}
