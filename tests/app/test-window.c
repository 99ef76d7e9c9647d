/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-window.h"

#include "app/sme-sidebar.h"

#include "app-fixture.h"
#include "catalog-samples.h"

typedef struct
{
  FakeShop *shop;
  SmeContext *context;
  SmeWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->shop = fake_shop_new ();
  f->context = sme_context_new (NULL);
  sme_context_set_shop (f->context, fake_shop_as_shop (f->shop));
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_FOUND, 1));
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
  f->window = sme_window_new (NULL, f->context);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  sme_window_open (f->window, "home");
  app_run_until_state (sme_window_get_page (f->window), SME_PAGE_CONTENT);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  app_run_until (is_gone, &f->window);
  g_object_add_weak_pointer (G_OBJECT (f->context), (gpointer *) &f->context);
  g_object_unref (f->context);
  app_run_until (is_gone, &f->context);
  g_assert_finalize_object (f->shop);
}

static const char *
front (Fixture *f)
{
  return sme_route_get_text (sme_page_get_route (sme_window_get_page (f->window)));
}

static gboolean
is_searching (gpointer data)
{
  return g_str_has_prefix (front (data), "search");
}

static void
type (Fixture *f, const char *text)
{
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.search", NULL);
  entry = app_find (GTK_WIDGET (f->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  app_run_until (is_searching, f);
}

static void
test_search (Fixture *f, gconstpointer data)
{
  SmePage *home = sme_window_get_page (f->window);
  GtkWidget *entry;

  type (f, "ky so");
  g_assert_cmpstr (front (f), ==, "search?q=ky%20so");
  app_run_until_state (sme_window_get_page (f->window), SME_PAGE_CONTENT);
  entry = app_find (GTK_WIDGET (f->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_true (sme_window_get_page (f->window) == home);
  g_assert_null (app_find (GTK_WIDGET (f->window), GTK_TYPE_SEARCH_ENTRY, NULL));
}

static void
test_search_kept (Fixture *f, gconstpointer data)
{
  GtkWidget *entry;

  type (f, "ky so");
  sme_window_open (f->window, "service:231");
  g_assert_null (app_find (GTK_WIDGET (f->window), GTK_TYPE_SEARCH_ENTRY, NULL));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.back", NULL);
  entry = app_find (GTK_WIDGET (f->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "ky so");
}

static void
test_account (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  g_assert_nonnull (app_find (window, GTK_TYPE_BUTTON, "Sign in"));
  g_assert_nonnull (app_find (window, GTK_TYPE_BUTTON, "Register"));
  fake_shop_set_signed_in (f->shop, TRUE);
  app_run_idle ();
  g_assert_null (app_find (window, GTK_TYPE_BUTTON, "Sign in"));
  g_assert_true (app_shows (window, "Nguyễn Thị Lan"));
}

static void
test_lines (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  g_assert_false (app_shows (window, "Demonstration on this computer"));
  g_assert_false (app_shows (window, "No connection"));
  fake_shop_set_online (f->shop, FALSE);
  g_assert_true (app_shows (window, "No connection to the server. What you enter is kept."));
  fake_shop_set_online (f->shop, TRUE);
  g_assert_false (app_shows (window, "No connection"));
}

static void
test_problem (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);
  guint asked = fake_shop_count (f->shop, SME_OP_LIST_SERVICES);
  g_autoptr (GError) problem = NULL;

  sme_problem_set (&problem, SME_PROBLEM_INSECURE, NULL);
  sme_window_show_problem (f->window, problem);
  app_run_idle ();
  g_assert_true (app_shows (window, "The connection is not safe"));
  g_assert_nonnull (app_find (window, GTK_TYPE_BUTTON, "Preferences"));
  sme_window_show_problem (f->window, NULL);
  app_run_idle ();
  g_assert_false (app_shows (window, "The connection is not safe"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_SERVICES), ==, asked + 1);
}

static void
test_nowhere (Fixture *f, gconstpointer data)
{
  sme_window_open (f->window, "nowhere:1");
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (f->window), "This link leads nowhere"));
  g_assert_cmpstr (front (f), ==, "home");
}

static void
test_names (Fixture *f, gconstpointer data)
{
  app_assert_named (GTK_WIDGET (f->window));
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  int minimum, minimum_height;

  gtk_widget_measure (GTK_WIDGET (f->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (f->window), GTK_ORIENTATION_VERTICAL, 360, &minimum_height, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (minimum_height, <=, 640);
}

static AdwLeaflet *
get_leaflet (Fixture *f)
{
  return ADW_LEAFLET (app_find (GTK_WIDGET (f->window), ADW_TYPE_LEAFLET, NULL));
}

static gboolean
is_folded (gpointer data)
{
  return adw_leaflet_get_folded (get_leaflet (data));
}

static gboolean
has_narrow_sidebar (gpointer data)
{
  GtkWidget *sidebar = app_find (GTK_WIDGET (((Fixture *) data)->window), SME_TYPE_SIDEBAR, NULL);

  return !is_folded (data) && sidebar != NULL && gtk_widget_get_width (sidebar) == 250;
}

static void
test_unfold (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  app_run_until (has_narrow_sidebar, f);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 640, 720);
  app_run_until (is_folded, f);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  app_run_until (has_narrow_sidebar, f);
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

static void
test_no_section (Fixture *f, gconstpointer data)
{
  GtkWidget *list =
    app_find (app_find (GTK_WIDGET (f->window), SME_TYPE_SIDEBAR, NULL), GTK_TYPE_LIST_BOX, NULL);

  sme_window_open (f->window, "terms");
  app_run_idle ();
  g_assert_null (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 640, 720);
  app_run_until (is_folded, f);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  app_run_until (has_narrow_sidebar, f);
  g_assert_null (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a11/search-replaces-the-page-and-escape-restores-it", test_search);
  ADD ("/a11/back-from-a-result-shows-the-results-again", test_search_kept);
  ADD ("/a12/the-account-stands-at-the-foot-of-the-sidebar", test_account);
  ADD ("/a82/no-connection-is-said-and-unsaid-by-itself", test_lines);
  ADD ("/a82/a-problem-of-the-connection-has-a-page", test_problem);
  ADD ("/window/an-unknown-route-is-said", test_nowhere);
  ADD ("/window/everything-has-a-name", test_names);
  ADD ("/window/fits-360-by-640", test_narrow);
  ADD ("/window/without-motion-the-sidebar-comes-back-as-wide-as-it-was", test_unfold);
  ADD ("/window/a-page-of-no-section-has-none-selected", test_no_section);
  return g_test_run ();
}
