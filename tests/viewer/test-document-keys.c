/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard alone: what the keys of a document do, wherever the focus is. */
#include "viewer-fixture.h"
#include "viewer-hand.h"
#include "viewer/sme-document-pane-private.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-viewer.h"

#define TEST_TYPE_WINDOW (test_window_get_type ())
G_DECLARE_FINAL_TYPE (TestWindow, test_window, TEST, WINDOW, GtkWindow)

/* A window with a search of its own, on the same key as the document's. */
struct _TestWindow
{
  GtkWindow parent_instance;
  guint n_searches;
};

G_DEFINE_FINAL_TYPE (TestWindow, test_window, GTK_TYPE_WINDOW)

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TEST_WINDOW (widget)->n_searches++;
}

static void
test_window_class_init (TestWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
}

static void
test_window_init (TestWindow *self)
{
}

typedef struct
{
  TestWindow *window;
  GtkWidget *button; /* above the pane */
  GtkWidget *entry;
  SmeDocumentPane *pane;
} Fixture;

static gboolean
is_shown (gpointer user_data)
{
  SmeDocumentPane *pane = user_data;

  return sme_document_pane_get_document (pane) != NULL &&
         gtk_widget_get_width (GTK_WIDGET (pane->view)) > 0 &&
         !sme_document_view_get_busy (pane->view);
}

static gboolean
is_mapped (gpointer pane)
{
  return gtk_widget_get_mapped (pane) && gtk_widget_get_width (pane) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = g_object_new (TEST_TYPE_WINDOW, NULL);
  fixture->button = gtk_button_new_with_label ("Search");
  fixture->entry = gtk_entry_new ();
  fixture->pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->pane), TRUE);
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->pane));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  use_hand ("mousemove 650 700"); /* without a window manager, keys go to the window below it */
  fixture_run_until_func (is_mapped, fixture->pane);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (6);

  sme_document_pane_open_bytes (fixture->pane, bytes);
  fixture_run_until_func (is_shown, fixture->pane);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* A button of the header that nobody chose loses the keyboard to the document. */
static void
test_taken_from_button (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->button);
  open (fixture);
  g_assert_true (get_focus (fixture) == GTK_WIDGET (fixture->pane->view));
}

static void
test_left_to_typing (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->entry);
  open (fixture);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), fixture->entry));
}

static void
test_left_to_who_moved_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (6);

  gtk_widget_grab_focus (fixture->entry);
  sme_document_pane_open_bytes (fixture->pane, bytes);
  gtk_widget_grab_focus (fixture->button);
  fixture_run_until_func (is_shown, fixture->pane);
  g_assert_true (get_focus (fixture) == fixture->button);
}

static gboolean
is_zoomed (gpointer view)
{
  return sme_document_view_get_fit_mode (view) == SME_FIT_NONE;
}

static gboolean
is_text (gpointer pane)
{
  return sme_document_pane_get_text_mode (pane);
}

static gboolean
is_searching (gpointer pane)
{
  return sme_document_search_bar_get_search_mode (SME_DOCUMENT_PANE (pane)->search_bar);
}

static gboolean
is_scrolled (gpointer pane)
{
  GtkScrollable *view = GTK_SCROLLABLE (SME_DOCUMENT_PANE (pane)->view);

  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (view)) > 100;
}

static void
press (Fixture *fixture, const char *key, gboolean (*done) (gpointer), gpointer data)
{
  gtk_widget_grab_focus (fixture->button);
  if (use_hand ("key %s", key))
    fixture_run_until_func (done, data);
}

/* The focus is on a button outside of the pane for each of them. */
static void
test_work_from_anywhere (Fixture *fixture, gconstpointer data)
{
  open (fixture);
  press (fixture, "Page_Down", is_scrolled, fixture->pane);
  press (fixture, "ctrl+plus", is_zoomed, fixture->pane->view);
  press (fixture, "ctrl+f", is_searching, fixture->pane);
  g_assert_cmpuint (fixture->window->n_searches, ==, 0);
  press (fixture, "ctrl+t", is_text, fixture->pane);
}

static gboolean
has_searched (gpointer window)
{
  return TEST_WINDOW (window)->n_searches > 0;
}

/* While the pane shows no document, or is not to be seen, its keys are the window's. */
static void
test_rest_without_document (Fixture *fixture, gconstpointer data)
{
  press (fixture, "ctrl+f", has_searched, fixture->window);
  open (fixture);
  fixture->window->n_searches = 0;
  gtk_widget_set_visible (GTK_WIDGET (fixture->pane), FALSE);
  press (fixture, "ctrl+f", has_searched, fixture->window);
  g_assert_false (is_searching (fixture->pane));
}

/* A wheel tells notches, a touchpad pixels, of which there are many more. */
static void
test_units (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (sme_document_view_count_notches (GDK_SCROLL_UNIT_WHEEL, -2), ==, -2);
  g_assert_cmpfloat (sme_document_view_count_notches (GDK_SCROLL_UNIT_SURFACE, 25), ==, 1);
}

static void
collect_keys (GtkWidget *widget, GString *keys)
{
  g_autofree char *accelerator = NULL;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_object_get (widget, "accelerator", &accelerator, NULL);
      g_string_append_printf (keys, " %s ", accelerator);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_keys (child, keys);
}

/* The list of shortcuts has the viewer's keys, on pages that fit a screen of 640 x 720. */
static void
test_help (Fixture *fixture, gconstpointer data)
{
  static const char *const wanted[] = { " <Control>plus ", " <Control>t ", " F8 ", " <Shift>F8 " };
  g_autofree char *file =
    g_test_build_filename (G_TEST_DIST, "..", "data", "ui", "help-overlay.ui", NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_file (file);
  GtkWidget *help = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));
  g_autoptr (GString) keys = g_string_new (NULL);
  int width, height;

  collect_keys (help, keys);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (strstr (keys->str, wanted[i]));
  gtk_widget_measure (help, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (help, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 640);
  g_assert_cmpint (height, <=, 720);
  gtk_window_destroy (GTK_WINDOW (help));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sme_viewer_init ();
  ADD ("/document-keys/focus-taken-from-a-button", test_taken_from_button);
  ADD ("/document-keys/focus-left-to-typing", test_left_to_typing);
  ADD ("/document-keys/focus-left-to-who-moved-on", test_left_to_who_moved_on);
  ADD ("/document-keys/work-from-anywhere", test_work_from_anywhere);
  ADD ("/document-keys/rest-without-document", test_rest_without_document);
  ADD ("/document-keys/wheel-and-touchpad", test_units);
  ADD ("/document-keys/help-fits-small-screens", test_help);
  return g_test_run ();
}
