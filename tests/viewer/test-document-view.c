/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-view-private.h"

#include "viewer-fixture.h"
#include "viewer-hand.h"
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
set_up_sized (Fixture *fixture, guint n_pages, int width, int height)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (n_pages);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->view = SME_DOCUMENT_VIEW (sme_document_view_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE); /* it stands at 0, 0 */
  sme_document_view_set_document (fixture->view, document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_run_until_func (is_settled, fixture->view);
  fixture->vadjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  fixture->hadjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->view));
}

static void
set_up (Fixture *fixture)
{
  set_up_sized (fixture, 6, 700, 800);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
count (guint *n)
{
  (*n)++;
}

static guint *
count_notify (SmeDocumentView *view, const char *signal)
{
  guint *n = g_new0 (guint, 1);

  g_signal_connect_data (view, signal, G_CALLBACK (count), n, (GClosureNotify) (void *) g_free,
                         G_CONNECT_SWAPPED);
  return n;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
test_finalized (void)
{
  Fixture fixture;
  GtkWidget *view;
  gpointer document;

  set_up (&fixture);
  view = g_object_ref (GTK_WIDGET (fixture.view));
  document = sme_document_view_get_document (fixture.view);
  g_object_add_weak_pointer (document, &document);
  sme_document_view_set_page (fixture.view, 4); /* leaves work in flight */
  tear_down (&fixture);
  g_assert_finalize_object (view);
  fixture_run_until_func (is_null, &document); /* the page that was being drawn held it */
}

static void
test_never_shown (void)
{
  GtkWidget *view = g_object_ref_sink (sme_document_view_new ());
  g_autoptr (SmeDocument) document = fixture_open_contract (1);

  sme_document_view_set_document (SME_DOCUMENT_VIEW (view), document);
  g_assert_cmpuint (sme_document_view_get_n_pages (SME_DOCUMENT_VIEW (view)), ==, 1);
  g_assert_finalize_object (view);
}

static void
drop_document (SmeDocumentView *view)
{
  sme_document_view_set_document (view, NULL);
}

/* Whoever hears of a change takes the document away. */
static void
test_dropped_by_listener (void)
{
  static const char *const listened[] = { "notify::page", "notify::busy", "notify::zoom" };

  for (gsize i = 0; i < G_N_ELEMENTS (listened); i++)
    {
      Fixture fixture;
      SmeDocumentSearch *search;

      set_up (&fixture);
      g_signal_connect (fixture.view, listened[i], G_CALLBACK (drop_document), NULL);
      sme_document_view_set_zoom (fixture.view, 3);
      gtk_adjustment_set_value (fixture.vadjustment, 1e9);
      g_assert_null (sme_document_view_get_document (fixture.view));
      tear_down (&fixture);

      set_up (&fixture);
      search = sme_document_view_get_search (fixture.view);
      g_signal_connect_swapped (search, i == 0 ? "notify::count" : "current-changed",
                                G_CALLBACK (drop_document), fixture.view);
      sme_document_search_set_text (search, "hop dong", 0);
      while (sme_document_view_get_document (fixture.view) != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (sme_document_search_get_count (search), ==, 0);
      tear_down (&fixture);
    }
}

static void
test_notify (void)
{
  Fixture fixture;
  guint *n_page, *n_zoom, *n_fit, *n_document;

  set_up (&fixture);
  n_page = count_notify (fixture.view, "notify::page");
  n_zoom = count_notify (fixture.view, "notify::zoom");
  n_fit = count_notify (fixture.view, "notify::fit-mode");
  n_document = count_notify (fixture.view, "notify::document");

  sme_document_view_set_page (fixture.view, 0);
  sme_document_view_set_fit_mode (fixture.view, SME_FIT_WIDTH);
  sme_document_view_set_document (fixture.view, sme_document_view_get_document (fixture.view));
  g_assert_cmpuint (*n_page + *n_zoom + *n_fit + *n_document, ==, 0);

  sme_document_view_set_page (fixture.view, 3);
  sme_document_view_set_page (fixture.view, 3);
  g_assert_cmpuint (*n_page, ==, 1);
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 3);

  sme_document_view_set_zoom (fixture.view, 2);
  sme_document_view_set_zoom (fixture.view, 2);
  g_assert_cmpuint (*n_zoom, ==, 1);
  g_assert_cmpuint (*n_fit, ==, 1);
  g_assert_cmpint (sme_document_view_get_fit_mode (fixture.view), ==, SME_FIT_NONE);

  sme_document_view_set_document (fixture.view, NULL);
  g_assert_cmpuint (*n_document, ==, 1);
  g_assert_cmpuint (sme_document_view_get_n_pages (fixture.view), ==, 0);
  tear_down (&fixture);
}

static void
test_fit (void)
{
  Fixture fixture;
  double width, height, zoom;

  set_up (&fixture);
  width = gtk_widget_get_width (GTK_WIDGET (fixture.view));
  height = gtk_widget_get_height (GTK_WIDGET (fixture.view));
  zoom = sme_document_view_get_zoom (fixture.view);
  g_assert_cmpfloat_with_epsilon (zoom * 595.276 * 96 / 72, width - 2 * GAP, 0.01);
  g_assert_cmpfloat (gtk_adjustment_get_upper (fixture.hadjustment), ==, width);

  sme_document_view_set_fit_mode (fixture.view, SME_FIT_PAGE);
  zoom = sme_document_view_get_zoom (fixture.view);
  g_assert_cmpfloat_with_epsilon (zoom * 841.89 * 96 / 72, height - 2 * GAP, 0.01);
  tear_down (&fixture);
}

static void
test_zoom_bounds (void)
{
  Fixture fixture;

  set_up (&fixture);
  sme_document_view_set_zoom (fixture.view, 1000);
  g_assert_cmpfloat (sme_document_view_get_zoom (fixture.view), ==, SME_ZOOM_MAX);
  fixture_run_until_func (is_settled, fixture.view); /* a page of 36 million pixels, in pieces */
  sme_document_view_set_zoom (fixture.view, 0.001);
  g_assert_cmpfloat (sme_document_view_get_zoom (fixture.view), ==, SME_ZOOM_MIN);
  fixture_run_until_func (is_settled, fixture.view);
  tear_down (&fixture);
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

static void
test_zoom_anchor (void)
{
  static const double zooms[] = { 2, 3.5, 1.1, 8, 1.3 };
  Fixture fixture;
  double x, y, x_after, y_after;

  set_up (&fixture);
  sme_document_view_set_zoom (fixture.view, 1.5);
  sme_document_view_set_page (fixture.view, 2);
  find_place (&fixture, 0.4, 0.3, &x, &y);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      sme_document_view_zoom_at (fixture.view, zooms[i], x, y);
      find_place (&fixture, 0.4, 0.3, &x_after, &y_after);
      g_assert_cmpfloat_with_epsilon (x_after, x, 2);
      g_assert_cmpfloat_with_epsilon (y_after, y, 2);
    }
  tear_down (&fixture);
}

static void
test_start_stays (void)
{
  Fixture fixture;

  set_up (&fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 400, 500);
  sme_document_view_set_fit_mode (fixture.view, SME_FIT_PAGE);
  sme_document_view_set_fit_mode (fixture.view, SME_FIT_WIDTH);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vadjustment), ==, 0);
  tear_down (&fixture);
}

