/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-orders-page.h"

#include "app-fixture.h"
#include "app/manage/sme-order-row.h"
#include "core/sme-enums.h"
#include "core/sme-order-query.h"
#include "manage-samples.h"

#define UNPAID SAMPLE_ORDER ("o1", "awaiting_payment", "\"pay\",\"edit\",\"cancel\"")
#define SIGNING SAMPLE_ORDER ("o2", "signing", "\"sign_contract\",\"contact_support\"")
#define CANCELLED SAMPLE_ORDER ("o3", "cancelled", "")
#define ACTIVE \
  SAMPLE_ORDER_MORE ("o4", "active", "\"view_contract\"", ",\"subscription_id\":\"s4\"")

#define PERSON(person) \
  ",\"profile\":{\"full_name\":\"" person \
  "\",\"id_type\":\"citizen_id\",\"id_number\":\"031090001234\"," \
  "\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\"," \
  "\"born_on\":\"1990-02-03\",\"sex\":\"male\",\"phone\":\"+84987654321\"," \
  "\"email\":\"binh@vidu.vn\",\"address\":{\"edition\":\"2025\"," \
  "\"province_code\":\"31\",\"commune_code\":\"11455\",\"street\":\"Khu 3\"}}"
#define DECLARED(id, person) SAMPLE_ORDER_MORE (id, "awaiting_payment", "\"pay\"", PERSON (person))

static SmePage *
show (AppFixture *f, const char *answer)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, answer);
  page = app_fixture_show_page (f, SME_TYPE_ORDERS_PAGE, "orders");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return page;
}

static GtkListBox *
get_list (SmePage *page)
{
  return GTK_LIST_BOX (app_find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, NULL));
}

static GtkWidget *
get_row (SmePage *page, int index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (page), index));
}

static void
test_rows (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID "," SIGNING "," CANCELLED, 3));
  GtkWidget *first = get_row (page, 0);

  g_assert_true (app_shows (first, "SMARTCA CÁ NHÂN CƠ BẢN"));
  g_assert_true (app_shows (first, "Order OSM-o1 · 22/11/2026 · 12 months"));
  g_assert_true (app_shows (first, "Waiting for payment"));
  g_assert_true (app_shows (first, "220.000\302\240₫"));
  gtk_test_accessible_assert_property (
    first, GTK_ACCESSIBLE_PROPERTY_LABEL,
    "SMARTCA CÁ NHÂN CƠ BẢN, Order OSM-o1 · 22/11/2026 · 12 months, Waiting for payment, "
    "220.000\302\240₫");
  g_assert_null (app_find (get_row (page, 2), GTK_TYPE_BUTTON, NULL));
  g_assert_true (app_shows (GTK_WIDGET (page), "Showing 1 to 3 of 3 results"));
  app_assert_named (GTK_WIDGET (page));
}

/* The same plan ordered for two people. */
static void
test_person (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (
    f, SAMPLE_ITEMS (DECLARED ("o1", "Nguyễn Văn An") "," DECLARED ("o2", "Trần Thị Bình"), 2));

  g_assert_true (
    app_shows (get_row (page, 0), "Order OSM-o1 · Nguyễn Văn An · 22/11/2026 · 12 months"));
  g_assert_true (app_shows (get_row (page, 1), "Order OSM-o2 · Trần Thị Bình · "));
}

static void
test_next (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID "," SIGNING "," ACTIVE, 3));

  app_click (get_row (page, 0), "Pay");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open order:o1");
  app_click (get_row (page, 1), "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o2");
  app_click (get_row (page, 2), "View contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open contract:o4");
}

static void
activate (SmePage *page, int index)
{
  g_signal_emit_by_name (get_list (page), "row-activated", get_row (page, index));
}

static void
test_row_activated (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID "," ACTIVE, 2));

  activate (page, 0);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open order:o1");
  activate (page, 1);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open subscription:s4");
}

/* An order is one live object; what is shown of it changes with it. */
static void
test_live (AppFixture *f, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (SmeRecord) order = SME_RECORD (sme_order_new ());
  GtkWidget *row;

  sme_record_set_text (order, "id", "o9");
  sme_record_set_text (order, "number", "12726");
  sme_record_set_int (order, "state", SME_ORDER_AWAITING_PAYMENT);
  sme_record_set_texts (order, "next_actions", (const char *const[]){ "pay", NULL });
  row = sme_order_row_new (SME_ORDER (order));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  app_fixture_show (f, list, 500, 200);
  g_assert_true (app_shows (row, "Waiting for payment"));
  sme_record_set_int (order, "state", SME_ORDER_SIGNING);
  sme_record_set_texts (order, "next_actions", (const char *const[]){ "sign_contract", NULL });
  app_run_idle ();
  g_assert_true (app_shows (row, "The contract is to be signed"));
  app_click (row, "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o9");
  sme_record_set_int (order, "state", SME_ORDER_CANCELLED);
  sme_record_set_texts (order, "next_actions", (const char *const[]){ NULL });
  app_run_idle ();
  g_assert_null (app_find (row, GTK_TYPE_BUTTON, NULL));
}

