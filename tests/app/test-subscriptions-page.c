/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-subscriptions-page.h"

#include "app-fixture.h"
#include "core/sme-enums.h"
#include "manage-samples.h"

#define PENDING SAMPLE_SUBSCRIPTION ("s1", "pending", "\"sign_contract\",\"contact_support\"")
#define ACTIVE \
  SAMPLE_SUBSCRIPTION_MORE ("s2", "active", "\"view_contract\"", \
                            ",\"starts_on\":\"2026-11-22\",\"ends_on\":\"2027-11-22\"")

#define ON_TRIAL \
  SAMPLE_SUBSCRIPTION_MORE ("s4", "active", "\"view_contract\"", \
                            ",\"starts_on\":\"2026-11-22\",\"trial_ends_on\":\"2026-12-06\"," \
                            "\"ends_on\":\"2027-12-06\"")

static SmePage *
show (AppFixture *f, const char *answer)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, answer);
  page = app_fixture_show_page (f, SME_TYPE_SUBSCRIPTIONS_PAGE, "subscriptions");
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
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING "," ACTIVE, 2));
  GtkWidget *row = get_row (page, 1);

  g_assert_true (app_shows (row, "Gói s2"));
  g_assert_true (app_shows (row, "Ký số từ xa - VNPT SmartCA ON"));
  g_assert_true (app_shows (row, "In use"));
  g_assert_true (app_shows (row, "22/11/2026 – 22/11/2027"));
  g_assert_true (app_shows (row, "220.000\302\240₫"));
  g_assert_true (app_shows (row, "12 months"));
  g_assert_true (app_shows (get_row (page, 0), "Begins when the certificate is issued"));
  app_assert_named (GTK_WIDGET (page));
}

static void
test_trial (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (ON_TRIAL, 1));

  g_assert_true (
    app_shows (get_row (page, 0), "22/11/2026 – 06/12/2027 (free trial until 06/12/2026)"));
}

static void
test_complete (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING "," ACTIVE, 2));

  app_click (get_row (page, 0), "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:order-s1");
  g_assert_null (app_find (get_row (page, 1), GTK_TYPE_BUTTON, NULL));
}

static void
test_row_activated (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING, 1));

  g_signal_emit_by_name (get_list (page), "row-activated", get_row (page, 0));
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open subscription:s1");
}

static gboolean
asks_for_words (gpointer shop)
{
  SmeRecord *query = fake_shop_get_query (shop, SME_OP_LIST_SUBSCRIPTIONS);

  return g_strcmp0 (sme_record_get_text (query, "query"), "smartca") == 0;
}

static gboolean
found_nothing (gpointer page)
{
  return app_shows (page, "Nothing found");
}

static gboolean
has_row (gpointer page)
{
  return app_find (page, GTK_TYPE_LIST_BOX, NULL) != NULL && get_row (page, 0) != NULL;
}

static void
test_search (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING, 1));
  GtkWidget *entry = app_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);

  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SAMPLE_ITEMS ("", 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), " smartca ");
  app_run_until (asks_for_words, f->shop);
  app_run_until (found_nothing, page);
  /* What was typed can still be changed. */
  g_assert_true (gtk_widget_get_mapped (entry));
  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SAMPLE_ITEMS (PENDING, 1));
  app_click (GTK_WIDGET (page), "Show all");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  app_run_until (has_row, page);
}

static gboolean
asks_for_expired (gpointer shop)
{
  SmeRecord *query = fake_shop_get_query (shop, SME_OP_LIST_SUBSCRIPTIONS);

  return sme_record_has (query, "state") &&
         sme_record_get_int (query, "state") == SME_SUBSCRIPTION_EXPIRED;
}

static void
test_filter (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING "," ACTIVE, 2));
  GtkWidget *filter = app_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL);

  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SAMPLE_ITEMS ("", 0));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), 4);
  app_run_until (asks_for_expired, f->shop);
  app_run_until (found_nothing, page);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), 0);
  g_assert_false (
    sme_record_has (fake_shop_get_query (f->shop, SME_OP_LIST_SUBSCRIPTIONS), "state"));
  app_run_idle ();
}

static gboolean
asks_by_end (gpointer shop)
{
  return sme_record_get_int (fake_shop_get_query (shop, SME_OP_LIST_SUBSCRIPTIONS), "sort") ==
         SME_SUBSCRIPTIONS_BY_END;
}

static gboolean
is_sort_order (GtkWidget *drop_down)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

  return g_list_model_get_n_items (model) == 4;
}

/* The server sorts: what is shown is a page of it. */
static void
test_sort (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING "," ACTIVE, 2));
  GtkWidget *first = app_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL);
  GtkWidget *sort = gtk_widget_get_next_sibling (first);

  g_assert_true (GTK_IS_DROP_DOWN (sort) && is_sort_order (sort));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sort), 1);
  app_run_until (asks_by_end, f->shop);
  app_run_idle ();
}

static void
test_empty (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SAMPLE_ITEMS ("", 0));
  page = app_fixture_show_page (f, SME_TYPE_SUBSCRIPTIONS_PAGE, "subscriptions");
  app_run_until_state (page, SME_PAGE_EMPTY);
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (page), "No subscriptions yet"));
}

static void
test_error (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_LIST_SUBSCRIPTIONS, SME_PROBLEM_TIMED_OUT);
  page = app_fixture_show_page (f, SME_TYPE_SUBSCRIPTIONS_PAGE, "subscriptions");
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_LIST_SUBSCRIPTIONS, NULL, SAMPLE_ITEMS (PENDING, 1));
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

static gboolean
was_asked_twice (gpointer shop)
{
  return fake_shop_count (shop, SME_OP_LIST_SUBSCRIPTIONS) == 2;
}

/* A paid order becomes a subscription while one looks. */
static void
test_changed (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING, 1));

  g_signal_emit_by_name (f->shop, "changed", "order", "order-s1");
  g_signal_emit_by_name (f->shop, "changed", "order", "order-s2");
  app_run_until (was_asked_twice, f->shop);
  sme_page_leave (page);
  app_run_idle ();
}

static void
test_narrow (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_ITEMS (PENDING, 1));
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
  ADD ("/a70/list-says-service-plan-state-time-cycle-price", test_rows);
  ADD ("/a70/a-row-says-until-when-the-trial-is", test_trial);
  ADD ("/a47/complete-the-contract-resumes-the-signing", test_complete);
  ADD ("/a70/a-row-leads-to-the-details", test_row_activated);
  ADD ("/a70/search", test_search);
  ADD ("/a70/filter", test_filter);
  ADD ("/a70/sort", test_sort);
  ADD ("/subscriptions-page/empty-says-what-comes-here", test_empty);
  ADD ("/a82/subscriptions-can-be-tried-again", test_error);
  ADD ("/subscriptions-page/fetches-new-ones", test_changed);
  ADD ("/subscriptions-page/is-usable-at-360-pixels", test_narrow);
  return g_test_run ();
}
