/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-search-page.h"

#include "app-fixture.h"
#include "app/catalog/sme-service-card.h"
#include "catalog-samples.h"

static void
search (SmePage *page, const char *words)
{
  g_autofree char *text = sme_route_build ("search", NULL, "q", words, NULL);
  g_autoptr (SmeRoute) route = sme_route_parse (text);

  sme_page_set_route (page, route);
}

static const char *
get_words (AppFixture *f)
{
  return sme_record_get_text (fake_shop_get_query (f->shop, SME_OP_LIST_SERVICES), "query");
}

static void
test_results (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_FOUND, 1));
  page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search?q=ky%20so");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpstr (get_words (f), ==, "ky so");
  g_assert_true (app_shows (GTK_WIDGET (page), "1 result"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Ký số từ xa - VNPT SmartCA ON"));
  app_assert_named (GTK_WIDGET (page));
}

static gboolean
has_result (gpointer page)
{
  return app_shows (page, "Ký số từ xa - VNPT SmartCA ON");
}

static gboolean
is_his (gpointer page)
{
  return app_shows (page, "Quản lý bệnh viện");
}

static void
test_replaced (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_FOUND, 1));
  page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search?q=ky");
  app_run_until_state (page, SME_PAGE_CONTENT);
  fake_shop_hold (f->shop);
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_OTHER_CARD, 1));
  search (page, "benh vien");
  app_run_idle ();
  /* What was found before stays until the answer is there. */
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
  g_assert_true (app_shows (GTK_WIDGET (page), "Ký số từ xa"));
  fake_shop_let_go (f->shop);
  app_run_until (is_his, page);
}

static void
test_nothing (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, "{\"items\":[],\"total\":0}");
  page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search?q=zzz");
  app_run_until_state (page, SME_PAGE_EMPTY);
  g_assert_true (app_shows (GTK_WIDGET (page), "Nothing found"));
  app_click (GTK_WIDGET (page), "All services");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open services");
}

static SmeRecord *
get_query (AppFixture *f)
{
  return fake_shop_get_query (f->shop, SME_OP_LIST_SERVICES);
}

static gboolean
is_narrowed_away (gpointer page)
{
  return app_shows (page, "No service fits these filters");
}

/* The filters narrow what was typed, are kept with other words, and can be taken back. */
static void
test_filters (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *trial;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_FOUND, 1));
  page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search?q=ky");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_false (sme_record_has (get_query (f), "sort"));
  g_assert_false (app_shows (GTK_WIDGET (page), "Clear filters"));
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, "{\"items\":[],\"total\":0}");
  trial = app_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "Free to try");
  g_assert_nonnull (trial);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (trial), TRUE);
  app_run_until (is_narrowed_away, page);
  g_assert_true (sme_record_get_int (get_query (f), "free_trial"));
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
  search (page, "kyso");
  app_run_idle ();
  g_assert_true (sme_record_get_int (get_query (f), "free_trial"));
  g_assert_cmpstr (get_words (f), ==, "kyso");
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_FOUND, 1));
  app_click (GTK_WIDGET (page), "Look without filters");
  app_run_until (has_result, page);
  g_assert_false (sme_record_has (get_query (f), "free_trial"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (trial)));
}

#define MANY \
  "{\"id\":\"a\",\"name\":\"Một\",\"provider\":\"VNPT\",\"category_id\":\"health\"}," \
  "{\"id\":\"b\",\"name\":\"Hai\",\"provider\":\"VNPT\",\"category_id\":\"health\"}"

static gboolean
asked_for_more (gpointer data)
{
  return sme_record_has (get_query (data), "after");
}

static void
test_pages (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL,
                    "{\"items\":[" MANY "],\"total\":90,\"next\":\"2\"}");
  page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search?q=y");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_true (app_shows (GTK_WIDGET (page), "90 results"));
  /* What is in sight is near the end of what has come. */
  app_run_until (asked_for_more, f);
  g_assert_cmpstr (sme_record_get_text (get_query (f), "after"), ==, "2");
  /* What comes is known already: there is no end to asking for it. */
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_SERVICES), ==, 2);
}

static void
test_no_words (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search?q=%20%20");

  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_EMPTY);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_SERVICES), ==, 0);
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_FOUND, 1));
  search (page, "ky");
  app_run_until_state (page, SME_PAGE_CONTENT);
  search (page, "");
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_EMPTY);
}

static void
test_long (AppFixture *f, gconstpointer data)
{
  g_autofree char *words = g_strnfill (300, 'k');
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, "{\"items\":[],\"total\":0}");
  page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search");
  search (page, words);
  app_run_idle ();
  g_assert_cmpint (g_utf8_strlen (get_words (f), -1), ==, 200);
}

static void
test_retry (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_LIST_SERVICES, SME_PROBLEM_UNREACHABLE);
  page = app_fixture_show_page (f, SME_TYPE_SEARCH_PAGE, "search?q=ky");
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_FOUND, 1));
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a11/search-finds-and-says-how-many", test_results);
  ADD ("/a11/results-stay-until-the-next-are-there", test_replaced);
  ADD ("/search-page/nothing-found-offers-all", test_nothing);
  ADD ("/search-page/a11/filters-narrow-and-can-be-taken-back", test_filters);
  ADD ("/search-page/more-comes-as-one-goes-down", test_pages);
  ADD ("/search-page/no-words-ask-nobody", test_no_words);
  ADD ("/search-page/too-many-words-are-cut", test_long);
  ADD ("/a82/a-failed-search-can-be-tried-again", test_retry);
  return g_test_run ();
}
