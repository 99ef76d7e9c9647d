/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text mode for large letters: how large they are, and that the text goes with the window. */
#include "viewer-fixture.h"
#include "viewer-hand.h"
#include "viewer/sme-document-pane-private.h"
#include "viewer/sme-document-text-view-private.h"
#include "viewer/sme-viewer.h"

typedef struct
{
  GtkWidget *window;
  SmeDocumentPane *pane;
  SmeDocumentTextView *text;
  GtkTextBuffer *buffer;
  GtkMenuButton *percent; /* of the toolbar */
} Fixture;

static GtkMenuButton *
find_percent (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL)
    return GTK_MENU_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkMenuButton *found = find_percent (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_shown (gpointer view)
{
  return sme_document_view_get_document (view) != NULL && gtk_widget_get_width (view) > 0 &&
         !sme_document_view_get_busy (view);
}

static gboolean
is_complete (gpointer text)
{
  return SME_DOCUMENT_TEXT_VIEW (text)->is_complete && gtk_widget_get_mapped (text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (6);

  fixture->window = gtk_window_new ();
  fixture->pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  fixture->text = fixture->pane->text_view;
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  fixture->percent = find_percent (GTK_WIDGET (fixture->pane->toolbar));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sme_document_pane_open_bytes (fixture->pane, bytes);
  fixture_run_until_func (is_shown, fixture->pane->view);
  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  fixture_run_until_func (is_complete, fixture->text);
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

static gboolean
activate (Fixture *fixture, const char *name)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->pane), name, NULL);
}

/* The height of the letter at @offset. */
static int
get_letter_height (Fixture *fixture, int offset)
{
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->text), &iter, &place);
  return place.height;
}

static void
assert_percent (Fixture *fixture, const char *percent)
{
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->percent), ==, percent);
}

/* Heading and text, from smallest to largest; the pages keep their own. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  int start = g_array_index (fixture->text->parts, SmeTextPart, 0).start;
  int height = get_letter_height (fixture, start);
  g_autofree char *of_pages = NULL;

  assert_percent (fixture, "100%");
  g_assert_true (activate (fixture, "view.zoom-in"));
  assert_percent (fixture, "120%");
  g_assert_cmpint (get_letter_height (fixture, start), >, height);
  for (int i = 0; i < 20; i++)
    activate (fixture, "view.zoom-in");
  assert_percent (fixture, "400%");
  g_assert_cmpint (get_letter_height (fixture, start), >, 3 * height);
  g_assert_cmpint (get_letter_height (fixture, 0), >, 3 * height);
  for (int i = 0; i < 20; i++)
    activate (fixture, "view.zoom-out");
  assert_percent (fixture, "75%");
  g_assert_cmpint (get_letter_height (fixture, start), <, height);
  g_assert_true (activate (fixture, "view.zoom-normal"));
  assert_percent (fixture, "100%");
  g_assert_cmpint (get_letter_height (fixture, start), ==, height);

  sme_document_text_view_set_zoom (fixture->text, 2);
  sme_document_pane_set_text_mode (fixture->pane, FALSE);
  of_pages = g_strdup_printf ("%.0f%%", sme_document_view_get_zoom (fixture->pane->view) * 100);
  assert_percent (fixture, of_pages);
  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  assert_percent (fixture, "200%"); /* kept */
}

static gboolean
is_larger (gpointer text)
{
  return sme_document_text_view_get_zoom (text) > 1;
}

static gboolean
is_normal (gpointer text)
{
  return sme_document_text_view_get_zoom (text) == 1;
}

static void
test_keys_and_wheel (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->text));
  if (!use_hand ("mousemove 300 300 keydown ctrl click 4 keyup ctrl"))
    return;
  fixture_run_until_func (is_larger, fixture->text);
  assert_percent (fixture, "120%");
  use_hand ("key ctrl+0");
  fixture_run_until_func (is_normal, fixture->text);
  use_hand ("key ctrl+plus");
  fixture_run_until_func (is_larger, fixture->text);
  use_hand ("key ctrl+minus");
  fixture_run_until_func (is_normal, fixture->text);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->text));
}

/* The offset of what stands at the upper edge. */
static int
get_top (Fixture *fixture)
{
  GdkRectangle sight;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (fixture->text), &sight);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (fixture->text), &iter, 18, sight.y + 4);
  return gtk_text_iter_get_offset (&iter);
}

typedef struct
{
  Fixture *fixture;
  int top;
} Place;

/* Within a line of letters twice as large. */
static gboolean
is_back (gpointer user_data)
{
  Place *place = user_data;

  return ABS (get_top (place->fixture) - place->top) <= 100;
}

static gboolean
is_away (gpointer user_data)
{
  return gtk_adjustment_get_value (get_adjustment (user_data)) > 900;
}

static void
test_keeps_place (Fixture *fixture, gconstpointer data)
{
  Place place = { fixture, 0 };

  gtk_adjustment_set_value (get_adjustment (fixture), 1000);
  fixture_run_until_func (is_away, fixture);
  place.top = get_top (fixture);
  sme_document_text_view_set_zoom (fixture->text, 3);
  fixture_run_until_func (is_back, &place);
  sme_document_text_view_set_zoom (fixture->text, 1);
  fixture_run_until_func (is_back, &place);
}

/* A paragraph is one, with the characters where the page has them. */
static void
test_flows (Fixture *fixture, gconstpointer data)
{
  static const char start[] = "Trang 3 của hợp đồng cung cấp";
  SmeTextPart part = g_array_index (fixture->text->parts, SmeTextPart, 2);
  SmePageText *page = sme_document_peek_text (sme_document_pane_get_document (fixture->pane), 2);
  const char *text = sme_page_text_get_text (page);
  const char *found = strstr (text, start);
  GtkTextIter iter, end;
  g_autofree char *line = NULL;

  g_assert_nonnull (found);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter,
                                      part.start + (int) g_utf8_pointer_to_offset (text, found));
  end = iter;
  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_text (fixture->buffer, &iter, &end, FALSE);
  g_assert_true (g_str_has_prefix (line, start));
  g_assert_true (g_str_has_suffix (line, "Giá trị hợp"));
  g_assert_true (gtk_text_iter_starts_line (&iter));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sme_viewer_init ();
  ADD ("/document-letters/sizes", test_sizes);
  ADD ("/document-letters/keys-and-wheel", test_keys_and_wheel);
  ADD ("/document-letters/place-is-kept", test_keeps_place);
  ADD ("/document-letters/paragraphs-flow", test_flows);
  return g_test_run ();
}
