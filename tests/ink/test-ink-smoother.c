/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-smoother.h"

#include "ink-figures.h"
#include "ink/sme-ink-draw.h"
#include "ink/sme-ink-resampler.h"

#include <math.h>
#include <string.h>

static void
test_true_to_the_hand (void)
{
  static const double speeds[] = { 500, 1000, 2000 };
  g_autoptr (InkTruth) truth = ink_truth_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (speeds); i++)
    {
      g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
      g_autofree double *xy = NULL;
      InkDeviation deviation;
      double width_step;
      guint n;

      ink_truth_write (truth, ink, speeds[i / 2], 1000, i % 2, FALSE);
      xy = ink_stroke_centre (sme_ink_get_stroke (ink, 0), 480, &n, &width_step);
      deviation = ink_truth_compare (truth, xy, xy + n, n);
      g_test_message ("%g px/s%s: max %.3f rms %.3f tail %.3f width step %.3f", speeds[i / 2],
                      i % 2 ? ", whole pixels" : "", deviation.max, deviation.rms, deviation.tail,
                      width_step);
      g_assert_cmpfloat (deviation.max, <=, 0.75);
      g_assert_cmpfloat (deviation.rms, <=, 0.25);
      g_assert_cmpfloat (deviation.tail, <=, i % 2 ? 0.5 : 0.01);
      g_assert_cmpfloat (width_step, <=, 0.15);
    }
}

static void
test_starts_and_ends_at_the_samples (void)
{
  g_autoptr (InkTruth) truth = ink_truth_new ();
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
  g_autofree double *xy = NULL;
  const SmeInkSample *samples;
  guint n, n_samples;

  ink_truth_write (truth, ink, 1700, 125, TRUE, FALSE);
  xy = ink_stroke_centre (sme_ink_get_stroke (ink, 0), 480, &n, NULL);
  samples = sme_ink_stroke_get_samples (sme_ink_get_stroke (ink, 0), &n_samples);
  g_assert_cmpfloat_with_epsilon (xy[0], samples[0].x, 1e-9);
  g_assert_cmpfloat_with_epsilon (xy[n], samples[0].y, 1e-9);
  g_assert_cmpfloat_with_epsilon (xy[n - 1], samples[n_samples - 1].x, 1e-3);
  g_assert_cmpfloat_with_epsilon (xy[2 * n - 1], samples[n_samples - 1].y, 1e-3);
}

static gboolean
same_elements (const SmeInkPathElement *a, const SmeInkPathElement *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].op != b[i].op || memcmp (a[i].points, b[i].points, sizeof a[i].points) != 0)
      return FALSE;
  return TRUE;
}

/* After every sample: what was committed is still there, to the last bit; committed and tail
 * together are what the finished stroke would be. */
static void
test_committed_stays (void)
{
  g_autoptr (InkTruth) truth = ink_truth_new ();

  for (guint variant = 0; variant < 4; variant++)
    {
      g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
      g_autoptr (SmeInkSmoother) smoother = sme_ink_smoother_new (480);
      g_autoptr (SmeInkPath) seen = sme_ink_path_new ();
      g_autoptr (SmeInkStroke) prefix = sme_ink_stroke_new ();
      const SmeInkSample *samples;
      guint n;

      ink_truth_write (truth, ink, 1500, variant < 2 ? 1000 : 90, variant % 2, variant % 2);
      samples = sme_ink_stroke_get_samples (sme_ink_get_stroke (ink, 0), &n);
      for (guint i = 0; i < n; i++)
        {
          const SmeInkPath *committed;
          const SmeInkPathElement *now, *then;
          guint n_now, n_then;

          sme_ink_smoother_add (smoother, &samples[i]);
          sme_ink_stroke_append (prefix, &samples[i]);
          committed = sme_ink_smoother_get_committed (smoother);
          now = sme_ink_path_get_elements (committed, 0, G_MAXUINT, &n_now);
          then = sme_ink_path_get_elements (seen, 0, G_MAXUINT, &n_then);
          g_assert_cmpuint (n_now, >=, n_then);
          g_assert_true (same_elements (now, then, n_then));
          sme_ink_path_clear (seen);
          sme_ink_path_append (seen, committed);

          if (i % 97 == 5 || i == n - 1)
            {
              g_autoptr (SmeInkPath) whole = sme_ink_smooth (prefix, 480);
              g_autoptr (SmeInkPath) live = sme_ink_path_copy (committed);
              guint n_live, n_whole;

              sme_ink_path_append (live, sme_ink_smoother_get_tail (smoother));
              now = sme_ink_path_get_elements (live, 0, G_MAXUINT, &n_live);
              then = sme_ink_path_get_elements (whole, 0, G_MAXUINT, &n_whole);
              g_assert_cmpuint (n_live, ==, n_whole);
              g_assert_true (same_elements (now, then, n_live));
            }
        }
      g_assert_cmpuint (sme_ink_path_get_n_parts (seen), >, 2);
    }
}

