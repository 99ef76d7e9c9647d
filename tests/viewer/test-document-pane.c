/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-pane.h"

#include "hostile-files.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-error.h"
#include "viewer/sme-document-pane-private.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-viewer.h"

typedef struct
{
  GtkWidget *window;
  SmeDocumentPane *pane;
} Fixture;

static void
set_up_empty (Fixture *fixture, int width)
{
  fixture->window = gtk_window_new ();
  fixture->pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_shown (gpointer user_data)
{
  SmeDocumentPane *pane = user_data;

  return sme_document_pane_get_document (pane) != NULL && pane->view != NULL &&
         (pane->text_mode || (gtk_widget_get_width (GTK_WIDGET (pane->view)) > 0 &&
                              !sme_document_view_get_busy (pane->view)));
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (6);

  set_up_empty (fixture, 800);
  sme_document_pane_open_bytes (fixture->pane, bytes);
  fixture_run_until_func (is_shown, fixture->pane);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->pane->states);
}

static void
activate (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), name, NULL));
}

static void
test_finalized (void)
{
  Fixture fixture;
  GtkWidget *pane;

  set_up (&fixture);
  sme_document_pane_set_text_mode (fixture.pane, TRUE);
  activate (&fixture, "document.find");
  pane = g_object_ref (GTK_WIDGET (fixture.pane));
  tear_down (&fixture);
  g_assert_finalize_object (pane);
}

/* The window closes while the document is being opened. */
static void
test_closed_early (void)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (6);
  g_autoptr (SmeDocument) later = NULL;
  Fixture fixture;
  GtkWidget *pane;

  set_up_empty (&fixture, 800);
  pane = g_object_ref (GTK_WIDGET (fixture.pane));
  sme_document_pane_open_bytes (fixture.pane, bytes);
  tear_down (&fixture);
  g_assert_finalize_object (pane);
  later = fixture_open_contract (1); /* the first one's answer has come before this one's */
}

