/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small pages beside the document: they stand at the page that is read. */
#include "viewer-fixture.h"
#include "viewer/sme-document-pane-private.h"
#include "viewer/sme-page-thumb.h"
#include "viewer/sme-viewer.h"

typedef struct
{
  GtkWidget *window;
  SmeDocumentPane *pane;
  SmeDocumentView *view;
  GtkListView *list;
} Fixture;

static gboolean
is_shown (gpointer view)
{
  return sme_document_view_get_document (view) != NULL && gtk_widget_get_width (view) > 0 &&
         !sme_document_view_get_busy (view);
}

/* @data: how many pages */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (GPOINTER_TO_UINT (data));

  fixture->window = gtk_window_new ();
  fixture->pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  fixture->view = fixture->pane->view;
  fixture->list = sme_document_sidebar_get_pages (fixture->pane->sidebar);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 750);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sme_document_pane_open_bytes (fixture->pane, bytes);
  fixture_run_until_func (is_shown, fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) pane = g_object_ref (GTK_WIDGET (fixture->pane));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&pane));
}

/* The number under a small page. */
static guint
get_number (GtkWidget *row)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_widget_get_first_child (row));

  return (guint) g_ascii_strtoull (gtk_label_get_label (GTK_LABEL (label)), NULL, 10);
}

static gboolean
is_drawn (GtkWidget *row)
{
  GtkWidget *thumb = gtk_widget_get_first_child (gtk_widget_get_first_child (row));

  return sme_page_thumb_is_drawn (SME_PAGE_THUMB (thumb));
}

/* Whether the rows in sight fill the list, are drawn, and the present page is one of them, whole
 * and marked. */
static gboolean
is_at_page (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *list = GTK_WIDGET (fixture->list);
  double covered = 0;
  gboolean has_page = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t rect;
      gboolean marked = (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;
      double top, bottom;

      if (!gtk_widget_get_child_visible (row) || !gtk_widget_compute_bounds (row, list, &rect))
        continue;
      top = rect.origin.y;
      bottom = top + rect.size.height;
      if (bottom <= 0 || top >= gtk_widget_get_height (list))
        continue;
      if (!is_drawn (row))
        return FALSE;
      covered += MIN (bottom, gtk_widget_get_height (list)) - MAX (top, 0);
      if (get_number (row) == sme_document_view_get_page (fixture->view) + 1)
        has_page = marked && top >= 0 && bottom <= gtk_widget_get_height (list);
      else if (marked)
        return FALSE;
    }
  return has_page && covered >= gtk_widget_get_height (list) - 24;
}

static void
show_sidebar (Fixture *fixture, gboolean shown)
{
  g_object_set (fixture->pane, "sidebar", shown, NULL);
}

/* Not at the first one: the list would go there with it. */
static gboolean
has_focus_at_page (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (fixture->list) &&
         get_number (focus) == sme_document_view_get_page (fixture->view) + 1;
}

static void
test_opens_at_page (Fixture *fixture, gconstpointer data)
{
  guint n_pages = GPOINTER_TO_UINT (data);

  sme_document_view_set_page (fixture->view, n_pages * 3 / 4);
  show_sidebar (fixture, TRUE);
  fixture_run_until_func (is_at_page, fixture);
  fixture_run_until_func (has_focus_at_page, fixture);
  g_assert_true (is_at_page (fixture));
}

static void
test_opens_at_end (Fixture *fixture, gconstpointer data)
{
  sme_document_view_set_page (fixture->view, GPOINTER_TO_UINT (data) - 1);
  show_sidebar (fixture, TRUE);
  fixture_run_until_func (is_at_page, fixture);
}

static gboolean
is_hidden (gpointer list)
{
  return !gtk_widget_get_mapped (list);
}

/* Page by page, far away, and while the list was shut. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  static const guint pages[] = { 1, 2, 3, 4, 60, 61, 10, 0 };

  show_sidebar (fixture, TRUE);
  fixture_run_until_func (is_at_page, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      sme_document_view_set_page (fixture->view, pages[i]);
      fixture_run_until_func (is_at_page, fixture);
    }
  show_sidebar (fixture, FALSE);
  fixture_run_until_func (is_hidden, fixture->list);
  sme_document_view_set_page (fixture->view, 40);
  show_sidebar (fixture, TRUE);
  fixture_run_until_func (is_at_page, fixture);
}

#define ADD(path, n_pages, function) \
  g_test_add (path, Fixture, GUINT_TO_POINTER (n_pages), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sme_viewer_init ();
  ADD ("/document-thumbs/open-at-the-page", 397, test_opens_at_page);
  ADD ("/document-thumbs/open-at-the-end", 12, test_opens_at_end);
  ADD ("/document-thumbs/open-at-the-page-of-thousands", 4000, test_opens_at_page);
  ADD ("/document-thumbs/follow", 80, test_follows);
  return g_test_run ();
}
