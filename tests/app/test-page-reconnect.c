/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With the server back, what failed within a page comes back too: the price of a purchase. */
#include "app/catalog/sme-buy-page.h"
#include "app/sme-page-reconnect.h"

#include "app-fixture.h"
#include "catalog-samples.h"

#define SERVICE "{" SAMPLE_CARD_FIELDS ",\"plans\":[" SAMPLE_PLAN_BASIC "]}"
#define QUOTE \
  "{\"plan_id\":\"basic\",\"cycle_months\":12,\"quantity\":1,\"basis\":\"seed\",\"lines\":[" \
  "{\"kind\":\"plan\",\"label\":\"CƠ BẢN\",\"quantity\":1,\"unit_price\":220000," \
  "\"amount\":220000}],\"net\":200000,\"vat_rate\":10,\"vat\":20000,\"total\":220000}"

static gboolean
offers_again (gpointer page)
{
  return app_shows (page, "Try again");
}

static gboolean
is_priced (gpointer page)
{
  return app_shows (page, "200.000");
}

/* On the page with its price not known, as when the backend was away while it was asked. */
static SmePage *
show_unpriced (AppFixture *f, SmeProblemCode problem)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SERVICE);
  fake_shop_refuse (f->shop, SME_OP_CREATE_QUOTE, problem);
  page = app_fixture_show_page (f, SME_TYPE_BUY_PAGE, "buy:basic?service=smartca-on&months=12");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_until (offers_again, page);
  g_assert_false (is_priced (page));
  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE);
  return page;
}

static void
test_price (AppFixture *f, gconstpointer data)
{
  SmePage *page = show_unpriced (f, SME_PROBLEM_UNREACHABLE);

  sme_page_reconnect_all (page);
  app_run_until (is_priced, page);
  g_assert_true (gtk_widget_get_sensitive (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Next")));
}

/* What a server that was there refused, is not asked again by itself. */
static void
test_refused (AppFixture *f, gconstpointer data)
{
  SmePage *page = show_unpriced (f, SME_PROBLEM_INTERNAL);

  sme_page_reconnect_all (page);
  app_run_idle ();
  g_assert_true (offers_again (page));
  g_assert_false (is_priced (page));
}

static void
test_whole_page (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_UNREACHABLE);
  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE);
  page = app_fixture_show_page (f, SME_TYPE_BUY_PAGE, "buy:basic?service=smartca-on&months=12");
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SERVICE);
  sme_page_reconnect_all (page);
  app_run_until (is_priced, page);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD ("/page-reconnect/the-price-of-a-purchase-comes-back", test_price);
  ADD ("/page-reconnect/what-was-refused-does-not", test_refused);
  ADD ("/page-reconnect/a-whole-page-comes-back", test_whole_page);

  return g_test_run ();
}
