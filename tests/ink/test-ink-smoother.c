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
      g_assert_cmpfloat (deviation.rms, <=, i % 2 ? 0.17 : 0.04);
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

static guint8 *
coverage (const SmeInkPath *path)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 480, 200);
  cairo_t *cr = cairo_create (surface);
  guint8 *data;

  sme_ink_path_fill (path, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_image_surface_get_stride (surface), ==, 480);
  data = g_memdup2 (cairo_image_surface_get_data (surface), 480 * 200);
  cairo_surface_destroy (surface);
  return data;
}

static double
darkness (const SmeInkPath *path)
{
  g_autofree guint8 *data = coverage (path);
  double sum = 0;

  for (guint i = 0; i < 480 * 200; i++)
    sum += data[i] / 255.0;
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

typedef struct
{
  const char *name;
  double (*x) (double f);
  double (*y) (double f);
} Shape;

static double
even (double f)
{
  return 100 + 200 * f;
}

static double
level (double f)
{
  return 100;
}

static double
there_and_back (double f)
{
  return 100 + 200 * (0.5 - fabs (f - 0.5));
}

static double
zigzag (double f)
{
  return 85 + 30 * fabs (fmod (12 * f, 2) - 1);
}

static double
coil_x (double f)
{
  return even (f) + 2.5 * cos (90 * f);
}

static double
coil_y (double f)
{
  return 100 + 2.5 * sin (90 * f);
}

static double
spiral_x (double f)
{
  return 200 + 60 * (1 - f) * cos (30 * f);
}

static double
spiral_y (double f)
{
  return 100 + 60 * (1 - f) * sin (30 * f);
}

static double
hook_x (double f)
{
  return f < 0.4 ? 100 + 250 * f : 200 + 3 * sin (10 * (f - 0.4));
}

static double
hook_y (double f)
{
  return f < 0.4 ? 100 : 97 + 3 * cos (10 * (f - 0.4)) - 60 * MAX (f - 0.8, 0);
}

static double
stair_x (double f)
{
  return rint (even (f));
}

static double
stair_y (double f)
{
  return rint (100 + 30 * f);
}

/* All that a disc sweeps that is moved along the line. */
static SmeInkPath *
sweep (SmeInkSmoother *smoother)
{
  g_autoptr (GArray) centre = g_array_new (FALSE, FALSE, sizeof (SmeInkPoint));
  SmeInkPath *discs = sme_ink_path_new ();

  sme_ink_smoother_get_centre (smoother, centre);
  for (guint i = 0; i < centre->len; i++)
    {
      const SmeInkPoint *p = &g_array_index (centre, SmeInkPoint, i);

      sme_ink_path_move_to (discs, p->x + p->w / 2, p->y);
      for (guint k = 1; k < 40; k++)
        sme_ink_path_line_to (discs, p->x + p->w / 2 * cos (k * G_PI / 20),
                              p->y + p->w / 2 * sin (k * G_PI / 20));
      sme_ink_path_close (discs);
    }
  return discs;
}

/* Pixels that one covers and the other does not. */
static guint
difference (const SmeInkPath *a, const SmeInkPath *b)
{
  g_autofree guint8 *pa = coverage (a), *pb = coverage (b);
  guint n = 0;

  for (guint i = 0; i < 480 * 200; i++)
    n += ABS (pa[i] - pb[i]) > 140;
  return n;
}

/* The outline covers what a disc moved along the line covers: nothing is cut, hollow or sticks out
 * where the line turns back, makes a corner, or circles tighter than its own width. */
static void
test_turns (void)
{
  static const Shape shapes[] = {
    { "there and back", there_and_back, level },
    { "zigzag", even, zigzag },
    { "tight coils", coil_x, coil_y },
    { "a spiral into a point", spiral_x, spiral_y },
    { "a hook", hook_x, hook_y },
    { "stairs", stair_x, stair_y },
  };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (shapes); i++)
    {
      const Shape *shape = &shapes[i / 3];
      double box = 480 << (i % 3); /* a pen up to four times as wide */
      g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
      g_autoptr (SmeInkSmoother) smoother = sme_ink_smoother_new (box);
      g_autoptr (SmeInkPath) path = NULL, swept = NULL;
      guint bad;

      for (guint k = 0; k <= 120; k++)
        {
          double f = k / 120.0;
          SmeInkSample sample = { shape->x (f), shape->y (f), 4 * k, 0.6 + 0.4 * sin (0.1 * k) };

          sme_ink_stroke_append (stroke, &sample);
          sme_ink_smoother_add (smoother, &sample);
        }
      path = sme_ink_smooth (stroke, box);
      swept = sweep (smoother);
      bad = difference (path, swept);
      g_test_message ("%s, box %g: %u pixels of %.0f", shape->name, box, bad, darkness (swept));
      g_assert_cmpuint (bad, <=, 2);
    }
}

