/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the pages in sight, and what is painted over them: matches and the selection. */
#include "viewer/sme-document-view-private.h"

/* How far below the upper edge a match is brought, in parts of the window. */
#define REVEAL_AT 0.3

/* The frame round the current match, in logical pixels. */
#define FRAME 2

/* What lies on the paper, which is white in every theme; the theme's own colours win. So thin that
 * black text under it keeps a contrast of more than 4.5 : 1. */
static const GdkRGBA mark_color = { 0.97f, 0.83f, 0.18f, 0.4f };
static const GdkRGBA current_color = { 0.9f, 0.38f, 0.0f, 1.0f };
static const GdkRGBA link_color = { 0.1f, 0.37f, 0.71f, 1.0f };
static const GdkRGBA selection_color = { 0.04f, 0.39f, 0.69f, 0.3f };

static void
look_up_color (SmeDocumentView *self, const char *name, const GdkRGBA *fallback, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, name, color))
    *color = *fallback;
  color->alpha = fallback->alpha;
}

static void
free_rects (gpointer rects)
{
  g_array_unref (rects);
}

static void
on_text_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePageText) text =
    sme_document_get_text_finish (SME_DOCUMENT (source), result, &error);
  SmeDocumentView *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  if (text == NULL)
    return;
  if (self->reveal_pending)
    sme_document_view_reveal_current (self);
  sme_document_view_update_drag (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SmePageText *
sme_document_view_ensure_text (SmeDocumentView *self, guint page)
{
  SmePageText *text = sme_document_peek_text (self->document, page);

  if (text == NULL && g_hash_table_add (self->asked_texts, GUINT_TO_POINTER (page)))
    sme_document_get_text_async (self->document, page, SME_RENDER_TEXT, self->text_cancellable,
                                 on_text_ready, self);
  return text;
}

static gboolean
is_out_of_sight (gpointer key, gpointer value, gpointer user_data)
{
  guint *range = user_data;
  guint page = GPOINTER_TO_UINT (key);

  return page < range[0] || page > range[1];
}

/* A page's text is asked for once while it is in sight, so that texts larger than what is kept
 * do not chase each other out for ever. */
void
sme_document_view_forget_texts (SmeDocumentView *self, guint first, guint last)
{
  guint range[2] = { first, last };

  g_hash_table_foreach_remove (self->asked_texts, is_out_of_sight, range);
  g_hash_table_foreach_remove (self->mark_rects, is_out_of_sight, range);
  g_hash_table_foreach_remove (self->selection_rects, is_out_of_sight, range);
}

static void
add_range_rects (GArray *rects, SmePageText *text, const SmeTextRange *range)
{
  g_autoptr (GArray) more = sme_page_text_get_rects (text, range);

  g_array_append_vals (rects, more->data, more->len);
}

/* Returns: (nullable): the rectangles of the matches on @page, in points. */
static GArray *
get_mark_rects (SmeDocumentView *self, guint page)
{
  GArray *matches = sme_document_search_get_matches (self->search, page);
  GArray *rects = g_hash_table_lookup (self->mark_rects, GUINT_TO_POINTER (page));
  SmePageText *text;

  if (matches == NULL || rects != NULL)
    return rects;
  text = sme_document_view_ensure_text (self, page);
  if (text == NULL)
    return NULL;

  rects = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (guint i = 0; i < matches->len; i++)
    add_range_rects (rects, text, &g_array_index (matches, SmeTextRange, i));
  g_hash_table_insert (self->mark_rects, GUINT_TO_POINTER (page), rects);
  return rects;
}

static GArray *
get_selection_rects (SmeDocumentView *self, guint page)
{
  GArray *rects = g_hash_table_lookup (self->selection_rects, GUINT_TO_POINTER (page));
  SmeTextRange range;
  SmePageText *text;

  if (rects != NULL || !sme_document_view_get_selected_range (self, page, &range))
    return rects;
  text = sme_document_view_ensure_text (self, page);
  if (text == NULL)
    return NULL;

  rects = sme_page_text_get_rects (text, &range);
  g_hash_table_insert (self->selection_rects, GUINT_TO_POINTER (page), rects);
  return rects;
}

void
sme_page_sheet_place (const SmePageSheet *sheet,
                      const graphene_rect_t *rect,
                      graphene_rect_t *place)
{
  SmePageSize turned = sme_page_size_turn (&sheet->size, sheet->turns);
  graphene_rect_t shown = sme_page_rect_turn (rect, &sheet->size, sheet->turns);

  graphene_rect_scale (&shown, (float) (sheet->paper.size.width / turned.width),
                       (float) (sheet->paper.size.height / turned.height), place);
  graphene_rect_offset (place, sheet->paper.origin.x, sheet->paper.origin.y);
}

static void
append_rects (GtkSnapshot *snapshot, GArray *rects, const SmePageSheet *sheet, const GdkRGBA *color)
{
  for (guint i = 0; rects != NULL && i < rects->len; i++)
    {
      graphene_rect_t place;

      sme_page_sheet_place (sheet, &g_array_index (rects, graphene_rect_t, i), &place);
      gtk_snapshot_append_color (snapshot, color, &place);
    }
}

static void
append_frame (GtkSnapshot *snapshot,
              const graphene_rect_t *rect,
              const SmePageSheet *sheet,
              const GdkRGBA *color)
{
  const float widths[4] = { FRAME, FRAME, FRAME, FRAME };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect outline;
  graphene_rect_t place;

  sme_page_sheet_place (sheet, rect, &place);
  graphene_rect_inset (&place, -FRAME, -FRAME);
  gsk_rounded_rect_init_from_rect (&outline, &place, FRAME);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
append_current (SmeDocumentView *self, GtkSnapshot *snapshot, guint page, const SmePageSheet *sheet)
{
  g_autoptr (GArray) rects = NULL;
  SmeTextRange range;
  SmePageText *text;
  GdkRGBA color;
  guint current_page;

  if (!sme_document_search_get_current (self->search, &current_page, &range) ||
      current_page != page)
    return;
  text = sme_document_peek_text (self->document, page);
  if (text == NULL)
    return;
  rects = sme_page_text_get_rects (text, &range);
  look_up_color (self, "orange_4", &current_color, &color);
  for (guint i = 0; i < rects->len; i++)
    append_frame (snapshot, &g_array_index (rects, graphene_rect_t, i), sheet, &color);
}

void
sme_document_view_append_overlays (SmeDocumentView *self,
                                   GtkSnapshot *snapshot,
                                   guint page,
                                   const graphene_rect_t *paper)
{
  SmePageSheet sheet = { sme_document_get_page_sizes (self->document)[page], self->look.turns,
                         *paper };
  graphene_rect_t link;
  GdkRGBA color;

  look_up_color (self, "yellow_3", &mark_color, &color);
  append_rects (snapshot, get_mark_rects (self, page), &sheet, &color);
  append_current (self, snapshot, page, &sheet);
  look_up_color (self, "accent_bg_color", &selection_color, &color);
  append_rects (snapshot, get_selection_rects (self, page), &sheet, &color);
  if (sme_document_view_get_chosen_link (self, page, &link))
    {
      look_up_color (self, "accent_color", &link_color, &color);
      append_frame (snapshot, &link, &sheet, &color);
    }
}

/* Scrolls along one axis if the stretch from @begin is not in sight; all in device pixels. */
static void
reveal_stretch (SmeDocumentView *self,
                GtkOrientation orientation,
                double begin,
                double length,
                double window_begin,
                double window_length,
                double scale)
{
  if (begin >= window_begin && begin + length <= window_begin + window_length)
    return;
  sme_document_view_scroll_by (self, orientation,
                               (begin - window_length * REVEAL_AT - window_begin) / scale);
}

void
sme_document_view_reveal_rect (SmeDocumentView *self, guint page, const graphene_rect_t *unturned)
{
  const SmePageSize *size = sme_page_layout_get_size (self->layout, page);
  graphene_rect_t turned = sme_page_rect_turn (
    unturned, &sme_document_get_page_sizes (self->document)[page], self->look.turns);
  const graphene_rect_t *rect = &turned;
  SmeViewport viewport;
  SmePageRect place;
  double x_step, y_step;

  sme_document_view_get_viewport (self, &viewport);
  sme_page_layout_get_rect (self->layout, page, &place);
  x_step = place.width / size->width;
  y_step = place.height / size->height;
  reveal_stretch (self, GTK_ORIENTATION_VERTICAL, (double) place.y + rect->origin.y * y_step,
                  rect->size.height * y_step, (double) viewport.top, (double) viewport.height,
                  viewport.scale);
  reveal_stretch (self, GTK_ORIENTATION_HORIZONTAL, (double) place.x + rect->origin.x * x_step,
                  rect->size.width * x_step, (double) viewport.left, (double) viewport.width,
                  viewport.scale);
}

void
sme_document_view_reveal_current (SmeDocumentView *self)
{
  g_autoptr (GArray) rects = NULL;
  SmeTextRange range;
  SmePageText *text;
  guint page;

  self->reveal_pending = FALSE;
  if (!sme_document_search_get_current (self->search, &page, &range))
    return;
  text = sme_document_view_ensure_text (self, page);
  if (text == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    {
      self->reveal_pending = TRUE;
      return;
    }
  rects = sme_page_text_get_rects (text, &range);
  if (rects->len > 0)
    sme_document_view_reveal_rect (self, page, &g_array_index (rects, graphene_rect_t, 0));
  else
    sme_document_view_set_page (self, page);
}

static void
on_current_changed (SmeDocumentView *self)
{
  sme_document_view_reveal_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_count_changed (SmeDocumentView *self)
{
  /* More matches are those of other pages: what is known of one does not change. */
  if (sme_document_search_get_count (self->search) == 0)
    g_hash_table_remove_all (self->mark_rects);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The document changes or the view ends: no text of the old one comes any more. */
void
sme_document_view_reset_text (SmeDocumentView *self)
{
  g_cancellable_cancel (self->text_cancellable);
  g_clear_object (&self->text_cancellable);
  self->text_cancellable = g_cancellable_new ();
  self->reveal_pending = FALSE;
  sme_document_view_forget_reading (self);
  g_hash_table_remove_all (self->asked_texts);
  g_hash_table_remove_all (self->mark_rects);
  sme_document_view_clear_selection (self);
}

void
sme_document_view_init_text (SmeDocumentView *self)
{
  self->text_cancellable = g_cancellable_new ();
  self->asked_texts = g_hash_table_new (NULL, NULL);
  self->mark_rects = g_hash_table_new_full (NULL, NULL, NULL, free_rects);
  self->selection_rects = g_hash_table_new_full (NULL, NULL, NULL, free_rects);
  self->search = sme_document_search_new ();
  g_signal_connect_object (self->search, "current-changed", G_CALLBACK (on_current_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::count", G_CALLBACK (on_count_changed), self,
                           G_CONNECT_SWAPPED);
}

void
sme_document_view_finalize_text (SmeDocumentView *self)
{
  g_clear_object (&self->text_cancellable);
  g_clear_pointer (&self->reading, sme_reading_text_free);
  g_clear_pointer (&self->asked_texts, g_hash_table_unref);
  g_clear_pointer (&self->mark_rects, g_hash_table_unref);
  g_clear_pointer (&self->selection_rects, g_hash_table_unref);
  g_clear_object (&self->search);
}
