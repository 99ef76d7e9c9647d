/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-check.h"

#include "ink-figures.h"

#include <math.h>

static void
line (SmeInk *ink, double x1, double y1, double x2, double y2, double bulge)
{
  sme_ink_begin_stroke (ink, NULL);
  for (guint i = 0; i <= 20; i++)
    {
      double f = i / 20.0;

      sme_ink_append (ink, x1 + f * (x2 - x1), y1 + f * (y2 - y1) + bulge * sin (f * G_PI), 10 * i,
                      -1, NULL);
    }
  sme_ink_end_stroke (ink);
}

static void
assert_refused (SmeInk *ink, SmeInkError reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sme_ink_check (ink, &error));
  g_assert_error (error, SME_INK_ERROR, (int) reason);
}

static void
test_empty (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

  assert_refused (ink, SME_INK_ERROR_EMPTY);
  line (ink, 10, 100, 400, 120, 60);
  g_assert_true (sme_ink_check (ink, NULL));
  sme_ink_clear (ink);
  assert_refused (ink, SME_INK_ERROR_EMPTY);
}

static void
test_dots (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

  sme_ink_begin_stroke (ink, NULL);
  sme_ink_append (ink, 100, 100, 0, -1, NULL);
  sme_ink_end_stroke (ink);
  assert_refused (ink, SME_INK_ERROR_DOT);
  line (ink, 200, 100, 203, 101, 0);
  assert_refused (ink, SME_INK_ERROR_DOT);
}

static void
test_accidental (void)
{
  g_autoptr (SmeInk) small = sme_ink_new (480, 200);
  g_autoptr (SmeInk) tick = sme_ink_new (480, 200);
  g_autoptr (SmeInk) scrape = sme_ink_new (480, 200);

  line (small, 100, 100, 130, 100, 5);
  assert_refused (small, SME_INK_ERROR_TOO_SHORT);
  line (tick, 100, 100, 180, 130, 1);
  assert_refused (tick, SME_INK_ERROR_TICK);

  /* Much ink on one spot. */
  for (guint i = 0; i < 20; i++)
    line (scrape, 100, 100, 110, 105, 0);
  assert_refused (scrape, SME_INK_ERROR_TOO_SHORT);
}

static void
test_real (void)
{
  g_autoptr (SmeInk) written = ink_signature ();
  g_autoptr (SmeInk) cross = sme_ink_new (480, 200);
  g_autoptr (SmeInk) curve = sme_ink_new (320, 133);
  g_autoptr (GError) error = NULL;

  g_assert_true (sme_ink_check (written, &error));
  g_assert_no_error (error);
  line (cross, 200, 80, 240, 120, 0);
  line (cross, 240, 80, 200, 120, 0);
  g_assert_true (sme_ink_check (cross, &error));
  g_assert_no_error (error);
  line (curve, 20, 60, 80, 60, 30);
  g_assert_true (sme_ink_check (curve, &error));
  g_assert_no_error (error);
}

static void
test_same_in_every_size (void)
{
  for (double width = 160; width <= 1280; width *= 2)
    {
      g_autoptr (SmeInk) good = sme_ink_new (width, width / 2.4);
      g_autoptr (SmeInk) bad = sme_ink_new (width, width / 2.4);

      line (good, .1 * width, .2 * width, .5 * width, .2 * width, .1 * width);
      g_assert_true (sme_ink_check (good, NULL));
      line (bad, .1 * width, .2 * width, .3 * width, .2 * width, 0);
      assert_refused (bad, SME_INK_ERROR_TICK);
    }
}

static void
test_outside (void)
{
  static const double places[][2] = { { -5, 100 }, { 485, 100 }, { 200, -5 }, { 200, 205 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

      line (ink, 100, 100, 300, 100, 50);
      g_assert_true (sme_ink_check (ink, NULL));
      line (ink, 240, 100, places[i][0], places[i][1], 0);
      assert_refused (ink, SME_INK_ERROR_OUTSIDE);
    }
}

static void
test_box (void)
{
  static const double bad[] = { 0, -1, NAN, INFINITY, 1e9, 1e300, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (SmeInk) ink = sme_ink_new (bad[i], 200);
      g_autoptr (SmeInk) other = sme_ink_new (480, bad[i]);
      g_autoptr (SmeInkPath) path = NULL;

      line (ink, 10, 100, 400, 120, 60);
      assert_refused (ink, SME_INK_ERROR_BOX);
      assert_refused (other, SME_INK_ERROR_BOX);
      path = sme_ink_to_path (ink);
      g_assert_cmpuint (sme_ink_path_get_n_parts (path), >, 0);
    }
}

/* Ink within all limits whose shape is a monster. */
static void
test_trembling (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);

  sme_ink_begin_stroke (ink, NULL);
  for (guint i = 0; i < 40000; i++)
    sme_ink_append (ink, 20 + 0.01 * i + 0.6 * (i % 2), 100 + 0.7 * (i / 2 % 2), i, -1, NULL);
  sme_ink_end_stroke (ink);
  assert_refused (ink, SME_INK_ERROR_LIMIT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink-check/empty", test_empty);
  g_test_add_func ("/ink-check/dots", test_dots);
  g_test_add_func ("/ink-check/accidental-marks", test_accidental);
  g_test_add_func ("/ink-check/real-marks-pass", test_real);
  g_test_add_func ("/ink-check/same-answer-in-every-window", test_same_in_every_size);
  g_test_add_func ("/ink-check/outside-the-box", test_outside);
  g_test_add_func ("/ink-check/hostile-boxes", test_box);
  g_test_add_func ("/ink-check/trembling-without-end", test_trembling);
  return g_test_run ();
}
