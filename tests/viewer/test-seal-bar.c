/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line above a document, its details, and what was signed beside what is shown. */
#include "seal-cases.h"
#include "seal-fixture.h"
#include "viewer-fixture.h"
#include "viewer/sme-compare-window.h"
#include "viewer/sme-seal-bar.h"
#include "viewer/sme-seal-details.h"
#include "viewer/sme-viewer.h"

typedef struct
{
  GtkWidget *window;
  SmeSealBar *bar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->bar = SME_SEAL_BAR (sme_seal_bar_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 100);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) bar = g_object_ref (GTK_WIDGET (fixture->bar));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&bar));
}

static gboolean
has_findings (gpointer bar)
{
  return sme_seal_bar_get_findings (bar) != NULL;
}

static void
test_bar (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);

  sme_seal_bar_check (f->bar, sealed, seal_cases_get_trusted ());
  g_assert_cmpstr (sme_seal_bar_get_text (f->bar), ==, "The seal is being checked.");
  fixture_run_until_func (has_findings, f->bar);
  g_assert_true (g_str_has_prefix (sme_seal_bar_get_text (f->bar), "Sealed by OneSME demo on "));

  /* The answer to the first of two is dropped. */
  sme_seal_bar_check (f->bar, sealed, seal_cases_get_trusted ());
  sme_seal_bar_check (f->bar, nonsense, seal_cases_get_trusted ());
  while (g_str_equal (sme_seal_bar_get_text (f->bar), "The seal is being checked."))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (sme_seal_bar_get_findings (f->bar));
}

static void
assert_not_evaluated (Fixture *f, GBytes *pdf, const char *text)
{
  sme_seal_bar_check (f->bar, pdf, seal_cases_get_trusted ());
  while (g_str_equal (sme_seal_bar_get_text (f->bar), "The seal is being checked."))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (sme_seal_bar_get_text (f->bar), ==, text);
}

/* "Load again" would not help, and "not sealed" would be a guess. */
static void
test_not_evaluated (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) / 2);
  g_autoptr (GBytes) encrypted = seal_cases_encrypt (pdf);

  assert_not_evaluated (f, half, "Not evaluated: the file is damaged.");
  assert_not_evaluated (f, encrypted, "Not evaluated: the file is encrypted.");
}

static void
test_closed_early (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  sme_seal_bar_check (f->bar, sealed, seal_cases_get_trusted ());
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window; /* the list holds it */
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_shown (gpointer view)
{
  return sme_document_view_get_document (view) != NULL && !sme_document_view_get_busy (view) &&
         gtk_widget_get_width (view) > 0;
}

static void
test_side_by_side (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 1);
  SmeCompareWindow *compare;
  GtkWindow *details;
  GtkWidget *button;
  SmeDocumentView *before, *now;

  sme_seal_bar_check (f->bar, forged, seal_cases_get_trusted ());
  fixture_run_until_func (has_findings, f->bar);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->bar), "seal.details", NULL));
  details = find_window (SME_TYPE_SEAL_DETAILS);
  g_assert_nonnull (details);
  button = find_button (GTK_WIDGET (details), "_Compare with what was signed");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  compare = SME_COMPARE_WINDOW (find_window (SME_TYPE_COMPARE_WINDOW));
  g_assert_nonnull (compare);
  before = sme_compare_window_get_before (compare);
  now = sme_compare_window_get_now (compare);
  fixture_run_until_func (is_shown, before);
  fixture_run_until_func (is_shown, now);

  /* It begins with the page that differs; each side follows the other. */
  g_assert_true (
    g_bytes_equal (sme_document_get_bytes (sme_document_view_get_document (before)), sealed));
  g_assert_cmpuint (sme_document_view_get_page (now), ==, 1);
  g_assert_cmpuint (sme_document_view_get_page (before), ==, 1);
  sme_document_view_set_zoom (before, 2);
  g_assert_cmpfloat (sme_document_view_get_zoom (now), ==, 2);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (now)), 100);
  g_assert_cmpfloat (
    gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (before))), ==, 100);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (compare), "compare.next", NULL));
  gtk_window_destroy (GTK_WINDOW (compare));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  sme_viewer_init ();
  ADD ("/seal-bar/says-what-was-found", test_bar);
  ADD ("/a46/seal/not-evaluated-is-said", test_not_evaluated);
  ADD ("/seal-bar/closed-early", test_closed_early);
  ADD ("/a46/seal/signed-and-shown-side-by-side", test_side_by_side);
  return g_test_run ();
}
