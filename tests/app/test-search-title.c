/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-search-title.h"

#include "app-fixture.h"

typedef struct
{
  AppFixture app;
  SmeSearchTitle *title;
  GPtrArray *texts; /* of "changed" */
  GPtrArray *links; /* of "link" */
  guint stopped;
} Fixture;

static void
on_changed (SmeSearchTitle *title, const char *text, gpointer texts)
{
  g_ptr_array_add (texts, g_strdup (text));
}

static void
on_stopped (SmeSearchTitle *title, gpointer count)
{
  ++*(guint *) count;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  app_fixture_set_up (&f->app, NULL);
  f->title = SME_SEARCH_TITLE (sme_search_title_new ());
  f->texts = g_ptr_array_new_with_free_func (g_free);
  f->links = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (f->title, "link", G_CALLBACK (on_changed), f->links);
  g_signal_connect (f->title, "changed", G_CALLBACK (on_changed), f->texts);
  g_signal_connect (f->title, "stopped", G_CALLBACK (on_stopped), &f->stopped);
  app_fixture_show (&f->app, GTK_WIDGET (f->title), 400, 60);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  app_fixture_tear_down (&f->app, data);
  g_ptr_array_unref (f->texts);
  g_ptr_array_unref (f->links);
}

static GtkWidget *
get_entry (Fixture *f)
{
  return app_find (GTK_WIDGET (f->title), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static gboolean
has_text (gpointer data)
{
  return ((GPtrArray *) data)->len > 0;
}

/* What is searched for goes to the server; a link may hold a code. */
static void
test_link (Fixture *f, gconstpointer data)
{
  GtkWidget *entry;

  sme_search_title_begin (f->title);
  entry = get_entry (f);
  gtk_editable_set_text (GTK_EDITABLE (entry), "onesme://activate?token=abc");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (f->texts->len, ==, 0);
  g_assert_cmpuint (f->links->len, ==, 0);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (f->links->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (f->links, 0), ==, "onesme://activate?token=abc");
  g_assert_cmpuint (f->texts->len, ==, 0);
}

static void
test_pasted_link (Fixture *f, gconstpointer data)
{
  GtkWidget *entry;

  sme_search_title_begin (f->title);
  entry = get_entry (f);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (entry), " https://onesme.vn/service/231 ");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard");
  app_run_until (has_text, f->links);
  g_assert_cmpstr (g_ptr_array_index (f->links, 0), ==, "https://onesme.vn/service/231");
  g_assert_cmpuint (f->texts->len, ==, 0);
}

static void
test_delay (Fixture *f, gconstpointer data)
{
  gint64 before;

  sme_search_title_begin (f->title);
  g_assert_true (sme_search_title_get_searching (f->title));
  before = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (get_entry (f)), "k");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (f)), "ky");
  app_run_until (has_text, f->texts);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 100 * 1000);
  g_assert_cmpuint (f->texts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (f->texts, 0), ==, "ky");
}

static void
test_quiet (Fixture *f, gconstpointer data)
{
  int position;

  sme_search_title_show (f->title, "hoa don");
  sme_search_title_show (f->title, "hoa don dien tu");
  position = -1;
  gtk_editable_insert_text (GTK_EDITABLE (get_entry (f)), " 2", -1, &position);
  app_run_until (has_text, f->texts);
  /* What was shown from outside, and is told late by the entry, is nobody's typing. */
  g_assert_cmpuint (f->texts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (f->texts, 0), ==, "hoa don dien tu 2");
}

static void
test_enter (Fixture *f, gconstpointer data)
{
  sme_search_title_begin (f->title);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (f)), "ky");
  g_signal_emit_by_name (get_entry (f), "activate");
  g_assert_cmpuint (f->texts->len, ==, 1);
}

static void
test_title (Fixture *f, gconstpointer data)
{
  sme_search_title_set_title (f->title, "Orders");
  g_assert_true (app_shows (GTK_WIDGET (f->title), "Orders"));
  sme_search_title_begin (f->title);
  g_signal_emit_by_name (get_entry (f), "stop-search");
  g_assert_cmpuint (f->stopped, ==, 1);
  sme_search_title_show (f->title, NULL);
  g_assert_false (sme_search_title_get_searching (f->title));
  g_assert_null (get_entry (f));
  app_assert_named (GTK_WIDGET (f->title));
}