/* The same for hands that turn at random, slow and fast. */
static void
test_random_turns (void)
{
  static const double steps[] = { 1, 3, 8, 20 };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 240; round++)
    {
      double box = 480 << (round % 3), step = steps[round % G_N_ELEMENTS (steps)];
      double x = 240, y = 100, direction = 0;
      g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
      g_autoptr (SmeInkSmoother) smoother = sme_ink_smoother_new (box);
      g_autoptr (SmeInkPath) path = NULL, swept = NULL;

      for (guint k = 0; k < 60; k++)
        {
          SmeInkSample sample = { x, y, 8 * k, round % 5 == 0 ? -1 : 0.5 + 0.5 * sin (0.3 * k) };

          sme_ink_stroke_append (stroke, &sample);
          sme_ink_smoother_add (smoother, &sample);
          direction += g_rand_double_range (random, -1.5, 1.5);
          x = CLAMP (x + step * cos (direction), 20, 460);
          y = CLAMP (y + step * sin (direction), 20, 180);
        }
      path = sme_ink_smooth (stroke, box);
      swept = sweep (smoother);
      g_assert_cmpuint (difference (path, swept), <=, 8);
    }
}

/* A sharp tip, and the turn at the end of a line drawn there and back, stay where they are. */
static void
test_tips (void)
{
  for (guint shape = 0; shape < 2; shape++)
    {
      g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
      g_autofree double *xy = NULL;
      double nearest = 100;
      guint n;

      for (int i = -100; i <= 100; i++)
        sme_ink_stroke_append (stroke,
                               &(SmeInkSample){ shape == 0 ? 200 + 0.5 * i : 200,
                                                50 + 1.2 * ABS (i), (guint) (i + 100), -1 });
      xy = ink_stroke_centre (stroke, 480, &n, NULL);
      for (guint i = 0; i < n; i++)
        nearest = MIN (nearest, hypot (xy[i] - 200, xy[n + i] - 50));
      g_test_message ("tip missed by %.3f px", nearest);
      g_assert_cmpfloat (nearest, <=, 0.75);
    }
}

/* One sample of a hand that has lost all measure; the box does not matter to the smoothing. */
static SmeInkSample
wild_sample (GRand *random, const SmeInkSample *last)
{
  static const double reach[] = { 0, 0.001, 0.3, 3, 40, 4000 };
  double r = reach[g_rand_int_range (random, 0, G_N_ELEMENTS (reach))];
  SmeInkSample sample = *last;

  sample.x = CLAMP (last->x + g_rand_double_range (random, -r, r + 1e-9), -16384, 16384);
  sample.y = CLAMP (last->y + g_rand_double_range (random, -r, r + 1e-9), -16384, 16384);
  sample.t +=
    (guint32) (g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 0, 5000) : 0);
  sample.p = g_rand_int_range (random, 0, 3) == 0 ? -1 : g_rand_double (random);
  return sample;
}

/* Whatever the samples, the shape has finite numbers and stays within a pen's reach of them; the
 * curve between two samples may bulge by a part of their distance. */
static void
test_wild_strokes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
      g_autoptr (SmeInkPath) path = NULL;
      SmeInkSample sample = { 100, 100, 0, round % 2 ? 0.5 : -1 };
      cairo_rectangle_t bounds, drawn;
      double bulge = 0, edge;

      for (guint i = 0; i < 40; i++)
        {
          double step = sme_ink_stroke_append (stroke, &sample);

          bulge = MAX (bulge, step);
          sample = wild_sample (random, &sample);
        }
      path = sme_ink_smooth (stroke, 480);
      sme_ink_stroke_get_bounds (stroke, &bounds);
      g_assert_true (sme_ink_path_get_bounds (path, &drawn));
      edge = 4 + 0.5 * bulge;
      g_assert_true (isfinite (drawn.x) && isfinite (drawn.y) && isfinite (drawn.width) &&
                     isfinite (drawn.height));
      g_assert_cmpfloat (drawn.x, >=, bounds.x - edge);
      g_assert_cmpfloat (drawn.y, >=, bounds.y - edge);
      g_assert_cmpfloat (drawn.x + drawn.width, <=, bounds.x + bounds.width + edge);
      g_assert_cmpfloat (drawn.y + drawn.height, <=, bounds.y + bounds.height + edge);
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

/* A pressure that jumps from nothing to all makes no steps: neighbours differ by 15 % at most. */
static void
test_pressure_jumps (void)
{
  g_autoptr (SmeInkStroke) stroke = sme_ink_stroke_new ();
  g_autofree double *xy = NULL;
  double width_step;
  guint n;

  for (guint k = 0; k <= 200; k++)
    sme_ink_stroke_append (stroke, &(SmeInkSample){ 20 + 2 * k, 100, k, k / 10 % 2 ? 1 : 0 });
  xy = ink_stroke_centre (stroke, 480, &n, &width_step);
  g_assert_cmpfloat (width_step, >, 0.05);
  g_assert_cmpfloat (width_step, <=, 0.15);
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
  g_test_add_func ("/ink-smoother/random-turns-are-not-cut", test_random_turns);
  g_test_add_func ("/ink-smoother/tips-stay", test_tips);
  g_test_add_func ("/ink-smoother/wild-strokes", test_wild_strokes);
  g_test_add_func ("/ink-smoother/width-follows-pressure-and-speed",
                   test_width_follows_pressure_and_speed);
  g_test_add_func ("/ink-smoother/pressure-jumps-make-no-steps", test_pressure_jumps);
  g_test_add_func ("/ink-smoother/equal-times-make-no-blots", test_equal_times);
  return g_test_run ();
}
