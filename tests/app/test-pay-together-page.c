/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several orders by one payment. */
#include "app/order/sme-pay-together-page.h"

#include "app-fixture.h"
#include "manage-samples.h"

#include <string.h>

#define PAYMENT(id, state, method, more) \
  "{\"id\":\"" id "\",\"order_id\":\"o1\",\"order_ids\":[\"o1\"],\"state\":\"" state \
  "\",\"method\":\"" method "\",\"amount\":220000,\"received\":0," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"" more "}"
#define UNPAID(id) \
  SAMPLE_ORDER_MORE (id, "awaiting_payment", "\"pay\",\"cancel\"", ",\"terms_version\":\"2026-11\"")

#define PERSON(person) \
  ",\"profile\":{\"full_name\":\"" person \
  "\",\"id_type\":\"citizen_id\",\"id_number\":\"031090001234\"," \
  "\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\"," \
  "\"born_on\":\"1990-02-03\",\"sex\":\"male\",\"phone\":\"+84987654321\"," \
  "\"email\":\"binh@vidu.vn\",\"address\":{\"edition\":\"2025\"," \
  "\"province_code\":\"31\",\"commune_code\":\"11455\",\"street\":\"Khu 3\"}}"
#define DECLARED(id, person) \
  SAMPLE_ORDER_MORE (id, "awaiting_payment", "\"pay\"", \
                     ",\"terms_version\":\"2026-11\"" PERSON (person))

static GtkWidget *
find_check (GtkWidget *root, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (root) &&
      g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_pays_several (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *pay, *agree, *check;
  const char *const *ids;

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL,
                    SAMPLE_ITEMS (UNPAID ("o1") "," UNPAID ("o2") "," UNPAID ("o3"), 3));
  fake_shop_answer (f->shop, SME_OP_CREATE_JOINT_PAYMENT, NULL,
                    PAYMENT ("p1", "pending", "vietqr", ""));
  page = app_fixture_show_page (f, SME_TYPE_PAY_TOGETHER_PAGE, "pay-together");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (page), "3 orders, 660.000"));
  pay = app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Pay");
  /* Not without the terms. */
  g_assert_false (gtk_widget_get_sensitive (pay));
  agree = find_check (GTK_WIDGET (page), "I have read and agree to the terms of service");
  g_assert_nonnull (agree);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (agree)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (agree), TRUE);
  check = app_find (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (app_shows (GTK_WIDGET (page), "2 orders, 440.000"));
  app_assert_named (GTK_WIDGET (page));
  app_click (GTK_WIDGET (page), "Pay");
  app_run_idle ();
  ids =
    sme_record_get_texts (fake_shop_get_body (f->shop, SME_OP_CREATE_JOINT_PAYMENT), "order_ids");
  g_assert_cmpuint (g_strv_length ((GStrv) ids), ==, 2);
  g_assert_true (app_shows (GTK_WIDGET (page), "Waiting for the transfer."));
}

static gboolean
is_scrollable (gpointer scroll)
{
  return gtk_adjustment_get_upper (scroll) > gtk_adjustment_get_page_size (scroll) + 100;
}

/* Who has come to the end of the review to pay sees the sum and the code. */
static void
test_top (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *root, *agree;
  GtkAdjustment *scroll;

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL,
                    SAMPLE_ITEMS (UNPAID ("o1") "," UNPAID ("o2"), 2));
  fake_shop_answer (f->shop, SME_OP_CREATE_JOINT_PAYMENT, NULL,
                    PAYMENT ("p1", "pending", "vietqr", ""));
  page = app_fixture_show_page (f, SME_TYPE_PAY_TOGETHER_PAGE, "pay-together");
  root = GTK_WIDGET (page);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  agree = find_check (root, "I have read and agree to the terms of service");
  scroll = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (agree, GTK_TYPE_SCROLLED_WINDOW)));
  app_run_until (is_scrollable, scroll);
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (agree), TRUE);
  app_click (root, "Pay");
  app_run_idle ();
  g_assert_true (app_shows (root, "Waiting for the transfer."));
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
}