static void
test_states (void)
{
  GtkWidget *help;
  g_autoptr (GBytes) good = fixture_make_contract (2);
  g_autoptr (GBytes) text = g_bytes_new_static ("no contract", 11);
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) / 2);
  Fixture fixture;

  set_up_empty (&fixture, 800);
  g_assert_cmpstr (get_state (&fixture), ==, "empty");

  sme_document_pane_open_bytes (fixture.pane, text);
  while (!g_str_equal (get_state (&fixture), "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (fixture.pane->retry_button));
  g_assert_cmpstr (adw_status_page_get_description (fixture.pane->error_page), ==,
                   "The file is not a PDF document.");

  sme_document_pane_open_bytes (fixture.pane, part);
  g_assert_cmpstr (get_state (&fixture), ==, "empty"); /* no spinner at once */
  while (!g_str_equal (get_state (&fixture), "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (fixture.pane->retry_button));

  sme_document_pane_open_bytes (fixture.pane, good);
  fixture_run_until_func (is_shown, fixture.pane);
  g_assert_cmpstr (get_state (&fixture), ==, "content");

  sme_document_pane_show_loading (fixture.pane);
  g_assert_null (sme_document_pane_get_document (fixture.pane));
  g_assert_cmpstr (get_state (&fixture), ==, "empty");
  while (!g_str_equal (get_state (&fixture), "loading"))
    g_main_context_iteration (NULL, TRUE);

  help = gtk_button_new_with_label ("Call");
  sme_document_pane_add_help (fixture.pane, help);
  g_assert_false (gtk_widget_get_mapped (help));
  sme_document_pane_show_error (fixture.pane, "Hotline 1800 1260", FALSE);
  g_assert_cmpstr (get_state (&fixture), ==, "error");
  while (!gtk_widget_get_mapped (help))
    g_main_context_iteration (NULL, TRUE);
  tear_down (&fixture);
}

static GBytes *
make_hostile (const char *name)
{
  for (const HostileFile *file = hostile_files; file->name != NULL; file++)
    if (g_str_equal (file->name, name))
      return file->make ();
  g_assert_not_reached ();
}

/* A protected file is told of; nobody is ever asked for a password, and another try is no help. */
static void
test_no_password (void)
{
  g_autoptr (GBytes) file = make_hostile ("encrypted");
  GListModel *windows;
  Fixture fixture;

  set_up_empty (&fixture, 800);
  windows = gtk_window_get_toplevels ();
  sme_document_pane_open_bytes (fixture.pane, file);
  while (!g_str_equal (get_state (&fixture), "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_status_page_get_description (fixture.pane->error_page), ==,
                   "The document is protected with a password and cannot be shown here.");
  g_assert_false (gtk_widget_get_visible (fixture.pane->retry_button));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 1);
  tear_down (&fixture);
}

static gboolean
is_slow (gpointer view)
{
  return SME_DOCUMENT_VIEW (view)->slow;
}

/* A page that takes its time says so, until it is there or given up. */
static void
test_slow_page (void)
{
  g_autoptr (GBytes) file = make_hostile ("endless-drawing");
  Fixture fixture;

  set_up_empty (&fixture, 800);
  sme_document_pane_open_bytes (fixture.pane, file);
  fixture_run_until_func (is_slow, fixture.pane->view);
  g_assert_true (sme_document_view_get_busy (fixture.pane->view));
  sme_document_pane_set_document (fixture.pane, NULL);
  g_assert_false (fixture.pane->view->slow);
  tear_down (&fixture);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_retry (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pane-XXXXXX", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (parent, "hợp đồng.pdf");
  g_autoptr (GBytes) bytes = fixture_make_contract (2);
  Fixture fixture;
  guint n_retries = 0;

  set_up_empty (&fixture, 800);
  g_signal_connect_swapped (fixture.pane, "retry", G_CALLBACK (count), &n_retries);
  sme_document_pane_show_error (fixture.pane, "Không có mạng", TRUE);
  activate (&fixture, "document.retry");
  g_assert_cmpuint (n_retries, ==, 1);

  sme_document_pane_open_file (fixture.pane, file);
  while (!g_str_equal (get_state (&fixture), "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_replace_contents (file, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
  activate (&fixture, "document.retry");
  fixture_run_until_func (is_shown, fixture.pane);
  g_assert_cmpuint (n_retries, ==, 1); /* a file is tried again here */
  tear_down (&fixture);
  g_file_delete (file, NULL, NULL);
  g_file_delete (parent, NULL, NULL);
}

static gboolean
is_search_done (gpointer user_data)
{
  SmeDocumentPane *pane = user_data;
  SmeDocumentSearch *search = sme_document_view_get_search (pane->view);

  return sme_document_search_get_text (search)[0] != '\0' && !sme_document_search_get_busy (search);
}

/* The widgets inside of a widget, itself included. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
find_one (GtkWidget *parent, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (parent, type, found);
  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

static void
test_search (void)
{
  Fixture fixture;
  SmeDocumentSearch *search;
  GtkWidget *entry;
  gboolean search_mode;

  set_up (&fixture);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (fixture.pane))) ==
                 GTK_WIDGET (fixture.pane->view));
  search = sme_document_view_get_search (fixture.pane->view);
  activate (&fixture, "document.find");
  g_object_get (fixture.pane, "search-mode", &search_mode, NULL);
  g_assert_true (search_mode);
  entry = find_one (GTK_WIDGET (fixture.pane->search_bar), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "hop dong so");
  fixture_run_until_func (is_search_done, fixture.pane);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 6);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 of 6");
  activate (&fixture, "document.find-next");
  activate (&fixture, "document.find-next");
  g_assert_cmpuint (sme_document_view_get_page (fixture.pane->view), ==, 2);
  activate (&fixture, "document.find-previous");
  g_assert_cmpuint (sme_document_search_get_position (search), ==, 2);

  gtk_editable_set_text (GTK_EDITABLE (entry), "không có");
  while (!gtk_widget_has_css_class (entry, "error"))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Not found");

  activate (&fixture, "document.search-mode");
  while (sme_document_search_get_text (search)[0] != '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  tear_down (&fixture);
}

static char *
get_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->pane->text_view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The text is scrolled on while it is found out how high it is. */
static gboolean
has_read_on (gpointer user_data)
{
  SmeDocumentPane *pane = user_data;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (pane->text_view)), 1e9);
  return sme_document_pane_get_reached_end (pane);
}

static gboolean
has_last_page (gpointer user_data)
{
  g_autofree char *text = get_text (user_data);

  return strstr (text, "Hợp đồng số 6") != NULL;
}

static void
test_text_mode (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up (&fixture);
  text = get_text (&fixture);
  g_assert_cmpstr (text, ==, ""); /* not read before it is wanted */
  activate (&fixture, "document.text-mode");
  fixture_run_until_func (has_last_page, &fixture);
  iterate ();
  g_assert_false (sme_document_pane_get_reached_end (fixture.pane));

  fixture_run_until_func (has_read_on, fixture.pane);

  activate (&fixture, "document.text-mode");
  g_assert_false (sme_document_pane_get_text_mode (fixture.pane));
  tear_down (&fixture);
}

/* A scanned page cannot be read as text, so its end is not reached there. */
static void
test_text_of_scan (void)
{
  g_autoptr (GBytes) bytes = fixture_make_bare_pdf ("0 0 595 842", "");
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up_empty (&fixture, 800);
  sme_document_pane_set_text_mode (fixture.pane, TRUE);
  sme_document_pane_open_bytes (fixture.pane, bytes);
  fixture_run_until_func (is_shown, fixture.pane);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (text);
      text = get_text (&fixture);
    }
  while (strstr (text, "(This page has no text.)") == NULL);
  iterate ();
  g_assert_false (sme_document_pane_get_reached_end (fixture.pane));
  tear_down (&fixture);
}

static void
test_text_mode_pages (void)
{
  Fixture fixture;
  GtkTextBuffer *buffer;
  GtkTextIter cursor, heading;
  g_autofree char *text = NULL;

  set_up (&fixture);
  activate (&fixture, "document.text-mode");
  fixture_run_until_func (has_last_page, &fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.pane), "view.go-to-page", "u", 4));
  g_assert_cmpuint (sme_document_view_get_page (fixture.pane->view), ==, 4);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture.pane->text_view));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  heading = cursor;
  gtk_text_iter_backward_line (&heading);
  text = gtk_text_buffer_get_text (buffer, &heading, &cursor, FALSE);
  g_assert_cmpstr (text, ==, "Page 5 of 6\n");
  tear_down (&fixture);
}

