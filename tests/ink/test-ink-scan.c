/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-scan.h"

#include "ink-figures.h"
#include "scan-figures.h"

#include <math.h>
#include <string.h>

/* Pens and papers as people have them. */
static const struct
{
  const char *name;
  ScanFigure figure;
} papers[] = {
  { "blue on white", { { 0.10, 0.15, 0.55 }, { 1, 1, 1 }, 0, 3, FALSE } },
  { "black on grey, badly lit", { { 0.08, 0.08, 0.10 }, { 0.8, 0.8, 0.8 }, 0.45, 8, FALSE } },
  { "blue on yellowish paper", { { 0.15, 0.2, 0.6 }, { 0.96, 0.9, 0.74 }, 0.25, 8, FALSE } },
  { "pencil", { { 0.55, 0.55, 0.56 }, { 0.95, 0.95, 0.95 }, 0.2, 5, FALSE } },
  { "red seal ink", { { 0.8, 0.12, 0.15 }, { 0.97, 0.97, 0.95 }, 0.1, 5, FALSE } },
};

static SmeInkImage *
extract (const ScanFigure *figure, double strength)
{
  g_autoptr (SmeInkScan) scan = scan_figure_draw (figure);
  g_autoptr (GError) error = NULL;
  SmeInkImage *image = sme_ink_scan_extract (scan, strength, &error);

  g_assert_no_error (error);
  return image;
}

/* The truth, trimmed to its ink. */
static void
find_bounds (const guint8 *truth, cairo_rectangle_t *bounds)
{
  int left = SCAN_WIDTH, right = -1, top = SCAN_HEIGHT, bottom = -1;

  for (int y = 0; y < SCAN_HEIGHT; y++)
    for (int x = 0; x < SCAN_WIDTH; x++)
      if (truth[y * SCAN_WIDTH + x] > 0)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = y;
        }
  *bounds = (cairo_rectangle_t){ left, top, right + 1 - left, bottom + 1 - top };
}

/* How well the picture covers what was written, with its corner at @left, @top. */
static double
compare_at (SmeInkImage *image, const guint8 *truth, double left, double top)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SCAN_WIDTH, SCAN_HEIGHT);
  g_autofree guint8 *found = g_new (guint8, SCAN_WIDTH * SCAN_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t to = { left, top, sme_ink_image_get_width (image),
                           sme_ink_image_get_height (image) };

  sme_ink_image_paint (image, cr, &to);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < SCAN_HEIGHT; y++)
    memcpy (found + y * SCAN_WIDTH,
            cairo_image_surface_get_data (surface) +
              y * (guint) cairo_image_surface_get_stride (surface),
            SCAN_WIDTH);
  cairo_surface_destroy (surface);
  return ink_iou (found, truth, SCAN_WIDTH * SCAN_HEIGHT);
}

/* It is trimmed to what it has of an edge, and so may begin a pixel or two later. */
static double
compare (SmeInkImage *image, const guint8 *truth, const cairo_rectangle_t *bounds)
{
  double best = 0;

  for (int i = 0; i < 9; i++)
    best =
      MAX (best, compare_at (image, truth, bounds->x - 3 + i % 3, bounds->y - 3 + (i / 3) % 3));
  return best;
}

static void
test_papers (void)
{
  g_autofree guint8 *truth = scan_figure_draw_truth ();
  cairo_rectangle_t bounds;

  find_bounds (truth, &bounds);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (SmeInkImage) image = extract (&papers[i].figure, SME_INK_SCAN_STRENGTH);
      double iou = compare (image, truth, &bounds);

      g_test_message ("%s: %ux%u, %" G_GSIZE_FORMAT " bytes, overlap %.3f", papers[i].name,
                      sme_ink_image_get_width (image), sme_ink_image_get_height (image),
                      g_bytes_get_size (sme_ink_image_get_png (image)), iou);
      g_assert_cmpuint (sme_ink_image_get_width (image), <=, SME_INK_IMAGE_MAX_WIDTH);
      g_assert_cmpuint (sme_ink_image_get_height (image), <=, SME_INK_IMAGE_MAX_HEIGHT);
      g_assert_cmpfloat (iou, >=, 0.85);
    }
}

/* Ink is as it was, not as the paper tinted its edges; where there is none there is no colour. */
static void
test_colour (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const ScanFigure *figure = &papers[i].figure;
      g_autoptr (SmeInkImage) image = extract (figure, SME_INK_SCAN_STRENGTH);
      g_autoptr (GBytes) colours = sme_ink_image_get_colours (image);
      g_autoptr (GBytes) coverage = sme_ink_image_get_coverage (image);
      const guint8 *rgb = g_bytes_get_data (colours, NULL);
      gsize size, n = 0;
      const guint8 *alpha = g_bytes_get_data (coverage, &size);
      double sum[3] = { 0 };

      g_assert_cmpuint (g_bytes_get_size (colours), ==, 3 * size);
      for (gsize at = 0; at < size; at++)
        {
          n += alpha[at] > 250;
          for (guint k = 0; k < 3; k++)
            {
              sum[k] += alpha[at] > 250 ? rgb[3 * at + k] / 255.0 : 0;
              g_assert_true (alpha[at] > 0 || rgb[3 * at + k] == 0);
            }
        }
      for (guint k = 0; k < 3; k++)
        g_assert_cmpfloat (fabs (sum[k] / (double) n - figure->ink[k]), <, 0.2);
    }
}