static gboolean
has_reached_end (gpointer view)
{
  return sme_document_view_get_reached_end (view);
}

static void
test_reached_end (void)
{
  g_autoptr (SmeDocument) another = fixture_open_contract (6);
  Fixture fixture;
  guint *n_reached;

  set_up (&fixture);
  n_reached = count_notify (fixture.view, "notify::reached-end");
  g_assert_false (sme_document_view_get_reached_end (fixture.view));

  /* The head of the last page is not its end. */
  sme_document_view_set_page (fixture.view, 5);
  fixture_run_until_func (is_settled, fixture.view);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 5);
  g_assert_false (sme_document_view_get_reached_end (fixture.view));

  gtk_adjustment_set_value (fixture.vadjustment, 1e9);
  g_assert_false (sme_document_view_get_reached_end (fixture.view)); /* not before it is drawn */
  fixture_run_until_func (has_reached_end, fixture.view);
  g_assert_cmpuint (*n_reached, ==, 1);

  gtk_adjustment_set_value (fixture.vadjustment, 0);
  fixture_run_until_func (is_settled, fixture.view);
  g_assert_true (sme_document_view_get_reached_end (fixture.view));

  sme_document_view_set_document (fixture.view, another);
  g_assert_false (sme_document_view_get_reached_end (fixture.view));
  g_assert_cmpuint (*n_reached, ==, 2);
  tear_down (&fixture);
}

