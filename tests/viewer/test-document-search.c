/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-search.h"

#include "viewer-fixture.h"
#include "viewer/sme-text-gatherer.h"

/* Each page of the fixture says "Hợp đồng" three times, once across a line break. */
#define PER_PAGE 3

static gboolean
is_done (gpointer search)
{
  return !sme_document_search_get_busy (search);
}

static SmeDocumentSearch *
start (SmeDocument *document, const char *text, guint page)
{
  SmeDocumentSearch *search = sme_document_search_new ();

  sme_document_search_set_document (search, document);
  sme_document_search_set_text (search, text, page);
  return search;
}

static void
on_signal (guint *n)
{
  (*n)++;
}

static void
test_finds (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  g_autoptr (SmeDocumentSearch) search = start (document, "hop dong", 0);

  g_assert_true (sme_document_search_get_busy (search));
  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 6 * PER_PAGE);
  for (guint page = 0; page < 6; page++)
    {
      GArray *matches = sme_document_search_get_matches (search, page);
      SmePageText *text = sme_document_peek_text (document, page);

      g_assert_cmpuint (matches->len, ==, PER_PAGE);
      for (guint i = 0; i < PER_PAGE; i++)
        {
          g_autofree char *found =
            sme_page_text_dup_range (text, &g_array_index (matches, SmeTextRange, i));

          g_strdelimit (found, "\n", ' ');
          g_assert_cmpstr (i == 0 ? "Hợp đồng" : "hợp đồng", ==, found);
        }
    }
}

/* A letter that is nearly everywhere: all of it is found, to the last page. */
static void
test_many (void)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (100);
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  g_autoptr (SmeDocumentSearch) search = start (document, "n", 0);
  SmeTextRange range;
  guint page;

  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (sme_document_search_get_count (search), >, 9999);
  g_assert_false (sme_document_search_is_cut (search));
  sme_document_search_previous (search);
  g_assert_true (sme_document_search_get_current (search, &page, &range));
  g_assert_cmpuint (page, ==, 99);
  g_assert_cmpuint (sme_document_search_get_position (search), ==,
                    sme_document_search_get_count (search));
}

/* What is beyond the bound is told of. */
static void
test_cut (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  g_autoptr (SmeDocumentSearch) search = sme_document_search_new ();

  sme_document_search_set_document (search, document);
  sme_document_search_set_max (search, 2 * PER_PAGE);
  sme_document_search_set_text (search, "hop dong", 0);
  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 2 * PER_PAGE);
  g_assert_true (sme_document_search_is_cut (search));
  sme_document_search_set_max (search, 6 * PER_PAGE);
  sme_document_search_set_text (search, "hợp đồng", 0);
  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 6 * PER_PAGE);
  g_assert_false (sme_document_search_is_cut (search));
}

static void
assert_current (SmeDocumentSearch *search, guint page, guint position)
{
  SmeTextRange range;
  guint current_page;

  g_assert_true (sme_document_search_get_current (search, &current_page, &range));
  g_assert_cmpuint (current_page, ==, page);
  g_assert_cmpuint (sme_document_search_get_position (search), ==, position);
}

static void
test_moves (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  g_autoptr (SmeDocumentSearch) search = start (document, "HỢP ĐỒNG", 2);
  guint n_changed = 0;

  g_signal_connect_swapped (search, "current-changed", G_CALLBACK (on_signal), &n_changed);
  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (n_changed, ==, 1);
  assert_current (search, 2, 2 * PER_PAGE + 1); /* the nearest, not the first of all */

  sme_document_search_previous (search);
  assert_current (search, 1, 2 * PER_PAGE);
  sme_document_search_next (search);
  sme_document_search_next (search);
  assert_current (search, 2, 2 * PER_PAGE + 2);
  g_assert_cmpuint (n_changed, ==, 4);

  for (int i = 0; i < 6 * PER_PAGE; i++)
    sme_document_search_next (search);
  assert_current (search, 2, 2 * PER_PAGE + 2);
  for (int i = 0; i < 2 * PER_PAGE + 2; i++)
    sme_document_search_previous (search);
  assert_current (search, 5, 6 * PER_PAGE);
}

