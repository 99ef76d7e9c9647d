/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was signed beside what is shown now, in windows of several widths, with usual letters and
 * with letters twice as large, in the language of ONESME_TEST_LANGUAGE. */
#include "viewer/sme-compare-window.h"

#include "config.h"
#include "seal-cases.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-viewer.h"

#include <libintl.h>
#include <locale.h>

#define USUAL_DPI (96 * 1024)
#define PAGE_TOP 13 /* the highest that a page begins, in logical pixels */

typedef struct
{
  int width;
  int height;
  int dpi;
  gboolean side_by_side;
  int least_height; /* of each side */
} Row;

typedef struct
{
  GtkWindow *window;
  SmeDocumentView *before;
  SmeDocumentView *now;
} Compare;

static const Row rows[] = {
  { 360, 640, USUAL_DPI, FALSE, 180 }, { 360, 640, 2 * USUAL_DPI, FALSE, 130 },
  { 640, 720, USUAL_DPI, FALSE, 220 }, { 640, 720, 2 * USUAL_DPI, FALSE, 170 },
  { 1280, 800, USUAL_DPI, TRUE, 600 }, { 1280, 800, 2 * USUAL_DPI, TRUE, 550 },
};

static gboolean
is_shown (gpointer view)
{
  return sme_document_view_get_document (view) != NULL && !sme_document_view_get_busy (view) &&
         gtk_widget_get_width (view) > 0;
}

static void
find_buttons (GtkWidget *widget, GHashTable *found)
{
  const char *action =
    GTK_IS_BUTTON (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  if (action != NULL && gtk_widget_get_mapped (widget))
    {
      graphene_rect_t bounds;
      GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

      g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (window));
      g_assert_cmpfloat (MIN (bounds.size.width, bounds.size.height), >=, 24);
      g_hash_table_add (found, g_strdup (action));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_buttons (child, found);
}

static void
assert_buttons (GtkWidget *window)
{
  static const char *const actions[] = { "compare.next", "compare.previous", "compare.zoom-in",
                                         "compare.zoom-out" };
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  find_buttons (window, found);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (g_hash_table_contains (found, actions[i]));
}

/* Each side has the window's width or half of it, and stands beside or below the other. */
static void
assert_sides (GtkWidget *window, GtkWidget *before, GtkWidget *now, const Row *row)
{
  graphene_rect_t left, right;
  int whole = gtk_widget_get_width (window);

  g_assert_true (gtk_widget_compute_bounds (before, window, &left));
  g_assert_true (gtk_widget_compute_bounds (now, window, &right));
  g_test_message ("%g x %g, %g x %g", left.size.width, left.size.height, right.size.width,
                  right.size.height);
  g_assert_cmpfloat_with_epsilon (left.size.width, right.size.width, 1.5);
  g_assert_cmpfloat_with_epsilon (left.size.height, right.size.height, 1.5);
  g_assert_cmpfloat (left.size.height, >=, row->least_height);
  g_assert_cmpfloat (left.size.width, >=, row->side_by_side ? whole / 2 - 2 : whole);
  if (row->side_by_side)
    g_assert_cmpfloat (left.origin.y, ==, right.origin.y);
  else
    g_assert_cmpfloat (left.origin.y + left.size.height, <=, right.origin.y);
}

/* The page that differs is in sight on both sides, not only counted as the current one. */
static void
assert_page (SmeDocumentView *view)
{
  SmePageSheet sheet;

  g_assert_cmpuint (sme_document_view_get_page (view), ==, 1);
  sme_document_view_get_sheet (view, 1, &sheet);
  g_assert_cmpfloat (sheet.paper.origin.y, <=, PAGE_TOP);
}

static void
assert_zoom (GtkWidget *window, SmeDocumentView *before, SmeDocumentView *now)
{
  double zoom = sme_document_view_get_zoom (now);

  g_assert_true (gtk_widget_activate_action (window, "compare.zoom-in", NULL));
  g_assert_cmpfloat (sme_document_view_get_zoom (now), >, zoom);
  g_assert_cmpfloat (sme_document_view_get_zoom (before), ==, sme_document_view_get_zoom (now));
  g_assert_true (gtk_widget_activate_action (window, "compare.zoom-out", NULL));
  g_assert_cmpfloat_with_epsilon (sme_document_view_get_zoom (before), zoom, 0.001);
}

/* A frame may take some of it. */
static void
assert_whole (GtkWidget *window, const Row *row)
{
  g_assert_cmpint (gtk_widget_get_width (window), <=, row->width);
  g_assert_cmpint (gtk_widget_get_width (window), >=, row->width - 16);
  g_assert_cmpint (gtk_widget_get_height (window), <=, row->height);
}

static void
compare_open (Compare *compare, const Row *row)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) changed = seal_cases_replace_page (sealed, 1);
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  guint page = 1;
  GtkWidget *window;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", row->dpi, NULL);
  g_array_append_val (pages, page);
  window = sme_compare_window_new (NULL, sealed, changed, pages);
  compare->window = GTK_WINDOW (window);
  compare->before = sme_compare_window_get_before (SME_COMPARE_WINDOW (window));
  compare->now = sme_compare_window_get_now (SME_COMPARE_WINDOW (window));
  gtk_window_set_decorated (compare->window, FALSE);
  gtk_window_set_default_size (compare->window, row->width, row->height);
  gtk_window_present (compare->window);
  fixture_run_until_func (is_shown, compare->before);
  fixture_run_until_func (is_shown, compare->now);
}

