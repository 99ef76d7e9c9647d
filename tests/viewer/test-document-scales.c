/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view on screens of several scales: the pages asked for have exactly the pixels that they fill
 * on the screen, and what is drawn there is what poppler itself draws at that size. */
#include "viewer-fixture.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-viewer.h"

#include <adwaita.h>
#include <gdk/x11/gdkx.h>
#include <math.h>
#include <poppler.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
#define N_PAGES 3

static const double scales[] = { 1, 1.25, 1.5, 2, 3 };

typedef struct
{
  GtkWidget *window;
  SmeDocumentView *view;
  GBytes *bytes;
} Fixture;

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer n_ticks)
{
  ++*(guint *) n_ticks;
  return G_SOURCE_CONTINUE;
}

static gboolean
has_ticked (gpointer n_ticks)
{
  return *(guint *) n_ticks >= 3;
}

static gboolean
is_settled (gpointer view)
{
  return gtk_widget_get_width (view) > 0 && !sme_document_view_get_busy (view);
}

/* Until sizes are given out and the pages are there. */
static void
settle (Fixture *f)
{
  guint n_ticks = 0;
  guint id = gtk_widget_add_tick_callback (f->window, on_tick, &n_ticks, NULL);

  fixture_run_until_func (has_ticked, &n_ticks);
  gtk_widget_remove_tick_callback (f->window, id);
  fixture_run_until_func (is_settled, f->view);
}

/* Above the view there is something 47 pixels high: no whole pixels with a fraction. */
static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_label_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (SmeDocument) document = NULL;

  f->bytes = fixture_make_dense_contract (N_PAGES);
  document = fixture_open (f->bytes, NULL);
  f->window = gtk_window_new ();
  f->view = SME_DOCUMENT_VIEW (sme_document_view_new ());
  gtk_widget_set_size_request (above, -1, 47);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (f->view));
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 401, 557);
  sme_document_view_set_document (f->view, document);
  gtk_window_present (GTK_WINDOW (f->window));
  settle (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gdk_x11_display_set_surface_scale (gtk_widget_get_display (f->window), 1);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_bytes_unref (f->bytes);
}

/* A screen of whole numbers can be had here; a fraction is told as GTK would tell it. */
static void
set_scale (Fixture *f, double scale)
{
  if (scale == floor (scale))
    gdk_x11_display_set_surface_scale (gtk_widget_get_display (f->window), (int) scale);
  else
    sme_document_view_change_scale (f->view, scale);
  settle (f);
  g_assert_cmpfloat (f->view->scale, ==, scale);
}

static void
assert_whole (double pixels)
{
  g_assert_cmpfloat_with_epsilon (pixels, round (pixels), 0.01);
}

/* What was asked of the render thread for @page, and where it stands on the screen. */
static void
assert_pixels (Fixture *f, guint page, double scale)
{
  SmePageSheet sheet;
  SmePageArea area;
  GdkTexture *texture = sme_page_cache_get (f->view->cache, page, &area);
  double factor = sme_document_view_get_zoom (f->view) * scale * PIXELS_PER_POINT;
  double x, y;

  sme_document_view_get_sheet (f->view, page, &sheet);
  gtk_widget_translate_coordinates (GTK_WIDGET (f->view), f->window, 0, 0, &x, &y);
  g_assert_nonnull (texture);
  g_assert_cmpint (area.full_width, ==, (int) round (sheet.size.width * factor));
  g_assert_cmpint (area.full_height, ==, (int) round (sheet.size.height * factor));
  g_assert_cmpint (gdk_texture_get_width (texture), ==, area.clip.width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, area.clip.height);
  g_assert_cmpfloat_with_epsilon (sheet.paper.size.width * scale, area.full_width, 0.01);
  g_assert_cmpfloat_with_epsilon (sheet.paper.size.height * scale, area.full_height, 0.01);
  assert_whole ((x + sheet.paper.origin.x) * scale);
  assert_whole ((y + sheet.paper.origin.y) * scale);
}

