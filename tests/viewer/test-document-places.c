/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving about in the view: links, back and forward, turned and dark pages, the sidebar. */
#include "viewer-fixture.h"
#include "viewer-hand.h"
#include "viewer/sme-document-pane-private.h"
#include "viewer/sme-document-properties.h"
#include "viewer/sme-document-sidebar.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-page-thumb.h"
#include "viewer/sme-viewer.h"

typedef struct
{
  GtkWidget *window;
  SmeDocumentPane *pane;
  SmeDocumentView *view;
} Fixture;

static gboolean
is_settled (gpointer user_data)
{
  SmeDocumentView *view = user_data;

  return sme_document_view_get_document (view) != NULL &&
         gtk_widget_get_width (GTK_WIDGET (view)) > 0 && !sme_document_view_get_busy (view);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixture_make_linked_contract (6);

  fixture->window = gtk_window_new ();
  fixture->pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  fixture->view = sme_document_pane_get_view (fixture->pane);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sme_document_pane_open_bytes (fixture->pane, bytes);
  fixture_run_until_func (is_settled, fixture->view);
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

static void
activate (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), name, NULL));
}

static gboolean
has_first_text (gpointer view)
{
  return sme_document_peek_text (sme_document_view_get_document (view), 0) != NULL;
}

static void
test_back_and_forward (Fixture *f, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->view));
  double before;

  gtk_adjustment_set_value (adjustment, 300);
  before = gtk_adjustment_get_value (adjustment);
  sme_document_view_jump (f->view, 4, 0.5);
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 4);
  sme_document_view_jump (f->view, 2, 0);
  activate (f, "view.back");
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 4);
  activate (f, "view.back");
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), before, 1);
  activate (f, "view.forward");
  activate (f, "view.forward");
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 2);
  /* Nothing beyond; and a jump forgets the way forward. */
  g_assert_false (sme_document_view_is_enabled (f->view, "view.forward"));
  activate (f, "view.back");
  sme_document_view_jump (f->view, 0, 0);
  g_assert_false (sme_document_view_is_enabled (f->view, "view.forward"));
}

static void
on_link (SmeDocumentView *view, const char *uri, char **seen)
{
  g_assert_null (*seen);
  *seen = g_strdup (uri);
}

/* Tab goes from link to link, Enter follows; what leads out only asks. */
static void
test_links_with_keys (Fixture *f, gconstpointer data)
{
  g_autofree char *seen = NULL;
  GtkWidget *widget = GTK_WIDGET (f->view);

  g_signal_connect (f->view, "link-activated", G_CALLBACK (on_link), &seen);
  gtk_widget_grab_focus (widget);
  sme_document_view_ensure_text (f->view, 0);
  fixture_run_until_func (has_first_text, f->view);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  activate (f, "view.activate-link");
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 2);
  g_assert_null (seen);
  activate (f, "view.back");
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  activate (f, "view.activate-link");
  g_assert_cmpstr (seen, ==, "https://smartca.vnpt.vn");
  g_assert_nonnull (f->pane->dialog);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (f->pane->dialog)), ==,
                   "https://smartca.vnpt.vn");
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (f->pane->dialog)),
                   ==, "cancel");
  gtk_window_close (f->pane->dialog);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
  activate (f, "view.activate-link");
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 2);
}

/* What is read in the middle of the window stays there, and so does the way back. */
static void
test_turn_keeps_place (Fixture *f, gconstpointer data)
{
  double middle = gtk_widget_get_height (GTK_WIDGET (f->view)) / 2.0;
  double across = gtk_widget_get_width (GTK_WIDGET (f->view)) / 2.0;
  SmePagePlace before, after;

  sme_document_view_jump (f->view, 3, 0.5);
  sme_document_view_get_place (f->view, across, middle, &before);
  activate (f, "view.rotate-right");
  fixture_run_until_func (is_settled, f->view);
  sme_document_view_get_place (f->view, across, middle, &after);
  g_assert_cmpuint (after.page, ==, before.page);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.02);
  g_assert_cmpuint (f->view->places_back->len, ==, 1);
  activate (f, "view.back");
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 0);
}