static void
test_sides (gconstpointer data)
{
  const Row *row = data;
  Compare compare;
  GtkWidget *window;

  compare_open (&compare, row);
  window = GTK_WIDGET (compare.window);
  assert_whole (window, row);
  assert_sides (window, GTK_WIDGET (compare.before), GTK_WIDGET (compare.now), row);
  assert_buttons (window);
  assert_page (compare.before);
  assert_page (compare.now);
  assert_zoom (window, compare.before, compare.now);
  gtk_window_destroy (compare.window);
}

static gboolean
is_wide (gpointer view)
{
  return gtk_widget_get_width (view) > 400 && !sme_document_view_get_busy (view);
}

static gboolean
is_narrow (gpointer view)
{
  return gtk_widget_get_width (view) < 400 && !sme_document_view_get_busy (view);
}

/* In a window of another size both sides still show the page, neither moves the other away. */
static void
test_resized (void)
{
  static const Row wide = { 1280, 800, USUAL_DPI, TRUE, 600 };
  Compare compare;

  compare_open (&compare, &wide);
  for (int i = 0; i < 2; i++)
    {
      gtk_window_set_default_size (compare.window, 360, 640);
      fixture_run_until_func (is_narrow, compare.before);
      fixture_run_until_func (is_narrow, compare.now);
      assert_page (compare.before);
      assert_page (compare.now);
      gtk_window_set_default_size (compare.window, 1280, 800);
      fixture_run_until_func (is_wide, compare.before);
      fixture_run_until_func (is_wide, compare.now);
      assert_page (compare.before);
      assert_page (compare.now);
    }
  gtk_window_destroy (compare.window);
}

int
main (int argc, char *argv[])
{
  const char *language = g_getenv ("ONESME_TEST_LANGUAGE");

  g_setenv ("LANGUAGE", language != NULL ? language : "en", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (SME_GETTEXT_DOMAIN, SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
  gtk_init ();
  adw_init ();
  sme_viewer_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/compare-window/%d-wide-letters-%d", rows[i].width,
                                               rows[i].dpi / USUAL_DPI);

      g_test_add_data_func (path, &rows[i], test_sides);
    }
  g_test_add_func ("/compare-window/resized", test_resized);
  return g_test_run ();
}