static gboolean
was_asked_twice (gpointer shop)
{
  return fake_shop_count (shop, SME_OP_LIST_ORDERS) == 2;
}

static gboolean
has_two_rows (gpointer page)
{
  return get_row (page, 1) != NULL;
}

static void
test_changed (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID, 1));

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS (SIGNING "," UNPAID, 2));
  /* One that is listed changes by itself; a new one has to be fetched. */
  g_signal_emit_by_name (f->shop, "changed", "order", "o1");
  g_signal_emit_by_name (f->shop, "changed", "payment", "p1");
  g_signal_emit_by_name (f->shop, "changed", "order", "o2");
  g_signal_emit_by_name (f->shop, "changed", "order", "o2");
  app_run_until (was_asked_twice, f->shop);
  app_run_until (has_two_rows, page);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_ORDERS), ==, 2);
}

/* Behind another page nothing is fetched before one comes back. */
static void
test_changed_behind (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID, 1));

  sme_page_leave (page);
  g_signal_emit_by_name (f->shop, "resync");
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_ORDERS), ==, 1);
  sme_page_enter (page);
  app_run_until (was_asked_twice, f->shop);
  app_run_idle ();
}

static gboolean
asks_for_words (gpointer shop)
{
  SmeRecord *query = fake_shop_get_query (shop, SME_OP_LIST_ORDERS);

  return g_strcmp0 (sme_record_get_text (query, "query"), "Nguyễn Văn") == 0;
}

static gboolean
found_nothing (gpointer page)
{
  return app_shows (page, "No order matches");
}

static gboolean
has_row (gpointer page)
{
  return app_find (page, GTK_TYPE_LIST_BOX, NULL) != NULL && get_row (page, 0) != NULL;
}

static GtkWidget *
get_entry (SmePage *page)
{
  return app_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static GtkDropDown *
get_filter (SmePage *page)
{
  return GTK_DROP_DOWN (app_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL));
}

static void
test_search (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID, 1));
  GtkWidget *entry = get_entry (page);

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS ("", 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Nguyễn Văn ");
  app_run_until (asks_for_words, f->shop);
  app_run_until (found_nothing, page);
  /* What was typed can still be changed, and stays when the page is loaded anew. */
  g_assert_true (gtk_widget_get_mapped (entry));
  sme_page_reload (page);
  app_run_idle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, " Nguyễn Văn ");
  g_assert_true (asks_for_words (f->shop) && found_nothing (page));
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS (UNPAID, 1));
  app_click (GTK_WIDGET (page), "Clear the filters");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  app_run_until (has_row, page);
}

static gboolean
asks_for_done (gpointer shop)
{
  SmeRecord *query = fake_shop_get_query (shop, SME_OP_LIST_ORDERS);

  return sme_record_has (query, "group") && sme_record_get_int (query, "group") == SME_ORDERS_DONE;
}

static void
test_filter (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID, 1));

  g_assert_false (sme_record_has (fake_shop_get_query (f->shop, SME_OP_LIST_ORDERS), "group"));
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS ("", 0));
  gtk_drop_down_set_selected (get_filter (page), 3);
  app_run_until (asks_for_done, f->shop);
  app_run_until (found_nothing, page);
  gtk_drop_down_set_selected (get_filter (page), 0);
  g_assert_false (sme_record_has (fake_shop_get_query (f->shop, SME_OP_LIST_ORDERS), "group"));
  app_run_idle ();
}

static gboolean
asks_by_name (gpointer shop)
{
  return sme_record_get_int (fake_shop_get_query (shop, SME_OP_LIST_ORDERS), "sort") ==
         SME_ORDERS_BY_NAME;
}

/* The server sorts: what is shown is a page of it. */
static void
test_sort (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID "," SIGNING, 2));
  GtkWidget *sort = gtk_widget_get_next_sibling (GTK_WIDGET (get_filter (page)));

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (sort))), ==,
                    3);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sort), 1);
  app_run_until (asks_by_name, f->shop);
  app_run_idle ();
}

static gboolean
has_one_row (gpointer page)
{
  return has_row (page) && get_row (page, 1) == NULL;
}

