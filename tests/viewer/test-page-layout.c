/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-layout.h"

#define N_PAGES 500
#define GAP 12

static SmePageLayout *
make_layout (double zoom, double scale)
{
  g_autofree SmePageSize *sizes = g_new (SmePageSize, N_PAGES);
  SmePageLayout *layout;

  for (guint i = 0; i < N_PAGES; i++)
    sizes[i] = i % 7 == 3 ? (SmePageSize){ 841.89, 595.276 } : (SmePageSize){ 595.276, 841.89 };
  layout = sme_page_layout_new (sizes, N_PAGES);
  g_assert_true (sme_page_layout_arrange (layout, zoom, scale, GAP));
  g_assert_false (sme_page_layout_arrange (layout, zoom, scale, GAP));
  return layout;
}

static void
test_stacked (void)
{
  g_autoptr (SmePageLayout) layout = make_layout (1.37, 2);
  gint64 y = GAP;

  for (guint i = 0; i < N_PAGES; i++)
    {
      SmePageRect rect;
      int width, height;

      sme_page_layout_get_rect (layout, i, &rect);
      sme_page_get_pixel_size (sme_page_layout_get_size (layout, i), 1.37, 2, &width, &height);
      g_assert_cmpint (rect.y, ==, y);
      g_assert_cmpint (rect.width, ==, width);
      g_assert_cmpint (rect.height, ==, height);
      g_assert_cmpint (rect.x, >=, GAP);
      g_assert_cmpint (rect.x + rect.width, <=, sme_page_layout_get_width (layout) - GAP);
      y += height + GAP;
    }
  g_assert_cmpint (sme_page_layout_get_height (layout), ==, y);
}

/* The slow and certain way. */
static gboolean
find_range_slowly (const SmePageLayout *layout,
                   gint64 top,
                   gint64 bottom,
                   guint *first,
                   guint *last)
{
  gboolean any = FALSE;

  for (guint i = 0; i < N_PAGES; i++)
    {
      SmePageRect rect;

      sme_page_layout_get_rect (layout, i, &rect);
      if (rect.y >= bottom || rect.y + rect.height <= top)
        continue;
      if (!any)
        *first = i;
      *last = i;
      any = TRUE;
    }
  return any;
}

static void
test_range (void)
{
  g_autoptr (SmePageLayout) layout = make_layout (0.31, 1);
  gint64 height = sme_page_layout_get_height (layout);

  for (int i = 0; i < 4000; i++)
    {
      gint64 top = (gint64) g_test_rand_int_range (-500, (gint32) height + 500);
      gint64 bottom = top + g_test_rand_int_range (1, 2000);
      guint first, last, slow_first = 0, slow_last = 0;
      gboolean found = sme_page_layout_get_range (layout, top, bottom, &first, &last);

      g_assert_cmpint (found, ==, find_range_slowly (layout, top, bottom, &slow_first, &slow_last));
      if (!found)
        continue;
      g_assert_cmpuint (first, ==, slow_first);
      g_assert_cmpuint (last, ==, slow_last);
    }
}

static void
test_place (void)
{
  g_autoptr (SmePageLayout) layout = make_layout (1, 1);

  for (int i = 0; i < 1000; i++)
    {
      double x = g_test_rand_double_range (0, (double) sme_page_layout_get_width (layout));
      double y = g_test_rand_double_range (0, (double) sme_page_layout_get_height (layout));
      SmePagePlace place;
      double x_back, y_back;

      sme_page_layout_to_place (layout, x, y, &place);
      sme_page_layout_from_place (layout, &place, &x_back, &y_back);
      g_assert_cmpfloat_with_epsilon (x, x_back, 1e-6);
      g_assert_cmpfloat_with_epsilon (y, y_back, 1e-6);
    }
}

static void
test_empty (void)
{
  g_autoptr (SmePageLayout) layout = sme_page_layout_new (NULL, 0);
  guint first, last;

  sme_page_layout_arrange (layout, 1, 1, GAP);
  g_assert_cmpint (sme_page_layout_get_height (layout), ==, GAP);
  g_assert_false (sme_page_layout_get_range (layout, 0, 1000, &first, &last));
}

static void
test_pixel_size (void)
{
  SmePageSize a4 = { 595.276, 841.89 };
  SmePageSize sliver = { 14400, 0.001 };
  int width, height;

  sme_page_get_pixel_size (&a4, 1, 1, &width, &height);
  g_assert_cmpint (width, ==, 794);
  g_assert_cmpint (height, ==, 1123);
  sme_page_get_pixel_size (&a4, 1, 1.5, &width, &height);
  g_assert_cmpint (width, ==, 1191);
  g_assert_cmpint (height, ==, 1684);
  sme_page_get_pixel_size (&sliver, 0.01, 1, &width, &height);
  g_assert_cmpint (height, ==, 1);
}

static void
test_covers (void)
{
  SmePageArea have = { 2, 1000, 2000, { 100, 200, 300, 400 } };
  SmePageArea need = have;

  g_assert_true (sme_page_area_covers (&have, &need));
  need.clip.width--;
  g_assert_true (sme_page_area_covers (&have, &need));
  g_assert_false (sme_page_area_covers (&need, &have));
  g_assert_false (sme_page_area_equal (&have, &need));
  need = have;
  need.clip.y--;
  g_assert_false (sme_page_area_covers (&have, &need));
  need = have;
  need.full_height++;
  g_assert_false (sme_page_area_covers (&have, &need));
  need = have;
  need.page++;
  g_assert_false (sme_page_area_covers (&have, &need));
}

/* A view asks where its middle is before its pages were ever arranged. */
static void
test_place_before_arranging (void)
{
  SmePageSize size = { 595.276, 841.89 };
  g_autoptr (SmePageLayout) layout = sme_page_layout_new (&size, 1);
  SmePagePlace place;

  sme_page_layout_to_place (layout, 350, 0, &place);
  g_assert_cmpuint (place.page, ==, 0);
  g_assert_cmpfloat (place.x, ==, 0.5);
  g_assert_cmpfloat (place.y, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/pages-stand-below-each-other", test_stacked);
  g_test_add_func ("/page-layout/range-in-sight-is-what-a-scan-finds", test_range);
  g_test_add_func ("/page-layout/place-comes-back", test_place);
  g_test_add_func ("/page-layout/place-before-arranging", test_place_before_arranging);
  g_test_add_func ("/page-layout/no-pages", test_empty);
  g_test_add_func ("/page-geometry/pixel-size-rounds-once", test_pixel_size);
  g_test_add_func ("/page-geometry/area-covers-another", test_covers);
  return g_test_run ();
}
