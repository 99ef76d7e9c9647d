/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text mode of the pane: it stands where the pages stand, shows matches and follows links. */
#include "viewer-fixture.h"
#include "viewer-hand.h"
#include "viewer/sme-document-pane-private.h"
#include "viewer/sme-document-text-view-private.h"
#include "viewer/sme-viewer.h"

typedef struct
{
  GtkWidget *window;
  SmeDocumentPane *pane;
  SmeDocumentView *view;
  SmeDocumentTextView *text;
  GtkTextBuffer *buffer;
} Fixture;

static gboolean
is_shown (gpointer user_data)
{
  SmeDocumentView *view = user_data;

  return sme_document_view_get_document (view) != NULL &&
         gtk_widget_get_width (GTK_WIDGET (view)) > 0 && !sme_document_view_get_busy (view);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes =
    data != NULL ? fixture_make_linked_contract (6) : fixture_make_dense_contract (6);

  fixture->window = gtk_window_new ();
  fixture->pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  fixture->view = fixture->pane->view;
  fixture->text = fixture->pane->text_view;
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, data != NULL ? 400 : 700);
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

static GtkAdjustment *
get_adjustment (gpointer scrollable)
{
  return gtk_scrollable_get_vadjustment (scrollable);
}

/* Whether the heading of the page stands at the upper edge, with all pages there. */
static gboolean
is_at_heading (Fixture *fixture, guint page)
{
  g_autofree char *wanted = g_strdup_printf ("Page %u of 6", page + 1);
  g_autofree char *line = NULL;
  GdkRectangle sight;
  GtkTextIter start, end;

  if (!fixture->text->is_complete || !gtk_widget_get_mapped (GTK_WIDGET (fixture->text)))
    return FALSE;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (fixture->text), &sight);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (fixture->text), &start, sight.y + 2, NULL);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_text (fixture->buffer, &start, &end, FALSE);
  return g_str_equal (line, wanted);
}

static gboolean
is_at_first (gpointer fixture)
{
  return is_at_heading (fixture, 0);
}

static gboolean
is_at_second (gpointer fixture)
{
  return is_at_heading (fixture, 1);
}

static gboolean
is_at_third (gpointer fixture)
{
  return is_at_heading (fixture, 2);
}

static gboolean
is_at_fourth (gpointer fixture)
{
  return is_at_heading (fixture, 3);
}

static gboolean
is_complete (gpointer text)
{
  return SME_DOCUMENT_TEXT_VIEW (text)->is_complete &&
         gtk_adjustment_get_upper (get_adjustment (text)) >
           2 * gtk_adjustment_get_page_size (get_adjustment (text));
}

static void
test_begins_at_page (Fixture *fixture, gconstpointer data)
{
  sme_document_view_set_page (fixture->view, 3);
  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  fixture_run_until_func (is_at_fourth, fixture);
  g_assert_cmpuint (sme_document_text_view_get_page (fixture->text), ==, 3);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 3);
}

/* Reading nothing in between moves nothing. */
static void
test_keeps_place (Fixture *fixture, gconstpointer data)
{
  double value;

  sme_document_view_set_page (fixture->view, 2);
  value = gtk_adjustment_get_value (get_adjustment (fixture->view)) + 300;
  gtk_adjustment_set_value (get_adjustment (fixture->view), value);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 2);
  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  fixture_run_until_func (is_at_third, fixture);
  sme_document_pane_set_text_mode (fixture->pane, FALSE);
  fixture_run_until_func (is_shown, fixture->view);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_adjustment (fixture->view)), value,
                                  0.5);
}

static gboolean
is_on_last_page (gpointer view)
{
  return sme_document_view_get_page (view) == 5;
}

static void
test_page_follows (Fixture *fixture, gconstpointer data)
{
  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  fixture_run_until_func (is_complete, fixture->text);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 0);
  while (!is_on_last_page (fixture->view)) /* lines below are measured as one goes on */
    {
      gtk_adjustment_set_value (get_adjustment (fixture->text), 1e9);
      g_main_context_iteration (NULL, TRUE);
    }
  sme_document_pane_set_text_mode (fixture->pane, FALSE);
  fixture_run_until_func (is_shown, fixture->view);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 5);
}

static void
test_goes_where_chosen (Fixture *fixture, gconstpointer data)
{
  GtkListView *pages = sme_document_sidebar_get_pages (fixture->pane->sidebar);

  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  g_object_set (fixture->pane, "sidebar", TRUE, NULL);
  fixture_run_until_func (is_complete, fixture->text);
  g_signal_emit_by_name (pages, "activate", 3);
  fixture_run_until_func (is_at_fourth, fixture);
  g_signal_emit_by_name (pages, "activate", 1);
  fixture_run_until_func (is_at_second, fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "view.back", NULL));
  fixture_run_until_func (is_at_fourth, fixture);
  g_assert_cmpuint (sme_document_text_view_get_page (fixture->text), ==, 3);
}

