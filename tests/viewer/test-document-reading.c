/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages as a screen reader is given them (GTK 4.14 and later). */
#include "viewer-fixture.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-viewer.h"

#include <adwaita.h>

#define N_PAGES 4

typedef struct
{
  GtkWidget *window;
  SmeDocumentView *view;
  GtkAccessibleText *text;
  GtkAccessibleTextInterface *iface;
} Fixture;

static gboolean
is_settled (gpointer user_data)
{
  SmeDocumentView *view = user_data;

  return gtk_widget_get_width (GTK_WIDGET (view)) > 0 && !sme_document_view_get_busy (view);
}

static gboolean
is_read (gpointer user_data)
{
  SmeDocumentView *view = user_data;

  return view->reading != NULL && sme_reading_text_get_n_pages (view->reading) == N_PAGES;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (N_PAGES);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->view = SME_DOCUMENT_VIEW (sme_document_view_new ());
  fixture->text = GTK_ACCESSIBLE_TEXT (fixture->view);
  fixture->iface = GTK_ACCESSIBLE_TEXT_GET_IFACE (fixture->view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sme_document_view_set_document (fixture->view, document);
  fixture_run_until_func (is_settled, fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) view = g_object_ref (GTK_WIDGET (fixture->view));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&view));
}

static char *
dup_contents (Fixture *f, guint start, guint end)
{
  g_autoptr (GBytes) bytes = f->iface->get_contents (f->text, start, end);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Nothing is read before somebody asks; then all pages come, in order. */
static void
test_pages_in_order (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *all = NULL;
  const char *at;

  g_assert_null (f->view->reading);
  first = dup_contents (f, 0, G_MAXUINT);
  fixture_run_until_func (is_read, f->view);
  all = dup_contents (f, 0, G_MAXUINT);
  at = all;
  for (guint page = 1; page <= N_PAGES; page++)
    {
      g_autofree char *heading = g_strdup_printf ("Page %u of %u\n", page, N_PAGES);
      g_autofree char *title = g_strdup_printf ("Hợp đồng số %u", page);

      at = strstr (at, heading);
      g_assert_nonnull (at);
      at = strstr (at, title);
      g_assert_nonnull (at);
    }
}

static void
test_caret_follows_page (Fixture *f, gconstpointer data)
{
  g_autofree char *line = NULL;
  guint caret;

  g_assert_cmpuint (f->iface->get_caret_position (f->text), ==, 0);
  fixture_run_until_func (is_read, f->view);
  sme_document_view_set_page (f->view, 2);
  caret = f->iface->get_caret_position (f->text);
  line = dup_contents (f, caret - 12, caret + 8);
  g_assert_cmpstr (line, ==, "Page 3 of 4\nCỘNG HÒA");
}

static void
test_units (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *line = NULL;
  guint start, end;

  first =
    f->iface->get_contents_at (f->text, 0, GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, &start, &end);
  fixture_run_until_func (is_read, f->view);
  bytes =
    f->iface->get_contents_at (f->text, 3, GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, &start, &end);
  line = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (line, ==, "Page 1 of 4\n");
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, g_utf8_strlen (line, -1));
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  g_autofree GtkAccessibleTextRange *ranges = NULL;
  g_autofree char *selected = NULL;
  gsize n_ranges;

  g_assert_false (f->iface->get_selection (f->text, &n_ranges, NULL));
  fixture_run_until_func (is_read, f->view);
  sme_document_view_select_all (f->view);
  g_assert_true (f->iface->get_selection (f->text, &n_ranges, &ranges));
  g_assert_cmpuint (n_ranges, ==, 1);
  selected =
    dup_contents (f, (guint) ranges[0].start, (guint) (ranges[0].start + ranges[0].length));
  g_assert_true (g_str_has_prefix (selected, "CỘNG HÒA"));
  g_assert_nonnull (strstr (selected, "Hợp đồng số 4"));
}

#if GTK_CHECK_VERSION(4, 16, 0)
static gboolean
has_places (gpointer user_data)
{
  Fixture *f = user_data;
  graphene_rect_t extents;
  SmeTextSpot first = { 0, 0 };
  guint start = sme_reading_text_get_offset (f->view->reading, &first);

  return f->iface->get_extents (f->text, start, start + 1, &extents);
}

/* A magnifier is led to the letter, and the letter is found under the pointer. */
static void
test_places (Fixture *f, gconstpointer data)
{
  SmeTextSpot spot = { 0, 4 };
  graphene_rect_t extents;
  graphene_point_t middle;
  guint offset, found;

  g_assert_cmpuint (f->iface->get_caret_position (f->text), ==, 0);
  fixture_run_until_func (is_read, f->view);
  fixture_run_until_func (has_places, f);
  offset = sme_reading_text_get_offset (f->view->reading, &spot);
  g_assert_true (f->iface->get_extents (f->text, offset, offset + 1, &extents));
  g_assert_cmpfloat (extents.size.width, >, 1);
  middle = GRAPHENE_POINT_INIT (extents.origin.x + extents.size.width / 4,
                                extents.origin.y + extents.size.height / 2);
  g_assert_true (f->iface->get_offset (f->text, &middle, &found));
  g_assert_cmpuint (found, ==, offset);
}
#endif

static void
test_another_document (Fixture *f, gconstpointer data)
{
  g_autoptr (SmeDocument) other = fixture_open_contract (1);
  g_autofree char *before = dup_contents (f, 0, G_MAXUINT);

  fixture_run_until_func (is_read, f->view);
  sme_document_view_set_document (f->view, other);
  g_assert_null (f->view->reading);
  g_assert_cmpuint (f->iface->get_caret_position (f->text), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  sme_viewer_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/document-reading/pages-in-order", test_pages_in_order);
  ADD ("/document-reading/caret-follows-page", test_caret_follows_page);
  ADD ("/document-reading/units", test_units);
  ADD ("/document-reading/selection", test_selection);
#if GTK_CHECK_VERSION(4, 16, 0)
  ADD ("/document-reading/places", test_places);
#endif
  ADD ("/document-reading/another-document", test_another_document);
#undef ADD
  return g_test_run ();
}