static void
test_one_match (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  g_autoptr (SmeDocumentSearch) search = start (document, "hop dong so 4", 5);

  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 1);
  assert_current (search, 3, 1);
  sme_document_search_next (search);
  assert_current (search, 3, 1);
  sme_document_search_previous (search);
  assert_current (search, 3, 1);
}

static void
test_nothing (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (2);
  g_autoptr (SmeDocumentSearch) search = start (document, "không có ở đây", 0);
  SmeTextRange range;
  guint page;

  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 0);
  g_assert_cmpuint (sme_document_search_get_position (search), ==, 0);
  g_assert_false (sme_document_search_get_current (search, &page, &range));
  sme_document_search_next (search);
  sme_document_search_previous (search);
}

/* As one types: only the last text counts, however the answers come. */
static void
test_typing (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (12);
  g_autoptr (SmeDocumentSearch) search = start (document, "h", 0);
  guint n_text = 0;

  g_signal_connect_swapped (search, "notify::text", G_CALLBACK (on_signal), &n_text);
  sme_document_search_set_text (search, "ho", 0);
  sme_document_search_set_text (search, "hop dong so 12", 0);
  sme_document_search_set_text (search, "hop dong so 12", 0);
  fixture_run_until_func (is_done, search);
  g_assert_cmpuint (n_text, ==, 2);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 1);
  assert_current (search, 11, 1);

  sme_document_search_set_text (search, NULL, 0);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 0);
  g_assert_false (sme_document_search_get_busy (search));
}

static void
test_dropped (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (3);
  SmeDocumentSearch *search = start (document, "hop dong", 0);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (sme_document_search_get_busy (search));
  g_assert_finalize_object (search);
  sme_document_get_text_async (document, 2, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result); /* the dropped search's answer has come before this one */
}

static void
note_page (guint page, const char *text, gpointer user_data)
{
  GString *pages = user_data;

  g_string_append_printf (pages, "%u%s ", page, text[0] != '\0' ? "" : "-");
}

static char *
gather (SmeDocument *document, SmeTextSpot from, SmeTextSpot to, GString *pages)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  sme_text_gatherer_gather_async (document, &from, &to, note_page, pages, NULL, fixture_keep_result,
                                  &result);
  fixture_await (&result);
  text = sme_text_gatherer_gather_finish (document, result, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_gather (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (4);
  GString *pages = g_string_new (NULL);
  SmePageText *page;
  g_autofree char *all = NULL;
  g_autofree char *tail_and_head = NULL;
  g_autofree char *one = NULL;
  guint length;

  all = gather (document, (SmeTextSpot){ 0, 0 }, (SmeTextSpot){ 3, G_MAXUINT }, pages);
  g_assert_cmpstr (pages->str, ==, "0 1 2 3 ");
  g_assert_nonnull (strstr (all, "Hợp đồng số 1"));
  g_assert_nonnull (strstr (all, "Hợp đồng số 4"));

  page = sme_document_peek_text (document, 1);
  length = sme_page_text_get_length (page);
  tail_and_head = gather (document, (SmeTextSpot){ 1, length - 2 }, (SmeTextSpot){ 2, 4 }, pages);
  g_assert_cmpint (g_utf8_strlen (tail_and_head, -1), ==, 2 + 1 + 4);
  g_assert_true (g_str_has_suffix (tail_and_head, "CỘNG"));

  one = gather (document, (SmeTextSpot){ 2, 5 }, (SmeTextSpot){ 2, 8 }, pages);
  g_assert_cmpstr (one, ==, "HÒA");
  g_string_free (pages, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-search/finds-hop-dong-on-all-pages", test_finds);
  g_test_add_func ("/document-search/goes-round-from-the-nearest", test_moves);
  g_test_add_func ("/document-search/one-match", test_one_match);
  g_test_add_func ("/document-search/nothing", test_nothing);
  g_test_add_func ("/document-search/only-the-last-text-counts", test_typing);
  g_test_add_func ("/document-search/dropped-while-searching", test_dropped);
  g_test_add_func ("/text-gatherer/gathers-between-two-spots", test_gather);
  g_test_add_func ("/document-search/finds-tens-of-thousands", test_many);
  g_test_add_func ("/document-search/tells-that-there-is-more", test_cut);
  return g_test_run ();
}
