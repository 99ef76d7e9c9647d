/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-text.h"

#include "viewer-fixture.h"
#include "viewer/sme-text-cache.h"

/* A text set in a grid: each character 10 wide and 20 high, lines 30 apart, from 50, 100. */
static SmePageText *
make_text (const char *text)
{
  SmePageSize size = { 600, 800 };
  guint length = g_utf8_strlen (text, -1);
  g_autofree graphene_rect_t *boxes = g_new (graphene_rect_t, length);
  const char *p = text;
  float x = 50, y = 100;

  for (guint i = 0; i < length; i++, p = g_utf8_next_char (p))
    {
      graphene_rect_init (&boxes[i], x, y, *p == '\n' ? 0 : 10, *p == '\n' ? 0 : 20);
      x += 10;
      if (*p == '\n')
        {
          x = 50;
          y += 30;
        }
    }
  return sme_page_text_new (text, boxes, length, &size);
}

static char *
find_first (SmePageText *text, const char *query, guint *n_found)
{
  g_autofree char *key = sme_page_text_fold_query (query);
  g_autoptr (GArray) ranges = sme_page_text_find (text, key, 100);

  *n_found = ranges->len;
  if (ranges->len == 0)
    return NULL;
  return sme_page_text_dup_range (text, &g_array_index (ranges, SmeTextRange, 0));
}

static void
assert_finds (const char *content, const char *query, guint n_expected, const char *expected)
{
  g_autoptr (SmePageText) text = make_text (content);
  guint n_found;
  g_autofree char *found = find_first (text, query, &n_found);

  g_assert_cmpuint (n_found, ==, n_expected);
  g_assert_cmpstr (found, ==, expected);
}

static guint
count_strict (const char *content, const char *query, SmeTextMatch match)
{
  g_autoptr (SmePageText) text = make_text (content);
  g_autoptr (GArray) ranges = sme_page_text_find_strictly (text, query, match, 100);

  return ranges->len;
}

/* Composed and decomposed letters are the same letter in every mode. */
static void
test_find_strictly (void)
{
  const char *content = "Hợp đồng HỢP ĐỒNG hop dong Ho\u031b\u0323p \u0111o\u0302\u0300ng";
  SmeTextMatch both = SME_TEXT_MATCH_CASE | SME_TEXT_MATCH_MARKS;

  g_assert_cmpuint (count_strict (content, "hop dong", SME_TEXT_MATCH_LOOSE), ==, 4);
  g_assert_cmpuint (count_strict (content, "hợp đồng", SME_TEXT_MATCH_MARKS), ==, 3);
  g_assert_cmpuint (count_strict (content, "hop dong", SME_TEXT_MATCH_MARKS), ==, 1);
  g_assert_cmpuint (count_strict (content, "hop dong", SME_TEXT_MATCH_CASE), ==, 1);
  g_assert_cmpuint (count_strict (content, "HOP DONG", SME_TEXT_MATCH_CASE), ==, 1);
  g_assert_cmpuint (count_strict (content, "Hợp đồng", both), ==, 2);
  g_assert_cmpuint (count_strict (content, "Hợp  đồng ", both), ==, 2);
  g_assert_cmpuint (count_strict ("Aa aa", "aa", SME_TEXT_MATCH_CASE), ==, 1);
  g_assert_cmpuint (count_strict ("đá đã da", "da", SME_TEXT_MATCH_MARKS), ==, 1);
}

