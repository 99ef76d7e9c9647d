/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-window.h"

#include "app/sme-sidebar.h"
#include "core/sme-problem.h"

#include "app-fixture.h"
#include "catalog-samples.h"
#include "client/sme-local-backend.h"

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

/* Without "Try again": the page in front, and one that is come back to. */
static void
test_reconnect (Fixture *f, gconstpointer data)
{
  SmePage *categories, *service;

  fake_shop_refuse (f->shop, SME_OP_LIST_CATEGORIES, SME_PROBLEM_UNREACHABLE);
  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_UNREACHABLE);
  fake_shop_refuse (f->shop, SME_OP_LIST_SERVICES, SME_PROBLEM_UNREACHABLE);
  fake_shop_set_online (f->shop, FALSE);
  sme_window_open (f->window, "categories");
  categories = sme_window_get_page (f->window);
  app_run_until_state (categories, SME_PAGE_ERROR);
  sme_window_open (f->window, "service:231");
  service = sme_window_get_page (f->window);
  app_run_until_state (service, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_LIST_CATEGORIES, NULL, "{\"items\":[],\"total\":0}");
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
  fake_shop_set_online (f->shop, TRUE);
  app_run_until_state (service, SME_PAGE_CONTENT);
  g_assert_cmpint (sme_page_get_state (categories), ==, SME_PAGE_ERROR);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.back", NULL);
  app_run_until_state (categories, SME_PAGE_EMPTY);
  app_run_idle ();
}

static gboolean
shows (Fixture *f, const char *text)
{
  return app_shows (GTK_WIDGET (f->window), text);
}

/* What was being done stays below as it was, whatever the link opens. */
static void
test_link_above (Fixture *f, gconstpointer data)
{
  SmePage *form;

  sme_window_open (f->window, "terms");
  form = sme_window_get_page (f->window);
  sme_window_open_link (f->window, "onesme://home");
  g_assert_cmpstr (front (f), ==, "home");
  sme_window_open_link (f->window, " https://onesme.vn/enterprise/service/231/x?tab=2 ");
  g_assert_cmpstr (front (f), ==, "service:231?tab=pricing");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.back", NULL);
  g_assert_true (sme_window_get_page (f->window) == form);
}

/* Not even a flood of links drops it. */
static void
test_link_flood (Fixture *f, gconstpointer data)
{
  SmePage *form;

  sme_window_open (f->window, "terms");
  form = sme_window_get_page (f->window);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *link = g_strdup_printf ("onesme://service/%u", i + 1);

      sme_window_open_link (f->window, link);
    }
  for (guint i = 0; i < 100 && sme_window_get_page (f->window) != form; i++)
    gtk_widget_activate_action (GTK_WIDGET (f->window), "win.back", NULL);
  g_assert_true (sme_window_get_page (f->window) == form);
}

static void
test_link_refused (Fixture *f, gconstpointer data)
{
  sme_window_open_link (f->window, "onesme://reset-password?code=123456");
  g_assert_cmpstr (front (f), ==, "home");
  g_assert_true (shows (f, "No link may do this; nothing was opened or changed"));
}

static gboolean
shows_guide (gpointer data)
{
  return g_str_equal (front (data), "guide");
}

static void
test_link_waits (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (f->window), "Sure?", NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  sme_window_open_link (f->window, "onesme://guide");
  app_run_idle ();
  g_assert_cmpstr (front (f), ==, "home");
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_run_until (shows_guide, f);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      return at->data;
  return NULL;
}

static void
test_link_dialog (Fixture *f, gconstpointer data)
{
  AdwMessageDialog *dialog;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.open-link", NULL);
  dialog = ADW_MESSAGE_DIALOG (find_dialog ());
  g_assert_nonnull (dialog);
  row = app_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "open"));
  gtk_editable_set_text (GTK_EDITABLE (row), "https://evil.example/service/231");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "open"));
  g_assert_true (app_shows (GTK_WIDGET (dialog), "not a link of OneSME"));
  gtk_editable_set_text (GTK_EDITABLE (row), "onesme://guide");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "open"));
  adw_message_dialog_response (dialog, "open");
  app_run_until (shows_guide, f);
}

