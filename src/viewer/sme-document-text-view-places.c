/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which page of the text is in sight, and going to one or to a place on it. */
#include "viewer/sme-document-text-view-private.h"

/* Logical pixels below the upper edge where a line counts as the one that is read. */
#define READ_AT 24

guint
sme_document_text_view_find_page (SmeDocumentTextView *self, int offset)
{
  guint first = 0, last = self->parts->len;

  while (first + 1 < last)
    {
      guint middle = (first + last) / 2;

      if (g_array_index (self->parts, SmeTextPart, middle).heading <= offset)
        first = middle;
      else
        last = middle;
    }
  return first;
}

static guint
find_page_at (SmeDocumentTextView *self, int y)
{
  GtkTextIter iter;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, y, NULL);
  return sme_document_text_view_find_page (self, gtk_text_iter_get_offset (&iter));
}

gboolean
sme_document_text_view_get_pages (SmeDocumentTextView *self, guint *first, guint *last)
{
  GdkRectangle sight;

  if (self->parts->len == 0)
    return FALSE;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &sight);
  *first = find_page_at (self, sight.y);
  *last = find_page_at (self, sight.y + sight.height);
  return TRUE;
}

static void
get_target (SmeDocumentTextView *self, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter,
                                      self->target);
}

/* Once it was at the upper edge it has arrived. */
static gboolean
is_target_in_sight (SmeDocumentTextView *self, const GdkRectangle *sight)
{
  GtkTextIter iter;
  GdkRectangle place;

  /* Not its line, which may be a whole paragraph. */
  get_target (self, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
  self->has_arrived = self->has_arrived || ABS (place.y - sight->y) <= 1 || self->target == 0;
  return place.y + place.height > sight->y && place.y < sight->y + sight->height;
}

/* The line that is read: near the upper edge, but at the end of the text the last one, which may
 * never come up there. */
static guint
find_read_page (SmeDocumentTextView *self, const GdkRectangle *sight)
{
  GtkAdjustment *adjustment = self->vadjustment;
  gboolean is_at_end =
    self->is_complete && adjustment != NULL && sight->y > 0 &&
    gtk_adjustment_get_value (adjustment) + 1 >=
      gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return find_page_at (self, sight->y + (is_at_end ? sight->height : READ_AT));
}

/* A page that was gone to stays the current one while its target is in sight: the last one may be
 * too short for it to come up to the edge. Lines above are measured late, so it may take a while
 * to get there. */
void
sme_document_text_view_update_page (SmeDocumentTextView *self)
{
  GdkRectangle sight;

  if (self->parts->len == 0 || self->awaited || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &sight);
  if (sight.height <= 1)
    return;
  if (self->held)
    {
      gboolean in_sight = is_target_in_sight (self, &sight);

      /* What was pushed away by text that is wrapped anew comes back. */
      self->held = in_sight || !self->was_seen || self->show_source != 0;
      self->was_seen = in_sight || self->was_seen;
    }
  if (!self->held)
    sme_document_text_view_change_page (self, find_read_page (self, &sight));
}

static void
to_beginning (GtkAdjustment *adjustment)
{
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

static void
scroll_to_target (SmeDocumentTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "page");
  GtkTextIter target;

  /* GTK would scroll the margin before the first letter away, also where there is no room for it.
   */
  if (self->target == 0)
    {
      to_beginning (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)));
      to_beginning (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self)));
      return;
    }
  get_target (self, &target);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "page", &target, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &target);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, 0);
}

/* Scrolls there, and puts the cursor where reading begins. */
static void
show_target (SmeDocumentTextView *self, int cursor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, cursor);
  gtk_text_buffer_place_cursor (buffer, &start);
  scroll_to_target (self);
}

static void
show_line (SmeDocumentTextView *self, SmePageText *text)
{
  const SmeTextPart *part = &g_array_index (self->parts, SmeTextPart, self->page);
  double y = self->top * sme_document_get_page_sizes (self->document)[self->page].height;

  self->target = part->start + (int) sme_page_text_get_line_below (text, y);
  self->has_arrived = FALSE;
  show_target (self, self->target);
}

/* The text of a page that was read long ago has come once more. */
static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePageText) text =
    sme_document_get_text_finish (SME_DOCUMENT (source), result, &error);
  SmeDocumentTextView *self;
  SmePageText *asked;

  if (text == NULL)
    return;
  self = user_data;
  asked = sme_document_peek_text (self->document, self->page);
  if (self->held && !self->awaited && self->top > 0 && asked != NULL)
    show_line (self, asked);
}

static void
show_page (SmeDocumentTextView *self)
{
  const SmeTextPart *part = &g_array_index (self->parts, SmeTextPart, self->page);
  SmePageText *text = sme_document_peek_text (self->document, self->page);

  self->target = part->heading;
  if (self->top > 0 && text != NULL)
    {
      show_line (self, text);
      return;
    }
  show_target (self, part->start);
  if (self->top > 0)
    sme_document_get_text_async (self->document, self->page, SME_RENDER_TEXT, self->cancellable,
                                 on_text, self);
}

static gboolean
on_try_again (gpointer user_data)
{
  SmeDocumentTextView *self = user_data;

  self->show_source = 0;
  if (self->held && !self->awaited && !self->has_arrived && self->page < self->parts->len)
    scroll_to_target (self);
  return G_SOURCE_REMOVE;
}

/* Text that is wrapped anew (the sidebar slides in, more pages come) breaks off what was on its
 * way to a target. */
void
sme_document_text_view_resized (SmeDocumentTextView *self)
{
  if (self->held && !self->has_arrived && self->show_source == 0)
    self->show_source = g_idle_add (on_try_again, self);
}

void
sme_document_text_view_page_came (SmeDocumentTextView *self, guint page)
{
  if (self->awaited && page == self->page)
    {
      self->awaited = FALSE;
      show_page (self);
    }
  sme_document_text_view_update_marks (self);
}

void
sme_document_text_view_go_to_page (SmeDocumentTextView *self, guint page)
{
  sme_document_text_view_go_to_place (self, page, 0);
}

void
sme_document_text_view_go_to_place (SmeDocumentTextView *self, guint page, double top)
{
  g_return_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self));

  if (self->document == NULL)
    return;
  page = MIN (page, sme_document_get_n_pages (self->document) - 1);
  self->top = CLAMP (top, 0, 1);
  self->held = TRUE;
  self->was_seen = FALSE;
  self->has_arrived = FALSE;
  self->awaited = page >= self->parts->len;
  sme_document_text_view_change_page (self, page);
  if (!self->awaited)
    show_page (self);
}

guint
sme_document_text_view_get_page (SmeDocumentTextView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self), 0);

  return self->page;
}