static void
test_find (void)
{
  assert_finds ("Hợp đồng số 1, HỢP ĐỒNG số 2", "hop dong", 2, "Hợp đồng");
  assert_finds ("Hợp đồng số 1", "HỢP ĐỒNG SỐ", 1, "Hợp đồng số");
  assert_finds ("giá trị hợp\nđồng", "  hop   dong ", 1, "hợp\nđồng");
  assert_finds ("giá trị hợp \n  đồng", "tri hop dong", 1, "trị hợp \n  đồng");
  assert_finds ("220.000\u00a0₫", "220.000 ₫", 1, "220.000\u00a0₫");
  assert_finds ("Ho\u031b\u0323p \u0111o\u0302\u0300ng xong", "hop dong", 1,
                "Ho\u031b\u0323p \u0111o\u0302\u0300ng");
  assert_finds ("aaaa", "aa", 2, "aa");
  assert_finds ("Straße", "stras", 1, "Straß");
  assert_finds ("hợp đồng", "hợp tác", 0, NULL);
  assert_finds ("hợp đồng", " \n ", 0, NULL);
  assert_finds ("", "a", 0, NULL);
}

static void
test_find_max (void)
{
  g_autoptr (SmePageText) text = make_text ("a a a a a a");
  g_autoptr (GArray) ranges = sme_page_text_find (text, "a", 4);

  g_assert_cmpuint (ranges->len, ==, 4);
}

static void
test_rects (void)
{
  g_autoptr (SmePageText) text = make_text ("giá trị hợp\nđồng là");
  SmeTextRange range = { 8, 16 };
  g_autoptr (GArray) rects = sme_page_text_get_rects (text, &range);
  graphene_rect_t *rect;

  g_assert_cmpuint (rects->len, ==, 2);
  rect = &g_array_index (rects, graphene_rect_t, 0);
  g_assert_cmpfloat_with_epsilon (rect->origin.x, 130, 0.1);
  g_assert_cmpfloat_with_epsilon (rect->origin.y, 100, 0.1);
  g_assert_cmpfloat_with_epsilon (rect->size.width, 30, 0.1);
  g_assert_cmpfloat_with_epsilon (rect->size.height, 20, 0.1);
  rect = &g_array_index (rects, graphene_rect_t, 1);
  g_assert_cmpfloat_with_epsilon (rect->origin.x, 50, 0.1);
  g_assert_cmpfloat_with_epsilon (rect->size.width, 40, 0.1);
}

static void
test_boundary (void)
{
  g_autoptr (SmePageText) text = make_text ("abc\ndef");

  g_assert_cmpuint (sme_page_text_get_boundary_at (text, 54, 110), ==, 0);
  g_assert_cmpuint (sme_page_text_get_boundary_at (text, 56, 110), ==, 1);
  g_assert_cmpuint (sme_page_text_get_boundary_at (text, 500, 110), ==, 3);
  g_assert_cmpuint (sme_page_text_get_boundary_at (text, 0, 140), ==, 4);
  g_assert_cmpuint (sme_page_text_get_boundary_at (text, 500, 700), ==, 7);
  g_assert_cmpuint (sme_page_text_get_boundary_at (text, 66, 0), ==, 2);
}

static void
test_word_and_line (void)
{
  g_autoptr (SmePageText) text = make_text ("Bên A,\nkhách hàng");
  SmeTextRange word = sme_page_text_get_word (text, 9);
  SmeTextRange gap = sme_page_text_get_word (text, 6);
  SmeTextRange line = sme_page_text_get_line (text, 9);
  g_autofree char *word_text = sme_page_text_dup_range (text, &word);
  g_autofree char *line_text = sme_page_text_dup_range (text, &line);

  g_assert_cmpstr (word_text, ==, "khách");
  g_assert_cmpstr (line_text, ==, "khách hàng");
  g_assert_cmpuint (gap.start, ==, gap.end);
}

/* Lines of 20 points at 100 and 130. */
static void
test_line_below (void)
{
  g_autoptr (SmePageText) text = make_text ("abc\ndef");

  g_assert_cmpuint (sme_page_text_get_line_below (text, 0), ==, 0);
  g_assert_cmpuint (sme_page_text_get_line_below (text, 112), ==, 0);
  g_assert_cmpuint (sme_page_text_get_line_below (text, 118), ==, 4);
  g_assert_cmpuint (sme_page_text_get_line_below (text, 140), ==, 4);
  g_assert_cmpuint (sme_page_text_get_line_below (text, 700), ==, 7);
}