static gboolean
has_jumped (gpointer view)
{
  return SME_DOCUMENT_VIEW (view)->page == 2;
}

/* The link to page 3 stands from 72, 20 to 172, 40. */
static void
test_click (Fixture *f, gconstpointer data)
{
  graphene_rect_t link = GRAPHENE_RECT_INIT (72, 20, 100, 20);
  graphene_point_t corner = GRAPHENE_POINT_INIT_ZERO, point;
  graphene_rect_t place;
  SmePageSheet sheet;

  sme_document_view_ensure_text (f->view, 0);
  fixture_run_until_func (has_first_text, f->view);
  sme_document_view_get_sheet (f->view, 0, &sheet);
  sme_page_sheet_place (&sheet, &link, &place);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (f->view), f->window, &corner, &point));
  if (use_hand ("mousemove %d %d click 1", (int) (point.x + place.origin.x + 20),
                (int) (point.y + place.origin.y + place.size.height / 2)))
    fixture_run_until_func (has_jumped, f->view);
}

static void
test_turned (Fixture *f, gconstpointer data)
{
  SmePageRect upright, across;
  SmePagePlace place;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (72, 20, 100, 20);
  const SmePageLink *link;
  SmeViewport viewport;
  SmePageRect page;

  sme_document_view_ensure_text (f->view, 0);
  fixture_run_until_func (has_first_text, f->view);
  sme_document_view_set_zoom (f->view, 1);
  sme_page_layout_get_rect (f->view->layout, 0, &upright);
  activate (f, "view.rotate-right");
  fixture_run_until_func (is_settled, f->view);
  g_assert_cmpuint (sme_document_view_get_turns (f->view), ==, 1);
  sme_page_layout_get_rect (f->view->layout, 0, &across);
  g_assert_cmpint (across.width, ==, upright.height);
  g_assert_cmpint (across.height, ==, upright.width);

  /* What stood at the upper left is now at the upper right, and so are its link and its text. */
  rect = sme_page_rect_turn (&rect, &sme_document_get_page_sizes (f->pane->document)[0], 1);
  g_assert_cmpfloat_with_epsilon (rect.origin.x, 842 - 40, 0.1);
  g_assert_cmpfloat_with_epsilon (rect.origin.y, 72, 0.1);
  sme_document_view_get_viewport (f->view, &viewport);
  sme_page_layout_get_rect (f->view->layout, 0, &page);
  link =
    sme_document_view_get_link_at (f->view, (double) (page.x - viewport.left) + 812 * 96.0 / 72,
                                   (double) (page.y - viewport.top) + 100 * 96.0 / 72);
  g_assert_nonnull (link);
  g_assert_cmpuint (link->page, ==, 2);
  sme_document_view_get_place (f->view, (double) (page.x - viewport.left) + across.width - 1,
                               (double) (page.y - viewport.top) + 1, &place);
  g_assert_cmpfloat (place.x, <, 0.01);
  g_assert_cmpfloat (place.y, <, 0.01);

  for (int i = 0; i < 3; i++)
    activate (f, "view.rotate-right");
  g_assert_cmpuint (sme_document_view_get_turns (f->view), ==, 0);
  activate (f, "view.rotate-left");
  g_assert_cmpuint (sme_document_view_get_turns (f->view), ==, 3);
  fixture_run_until_func (is_settled, f->view);
}

static guint32
get_first_pixel (SmeDocumentView *view)
{
  SmePageArea area;
  GdkTexture *texture = sme_page_cache_get (view->cache, 0, &area);
  gsize stride;
  g_autofree guint32 *pixels = NULL;

  g_assert_nonnull (texture);
  stride = (gsize) gdk_texture_get_width (texture) * 4;
  pixels = g_malloc (stride * (gsize) gdk_texture_get_height (texture));
  gdk_texture_download (texture, (guchar *) pixels, stride);
  return pixels[0] & 0xffffff;
}