/* A problem of the connection hides what needs it, and only that. */
static void
test_guide_without_server (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) problem = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "");

  sme_window_show_problem (f->window, problem);
  g_assert_true (shows (f, "The server takes too long"));
  app_click (GTK_WIDGET (f->window), "Ask the assistant");
  g_assert_cmpstr (front (f), ==, "assistant");
  g_assert_false (shows (f, "The server takes too long"));
  g_assert_true (shows (f, "Hello!"));
  sme_window_open (f->window, "guide");
  g_assert_true (shows (f, "Common problems"));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.home", NULL);
  g_assert_true (shows (f, "The server takes too long"));
  sme_window_show_problem (f->window, NULL);
  g_assert_false (shows (f, "The server takes too long"));
  app_run_until_state (sme_window_get_page (f->window), SME_PAGE_CONTENT);
  app_run_idle ();
}

static void
count_retries (SmeWindow *window, gpointer count)
{
  ++*(guint *) count;
}

/* Where the program's own server does not start, what was seen before is shown. */
static void
test_local_problem (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) problem =
    g_error_new_literal (SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_NOT_FOUND, "");
  GtkWidget *window = GTK_WIDGET (f->window);
  guint asked, retries = 0;

  g_signal_connect (f->window, "retry-connection", G_CALLBACK (count_retries), &retries);
  app_run_until_state (sme_window_get_page (f->window), SME_PAGE_CONTENT);
  sme_window_show_problem (f->window, problem);
  g_assert_true (shows (f, "The demonstration is not installed. What you enter is kept."));
  g_assert_false (shows (f, "The program onesme-backend was not found."));
  g_assert_true (shows (f, "Popular services"));
  app_click (window, "Try again");
  g_assert_cmpuint (retries, ==, 1);
  /* What was not seen before has no page: why, and what can be done. */
  fake_shop_refuse (f->shop, SME_OP_LIST_CATEGORIES, SME_PROBLEM_UNREACHABLE);
  sme_window_open (f->window, "categories");
  app_run_until_state (sme_window_get_page (f->window), SME_PAGE_ERROR);
  g_assert_true (shows (f, "The program onesme-backend was not found."));
  gtk_widget_activate_action (window, "win.home", NULL);
  g_assert_false (shows (f, "The program onesme-backend was not found."));
  /* It is there again: so is what is new. */
  asked = fake_shop_count (f->shop, SME_OP_LIST_SERVICES);
  sme_window_show_problem (f->window, NULL);
  g_assert_false (shows (f, "The demonstration is not installed"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_SERVICES), ==, asked + 1);
  app_run_until_state (sme_window_get_page (f->window), SME_PAGE_CONTENT);
  app_run_idle ();
}

/* An error that names the hotline brings the call with it, also as a toast. */
static void
test_toast_calls (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sme_problem_set (&error, SME_PROBLEM_INTERNAL, NULL);
  sme_page_toast_error (sme_window_get_page (f->window), error);
  g_assert_true (shows (f, "1800 1260"));
  g_assert_nonnull (app_find (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "Call 1800 1260"));
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
  ADD ("/a82/a-page-comes-back-with-the-connection", test_reconnect);
  ADD ("/a6/a-toast-that-names-the-hotline-calls-it", test_toast_calls);
  ADD ("/a10/a-link-opens-above-what-is-being-done", test_link_above);
  ADD ("/a10/a-flood-of-links-drops-nothing", test_link_flood);
  ADD ("/a10/a-hostile-link-is-refused-in-words", test_link_refused);
  ADD ("/a10/a-link-waits-for-a-dialog", test_link_waits);
  ADD ("/a10/a-link-is-pasted-into-its-dialog", test_link_dialog);
  ADD ("/a7/assistant-and-guide-without-a-server", test_guide_without_server);
  ADD ("/window/an-unknown-route-is-said", test_nowhere);
  ADD ("/window/everything-has-a-name", test_names);
  ADD ("/window/fits-360-by-640", test_narrow);
  ADD ("/window/without-motion-the-sidebar-comes-back-as-wide-as-it-was", test_unfold);
  ADD ("/window/a-page-of-no-section-has-none-selected", test_no_section);
  ADD ("/window/a82/a-local-server-that-does-not-start", test_local_problem);
  return g_test_run ();
}
