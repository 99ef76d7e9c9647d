/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/catalog/sme-buy-page.h"
#include "app/catalog/sme-categories-page.h"
#include "app/catalog/sme-news-page.h"
#include "app/catalog/sme-service-list-page.h"
#include "catalog-samples.h"
#include "core/sme-enums.h"

static void
test_categories (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *child;

  fake_shop_answer (f->shop, SME_OP_LIST_CATEGORIES, NULL,
                    SAMPLE_LIST ("{\"id\":\"health\",\"name\":\"Y tế số\",\"services\":3}", 1));
  page = app_fixture_show_page (f, SME_TYPE_CATEGORIES_PAGE, "categories");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_true (app_shows (GTK_WIDGET (page), "Y tế số"));
  g_assert_true (app_shows (GTK_WIDGET (page), "3 services"));
  child = app_find (GTK_WIDGET (page), GTK_TYPE_FLOW_BOX_CHILD, NULL);
  g_signal_emit_by_name (child, "activate");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open category:health?name=Y%20tế%20số");
}

static void
test_list (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  SmeRecord *query;
  GtkWidget *chooser;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_CARD, 1));
  page = app_fixture_show_page (f, SME_TYPE_SERVICE_LIST_PAGE, "category:health?name=Y");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpstr (sme_page_get_title (page), ==, "Y");
  query = fake_shop_get_query (f->shop, SME_OP_LIST_SERVICES);
  g_assert_cmpstr (sme_record_get_text (query, "category"), ==, "health");
  g_assert_false (sme_record_has (query, "customer_type"));
  chooser = app_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL);
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, "{\"items\":[],\"total\":0}");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 3);
  query = fake_shop_get_query (f->shop, SME_OP_LIST_SERVICES);
  g_assert_cmpint (sme_record_get_int (query, "customer_type"), ==, SME_CUSTOMER_ENTERPRISE);
  app_run_idle ();
  /* The filters stay, so that another choice can be made. */
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
  g_assert_true (app_shows (GTK_WIDGET (page), "No service fits"));
  app_assert_named (GTK_WIDGET (page));
}

#define NEWS \
  SAMPLE_LIST ( \
    "{\"id\":\"n1\",\"kind\":\"news\",\"title\":\"Tin\",\"body\":\"Nội dung\"," \
    "\"published_on\":\"2026-11-20\"}," \
    "{\"id\":\"n2\",\"kind\":\"promotion\",\"title\":\"Khuyến mại\"," \
    "\"body\":\"Giảm\",\"demonstration\":true}," \
    "{\"id\":\"n3\",\"kind\":\"earn\",\"title\":\"Kiếm tiền\",\"body\":\"Giới thiệu\"}", \
    3)

static void
test_news (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_NEWS, NULL, NEWS);
  page = app_fixture_show_page (f, SME_TYPE_NEWS_PAGE, "news");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_true (app_shows (GTK_WIDGET (page), "Nội dung"));
  g_assert_true (app_shows (GTK_WIDGET (page), "20/11/2026"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Promotion · Example"));
  g_assert_false (app_shows (GTK_WIDGET (page), "Kiếm tiền"));
}

static void
test_earn (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_NEWS, NULL, NEWS);
  page = app_fixture_show_page (f, SME_TYPE_NEWS_PAGE, "earn");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpstr (sme_page_get_title (page), ==, "Earn online");
  g_assert_cmpint (sme_record_get_int (fake_shop_get_query (f->shop, SME_OP_LIST_NEWS), "kind"), ==,
                   SME_NEWS_EARN);
  g_assert_true (app_shows (GTK_WIDGET (page), "Kiếm tiền"));
  g_assert_false (app_shows (GTK_WIDGET (page), "Khuyến mại"));
}

static gboolean
was_asked (gpointer data)
{
  return *app_fixture_last_action (data) != '\0';
}

static void
test_buy (AppFixture *f, gconstpointer data)
{
  SmeRecord *body;

  fake_shop_answer (f->shop, SME_OP_CREATE_ORDER, NULL, SAMPLE_ORDER ("o1", "\"declare\""));
  app_fixture_show_page (f, SME_TYPE_BUY_PAGE, "buy:basic?months=24");
  app_run_until (was_asked, f);
  body = fake_shop_get_body (f->shop, SME_OP_CREATE_ORDER);
  g_assert_cmpstr (sme_record_get_text (body, "plan_id"), ==, "basic");
  g_assert_cmpint (sme_record_get_int (body, "cycle_months"), ==, 24);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace order:o1");
}

static void
test_buy_retry (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_CREATE_ORDER, SME_PROBLEM_TIMED_OUT);
  page = app_fixture_show_page (f, SME_TYPE_BUY_PAGE, "buy:basic?months=12");
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_CREATE_ORDER, NULL, SAMPLE_ORDER ("o2", ""));
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until (was_asked, f);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace order:o2");
}

static void
test_buy_by_hand (AppFixture *f, gconstpointer data)
{
  static const char *const bad[] = { "buy", "buy:basic", "buy:basic?months=0",
                                     "buy:basic?months=99", "buy:basic?months=1x" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      SmePage *page = app_fixture_show_page (f, SME_TYPE_BUY_PAGE, bad[i]);

      g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_ERROR);
    }
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CREATE_ORDER), ==, 0);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a12/all-categories-lead-to-their-services", test_categories);
  ADD ("/service-list-page/asks-for-what-is-chosen", test_list);
  ADD ("/a12/news-and-promotions", test_news);
  ADD ("/a12/earn-online", test_earn);
  ADD ("/a20/buy-now-makes-the-order-and-opens-it", test_buy);
  ADD ("/a82/a-purchase-that-failed-can-be-tried-again", test_buy_retry);
  ADD ("/buy-page/a-made-up-route-buys-nothing", test_buy_by_hand);
  return g_test_run ();
}