/* Characters of @page that bear the tag. */
static guint
count_marked (Fixture *fixture, const char *name, guint page)
{
  GtkTextTag *tag =
    gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (fixture->buffer), name);
  GtkTextIter iter;
  guint n_marked = 0;

  gtk_text_buffer_get_iter_at_offset (
    fixture->buffer, &iter, g_array_index (fixture->text->parts, SmeTextPart, page).start);
  do
    n_marked += gtk_text_iter_has_tag (&iter, tag) ? 1 : 0;
  while (gtk_text_iter_forward_char (&iter) &&
         sme_document_text_view_find_page (fixture->text, gtk_text_iter_get_offset (&iter)) ==
           page);
  return n_marked;
}

static guint
count_matched (Fixture *fixture, guint page)
{
  GArray *matches =
    sme_document_search_get_matches (sme_document_view_get_search (fixture->view), page);
  guint n_matched = 0;

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    n_matched +=
      g_array_index (matches, SmeTextRange, i).end - g_array_index (matches, SmeTextRange, i).start;
  return n_matched;
}

static gboolean
is_searched (gpointer search)
{
  return !sme_document_search_get_busy (search);
}

static void
test_matches (Fixture *fixture, gconstpointer data)
{
  SmeDocumentSearch *search = sme_document_view_get_search (fixture->view);
  SmeTextRange range;
  guint page;

  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  fixture_run_until_func (is_complete, fixture->text);
  sme_document_search_set_text (search, "hop dong", 0);
  fixture_run_until_func (is_searched, search);
  g_assert_cmpuint (count_matched (fixture, 0), >, 0);
  g_assert_cmpuint (count_marked (fixture, "match", 0), ==, count_matched (fixture, 0));
  g_assert_true (sme_document_search_get_current (search, &page, &range));
  g_assert_cmpuint (count_marked (fixture, "current", page), ==, range.end - range.start);

  sme_document_search_previous (search); /* the last one of all */
  g_assert_true (sme_document_search_get_current (search, &page, &range));
  g_assert_cmpuint (page, ==, 5);
  g_assert_cmpuint (count_marked (fixture, "current", 0), ==, 0);
  g_assert_cmpuint (count_marked (fixture, "current", 5), ==, range.end - range.start);
  fixture_run_until_func (is_on_last_page, fixture->view);
  g_assert_cmpuint (count_marked (fixture, "match", 5), ==, count_matched (fixture, 5));

  sme_document_search_set_text (search, "", 0);
  g_assert_cmpuint (count_marked (fixture, "match", 0), ==, 0);
  g_assert_cmpuint (count_marked (fixture, "match", 5), ==, 0);
  g_assert_cmpuint (count_marked (fixture, "current", 5), ==, 0);
}

static gboolean
is_asked (gpointer pane)
{
  return SME_DOCUMENT_PANE (pane)->dialog != NULL;
}

/* With Tab and Enter; the second one leads out, and is asked about. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *question = NULL;

  sme_document_pane_set_text_mode (fixture->pane, TRUE);
  fixture_run_until_func (is_complete, fixture->text);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->text));
  if (!use_hand ("mousemove 400 300 key Tab key Return"))
    return;
  fixture_run_until_func (is_at_third, fixture);
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "view.back", NULL));
  g_assert_cmpuint (sme_document_view_get_page (fixture->view), ==, 0);
  fixture_run_until_func (is_at_first, fixture);
  g_assert_true (use_hand ("key Tab key Tab key Return"));
  fixture_run_until_func (is_asked, fixture->pane);
  gtk_window_destroy (fixture->pane->dialog);
}

/* What a row of the table of contents leads to, and the line that stands there. */
typedef struct
{
  Fixture *fixture;
  guint page;
  char *line;
} Entry;

static gboolean
has_outline (gpointer sidebar)
{
  return sme_document_sidebar_has_outline (sidebar);
}