/* The tail that has to be made anew stays short however long the stroke is. */
static void
test_tail_is_short (void)
{
  g_autoptr (InkTruth) truth = ink_truth_new ();
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
  g_autoptr (SmeInkSmoother) smoother = sme_ink_smoother_new (480);
  const SmeInkSample *samples;
  guint n, longest = 0;

  ink_truth_write (truth, ink, 500, 1000, TRUE, FALSE);
  samples = sme_ink_stroke_get_samples (sme_ink_get_stroke (ink, 0), &n);
  for (guint i = 0; i < n; i++)
    {
      guint n_elements;

      sme_ink_smoother_add (smoother, &samples[i]);
      sme_ink_path_get_elements (sme_ink_smoother_get_tail (smoother), 0, G_MAXUINT, &n_elements);
      longest = MAX (longest, n_elements);
    }
  g_assert_cmpuint (longest, <=, 120);
}

static double
darkness (const SmeInkPath *path)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 480, 200);
  cairo_t *cr = cairo_create (surface);
  double sum = 0;

  sme_ink_path_fill (path, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < 200; y++)
    for (guint x = 0; x < 480; x++)
      sum += cairo_image_surface_get_data (
               surface)[y * (guint) cairo_image_surface_get_stride (surface) + x] /
             255.0;
  cairo_surface_destroy (surface);
  return sum;
}

/* Thirty dots: one sample; a pen resting; one that trembles within a pixel; with pressure. */
static void
test_dots (void)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
      g_autoptr (SmeInkPath) path = NULL;
      cairo_rectangle_t bounds;

      for (guint k = 0; k <= (i % 3) * 10; k++)
        sme_ink_stroke_append (stroke,
                               &(SmeInkSample){ 15 * i + 20 + (i % 3 == 2 ? 0.3 * (k % 2) : 0), 100,
                                                k, i % 2 ? 0.02 * (1 + k) : -1 });
      path = sme_ink_smooth (stroke, 480);
      g_assert_true (sme_ink_path_get_bounds (path, &bounds));
      g_assert_cmpfloat (bounds.width, >=, 1.5);
      g_assert_cmpfloat (bounds.width, <=, 6);
      g_assert_cmpfloat (fabs (bounds.width - bounds.height), <=, 0.75);
      g_assert_cmpfloat (darkness (path), >=, 1.5);
    }
}

/* The outline covers what a disc moved along the centre line covers: nothing is cut where the
 * line turns back, makes a corner, or circles tighter than its own width. */