/* Dots are ink, grain is not. */
static void
test_dot (void)
{
  guint8 *rgb = scan_figure_draw_rgb (&papers[0].figure);
  g_autoptr (SmeInkScan) with = NULL, grain = NULL;
  g_autoptr (SmeInkImage) whole = NULL, same = NULL, plain = extract (&papers[0].figure, 0.5);
  guint8 *dusty = g_memdup2 (rgb, 3 * SCAN_WIDTH * SCAN_HEIGHT);

  /* A full stop of 10 px, well away from the rest; and dust of a pixel. */
  for (guint y = 120; y < 130; y++)
    for (guint x = 880; x < 890; x++)
      memset (rgb + 3 * (y * SCAN_WIDTH + x), 30, 3);
  memset (dusty + 3 * (120 * SCAN_WIDTH + 880), 30, 6);
  with = sme_ink_scan_new (rgb, SCAN_WIDTH, SCAN_HEIGHT);
  grain = sme_ink_scan_new (dusty, SCAN_WIDTH, SCAN_HEIGHT);
  whole = sme_ink_scan_extract (with, 0.5, NULL);
  same = sme_ink_scan_extract (grain, 0.5, NULL);
  g_assert_cmpuint (sme_ink_image_get_height (same), ==, sme_ink_image_get_height (plain));
  g_assert_cmpuint (sme_ink_image_get_width (same), ==, sme_ink_image_get_width (plain));
  /* Wider and higher, so made smaller to fit: the proportions tell. */
  g_assert_cmpfloat ((double) sme_ink_image_get_height (whole) / sme_ink_image_get_width (whole), >,
                     1.2 * sme_ink_image_get_height (plain) / sme_ink_image_get_width (plain));
}

static guint64
count_ink (SmeInkImage *image)
{
  g_autoptr (GBytes) coverage = sme_ink_image_get_coverage (image);
  gsize size;
  const guint8 *alpha = g_bytes_get_data (coverage, &size);
  guint64 sum = 0;

  for (gsize i = 0; i < size; i++)
    sum += alpha[i];
  return sum;
}

static void
test_strength (void)
{
  guint64 before = G_MAXUINT64;

  for (guint i = 0; i <= 4; i++)
    {
      g_autoptr (SmeInkImage) image = extract (&papers[2].figure, i / 4.0);
      g_autoptr (SmeInkImage) again = extract (&papers[2].figure, i / 4.0);
      guint64 ink = count_ink (image);

      g_assert_cmpuint (ink, <, before);
      before = ink;
      g_assert_true (g_bytes_equal (sme_ink_image_get_png (image), sme_ink_image_get_png (again)));
    }
}

static SmeInkScan *
make_plain (guint width, guint height, guint8 value)
{
  guint8 *rgb = g_malloc (3 * width * height);

  memset (rgb, value, 3 * width * height);
  return sme_ink_scan_new (rgb, width, height);
}

/* A small mark in the middle of white. */
static SmeInkScan *
make_mark (guint side)
{
  guint8 *rgb = g_malloc (3 * 400 * 300);

  memset (rgb, 250, 3 * 400 * 300);
  for (guint y = 0; y < side; y++)
    memset (rgb + 3 * ((150 + y) * 400 + 200), 20, 3 * side);
  return sme_ink_scan_new (rgb, 400, 300);
}

static void
assert_refused (SmeInkScan *scan, SmeInkError reason)
{
  g_autoptr (SmeInkScan) owned = scan;
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_ink_scan_extract (owned, SME_INK_SCAN_STRENGTH, &error));
  g_assert_error (error, SME_INK_ERROR, (int) reason);
}

static void
test_refused (void)
{
  ScanFigure blank = papers[1].figure, noisy = papers[2].figure;

  blank.blank = noisy.blank = TRUE;
  noisy.noise = 14;
  assert_refused (scan_figure_draw (&blank), SME_INK_ERROR_PAPER);
  assert_refused (scan_figure_draw (&noisy), SME_INK_ERROR_PAPER);
  assert_refused (make_plain (800, 600, 255), SME_INK_ERROR_PAPER);
  assert_refused (make_plain (1, 1, 200), SME_INK_ERROR_PAPER);
  assert_refused (make_plain (800, 600, 10), SME_INK_ERROR_SOLID);
  assert_refused (make_mark (1), SME_INK_ERROR_PAPER);
  assert_refused (make_mark (10), SME_INK_ERROR_COARSE);
  assert_refused (make_mark (60), SME_INK_ERROR_SOLID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a45/image/paper-goes-ink-stays", test_papers);
  g_test_add_func ("/a45/image/the-colour-of-the-ink", test_colour);
  g_test_add_func ("/a45/image/dots-stay-dust-goes", test_dot);
  g_test_add_func ("/a45/image/stronger-leaves-less", test_strength);
  g_test_add_func ("/a45/image/no-ink-no-signature", test_refused);
  return g_test_run ();
}
