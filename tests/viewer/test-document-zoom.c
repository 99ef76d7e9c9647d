/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pages stand after zooming: keys zoom about the pointer, a page that fits is whole. */
#include "viewer-fixture.h"
#include "viewer-hand.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-viewer.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *button; /* above the view */
  SmeDocumentView *view;
} Fixture;

static gboolean
is_settled (gpointer view)
{
  return gtk_widget_get_width (view) > 0 && !sme_document_view_get_busy (view);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->button = gtk_button_new_with_label ("Zoom");
  fixture->view = SME_DOCUMENT_VIEW (sme_document_view_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE); /* it stands at 0, 0 */
  sme_document_view_set_document (fixture->view, document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_run_until_func (is_settled, fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
activate (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), name, NULL));
}

static double
get_value (Fixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view)));
}

static void
scroll_by (Fixture *fixture, double delta)
{
  sme_document_view_scroll_by (fixture->view, GTK_ORIENTATION_VERTICAL, delta);
}

static void
assert_whole (Fixture *fixture, guint page)
{
  SmePageSheet sheet;

  sme_document_view_get_sheet (fixture->view, page, &sheet);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, page);
  g_assert_cmpfloat (sheet.paper.origin.y, >=, 0);
  g_assert_cmpfloat (sheet.paper.origin.y + sheet.paper.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (fixture->view)));
}

/* From within a page, by each way to choose it, and again after scrolling away. */
static void
test_page_is_whole (Fixture *fixture, gconstpointer data)
{
  sme_document_view_set_page (fixture->view, 2);
  scroll_by (fixture, 300);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 2);
  activate (fixture, "view.fit-page");
  assert_whole (fixture, 2);
  scroll_by (fixture, 200);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 2);
  sme_document_view_set_fit_mode (fixture->view, SME_FIT_PAGE);
  assert_whole (fixture, 2);
}

static gboolean
is_low (gpointer view)
{
  return gtk_widget_get_height (view) < 500 && !sme_document_view_get_busy (view);
}

static void
test_page_stays_whole (Fixture *fixture, gconstpointer data)
{
  sme_document_view_set_page (fixture->view, 3);
  sme_document_view_set_fit_mode (fixture->view, SME_FIT_PAGE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 450);
  fixture_run_until_func (is_low, fixture->view);
  assert_whole (fixture, 3);
}

static gboolean
has_pointer (gpointer view)
{
  return SME_DOCUMENT_VIEW (view)->has_pointer;
}

static gboolean
has_no_pointer (gpointer view)
{
  return !has_pointer (view);
}

/* Returns: the place on the paper under a point of the view. */
static SmePagePlace
get_place (Fixture *fixture, double x, double y)
{
  SmePagePlace place;

  sme_document_view_get_place (fixture->view, x, y, &place);
  return place;
}

static void
assert_same (const SmePagePlace *a, const SmePagePlace *b)
{
  g_assert_cmpuint (a->page, ==, b->page);
  g_assert_cmpfloat_with_epsilon (a->x, b->x, 0.005);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, 0.005);
}

static void
test_keys_about_pointer (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "view.zoom-in", "view.zoom-out", "view.zoom-normal" };
  double x, y;

  sme_document_view_set_zoom (fixture->view, 1.5);
  sme_document_view_set_page (fixture->view, 2);
  if (!use_hand ("mousemove 220 300 mousemove 230 310"))
    return;
  fixture_run_until_func (has_pointer, fixture->view);
  gtk_widget_translate_coordinates (fixture->window, GTK_WIDGET (fixture->view), 230, 310, &x, &y);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      SmePagePlace before = get_place (fixture, x, y);
      SmePagePlace after;

      activate (fixture, actions[i]);
      after = get_place (fixture, x, y);
      assert_same (&after, &before);
    }
}

/* The pointer is on a button, or nowhere. */
static void
test_buttons_about_middle (Fixture *fixture, gconstpointer data)
{
  double x = gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (fixture->view)) / 2.0;
  SmePagePlace before, after;

  sme_document_view_set_zoom (fixture->view, 1.5);
  sme_document_view_set_page (fixture->view, 2);
  g_assert_cmpfloat (get_value (fixture), >, 0);
  if (!use_hand ("mousemove 230 310 mousemove 231 311"))
    return;
  fixture_run_until_func (has_pointer, fixture->view);
  use_hand ("mousemove 100 5");
  fixture_run_until_func (has_no_pointer, fixture->view);
  before = get_place (fixture, x, y);
  activate (fixture, "view.zoom-in");
  after = get_place (fixture, x, y);
  assert_same (&after, &before);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sme_viewer_init ();
  ADD ("/document-zoom/page-that-fits-is-whole", test_page_is_whole);
  ADD ("/document-zoom/page-stays-whole-in-another-window-size", test_page_stays_whole);
  ADD ("/document-zoom/keys-about-the-pointer", test_keys_about_pointer);
  ADD ("/document-zoom/buttons-about-the-middle", test_buttons_about_middle);
  return g_test_run ();
}
