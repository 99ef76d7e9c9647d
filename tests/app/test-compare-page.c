/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-compare-page.h"

#include "app-fixture.h"
#include "catalog-samples.h"

#define PLAN(id, name, feature) \
  "{\"id\":\"" id "\",\"service_id\":\"s\",\"name\":\"" name "\",\"model\":\"flat\"," \
  "\"basis\":\"assumed\",\"vat_included\":true,\"features\":[\"Tốc độ ký: " feature "\"," \
  "\"Có " id "\"],\"cycles\":[{\"months\":12,\"price\":1100000}]}"
#define TWO \
  "{" SAMPLE_CARD_FIELDS \
  ",\"plans\":[" PLAN ("a", "Gói A", "01 lượt/giây") "," PLAN ("b", "Gói B", "10 lượt/giây") "]}"
#define FIVE \
  "{" SAMPLE_CARD_FIELDS ",\"plans\":[" PLAN ("a", "Gói A", "1") "," PLAN ( \
    "b", "Gói B", "2") "," PLAN ("c", "Gói C", "3") "," PLAN ("d", "Gói D", "4") "]}"

static SmePage *
show (AppFixture *f, const char *service)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, service);
  page = app_fixture_show_page (f, SME_TYPE_COMPARE_PAGE, "compare:smartca-on");
  app_run_until_state (page, SME_PAGE_CONTENT);
  return page;
}

static GtkWidget *
find_cell (GtkWidget *root, const char *spoken)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *problem = NULL;
      GtkWidget *found;

      if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_CELL &&
          (problem = gtk_test_accessible_check_property (
             GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken)) == NULL)
        return child;
      found = find_cell (child, spoken);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_table (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root)) == GTK_ACCESSIBLE_ROLE_TABLE)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_table (child);
  return found;
}

static void
test_side_by_side (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, TWO);
  GtkWidget *root = GTK_WIDGET (page);

  g_assert_true (app_shows (root, "Gói A"));
  g_assert_true (app_shows (root, "Gói B"));
  g_assert_true (app_shows (root, "Demonstration price"));
  /* Each cell says what it is of. */
  g_assert_nonnull (find_cell (root, "Gói B, Tốc độ ký: 10 lượt/giây"));
  g_assert_nonnull (find_cell (root, "Gói A, Có a: yes"));
  g_assert_nonnull (find_cell (root, "Gói B, Có a: not stated"));
  app_assert_named (root);
  app_click (root, "Buy now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('s', 'a', 12)");
}

static void
test_many (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, FIVE);
  GtkWidget *root = GTK_WIDGET (page), *fourth;

  g_assert_null (find_cell (root, "Gói D, Tốc độ ký: 4"));
  fourth = app_find (root, GTK_TYPE_TOGGLE_BUTTON, "Gói D");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fourth), TRUE);
  g_assert_nonnull (find_cell (root, "Gói D, Tốc độ ký: 4"));
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (app_find (root, GTK_TYPE_TOGGLE_BUTTON, "Gói A")), FALSE);
  g_assert_null (find_cell (root, "Gói A, Tốc độ ký: 1"));
}

static gboolean
is_laid_out (gpointer widget)
{
  return gtk_widget_get_height (widget) > 0;
}

/* Nothing of the table is cut off below: the last row is whole. */
static void
test_height (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, TWO);
  GtkWidget *button = app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Buy now");
  GtkWidget *table = find_table (GTK_WIDGET (page));
  graphene_rect_t place, all;

  app_run_until (is_laid_out, table);
  g_assert_true (gtk_widget_compute_bounds (button, table, &place));
  g_assert_true (gtk_widget_compute_bounds (table, table, &all));
  g_assert_cmpfloat (place.origin.y + place.size.height, <=, all.size.height);
  g_assert_cmpint (gtk_widget_get_height (button), >=, 24);
}

static void
test_width (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, FIVE);
  int width;

  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

static void
test_retry (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_UNREACHABLE);
  page = app_fixture_show_page (f, SME_TYPE_COMPARE_PAGE, "compare:smartca-on");
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, TWO);
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/compare-page/a15/plans-side-by-side", test_side_by_side);
  ADD ("/compare-page/of-many-plans-some-are-chosen", test_many);
  ADD ("/compare-page/no-row-is-cut-off", test_height);
  ADD ("/compare-page/fits-a-narrow-window", test_width);
  ADD ("/a82/a-failed-comparison-can-be-tried-again", test_retry);
  return g_test_run ();
}