static void
test_dark (Fixture *f, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->view));

  gtk_adjustment_set_value (adjustment, 200);
  g_assert_cmphex (get_first_pixel (f->view), ==, 0xffffff);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->pane), "view.dark", NULL));
  g_assert_true (sme_document_view_get_dark (f->view));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200);
  fixture_run_until_func (is_settled, f->view);
  g_assert_cmphex (get_first_pixel (f->view), ==, 0x1e1e1e);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->pane), "view.dark", NULL));
  fixture_run_until_func (is_settled, f->view);
  g_assert_cmphex (get_first_pixel (f->view), ==, 0xffffff);
}

static gboolean
has_outline (gpointer sidebar)
{
  return sme_document_sidebar_has_outline (sidebar);
}

static SmePageThumb *
find_thumb (GtkWidget *widget)
{
  if (SME_IS_PAGE_THUMB (widget))
    return gtk_widget_get_mapped (widget) ? SME_PAGE_THUMB (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SmePageThumb *found = find_thumb (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_thumb_drawn (gpointer list)
{
  SmePageThumb *thumb = find_thumb (list);

  return thumb != NULL && sme_page_thumb_is_drawn (thumb);
}

static void
test_sidebar (Fixture *f, gconstpointer data)
{
  SmeDocumentSidebar *sidebar = f->pane->sidebar;
  GtkListView *pages = sme_document_sidebar_get_pages (sidebar);
  GtkListView *outline = sme_document_sidebar_get_outline (sidebar);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (pages));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0); /* nothing before it is seen */
  g_object_set (f->pane, "sidebar", TRUE, NULL);
  fixture_run_until_func (has_outline, sidebar);
  fixture_run_until_func (is_thumb_drawn, pages);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 6);
  g_assert_false (sme_page_thumb_get_dark (find_thumb (GTK_WIDGET (pages))));
  sme_document_view_set_dark (f->view, TRUE); /* thumbs are as dark as the pages */
  g_assert_true (sme_page_thumb_get_dark (find_thumb (GTK_WIDGET (pages))));
  fixture_run_until_func (is_thumb_drawn, pages);

  g_signal_emit_by_name (pages, "activate", 3);
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 3);
  g_assert_cmpuint (
    gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (pages))), ==,
    3);
  sme_document_view_set_page (f->view, 5);
  g_assert_cmpuint (
    gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (pages))), ==,
    5);

  model = G_LIST_MODEL (gtk_list_view_get_model (outline));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3); /* one is folded */
  g_signal_emit_by_name (outline, "activate", 1);
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 1);
  activate (f, "view.back");
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 5);
}

static gboolean
is_complete (gpointer properties)
{
  return sme_document_properties_is_complete (properties);
}

static void
test_properties (Fixture *f, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->pane), "document.properties", NULL));
  g_assert_true (SME_IS_DOCUMENT_PROPERTIES (f->pane->dialog));
  fixture_run_until_func (is_complete, f->pane->dialog);
  gtk_window_close (f->pane->dialog);
  g_assert_null (f->pane->dialog);
}

static void
test_page_entry (Fixture *f, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->pane), "document.enter-page", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)),
                                         GTK_WIDGET (f->pane->toolbar)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  sme_viewer_init ();
  ADD ("/document-view/back-and-forward", test_back_and_forward);
  ADD ("/document-view/links-with-keys", test_links_with_keys);
  ADD ("/document-view/turned", test_turned);
  ADD ("/document-view/mouse-follows-links", test_click);
  ADD ("/document-view/turning-keeps-the-place", test_turn_keeps_place);
  ADD ("/document-view/dark", test_dark);
  ADD ("/document-pane/sidebar", test_sidebar);
  ADD ("/document-pane/properties", test_properties);
  ADD ("/document-pane/page-entry", test_page_entry);
  return g_test_run ();
}