/* Two lines are for where one is too wide. */
static void
test_one_line (Fixture *f, gconstpointer data)
{
  static const char title[] = "Payment of several orders";
  g_autoptr (PangoLayout) layout = NULL;
  GtkWidget *label;
  int width, text_width, minimum;

  sme_search_title_set_title (f->title, title);
  label = app_find (GTK_WIDGET (f->title), GTK_TYPE_LABEL, title);
  layout = gtk_widget_create_pango_layout (label, title);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &width, NULL, NULL);
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  g_assert_cmpint (width, >=, text_width);
  g_assert_cmpint (minimum, <, width);
}

/* As the window's keys do. */
static void
press (GtkWidget *root, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (root);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      g_assert_false (handled);
    }
  app_run_idle ();
}

static GtkWidget *
get_capture (GtkWidget *entry)
{
  return gtk_search_entry_get_key_capture_widget (GTK_SEARCH_ENTRY (entry));
}

/* The end of a password goes nowhere when the page it was typed into is gone. */
static void
test_end_of_password (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *password = gtk_password_entry_new ();
  GtkWidget *title = sme_search_title_new ();
  GtkWidget *root, *entry;

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), password);
  app_fixture_show (&f->app, box, 400, 100);
  f->title = SME_SEARCH_TITLE (title);
  root = GTK_WIDGET (gtk_widget_get_root (title));
  sme_search_title_precede_labels (f->title, GTK_ROOT (root));
  sme_search_title_show (f->title, "");
  entry = get_entry (f);
  sme_search_title_show (f->title, NULL);
  sme_search_title_set_capture (f->title, root);
  gtk_root_set_focus (GTK_ROOT (root), NULL);
  g_assert_true (get_capture (entry) == root);
  press (root, GDK_KEY_h);
  g_assert_true (get_capture (entry) == root);
  gtk_widget_grab_focus (password);
  press (root, GDK_KEY_s);
  gtk_root_set_focus (GTK_ROOT (root), NULL);
  gtk_box_remove (GTK_BOX (box), password);
  sme_search_title_set_capture (f->title, root);
  g_assert_null (get_capture (entry));
  press (root, GDK_KEY_e);
  g_assert_null (get_capture (entry));
  press (root, GDK_KEY_Tab);
  g_assert_true (get_capture (entry) == root);
}

/* The room that is left at 360 pixels beside four buttons. */
static void
test_long_title (Fixture *f, gconstpointer data)
{
  GtkWidget *label;

  sme_search_title_set_title (f->title, "Quản lý thuê bao SmartCA");
  app_fixture_show (&f->app, g_object_ref (GTK_WIDGET (f->title)), 170, 47);
  g_object_unref (f->title);
  label = app_find (GTK_WIDGET (f->title), GTK_TYPE_LABEL, "Quản lý thuê bao SmartCA");
  g_assert_nonnull (label);
  g_assert_cmpint (gtk_widget_get_width (label), <=, 170);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_true (gtk_widget_get_has_tooltip (label));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

/* A word that is longer than the place would make the window wider than the screen. */
static void
test_long_word (Fixture *f, gconstpointer data)
{
  int least;

  sme_search_title_set_title (f->title, "SMARTCA CÁ NHÂN CƠ BẢN");
  gtk_widget_measure (GTK_WIDGET (f->title), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 45);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a11/typing-is-told-after-a-moment", test_delay);
  ADD ("/a10/a-link-is-never-searched-for", test_link);
  ADD ("/a10/a-pasted-link-is-opened", test_pasted_link);
  ADD ("/search-title/a11/the-end-of-a-password-is-no-search", test_end_of_password);
  ADD ("/search-title/only-typing-is-told", test_quiet);
  ADD ("/search-title/enter-need-not-wait", test_enter);
  ADD ("/search-title/title-and-entry-take-turns", test_title);
  ADD ("/search-title/a-long-title-takes-two-lines", test_long_title);
  ADD ("/search-title/a-long-word-takes-no-more-than-there-is", test_long_word);
  ADD ("/search-title/where-there-is-room-one-line", test_one_line);
  return g_test_run ();
}