static void
test_page_entry (void)
{
  Fixture fixture;
  GtkWidget *entry;

  set_up (&fixture);
  entry = find_one (GTK_WIDGET (fixture.pane->toolbar), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1");
  gtk_editable_set_text (GTK_EDITABLE (entry), "4");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (sme_document_view_get_page (fixture.pane->view), ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (entry), "bốn");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "4");
  gtk_editable_set_text (GTK_EDITABLE (entry), "4000000000");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "6");
  tear_down (&fixture);
}

static void
test_narrow (void)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (6);
  Fixture fixture;

  set_up_empty (&fixture, 360);
  sme_document_pane_open_bytes (fixture.pane, bytes);
  fixture_run_until_func (is_shown, fixture.pane);
  activate (&fixture, "document.find");
  iterate ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.pane)), ==, 360);
  tear_down (&fixture);
}

/* In a narrow window the sidebar lies over the pages, which keep their width. */
static void
test_narrow_sidebar (void)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (6);
  Fixture fixture;

  set_up_empty (&fixture, 360);
  sme_document_pane_open_bytes (fixture.pane, bytes);
  fixture_run_until_func (is_shown, fixture.pane);
  activate (&fixture, "document.sidebar");
  iterate ();
  g_assert_true (adw_flap_get_folded (fixture.pane->flap));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.pane->contents)), ==, 360);
  tear_down (&fixture);
}

static gboolean
is_folded (gpointer flap)
{
  return adw_flap_get_folded (flap);
}

static gboolean
is_unfolded (gpointer flap)
{
  return !adw_flap_get_folded (flap);
}

/* A pane gets narrow and wide again beside other things: only who asks for the sidebar has it. */
static void
test_sidebar_stays_shut (void)
{
  Fixture fixture;

  set_up (&fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 360, 700);
  fixture_run_until_func (is_folded, fixture.pane->flap);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 800, 700);
  fixture_run_until_func (is_unfolded, fixture.pane->flap);
  iterate ();
  g_assert_false (adw_flap_get_reveal_flap (fixture.pane->flap));
  tear_down (&fixture);
}

/* The menu of zooms shows which one is chosen. */
static void
test_fit_mode (void)
{
  Fixture fixture;
  SmeFitMode mode;

  set_up (&fixture);
  g_object_get (fixture.pane, "fit-mode", &mode, NULL);
  g_assert_cmpint (mode, ==, SME_FIT_WIDTH);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture.pane), "view.fit-mode", "s", "page"));
  g_assert_cmpint (sme_document_view_get_fit_mode (fixture.pane->view), ==, SME_FIT_PAGE);
  sme_document_view_set_zoom (fixture.pane->view, 2);
  g_object_get (fixture.pane, "fit-mode", &mode, NULL);
  g_assert_cmpint (mode, ==, SME_FIT_NONE);
  tear_down (&fixture);
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  Fixture fixture;

  set_up (&fixture);
  collect (GTK_WIDGET (fixture.pane->toolbar), GTK_TYPE_BUTTON, buttons);
  collect (GTK_WIDGET (fixture.pane->search_bar), GTK_TYPE_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, >, 8);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);
      GtkWidget *parent = gtk_widget_get_parent (button);

      if (!gtk_widget_get_visible (button))
        continue;
      if (GTK_IS_MENU_BUTTON (parent)) /* the button inside of it */
        button = parent;
      g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sme_viewer_init ();
  sme_viewer_init ();
  g_test_add_func ("/document-pane/asks-for-no-password", test_no_password);
  g_test_add_func ("/document-pane/is-finalized", test_finalized);
  g_test_add_func ("/document-pane/closed-while-opening", test_closed_early);
  g_test_add_func ("/document-pane/states", test_states);
  g_test_add_func ("/document-pane/another-try", test_retry);
  g_test_add_func ("/document-pane/search", test_search);
  g_test_add_func ("/document-pane/text-mode", test_text_mode);
  g_test_add_func ("/document-pane/text-mode-of-a-scan", test_text_of_scan);
  g_test_add_func ("/document-pane/text-mode-goes-to-pages", test_text_mode_pages);
  g_test_add_func ("/document-pane/page-entry", test_page_entry);
  g_test_add_func ("/document-pane/fits-narrow-windows", test_narrow);
  g_test_add_func ("/document-pane/sidebar-in-narrow-windows", test_narrow_sidebar);
  g_test_add_func ("/document-pane/sidebar-stays-shut-as-the-width-changes",
                   test_sidebar_stays_shut);
  g_test_add_func ("/document-pane/slow-page-says-so", test_slow_page);
  g_test_add_func ("/document-pane/chosen-fit", test_fit_mode);
  g_test_add_func ("/document-pane/buttons-have-names", test_names);
  return g_test_run ();
}
