/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that were left stay for scrolling back, within a bound of memory however far one scrolls.
 */
#include "viewer-fixture.h"
#include "viewer/sme-page-cache.h"
#include "viewer/sme-page-picture.h"
#include "viewer/sme-viewer.h"

#define PAGES 30
#define WIDTH 794
#define HEIGHT 1123
/* What docs/viewer.md promises: 16 MB besides the pages that are wanted. */
#define SPARE (16 * 1024 * 1024)

typedef struct
{
  SmeDocument *document;
  SmePageCache *cache;
  SmePageArea area;
} Fixture;

static void
on_landed (guint page, gpointer user_data)
{
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = fixture_open_contract (PAGES);
  fixture->cache = sme_page_cache_new (fixture->document, on_landed, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sme_page_cache_free (fixture->cache);
  g_clear_object (&fixture->document);
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;

  return sme_page_cache_is_settled (fixture->cache, &fixture->area);
}

static void
show (Fixture *fixture, guint page)
{
  SmePageArea area = { page, WIDTH, HEIGHT, { 0, 0, WIDTH, HEIGHT }, { 0, FALSE } };
  SmePageWant want = { area, area, SME_RENDER_VISIBLE };

  fixture->area = area;
  sme_page_cache_update (fixture->cache, &want, 1);
  fixture_run_until_func (is_settled, fixture);
}

static gsize
measure (Fixture *fixture, guint page)
{
  SmePageArea area;
  GdkTexture *texture = sme_page_cache_get (fixture->cache, page, &area);

  return texture != NULL ? sme_page_picture_get_memory (texture) : 0;
}

static gsize
measure_spare (Fixture *fixture, guint shown)
{
  gsize sum = 0;

  for (guint i = 0; i < PAGES; i++)
    if (i != shown)
      sum += measure (fixture, i);
  return sum;
}

static void
test_bound (Fixture *fixture, gconstpointer data)
{
  gsize most = 0;

  for (guint i = 0; i < PAGES; i++)
    {
      show (fixture, i);
      g_assert_cmpuint (measure (fixture, i), >=, WIDTH * HEIGHT * 4);
      most = MAX (most, measure_spare (fixture, i));
      g_assert_cmpuint (most, <=, SPARE);
    }
  /* It is used, and by what was left last. */
  g_assert_cmpuint (most, >, SPARE / 2);
  g_assert_cmpuint (measure (fixture, PAGES - 2), >, 0);
  g_assert_cmpuint (measure (fixture, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sme_viewer_init ();
  g_test_add ("/page-cache/memory-has-a-bound", Fixture, NULL, set_up, test_bound, tear_down);
  return g_test_run ();
}