/* Without a server one looks through what came before. */
static void
test_offline (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (
    f, SAMPLE_ITEMS (DECLARED ("o1", "Nguyễn Văn An") "," DECLARED ("o2", "Trần Thị Bình"), 2));

  fake_shop_refuse (f->shop, SME_OP_LIST_ORDERS, SME_PROBLEM_UNREACHABLE);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (page)), "tran thi");
  app_run_until (has_one_row, page);
  g_assert_true (app_shows (get_row (page, 0), "Trần Thị Bình"));
  gtk_drop_down_set_selected (get_filter (page), 4);
  app_run_until (found_nothing, page);
  app_click (GTK_WIDGET (page), "Clear the filters");
  app_run_until (has_two_rows, page);
}

static gboolean
offers_to_pay_several (gpointer page)
{
  return app_find (page, GTK_TYPE_BUTTON, "Pay several orders together") != NULL;
}

static void
pay (SmeRecord *order)
{
  sme_record_set_int (order, "state", SME_ORDER_SIGNING);
  sme_record_set_texts (order, "next_actions", (const char *const[]){ "sign_contract", NULL });
}

/* A joint payment changes orders that stay in the list. */
static void
test_paid_together (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (DECLARED ("o1", "An") "," DECLARED ("o2", "Bình"), 2));
  SmeOrderRow *row = SME_ORDER_ROW (get_row (page, 0));

  g_assert_true (offers_to_pay_several (page));
  pay (SME_RECORD (sme_order_row_get_order (row)));
  app_run_idle ();
  g_assert_false (offers_to_pay_several (page));
}

/* An order that is done leaves those that are to be done. */
static void
test_leaves_its_group (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (UNPAID "," SIGNING, 2));
  SmeRecord *order;

  gtk_drop_down_set_selected (get_filter (page), 1);
  app_run_idle ();
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS (SIGNING, 1));
  order = SME_RECORD (sme_order_row_get_order (SME_ORDER_ROW (get_row (page, 0))));
  sme_record_set_int (order, "state", SME_ORDER_CANCELLED);
  app_run_until (has_one_row, page);
}

static void
test_more (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS_AND_MORE (UNPAID, 2, "c1"));

  g_assert_true (app_shows (GTK_WIDGET (page), "Showing 1 to 1 of 2 results"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_ORDERS), ==, 1);
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS (SIGNING, 2));
  app_click (GTK_WIDGET (page), "Show more");
  app_run_until (has_two_rows, page);
  g_assert_cmpstr (sme_record_get_text (fake_shop_get_query (f->shop, SME_OP_LIST_ORDERS), "after"),
                   ==, "c1");
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (page), "Showing 1 to 2 of 2 results"));
  g_assert_null (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show more"));
}

static void
test_empty (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS ("", 0));
  page = app_fixture_show_page (f, SME_TYPE_ORDERS_PAGE, "orders");
  app_run_until_state (page, SME_PAGE_EMPTY);
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Look at the services");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open categories");
}

static void
test_error (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_LIST_ORDERS, SME_PROBLEM_UNREACHABLE);
  page = app_fixture_show_page (f, SME_TYPE_ORDERS_PAGE, "orders");
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_ITEMS (UNPAID, 1));
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

static void
test_narrow (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (SIGNING, 1));
  int minimum;

  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/orders-page/says-what-when-how-much-and-where-it-stands", test_rows);
  ADD ("/orders-page/says-whom-it-is-for", test_person);
  ADD ("/orders-page/each-has-its-next-step", test_next);
  ADD ("/orders-page/a-row-leads-to-its-order-or-subscription", test_row_activated);
  ADD ("/order-row/follows-its-order", test_live);
  ADD ("/orders-page/fetches-new-orders-once", test_changed);
  ADD ("/orders-page/waits-behind-another-page", test_changed_behind);
  ADD ("/a70/orders/search", test_search);
  ADD ("/a70/orders/filter", test_filter);
  ADD ("/a70/orders/sort", test_sort);
  ADD ("/a70/orders/looks-through-what-is-there-without-a-server", test_offline);
  ADD ("/orders-page/what-is-paid-is-not-offered-to-be-paid", test_paid_together);
  ADD ("/a70/orders/leave-a-group-they-do-not-belong-to", test_leaves_its_group);
  ADD ("/orders-page/shows-more-when-asked", test_more);
  ADD ("/orders-page/empty-leads-to-the-services", test_empty);
  ADD ("/a82/orders-can-be-tried-again", test_error);
  ADD ("/orders-page/is-usable-at-360-pixels", test_narrow);
  return g_test_run ();
}