static void
test_short_document (void)
{
  Fixture fixture;

  set_up_sized (&fixture, 1, 400, 900);
  fixture_run_until_func (has_reached_end, fixture.view);
  tear_down (&fixture);
}

/* A page that is asked for before the pages stand anywhere is gone to once they do. */
static void
test_page_before_shown (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  Fixture fixture;
  SmePageSheet sheet;

  set_up (&fixture);
  sme_document_view_set_page (fixture.view, 2);
  sme_document_view_set_document (fixture.view, document);
  sme_document_view_set_page (fixture.view, 4);
  fixture_run_until_func (is_settled, fixture.view);
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 4);
  sme_document_view_get_sheet (fixture.view, 4, &sheet);
  g_assert_cmpfloat_with_epsilon (sheet.paper.origin.y, GAP, 1);
  tear_down (&fixture);
}

static void
test_page_follows (void)
{
  Fixture fixture;

  set_up (&fixture);
  for (guint i = 0; i < 6; i++)
    {
      sme_document_view_set_page (fixture.view, i);
      g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, i);
    }
  sme_document_view_set_page (fixture.view, 999);
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 5);

  gtk_adjustment_set_value (fixture.vadjustment, 0);
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 0);

  /* A page that cannot come to the top is still the one that was asked for. */
  sme_document_view_set_zoom (fixture.view, 0.25);
  sme_document_view_set_page (fixture.view, 5);
  fixture_run_until_func (is_settled, fixture.view);
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 5);
  tear_down (&fixture);
}

static void
test_actions (void)
{
  Fixture fixture;
  GtkWidget *widget;
  double zoom;

  set_up (&fixture);
  widget = GTK_WIDGET (fixture.view);
  g_assert_true (gtk_widget_activate_action (widget, "view.go-to-page", "u", 2));
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 2);
  g_assert_true (gtk_widget_activate_action (widget, "view.next-page", NULL));
  g_assert_true (gtk_widget_activate_action (widget, "view.next-page", NULL));
  g_assert_true (gtk_widget_activate_action (widget, "view.previous-page", NULL));
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 3);

  zoom = sme_document_view_get_zoom (fixture.view);
  g_assert_true (gtk_widget_activate_action (widget, "view.zoom-in", NULL));
  g_assert_cmpfloat (sme_document_view_get_zoom (fixture.view), >, zoom);
  g_assert_true (gtk_widget_activate_action (widget, "view.zoom-out", NULL));
  g_assert_cmpfloat_with_epsilon (sme_document_view_get_zoom (fixture.view), zoom, 1e-6);
  g_assert_true (gtk_widget_activate_action (widget, "view.zoom-normal", NULL));
  g_assert_cmpfloat (sme_document_view_get_zoom (fixture.view), ==, 1);
  g_assert_true (gtk_widget_activate_action (widget, "view.fit-page", NULL));
  g_assert_cmpint (sme_document_view_get_fit_mode (fixture.view), ==, SME_FIT_PAGE);
  g_assert_true (gtk_widget_activate_action (widget, "view.fit-width", NULL));
  g_assert_cmpint (sme_document_view_get_fit_mode (fixture.view), ==, SME_FIT_WIDTH);
  tear_down (&fixture);
}

