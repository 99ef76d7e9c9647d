/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A price that nobody published is marked wherever it is shown. */
#include "app/catalog/sme-buy-page.h"
#include "app/manage/sme-orders-page.h"
#include "app/manage/sme-subscription-page.h"
#include "app/manage/sme-subscriptions-page.h"
#include "app/order/sme-pay-together-page.h"

#include "app-fixture.h"
#include "core/sme-enums.h"

#define MARK "Demonstration price"

#define ORDER(basis) \
  "{\"id\":\"o1\",\"number\":\"12726\",\"state\":\"awaiting_payment\",\"next_actions\":[\"pay\"]," \
  "\"plan\":{\"id\":\"hrm\",\"name\":\"HRM\",\"model\":\"flat\",\"basis\":\"" basis "\"}," \
  "\"terms_version\":\"2026-09\",\"quote\":{\"plan_id\":\"hrm\",\"cycle_months\":12,\"quantity\":" \
  "1," \
  "\"basis\":\"" basis "\",\"net\":200000,\"vat_rate\":10,\"vat\":20000,\"total\":220000}," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"}"
#define SUBSCRIPTION(basis) \
  "{\"id\":\"s1\",\"order_id\":\"o1\",\"order_number\":\"12726\",\"service_name\":\"HRM\"," \
  "\"plan_name\":\"HRM\",\"state\":\"active\",\"next_actions\":[],\"cycle_months\":12," \
  "\"price\":220000,\"basis\":\"" basis "\",\"created_at\":\"2026-11-22T03:15:00Z\"}"
#define PLAN(id, basis, types) \
  "{\"id\":\"" id "\",\"service_id\":\"hr\",\"service_name\":\"HRM\",\"name\":\"" id "\"," \
  "\"customer_types\":[" types "],\"model\":\"flat\",\"basis\":\"" basis "\",\"max_quantity\":1," \
  "\"vat_rate\":10,\"vat_included\":true,\"cycles\":[{\"months\":12,\"price\":220000}]}"
#define SERVICE(basis) \
  "{\"id\":\"hr\",\"name\":\"HRM\",\"provider\":\"VNPT\",\"category_id\":\"office\",\"plans\":" \
  "[" PLAN ("firm", "seed", "\"enterprise\"") "," PLAN ("person", basis, "\"person\"") "]}"
#define LIST(items) "{\"items\":[" items "],\"total\":1}"

static void
answer (AppFixture *f, gboolean assumed)
{
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL,
                    assumed ? LIST (ORDER ("assumed")) : LIST (ORDER ("seed")));
  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL,
                    assumed ? LIST (SUBSCRIPTION ("assumed")) : LIST (SUBSCRIPTION ("seed")));
  fake_shop_answer (f->shop, SME_OP_GET_SUBSCRIPTION, NULL,
                    assumed ? SUBSCRIPTION ("derived") : SUBSCRIPTION ("seed"));
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL,
                    assumed ? SERVICE ("assumed") : SERVICE ("seed"));
}

typedef struct
{
  GType (*type) (void);
  const char *route;
} Row;

static const Row rows[] = {
  { sme_orders_page_get_type, "orders" },
  { sme_subscriptions_page_get_type, "subscriptions" },
  { sme_subscription_page_get_type, "subscription:s1" },
  { sme_pay_together_page_get_type, "pay-together" },
  { sme_buy_page_get_type, "buy:firm?service=hr&months=12" }, /* what else a person can buy */
};

static void
check (AppFixture *f, const Row *row, gboolean assumed)
{
  SmePage *page;

  answer (f, assumed);
  page = app_fixture_show_page (f, row->type (), row->route);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  g_test_message ("%s", row->route);
  g_assert_true (app_shows (GTK_WIDGET (page), "220.000\302\240₫"));
  g_assert_cmpint (app_shows (GTK_WIDGET (page), MARK), ==, assumed);
}

static void
test_marked (AppFixture *f, gconstpointer data)
{
  fake_shop_set_signed_in (f->shop, TRUE);
  fake_shop_set_customer_type (f->shop, SME_CUSTOMER_PERSON);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      check (f, &rows[i], TRUE);
      check (f, &rows[i], FALSE);
    }
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/price-mark/a15-a70/wherever-the-price-is-shown", AppFixture, NULL,
              app_fixture_set_up, test_marked, app_fixture_tear_down);
  return g_test_run ();
}