/* The screen's pixels as the view fills them. */
static cairo_surface_t *
draw_screen (Fixture *f, double scale)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *screen = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (gtk_widget_get_width (f->window) * scale),
    (int) ceil (gtk_widget_get_height (f->window) * scale));
  cairo_t *cr = cairo_create (screen);
  GskRenderNode *node;
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (f->view), f->window, 0, 0, &x, &y);
  GTK_WIDGET_GET_CLASS (f->view)->snapshot (GTK_WIDGET (f->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, x, y);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (screen);
  return screen;
}

static cairo_surface_t *
draw_with_poppler (GBytes *bytes, guint index, int width, int height)
{
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, (int) index);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  double page_width, page_height;

  poppler_page_get_size (page, &page_width, &page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, height / page_height);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_object_unref (page);
  g_object_unref (document);
  return surface;
}

/* Parts of 255 that they differ on average, with @theirs laid on @ours at @left, @top. */
static double
compare (cairo_surface_t *ours, cairo_surface_t *theirs, int left, int top)
{
  int width = cairo_image_surface_get_width (theirs);
  int height = cairo_image_surface_get_height (theirs);
  guint64 sum = 0;

  g_assert_cmpint (left + width, <=, cairo_image_surface_get_width (ours));
  g_assert_cmpint (top + height, <=, cairo_image_surface_get_height (ours));
  for (int y = 0; y < height; y++)
    {
      const guchar *a = cairo_image_surface_get_data (ours) +
                        (top + y) * cairo_image_surface_get_stride (ours) + left * 4;
      const guchar *b =
        cairo_image_surface_get_data (theirs) + y * cairo_image_surface_get_stride (theirs);

      for (int i = 0; i < width * 4; i++)
        sum += i % 4 == 3 ? 0 : (guint64) ABS (a[i] - b[i]);
    }
  return (double) sum / (3.0 * width * height);
}

static void
assert_sharp (Fixture *f, guint page, double scale)
{
  cairo_surface_t *screen = draw_screen (f, scale);
  cairo_surface_t *theirs;
  SmePageSheet sheet;
  double x, y, difference;

  sme_document_view_get_sheet (f->view, page, &sheet);
  gtk_widget_translate_coordinates (GTK_WIDGET (f->view), f->window, 0, 0, &x, &y);
  theirs = draw_with_poppler (f->bytes, page, (int) round (sheet.paper.size.width * scale),
                              (int) round (sheet.paper.size.height * scale));
  difference = compare (screen, theirs, (int) round ((x + sheet.paper.origin.x) * scale),
                        (int) round ((y + sheet.paper.origin.y) * scale));
  g_test_message ("scale %g: %.3f of 255", scale, difference);
  g_assert_cmpfloat (difference, <, 0.1);
  cairo_surface_destroy (theirs);
  cairo_surface_destroy (screen);
}

static void
test_scale (Fixture *f, gconstpointer data)
{
  double scale = *(const double *) data;

  set_scale (f, scale);
  assert_pixels (f, 0, scale);
  sme_document_view_set_fit_mode (f->view, SME_FIT_PAGE);
  settle (f);
  assert_pixels (f, 0, scale);
  assert_sharp (f, 0, scale);
  sme_document_view_set_page (f->view, 2);
  settle (f);
  assert_pixels (f, 2, scale);
  assert_sharp (f, 2, scale);
}

/* The window goes to another screen: the place that is read stays, and is drawn anew. */
static void
test_change (Fixture *f, gconstpointer data)
{
  SmePageSheet before, after;

  sme_document_view_set_page (f->view, 1);
  settle (f);
  sme_document_view_get_sheet (f->view, 1, &before);
  for (gsize i = G_N_ELEMENTS (scales); i-- > 0;)
    {
      set_scale (f, scales[i]);
      g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 1);
      sme_document_view_get_sheet (f->view, 1, &after);
      g_assert_cmpfloat_with_epsilon (after.paper.origin.y, before.paper.origin.y, 1.5);
      assert_pixels (f, 1, scales[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  sme_viewer_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document-scales/pixels-at-%g", scales[i]);

      g_test_add (path, Fixture, &scales[i], set_up, test_scale, tear_down);
    }
  g_test_add ("/document-scales/from-screen-to-screen", Fixture, NULL, set_up, test_change,
              tear_down);
  return g_test_run ();
}