static void
test_accessible (void)
{
  Fixture fixture;

  set_up (&fixture);
  gtk_test_accessible_assert_role (fixture.view, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Hợp đồng dịch vụ");
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Page 1 of 6");
  sme_document_view_set_page (fixture.view, 4);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Page 5 of 6");
  tear_down (&fixture);
}

static void
on_clipboard_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_not_null (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static gboolean
has_content (gpointer clipboard)
{
  return gdk_clipboard_get_content (clipboard) != NULL;
}

static char *
read_clipboard (GdkClipboard *clipboard)
{
  char *text = NULL;

  fixture_run_until_func (has_content, clipboard);
  gdk_clipboard_read_text_async (clipboard, NULL, on_clipboard_read, &text);
  fixture_run_until_func (is_not_null, &text);
  return text;
}

static void
test_copy_all (void)
{
  Fixture fixture;
  GtkWidget *widget;
  g_autofree char *text = NULL;

  set_up (&fixture);
  widget = GTK_WIDGET (fixture.view);
  g_assert_false (sme_document_view_has_selection (fixture.view));
  g_assert_true (gtk_widget_activate_action (widget, "view.select-all", NULL));
  g_assert_true (sme_document_view_has_selection (fixture.view));
  g_assert_true (gtk_widget_activate_action (widget, "view.copy", NULL));
  text = read_clipboard (gtk_widget_get_clipboard (widget));
  for (int i = 1; i <= 6; i++)
    {
      g_autofree char *number = g_strdup_printf ("Hợp đồng số %d", i);

      g_assert_nonnull (strstr (text, number));
    }
  sme_document_view_set_document (fixture.view, NULL);
  g_assert_false (sme_document_view_has_selection (fixture.view));
  tear_down (&fixture);
}

/* The button goes down before "CỘNG", and up after the first line's end. */
static void
test_drag (void)
{
  g_autofree char *text = NULL;
  double step;
  Fixture fixture;
  int left, y;

  set_up (&fixture);
  step = sme_document_view_get_zoom (fixture.view) * 96 / 72;
  left = (int) (GAP + 72 * step);
  y = (int) (GAP + 80 * step);
  if (use_hand ("mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d mouseup 1", left - 4,
                y, left + 100, y, (int) (left + 400 * step), y))
    {
      text = read_clipboard (gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture.view)));
      g_assert_cmpstr (g_strchomp (text), ==, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    }
  tear_down (&fixture);
}

static gboolean
is_drawn_to_second (gpointer view)
{
  SmeTextSpot from, to;

  sme_document_view_get_selection_ends (view, &from, &to);
  return from.page == 0 && to.page == 1 && !SME_DOCUMENT_VIEW (view)->dragging;
}

/* From the first page into the second: both ends and all between. */
static void
test_drag_across_pages (void)
{
  Fixture fixture;

  set_up (&fixture);
  sme_document_view_set_fit_mode (fixture.view, SME_FIT_PAGE);
  sme_document_view_set_zoom (fixture.view, 0.3);
  fixture_run_until_func (is_settled, fixture.view);
  if (use_hand ("mousemove 350 40 mousedown 1 mousemove 350 200 mousemove 350 520 mouseup 1"))
    {
      g_autofree char *text = NULL;

      /* The second page's text may be on its way yet. */
      fixture_run_until_func (is_drawn_to_second, fixture.view);
      /* Until it is copied, what another test selected is there. */
      do
        {
          g_free (text);
          text = read_clipboard (gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture.view)));
        }
      while (strstr (text, "Hợp đồng số 2") == NULL);
      g_assert_nonnull (strstr (text, "Hợp đồng số 1"));
    }
  tear_down (&fixture);
}

/* A click, and then a drag from the middle of a word into another: both are taken whole. */
static void
test_drag_by_words (void)
{
  static const char *const words[] = { "CỘNG",  "HÒA",  "XÃ",  "HỘI", "CHỦ",
                                       "NGHĨA", "VIỆT", "NAM", NULL };
  g_autofree char *text = NULL;
  double step;
  Fixture fixture;
  int left, y;

  set_up (&fixture);
  step = sme_document_view_get_zoom (fixture.view) * 96 / 72;
  left = (int) (GAP + 72 * step);
  y = (int) (GAP + 80 * step);
  if (use_hand ("mousemove %d %d click 1 mousedown 1 mousemove %d %d mousemove %d %d mouseup 1",
                left + 12, y, left + 60, y, (int) (left + 150 * step), y))
    {
      g_auto (GStrv) selected = NULL;

      text = read_clipboard (gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture.view)));
      selected = g_strsplit (g_strchomp (text), " ", -1);
      g_assert_cmpstr (selected[0], ==, "CỘNG");
      g_assert_cmpuint (g_strv_length (selected), >, 2);
      for (guint i = 0; selected[i] != NULL; i++)
        g_assert_cmpstr (selected[i], ==, words[i]);
    }
  tear_down (&fixture);
}

static gboolean
is_zoomed (gpointer view)
{
  return sme_document_view_get_fit_mode (view) == SME_FIT_NONE;
}