static void
test_turns (void)
{
  for (guint shape = 0; shape < 5; shape++)
    {
      g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
      g_autoptr (SmeInkSmoother) smoother = sme_ink_smoother_new (960);
      g_autoptr (GArray) centre = g_array_new (FALSE, FALSE, sizeof (SmeInkPoint));
      g_autoptr (SmeInkPath) path = NULL, discs = sme_ink_path_new (), both = NULL;
      double ours, swept, joined;

      for (guint i = 0; i <= 120; i++)
        {
          double f = i / 120.0, x = 100 + 200 * f, y = 100;
          SmeInkSample sample;

          if (shape == 0) /* there and back */
            x = 100 + 200 * (0.5 - fabs (f - 0.5));
          else if (shape == 1) /* zigzag */
            y = 100 + 30 * fabs (fmod (12 * f, 2) - 1);
          else if (shape == 2) /* tight coils */
            x += 2.5 * cos (90 * f), y += 2.5 * sin (90 * f);
          else if (shape == 3) /* a spiral into a point */
            x = 200 + 60 * (1 - f) * cos (30 * f), y = 100 + 60 * (1 - f) * sin (30 * f);
          else /* stairs of whole pixels */
            y = rint (100 + 30 * f), x = rint (x);
          sample = (SmeInkSample){ x, y, 4 * i, shape % 2 ? 0.5 + 0.5 * sin (0.3 * i) : -1 };
          sme_ink_stroke_append (stroke, &sample);
          sme_ink_smoother_add (smoother, &sample);
        }
      sme_ink_smoother_get_centre (smoother, centre);
      for (guint i = 0; i < centre->len; i++)
        {
          SmeInkPoint *p = &g_array_index (centre, SmeInkPoint, i);

          sme_ink_path_move_to (discs, p->x + p->w / 2, p->y);
          for (guint k = 1; k < 24; k++)
            sme_ink_path_line_to (discs, p->x + p->w / 2 * cos (k * G_PI / 12),
                                  p->y + p->w / 2 * sin (k * G_PI / 12));
          sme_ink_path_close (discs);
        }
      path = sme_ink_smooth (stroke, 960);
      both = sme_ink_path_copy (discs);
      {
        cairo_matrix_t mirror = { 1, 0, 0, 1, 0, 0 };

        sme_ink_path_transform (both, &mirror);
      }
      sme_ink_path_append (both, path);
      ours = darkness (path);
      swept = darkness (discs);
      joined = darkness (both);
      g_test_message ("shape %u: ours %.1f swept %.1f joined %.1f", shape, ours, swept, joined);
      g_assert_cmpfloat (ours + swept - joined, >=, 0.97 * joined);
    }
}

static void
test_width_follows_pressure_and_speed (void)
{
  double area[4];

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
      g_autoptr (SmeInkPath) path = NULL;

      for (guint k = 0; k <= 100; k++)
        sme_ink_stroke_append (stroke, &(SmeInkSample){ 50 + 3 * k, 100, k * (i == 1 ? 20 : 1),
                                                        i < 2    ? -1
                                                        : i == 2 ? 0.1
                                                                 : 0.9 });
      path = sme_ink_smooth (stroke, 480);
      area[i] = darkness (path);
    }
  g_assert_cmpfloat (area[1], >, 1.5 * area[0]);
  g_assert_cmpfloat (area[3], >, 2 * area[2]);
}

/* Batches of samples with one time, and clocks that stand still, make no blots. */
static void
test_equal_times (void)
{
  g_autoptr (SmeInkStroke) even = sme_ink_stroke_new (), batched = sme_ink_stroke_new ();
  g_autoptr (SmeInkPath) a = NULL, b = NULL;

  for (guint k = 0; k <= 300; k++)
    {
      sme_ink_stroke_append (even, &(SmeInkSample){ 50 + k, 100, k, -1 });
      sme_ink_stroke_append (batched, &(SmeInkSample){ 50 + k, 100, k / 16 * 16, -1 });
    }
  a = sme_ink_smooth (even, 480);
  b = sme_ink_smooth (batched, 480);
  g_assert_cmpfloat (fabs (darkness (a) - darkness (b)), <=, 0.08 * darkness (a));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink-smoother/true-to-the-hand", test_true_to_the_hand);
  g_test_add_func ("/ink-smoother/starts-and-ends-at-the-samples",
                   test_starts_and_ends_at_the_samples);
  g_test_add_func ("/ink-smoother/committed-parts-stay", test_committed_stays);
  g_test_add_func ("/ink-smoother/the-tail-is-short", test_tail_is_short);
  g_test_add_func ("/ink-smoother/dots-are-kept", test_dots);
  g_test_add_func ("/ink-smoother/turns-are-not-cut", test_turns);
  g_test_add_func ("/ink-smoother/width-follows-pressure-and-speed",
                   test_width_follows_pressure_and_speed);
  g_test_add_func ("/ink-smoother/equal-times-make-no-blots", test_equal_times);
  return g_test_run ();
}