/* The same plan ordered for two people. */
static void
test_says_whom_for (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (
    f->shop, SME_OP_LIST_ORDERS, NULL,
    SAMPLE_ITEMS (DECLARED ("o1", "Nguyễn Văn An") "," DECLARED ("o2", "Trần Thị Bình"), 2));
  page = app_fixture_show_page (f, SME_TYPE_PAY_TOGETHER_PAGE, "pay-together");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (page), "Order OSM-o1 · Nguyễn Văn An"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Order OSM-o2 · Trần Thị Bình"));
  gtk_test_accessible_assert_property (app_find (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Order OSM-o1 · Nguyễn Văn An");
}

#define PART(state, received) \
  "{\"id\":\"p0\",\"order_id\":\"o1\",\"order_ids\":[\"o1\",\"o2\"],\"state\":\"" state \
  "\",\"method\":\"vietqr\",\"amount\":440000,\"received\":" received "," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"}"
#define PART_PAID(id) \
  SAMPLE_ORDER_MORE ( \
    id, "awaiting_payment", "\"pay\",\"cancel\"", \
    ",\"terms_version\":\"2026-11\",\"payments\":[" PART ("underpaid", "100000") "]")

static GtkWidget *
pay_another_way (AppFixture *f, const char *answer)
{
  SmePage *page;
  GtkWidget *root, *agree;

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL,
                    SAMPLE_ITEMS (PART_PAID ("o1") "," PART_PAID ("o2"), 2));
  fake_shop_answer (f->shop, SME_OP_CREATE_JOINT_PAYMENT, NULL, answer);
  page = app_fixture_show_page (f, SME_TYPE_PAY_TOGETHER_PAGE, "pay-together");
  root = GTK_WIDGET (page);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  /* One payment for both counts once. */
  g_assert_true (app_shows (root, "100.000\302\240₫ has come already"));
  agree = find_check (root, "I have read and agree to the terms of service");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (agree), TRUE);
  app_click (root, "Pay");
  app_run_idle ();
  return root;
}

/* What came for the payment that is left is not passed over, neither before nor after. */
static void
test_says_what_goes_back (AppFixture *f, gconstpointer data)
{
  GtkWidget *root = pay_another_way (f, PAYMENT ("p1", "pending", "gateway", ""));

  g_assert_true (app_shows (root, "100.000\302\240₫ had come for the earlier payment."));
}

/* The same payment goes on, and nothing goes back. */
static void
test_says_what_stays (AppFixture *f, gconstpointer data)
{
  GtkWidget *root = pay_another_way (f, PART ("underpaid", "100000"));

  g_assert_true (app_shows (root, "100.000\302\240₫ has arrived"));
  g_assert_false (app_shows (root, "had come for the earlier payment"));
}

/* With settings, where the awaited orders stand. */
static void
use_settings (AppFixture *f)
{
  g_autoptr (GSettings) settings = g_settings_new ("vn.onesme.Desktop");

  g_settings_reset (settings, "awaited-orders");
  g_object_unref (f->context);
  f->context = sme_context_new (settings);
  sme_context_set_shop (f->context, fake_shop_as_shop (f->shop));
}

static guint
count_awaited (AppFixture *f)
{
  g_auto (GStrv) ids =
    g_settings_get_strv (sme_context_get_settings (f->context), "awaited-orders");

  return g_strv_length (ids);
}

#define JOINT(state) \
  "{\"id\":\"p1\",\"order_id\":\"o1\",\"order_ids\":[\"o1\",\"o2\"],\"state\":\"" state \
  "\",\"method\":\"vietqr\",\"amount\":440000,\"received\":0," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"}"

/* All orders of one payment are heard of when the money comes while the program is closed, and when
 * it comes while the page is there, the contract follows by itself. */
static void
test_several_go_on (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  use_settings (f);
  fake_shop_answer (f->shop, SME_OP_GET_PAYMENT, "p1", JOINT ("pending"));
  page = app_fixture_show_page (f, SME_TYPE_PAY_TOGETHER_PAGE, "pay-together?payment=p1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpuint (count_awaited (f), ==, 2);
  g_assert_cmpuint (f->actions->len, ==, 0);
  fake_shop_answer (f->shop, SME_OP_GET_PAYMENT, "p1", JOINT ("succeeded"));
  page = app_fixture_show_page (f, SME_TYPE_PAY_TOGETHER_PAGE, "pay-together?payment=p1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpuint (count_awaited (f), ==, 0);
  g_assert_cmpuint (f->actions->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (f->actions, 0), "2 contracts are to be signed"));
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace order:o1");
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/a33/payments/pays-several-orders", test_pays_several);
  ADD ("/a33/payments/says-whom-each-order-is-for", test_says_whom_for);
  ADD ("/a33/payments/several-orders-go-on-to-the-contract", test_several_go_on);
  ADD ("/a33/payments/says-what-goes-back", test_says_what_goes_back);
  ADD ("/a33/payments/says-what-stays", test_says_what_stays);
  ADD ("/a32/a-joint-payment-opens-at-its-top", test_top);
  return g_test_run ();
}