static void
test_no_places (void)
{
  SmePageSize size = { 600, 800 };
  g_autoptr (SmePageText) text = sme_page_text_new ("hợp đồng", NULL, 0, &size);
  SmeTextRange range = { 0, 3 };
  g_autoptr (GArray) rects = sme_page_text_get_rects (text, &range);
  guint n_found;
  g_autofree char *found = find_first (text, "hop", &n_found);

  g_assert_cmpuint (rects->len, ==, 0);
  g_assert_cmpstr (found, ==, "hợp");
  g_assert_cmpuint (sme_page_text_get_boundary_at (text, 10, 10), ==, 0);
  g_assert_cmpuint (sme_page_text_get_line_below (text, 10), ==, 0);
}

/* What poppler says of places agrees with what it draws: the first line of the contract stands at
 * 72 points from the left and the top. */
static void
test_poppler_places (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SmePageText) text = NULL;
  g_autoptr (GArray) ranges = NULL;
  g_autoptr (GArray) rects = NULL;
  graphene_rect_t *rect;

  sme_document_get_text_async (document, 0, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  text = sme_document_get_text_finish (document, result, NULL);
  ranges = sme_page_text_find (text, "cong hoa xa hoi", 10);
  g_assert_cmpuint (ranges->len, ==, 1);
  rects = sme_page_text_get_rects (text, &g_array_index (ranges, SmeTextRange, 0));
  g_assert_cmpuint (rects->len, ==, 1);
  rect = &g_array_index (rects, graphene_rect_t, 0);
  g_assert_cmpfloat_with_epsilon (rect->origin.x, 72, 3);
  g_assert_cmpfloat_with_epsilon (rect->origin.y, 72, 8);
  g_assert_cmpfloat (rect->size.width, >, 80);
  g_assert_cmpfloat (rect->size.height, <, 25);
}

static void
test_cache (void)
{
  SmePageText *texts[3];
  SmeTextCache *cache;

  for (int i = 0; i < 3; i++)
    texts[i] = make_text ("hợp đồng");
  cache = sme_text_cache_new (2 * sme_page_text_get_memory (texts[0]));
  sme_text_cache_add (cache, 0, texts[0]);
  sme_text_cache_add (cache, 1, texts[1]);
  g_assert_true (sme_text_cache_get (cache, 0) == texts[0]);
  sme_text_cache_add (cache, 2, texts[2]);
  g_assert_null (sme_text_cache_get (cache, 1)); /* the one used longest ago */
  g_assert_true (sme_text_cache_get (cache, 0) == texts[0]);
  g_assert_true (sme_text_cache_get (cache, 2) == texts[2]);
  sme_text_cache_add (cache, 2, texts[1]);
  g_assert_true (sme_text_cache_get (cache, 2) == texts[1]);
  sme_text_cache_free (cache);
  for (int i = 0; i < 3; i++)
    sme_page_text_unref (texts[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-text/finds-without-marks-case-and-line-breaks", test_find);
  g_test_add_func ("/page-text/finds-no-more-than-asked", test_find_max);
  g_test_add_func ("/page-text/rects-one-per-line", test_rects);
  g_test_add_func ("/page-text/boundary-nearest-to-a-place", test_boundary);
  g_test_add_func ("/page-text/word-and-line", test_word_and_line);
  g_test_add_func ("/page-text/line-below-a-place", test_line_below);
  g_test_add_func ("/page-text/without-places", test_no_places);
  g_test_add_func ("/page-text/places-agree-with-the-picture", test_poppler_places);
  g_test_add_func ("/page-text/cache-drops-what-was-not-used", test_cache);
  g_test_add_func ("/page-text/finds-strictly", test_find_strictly);
  return g_test_run ();
}
