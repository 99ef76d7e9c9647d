/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-home-page.h"

#include "app-fixture.h"
#include "app/sme-waiting.h"
#include "catalog-samples.h"

#define ORDERS \
  "{\"items\":[" SAMPLE_ORDER ("o1", "\"edit\",\"pay\",\"cancel\"") "," SAMPLE_ORDER ( \
    "o2", \
    "\"view_contract\",\"sign_contract\"") "," SAMPLE_ORDER ("o3", \
                                                             "\"view_contract\"") "],\"total\":3}"

#define SUBSCRIPTIONS \
  SAMPLE_LIST ("{\"id\":\"s1\",\"order_id\":\"o9\",\"service_id\":\"sv1\"," \
               "\"service_name\":\"SmartCA\",\"plan_id\":\"p1\"," \
               "\"plan_name\":\"PS\",\"state\":\"expiring\",\"ends_on\":\"2026-12-01\"," \
               "\"cycle_months\":12,\"price\":0}", \
               1)

static SmePage *
show (AppFixture *f)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_CARD, 1));
  page = app_fixture_show_page (f, SME_TYPE_HOME_PAGE, "home");
  app_run_until_state (page, SME_PAGE_CONTENT);
  return page;
}

static void
test_services (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f);
  GtkWidget *child = app_find (GTK_WIDGET (page), GTK_TYPE_FLOW_BOX_CHILD, NULL);

  g_assert_false (app_shows (GTK_WIDGET (page), "Waiting for you"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_ORDERS), ==, 0);
  g_signal_emit_by_name (child, "activate");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open service:smartca-on");
  app_assert_named (GTK_WIDGET (page));
}

static gboolean
has_extras (gpointer page)
{
  return app_shows (page, "Y tế số") && app_shows (page, "Tin mới");
}

/* The categories and the newest news, each a way to its page; what is for "Earn online" is not
 * news.
 */
static void
test_extras (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_CATEGORIES, NULL,
                    SAMPLE_LIST ("{\"id\":\"health\",\"name\":\"Y tế số\",\"services\":3}", 1));
  fake_shop_answer (f->shop, SME_OP_LIST_NEWS, NULL,
                    SAMPLE_LIST ("{\"id\":\"n1\",\"kind\":\"news\",\"title\":\"Tin mới\","
                                 "\"body\":\"x\",\"published_on\":\"2026-11-20\"},"
                                 "{\"id\":\"n2\",\"kind\":\"earn\",\"title\":\"Hoa hồng\","
                                 "\"body\":\"y\"}",
                                 2));
  page = show (f);
  app_run_until (has_extras, page);
  g_assert_true (app_shows (GTK_WIDGET (page), "20/11/2026"));
  g_assert_false (app_shows (GTK_WIDGET (page), "Hoa hồng"));
  app_assert_named (GTK_WIDGET (page));
  app_click (GTK_WIDGET (page), "Y tế số");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open category:health?name=Y%20tế%20số");
}

static gboolean
has_three (gpointer context)
{
  return g_list_model_get_n_items (G_LIST_MODEL (sme_context_get_waiting (context))) == 3;
}

static gboolean
has_none (gpointer context)
{
  return g_list_model_get_n_items (G_LIST_MODEL (sme_context_get_waiting (context))) == 0;
}

static void
test_waiting (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f);
  SmeWaiting *waiting = sme_context_get_waiting (f->context);

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, ORDERS);
  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SUBSCRIPTIONS);
  fake_shop_set_signed_in (f->shop, TRUE);
  app_run_until (has_three, f->context);
  g_assert_cmpuint (sme_waiting_count (waiting, "orders"), ==, 2);
  g_assert_cmpuint (sme_waiting_count (waiting, "subscriptions"), ==, 1);
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (page), "Waiting for payment"));
  g_assert_true (app_shows (GTK_WIDGET (page), "order 12726"));
  app_click (GTK_WIDGET (page), "Pay");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open order:o1");
  app_click (GTK_WIDGET (page), "Sign the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o2");
  app_click (GTK_WIDGET (page), "Renew");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open buy:p1?service=sv1&months=12");
  fake_shop_set_signed_in (f->shop, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (waiting)), ==, 0);
  app_run_idle ();
  g_assert_false (app_shows (GTK_WIDGET (page), "Waiting for you"));
}

static void
test_changes (AppFixture *f, gconstpointer data)
{
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, ORDERS);
  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SUBSCRIPTIONS);
  fake_shop_set_signed_in (f->shop, TRUE);
  show (f);
  app_run_until (has_three, f->context);
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, "{\"items\":[],\"total\":0}");
  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, "{\"items\":[],\"total\":0}");
  g_signal_emit_by_name (f->shop, "changed", "order", "o1");
  g_signal_emit_by_name (f->shop, "changed", "payment", "p1");
  app_run_until (has_none, f->context);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_ORDERS), ==, 2);
}

static void
test_failure_keeps (AppFixture *f, gconstpointer data)
{
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, ORDERS);
  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SUBSCRIPTIONS);
  fake_shop_set_signed_in (f->shop, TRUE);
  show (f);
  app_run_until (has_three, f->context);
  fake_shop_refuse (f->shop, SME_OP_LIST_ORDERS, SME_PROBLEM_UNREACHABLE);
  fake_shop_refuse (f->shop, SME_OP_LIST_SUBSCRIPTIONS, SME_PROBLEM_UNREACHABLE);
  sme_waiting_refresh (sme_context_get_waiting (f->context));
  app_run_idle ();
  g_assert_true (has_three (f->context));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/home-page/categories-and-news-below-the-services", test_extras);
  ADD ("/home-page/shows-popular-services", test_services);
  ADD ("/home-page/what-waits-has-its-one-next-action", test_waiting);
  ADD ("/waiting/is-asked-for-again-when-something-changed", test_changes);
  ADD ("/waiting/a-failure-keeps-what-was-known", test_failure_keeps);
  return g_test_run ();
}