/* The line of the page's own text half way down. */
static char *
read_middle (Fixture *f, guint page)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SmePageText) text = NULL;
  SmeTextRange line;
  g_autoptr (GArray) rects = NULL;
  const graphene_rect_t *rect;

  sme_document_get_text_async (sme_document_view_get_document (f->view), page, SME_RENDER_TEXT,
                               NULL, fixture_keep_result, &result);
  fixture_await (&result);
  text = sme_document_get_text_finish (sme_document_view_get_document (f->view), result, NULL);
  line = sme_page_text_get_line (text, sme_page_text_get_line_below (text, 421));
  rects = sme_page_text_get_rects (text, &line);
  rect = &g_array_index (rects, graphene_rect_t, 0);
  g_assert_cmpfloat (rect->origin.y, >, 421 - 15);
  g_assert_cmpfloat (rect->origin.y, <, 421 + 15);
  return g_strdelimit (sme_page_text_dup_range (text, &line), "\n", ' ');
}

static gboolean
is_at_line (gpointer data)
{
  const Entry *entry = data;
  SmeDocumentTextView *text = entry->fixture->text;
  g_autofree char *line = NULL;
  GdkRectangle sight, place;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (text), &sight);
  gtk_text_buffer_get_iter_at_offset (entry->fixture->buffer, &start, text->target);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (text), &start, &place);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (entry->line, -1));
  line = gtk_text_buffer_get_text (entry->fixture->buffer, &start, &end, FALSE);
  g_strdelimit (line, "\n", ' '); /* where the paragraph goes on, it is a space */
  return ABS (place.y - sight.y) <= 1 && g_str_equal (line, entry->line) &&
         sme_document_text_view_find_page (text, text->target) == entry->page;
}

static void
choose (Fixture *f, guint row, guint page)
{
  Entry entry = { f, page, read_middle (f, page) };

  g_signal_emit_by_name (sme_document_sidebar_get_outline (f->pane->sidebar), "activate", row);
  fixture_run_until_func (is_at_line, &entry);
  g_assert_cmpuint (sme_document_text_view_get_page (f->text), ==, page);
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, page);
  g_free (entry.line);
}

/* A toolbar that changes its width meanwhile makes AdwFlap warn. */
static gboolean
is_slid_in (gpointer flap)
{
  return adw_flap_get_reveal_progress (flap) == 1;
}

/* A row of the table of contents leads to its own line, not only to the page that has it. */
static void
test_outline (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_linked_contract (6);
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  GtkListView *outline = sme_document_sidebar_get_outline (f->pane->sidebar);

  sme_document_pane_set_document (f->pane, document);
  fixture_run_until_func (is_shown, f->view);
  g_object_set (f->pane, "sidebar", TRUE, NULL);
  fixture_run_until_func (has_outline, f->pane->sidebar);
  fixture_run_until_func (is_slid_in, f->pane->flap);
  sme_document_pane_set_text_mode (f->pane, TRUE);
  choose (f, 1, 1);                               /* "Điều 2" */
  g_signal_emit_by_name (outline, "activate", 2); /* "Điều 3", at the top of page 3 */
  fixture_run_until_func (is_at_third, f);
  g_assert_cmpuint (sme_document_text_view_get_page (f->text), ==, 2);
  choose (f, 1, 1);

  /* The pages stand at the same place. */
  sme_document_pane_set_text_mode (f->pane, FALSE);
  fixture_run_until_func (is_shown, f->view);
  g_assert_cmpuint (sme_document_view_get_page (f->view), ==, 1);
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

static gboolean
on_busy (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_all_there (gpointer text)
{
  return ((SmeDocumentTextView *) text)->is_complete;
}

static gboolean
is_settled (gpointer text)
{
  return ((SmeDocumentTextView *) text)->settled;
}

/* All of the text comes before GTK has found out how high it is; then nothing was read. */
static void
test_unread (Fixture *f, gconstpointer data)
{
  guint busy = g_idle_add_full (G_PRIORITY_HIGH_IDLE - 50, on_busy, NULL, NULL);

  sme_document_pane_set_text_mode (f->pane, TRUE);
  fixture_run_until_func (is_all_there, f->text);
  g_assert_false (sme_document_pane_get_reached_end (f->pane));
  g_source_remove (busy);
  fixture_run_until_func (is_settled, f->text);
  g_assert_false (sme_document_pane_get_reached_end (f->pane));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sme_viewer_init ();
  ADD ("/document-text/begins-at-the-page-in-sight", NULL, test_begins_at_page);
  ADD ("/document-text/back-in-the-pages-keeps-the-place", NULL, test_keeps_place);
  ADD ("/document-text/page-follows-scrolling", NULL, test_page_follows);
  ADD ("/document-text/goes-where-chosen", NULL, test_goes_where_chosen);
  ADD ("/document-text/matches-are-marked", NULL, test_matches);
  ADD ("/document-text/contents-lead-to-their-line", NULL, test_outline);
  ADD ("/document-text/unread-before-its-height-is-known", NULL, test_unread);
  ADD ("/document-text/links-are-followed", "linked", test_links);
  return g_test_run ();
}
