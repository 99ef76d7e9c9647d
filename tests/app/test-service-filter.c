/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-filter.h"

#include "app-fixture.h"
#include "catalog-samples.h"
#include "core/sme-enums.h"
#include "core/sme-service-query.h"

static SmeRecord *
get_query (SmeServiceFilter *filter)
{
  SmeRecord *query = SME_RECORD (sme_service_query_new ());

  sme_service_filter_apply (filter, query);
  return query;
}

static void
count (guint *n)
{
  (*n)++;
}

static SmeServiceFilter *
show (AppFixture *f, gboolean typed, int width)
{
  GtkWidget *filter = g_object_new (SME_TYPE_SERVICE_FILTER, "typed", typed, NULL);

  app_fixture_show (f, filter, width, 400);
  return SME_SERVICE_FILTER (filter);
}

static gboolean
begins_with (GtkWidget *drop_down, const char *first)
{
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

  return names != NULL &&
         g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), 0), first);
}

static GtkWidget *
find_drop_down (GtkWidget *root, const char *first)
{
  GtkWidget *found = NULL;

  if (GTK_IS_DROP_DOWN (root))
    return begins_with (root, first) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child, first);
  return found;
}

static void
choose (SmeServiceFilter *filter, const char *first, guint position)
{
  GtkWidget *drop_down = find_drop_down (GTK_WIDGET (filter), first);

  g_assert_nonnull (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
}

static void
test_nothing_chosen (AppFixture *f, gconstpointer data)
{
  SmeServiceFilter *filter = show (f, TRUE, 1000);
  g_autoptr (SmeRecord) query = get_query (filter);

  g_assert_false (sme_service_filter_is_narrowing (filter));
  g_assert_false (sme_record_has (query, "customer_type"));
  g_assert_false (sme_record_has (query, "price_max"));
  g_assert_false (sme_record_has (query, "free_trial"));
  g_assert_false (sme_record_has (query, "sort"));
  app_assert_named (GTK_WIDGET (filter));
}

static void
test_chosen (AppFixture *f, gconstpointer data)
{
  SmeServiceFilter *filter = show (f, FALSE, 1000);
  g_autoptr (SmeRecord) query = NULL;
  guint n = 0;

  g_signal_connect_swapped (filter, "changed", G_CALLBACK (count), &n);
  choose (filter, "For everybody", 2);
  choose (filter, "Any price", 3);
  choose (filter, "Most liked first", 3);
  g_assert_cmpuint (n, ==, 3);
  query = get_query (filter);
  g_assert_cmpint (sme_record_get_int (query, "customer_type"), ==, SME_CUSTOMER_HOUSEHOLD);
  g_assert_cmpint (sme_record_get_int (query, "price_min"), ==, 100000);
  g_assert_cmpint (sme_record_get_int (query, "price_max"), ==, 500000);
  g_assert_cmpint (sme_record_get_int (query, "sort"), ==, SME_SORT_PRICE_DESC);
  g_assert_true (app_shows (GTK_WIDGET (filter), "Filters (2)"));
  app_click (GTK_WIDGET (filter), "Clear filters");
  /* All at once, and the order is no filter. */
  g_assert_cmpuint (n, ==, 4);
  g_assert_false (sme_service_filter_is_narrowing (filter));
  g_clear_object (&query);
  query = get_query (filter);
  g_assert_false (sme_record_has (query, "price_min"));
  g_assert_cmpint (sme_record_get_int (query, "sort"), ==, SME_SORT_PRICE_DESC);
}

/* Amounts are by the month, and the row that says "Free" asks for nothing that costs. */
static void
test_prices (AppFixture *f, gconstpointer data)
{
  SmeServiceFilter *filter = show (f, FALSE, 1000);
  GtkWidget *prices = find_drop_down (GTK_WIDGET (filter), "Any price");
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (prices));
  g_autoptr (SmeRecord) query = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 6);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 1), ==, "Free");
  for (guint i = 2; i < g_list_model_get_n_items (names); i++)
    g_assert_true (
      g_str_has_suffix (gtk_string_list_get_string (GTK_STRING_LIST (names), i), " per month"));
  choose (filter, "Any price", 1);
  query = get_query (filter);
  g_assert_true (sme_record_has (query, "price_max"));
  g_assert_cmpint (sme_record_get_int (query, "price_max"), ==, 0);
  g_assert_false (sme_record_has (query, "price_min"));
}

static gboolean
offers_categories (gpointer filter)
{
  return find_drop_down (filter, "All categories") != NULL;
}

static void
test_categories (AppFixture *f, gconstpointer data)
{
  SmeServiceFilter *filter = show (f, FALSE, 1000);
  g_autoptr (SmeRecord) query = NULL;

  fake_shop_answer (f->shop, SME_OP_LIST_CATEGORIES, NULL,
                    SAMPLE_LIST ("{\"id\":\"health\",\"name\":\"Y tế số\",\"services\":3}", 1));
  sme_service_filter_load_categories (filter, SME_CALLER (f->shop), NULL);
  app_run_until (offers_categories, filter);
  choose (filter, "All categories", 1);
  query = get_query (filter);
  g_assert_cmpstr (sme_record_get_text (query, "category"), ==, "health");
}

/* Folded where they would take the room of what they filter, and their number is said. */
static void
test_narrow (AppFixture *f, gconstpointer data)
{
  SmeServiceFilter *filter = show (f, TRUE, 360);
  GtkWidget *fold = app_find (GTK_WIDGET (filter), GTK_TYPE_TOGGLE_BUTTON, NULL);

  g_assert_null (app_find (GTK_WIDGET (filter), GTK_TYPE_TOGGLE_BUTTON, "Free to try"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fold), TRUE);
  app_run_idle ();
  g_assert_nonnull (app_find (GTK_WIDGET (filter), GTK_TYPE_TOGGLE_BUTTON, "Free to try"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (filter)), <=, 360);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/service-filter/nothing-chosen-asks-for-everything", test_nothing_chosen);
  ADD ("/service-filter/asks-for-what-is-chosen", test_chosen);
  ADD ("/service-filter/prices-are-per-month", test_prices);
  ADD ("/service-filter/categories-come-from-the-shop", test_categories);
  ADD ("/service-filter/folded-in-a-narrow-window", test_narrow);
  return g_test_run ();
}