static void
test_wheel (void)
{
  Fixture fixture;
  double x, y, x_after, y_after, zoom;

  set_up (&fixture);
  sme_document_view_set_zoom (fixture.view, 1.2);
  sme_document_view_set_page (fixture.view, 2);
  sme_document_view_set_fit_mode (fixture.view, SME_FIT_WIDTH);
  find_place (&fixture, 0.5, 0.25, &x, &y);
  zoom = sme_document_view_get_zoom (fixture.view);
  if (use_hand ("mousemove %d %d keydown ctrl click 4 keyup ctrl", (int) x, (int) y))
    {
      fixture_run_until_func (is_zoomed, fixture.view);
      g_assert_cmpfloat_with_epsilon (sme_document_view_get_zoom (fixture.view), zoom * 1.2, 0.001);
      find_place (&fixture, 0.5, 0.25, &x_after, &y_after);
      g_assert_cmpfloat_with_epsilon (x_after, x, 2);
      g_assert_cmpfloat_with_epsilon (y_after, y, 2);
    }
  tear_down (&fixture);
}

typedef struct
{
  GtkAdjustment *adjustment;
  double value;
} Wait;

static gboolean
is_at (gpointer user_data)
{
  Wait *wait = user_data;

  return ABS (gtk_adjustment_get_value (wait->adjustment) - wait->value) < 0.5;
}

static void
press_and_wait (Fixture *fixture, const char *key, double value)
{
  Wait wait = { fixture->vadjustment, value };

  if (use_hand ("key %s", key))
    fixture_run_until_func (is_at, &wait);
}

static void
test_keys (void)
{
  Fixture fixture;
  double window, end;

  set_up (&fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.view));
  window = gtk_adjustment_get_page_size (fixture.vadjustment);
  end = gtk_adjustment_get_upper (fixture.vadjustment) - window;
  press_and_wait (&fixture, "Down", 48);
  press_and_wait (&fixture, "Up", 0);
  press_and_wait (&fixture, "Page_Down", window - 48);
  press_and_wait (&fixture, "space", 2 * (window - 48));
  press_and_wait (&fixture, "Page_Up", window - 48);
  press_and_wait (&fixture, "End", end);
  press_and_wait (&fixture, "Home", 0);
  if (use_hand ("key ctrl+plus"))
    fixture_run_until_func (is_zoomed, fixture.view);
  tear_down (&fixture);
}

static void
test_search_reveals (void)
{
  Fixture fixture;
  SmeDocumentSearch *search;

  set_up (&fixture);
  search = sme_document_view_get_search (fixture.view);
  sme_document_search_set_text (search, "hop dong so 5", 0);
  while (sme_document_search_get_busy (search))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 1);
  g_assert_cmpuint (sme_document_view_get_page (fixture.view), ==, 4);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vadjustment), >, 0);
  fixture_run_until_func (is_settled, fixture.view);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  sme_viewer_init ();
  g_test_add_func ("/document-view/is-finalized", test_finalized);
  g_test_add_func ("/document-view/never-shown-is-finalized", test_never_shown);
  g_test_add_func ("/document-view/listener-takes-the-document-away", test_dropped_by_listener);
  g_test_add_func ("/document-view/notifies-on-change-only", test_notify);
  g_test_add_func ("/document-view/fits-width-and-page", test_fit);
  g_test_add_func ("/document-view/zoom-has-bounds", test_zoom_bounds);
  g_test_add_func ("/document-view/zoom-keeps-the-place-under-the-pointer", test_zoom_anchor);
  g_test_add_func ("/document-view/start-stays-at-the-top", test_start_stays);
  g_test_add_func ("/document-view/end-is-reached-when-it-was-drawn", test_reached_end);
  g_test_add_func ("/document-view/short-document-is-read-at-once", test_short_document);
  g_test_add_func ("/document-view/page-before-shown", test_page_before_shown);
  g_test_add_func ("/document-view/page-follows-scrolling", test_page_follows);
  g_test_add_func ("/document-view/actions", test_actions);
  g_test_add_func ("/document-view/has-name-and-role", test_accessible);
  g_test_add_func ("/document-view/copies-the-text-of-all-pages", test_copy_all);
  g_test_add_func ("/document-view/mouse-selects-a-line", test_drag);
  g_test_add_func ("/document-view/drag-by-words", test_drag_by_words);
  g_test_add_func ("/document-view/wheel-zooms-under-the-pointer", test_wheel);
  g_test_add_func ("/document-view/keys-scroll", test_keys);
  g_test_add_func ("/document-view/match-is-brought-in-sight", test_search_reveals);
  /* Last: the others do not wait for the clipboard to change. */
  g_test_add_func ("/document-view/mouse-selects-across-pages", test_drag_across_pages);
  return g_test_run ();
}
