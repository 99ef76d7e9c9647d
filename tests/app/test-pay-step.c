/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the review of an order to the code that is scanned. */
#include "account-fixture.h"
#include "app/order/sme-order-page.h"
#include "app/order/sme-qr-code.h"

#define ORDER_MORE(state, more) \
  "{\"id\":\"o1\",\"number\":\"12726\",\"state\":\"" state "\",\"next_actions\":[\"pay\"]," \
  "\"created_at\":\"2026-11-22T03:15:00Z\",\"terms_version\":\"2026-11\"," \
  "\"plan\":{\"id\":\"basic\",\"name\":\"SMARTCA\",\"model\":\"flat\",\"basis\":\"seed\"}," \
  "\"quote\":{\"plan_id\":\"basic\",\"cycle_months\":12,\"quantity\":1,\"net\":200000," \
  "\"vat_rate\":10,\"vat\":20000,\"total\":220000}," \
  "\"profile\":{\"full_name\":\"Nguyễn Thị Lan\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031186004567\",\"id_issued_on\":\"2022-05-10\"," \
  "\"id_issued_by\":\"Bộ Công an\",\"born_on\":\"1986-02-03\",\"sex\":\"female\"," \
  "\"phone\":\"+84912345678\",\"email\":\"lan@vidu.vn\",\"address\":{\"edition\":\"2025\"," \
  "\"province_code\":\"31\",\"commune_code\":\"11455\",\"street\":\"Khu 3\",\"line\":\"Khu " \
  "3\"}}" more "}"
#define ORDER(state) ORDER_MORE (state, "")
#define PAYMENT \
  "{\"id\":\"p1\",\"order_id\":\"o1\",\"order_ids\":[\"o1\"],\"state\":\"pending\"," \
  "\"method\":\"vietqr\",\"amount\":220000,\"received\":0," \
  "\"created_at\":\"2026-11-22T03:15:00Z\",\"server_time\":\"2026-11-22T03:15:00Z\"," \
  "\"expires_at\":\"2026-11-22T03:30:00Z\",\"vietqr\":{\"payload\":\"00020101\"," \
  "\"bank_bin\":\"970499\",\"account\":\"0000000000\",\"account_name\":\"BIEN XANH\"," \
  "\"bank_name\":\"Ngân hàng trình diễn\",\"reference\":\"OSM12726\"}}"

static SmePage *
show (AccountFixture *f)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply_always (f->server, "GET /v1/orders/o1", (TestReply){ 200, ORDER ("declared") });
  test_server_reply_always (f->server, "POST /v1/orders/o1/payments", (TestReply){ 201, PAYMENT });
  test_server_reply_always (f->server, "GET /v1/payments/p1", (TestReply){ 200, PAYMENT });
  page = app_fixture_show_page (&f->app, SME_TYPE_ORDER_PAGE, "order:o1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return page;
}

static GtkWidget *
find_agree (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget) &&
      g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)),
                 "I have read and agree to the terms of service") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_agree (child);
  return found;
}

static GtkAdjustment *
get_scroll (GtkWidget *inside)
{
  return gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (inside, GTK_TYPE_SCROLLED_WINDOW)));
}

static gboolean
has_end (gpointer scroll)
{
  return gtk_adjustment_get_upper (scroll) > gtk_adjustment_get_page_size (scroll) + 100;
}

static gboolean
has_code (gpointer page)
{
  return app_find (page, SME_TYPE_QR_CODE, NULL) != NULL;
}

/* Who has come to the end of the review to pay sees the sum and the code, not what is below. */
static void
test_top (AccountFixture *f, gconstpointer data)
{
  SmePage *page = show (f);
  GtkWidget *root = GTK_WIDGET (page), *agree = find_agree (root);
  GtkAdjustment *scroll;
  graphene_rect_t bounds;

  g_assert_nonnull (agree);
  scroll = get_scroll (agree);
  app_run_until (has_end, scroll);
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), >, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (agree), TRUE);
  app_click (root, "Pay");
  app_run_until (has_code, page);
  app_run_idle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
  g_assert_true (gtk_widget_has_focus (app_find (root, SME_TYPE_QR_CODE, NULL)));
  g_assert_true (
    gtk_widget_compute_bounds (app_find (root, SME_TYPE_QR_CODE, NULL), root, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, (float) gtk_widget_get_height (root));
}

#define PART \
  "{\"id\":\"p0\",\"order_id\":\"o1\",\"order_ids\":[\"o1\"],\"state\":\"underpaid\"," \
  "\"method\":\"vietqr\",\"amount\":220000,\"received\":50000," \
  "\"created_at\":\"2026-11-22T03:10:00Z\"}"
#define PART_PAID ORDER_MORE ("awaiting_payment", ",\"payments\":[" PART "]")

static gboolean
offers_another_way (gpointer page)
{
  return app_find (page, GTK_TYPE_BUTTON, "Pay in another way") != NULL;
}

/* What came for the payment that is left goes back, which is said before another one is begun. */
static void
test_says_what_goes_back (AccountFixture *f, gconstpointer data)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply_always (f->server, "GET /v1/orders/o1", (TestReply){ 200, PART_PAID });
  test_server_reply_always (f->server, "GET /v1/payments/p0", (TestReply){ 200, PART });
  page = app_fixture_show_page (&f->app, SME_TYPE_ORDER_PAGE, "order:o1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_until (offers_another_way, page);
  app_click (GTK_WIDGET (page), "Pay in another way");
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (page), "50.000\302\240₫ has come already"));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/a32/the-payment-opens-at-its-top", AccountFixture, NULL, account_fixture_set_up,
              test_top, account_fixture_tear_down);
  g_test_add ("/a33/says-what-goes-back-of-a-payment-that-is-left", AccountFixture, NULL,
              account_fixture_set_up, test_says_what_goes_back, account_fixture_tear_down);
  return g_test_run ();
}
