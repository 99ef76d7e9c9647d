/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two fingers on the pages, from what the gesture tells on: nothing can touch a test's screen. */
#include "viewer-fixture.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-viewer.h"

#include <math.h>

#define GAP 12

typedef struct
{
  GtkWidget *window;
  SmeDocumentView *view;
  GtkAdjustment *vadjustment;
  GtkAdjustment *hadjustment;
} Fixture;

static gboolean
is_settled (gpointer user_data)
{
  SmeDocumentView *view = user_data;

  return gtk_widget_get_width (GTK_WIDGET (view)) > 0 && !sme_document_view_get_busy (view);
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->view = SME_DOCUMENT_VIEW (sme_document_view_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE); /* it stands at 0, 0 */
  sme_document_view_set_document (fixture->view, document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_run_until_func (is_settled, fixture->view);
  fixture->vadjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  fixture->hadjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->view));
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Where a place of page 2 (in parts of its height and width) is in the widget. */
static void
find_place (Fixture *fixture, double part_x, double part_y, double *x, double *y)
{
  double step = sme_document_view_get_zoom (fixture->view) * 96 / 72;
  double page_width = round (595.276 * step);
  double page_height = round (841.89 * step);
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  double left = GAP;

  if (page_width + 2 * GAP <= width)
    left = (width - page_width) / 2;
  *x = left + part_x * page_width - gtk_adjustment_get_value (fixture->hadjustment);
  *y = GAP + 2 * (page_height + GAP) + part_y * page_height -
       gtk_adjustment_get_value (fixture->vadjustment);
}

/* The n-th controller of @type, NULL if there are not so many. */
static GtkEventController *
find_controller (SmeDocumentView *view, GType type, guint n)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) && n-- == 0)
        return controller; /* the widget holds it */
    }
  return NULL;
}

static void
move_pointer (SmeDocumentView *view, double x, double y)
{
  GtkEventController *motion;

  for (guint i = 0; (motion = find_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION, i)); i++)
    g_signal_emit_by_name (motion, "motion", x, y);
}

/* The picture of @page has the pixels that it fills now. */
static void
assert_drawn_sharp (SmeDocumentView *view, guint page)
{
  double step = sme_document_view_get_zoom (view) * view->scale * 96 / 72;
  SmePageArea area;

  g_assert_nonnull (sme_page_cache_get (view->cache, page, &area));
  g_assert_cmpint (area.full_width, ==, (int) round (595.276 * step));
  g_assert_cmpint (area.full_height, ==, (int) round (841.89 * step));
}

/* What is between the fingers stays there, and is sharp when they have gone. */
static void
test_pinch (void)
{
  static const double scales[] = { 1.02, 1.3, 1.9, 2.6, 1.4 };
  Fixture fixture;
  GtkEventController *pinch;
  double x, y, x_after, y_after, zoom;

  set_up (&fixture);
  sme_document_view_set_page (fixture.view, 2);
  zoom = sme_document_view_get_zoom (fixture.view);
  pinch = find_controller (fixture.view, GTK_TYPE_GESTURE_ZOOM, 0);
  find_place (&fixture, 0.6, 0.3, &x, &y);
  move_pointer (fixture.view, x, y);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_signal_emit_by_name (pinch, "scale-changed", scales[i]);
      g_assert_cmpfloat_with_epsilon (sme_document_view_get_zoom (fixture.view), zoom * scales[i],
                                      0.0001);
      find_place (&fixture, 0.6, 0.3, &x_after, &y_after);
      g_assert_cmpfloat_with_epsilon (x_after, x, 2);
      g_assert_cmpfloat_with_epsilon (y_after, y, 2);
    }
  g_signal_emit_by_name (pinch, "end", NULL);
  g_assert_cmpint (sme_document_view_get_fit_mode (fixture.view), ==, SME_FIT_NONE);
  fixture_run_until_func (is_settled, fixture.view);
  assert_drawn_sharp (fixture.view, 2);
  tear_down (&fixture);
}

/* Both fingers move on while they part: the page goes with them. */
static void
test_pinch_moves (void)
{
  Fixture fixture;
  double x, y, x_after, y_after;

  set_up (&fixture);
  sme_document_view_set_zoom (fixture.view, 2);
  sme_document_view_set_page (fixture.view, 2);
  find_place (&fixture, 0.4, 0.3, &x, &y);
  sme_document_view_begin_pinch (fixture.view, x, y);
  sme_document_view_pinch (fixture.view, 1, x - 30, y - 50);
  sme_document_view_pinch (fixture.view, 1.5, x - 60, y - 90);
  find_place (&fixture, 0.4, 0.3, &x_after, &y_after);
  g_assert_cmpfloat_with_epsilon (x_after, x - 60, 3);
  g_assert_cmpfloat_with_epsilon (y_after, y - 90, 3);
  g_assert_cmpfloat (sme_document_view_get_zoom (fixture.view), ==, 3);
  tear_down (&fixture);
}

/* The fingers go on and nothing is there. */
static void
test_pinch_nothing (void)
{
  Fixture fixture;

  set_up (&fixture);
  sme_document_view_begin_pinch (fixture.view, 10, 10);
  sme_document_view_set_document (fixture.view, NULL);
  sme_document_view_pinch (fixture.view, 2, 20, 20);
  g_assert_cmpuint (sme_document_view_get_n_pages (fixture.view), ==, 0);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  sme_viewer_init ();
  g_test_add_func ("/document-pinch/keeps-its-place", test_pinch);
  g_test_add_func ("/document-pinch/moves-the-page", test_pinch_moves);
  g_test_add_func ("/document-pinch/without-document", test_pinch_nothing);
  return g_test_run ();
}
