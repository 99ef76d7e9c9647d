/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which page of the text is in sight, and going to one. */
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
get_heading (SmeDocumentTextView *self, guint page, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter,
                                      g_array_index (self->parts, SmeTextPart, page).heading);
}

/* Once it was at the upper edge it has arrived. */
static gboolean
is_heading_in_sight (SmeDocumentTextView *self, const GdkRectangle *sight)
{
  GtkTextIter iter;
  int y, height;

  get_heading (self, self->page, &iter);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  self->has_arrived = self->has_arrived || ABS (y - sight->y) <= 1 || self->page == 0;
  return y + height > sight->y && y < sight->y + sight->height;
}

/* A page that was gone to stays the current one while its heading is in sight: the last one may be
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
      gboolean in_sight = is_heading_in_sight (self, &sight);

      self->held = in_sight || !self->was_seen;
      self->was_seen = in_sight || self->was_seen;
    }
  if (!self->held)
    sme_document_text_view_change_page (self, find_page_at (self, sight.y + READ_AT));
}

static void
scroll_to_heading (SmeDocumentTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "page");
  GtkTextIter heading;

  get_heading (self, self->page, &heading);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "page", &heading, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &heading);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, 0);
}

static void
show_page (SmeDocumentTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                      g_array_index (self->parts, SmeTextPart, self->page).start);
  gtk_text_buffer_place_cursor (buffer, &start);
  scroll_to_heading (self);
}

static gboolean
on_try_again (gpointer user_data)
{
  SmeDocumentTextView *self = user_data;

  self->show_source = 0;
  if (self->held && !self->awaited && !self->has_arrived && self->page < self->parts->len)
    scroll_to_heading (self);
  return G_SOURCE_REMOVE;
}

/* Text that is wrapped anew (the sidebar slides in, more pages come) breaks off what was on its
 * way to a heading. */
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
  g_return_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self));

  if (self->document == NULL)
    return;
  page = MIN (page, sme_document_get_n_pages (self->document) - 1);
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
