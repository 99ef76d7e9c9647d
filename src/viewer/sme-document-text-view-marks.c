/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matches of the search in the text. Only those in sight are marked, however many there are. */
#include "viewer/sme-document-text-view-private.h"

static void
get_range (SmeDocumentTextView *self,
           guint page,
           const SmeTextRange *range,
           GtkTextIter *from,
           GtkTextIter *to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  int start = g_array_index (self->parts, SmeTextPart, page).start;

  gtk_text_buffer_get_iter_at_offset (buffer, from, start + (int) range->start);
  gtk_text_buffer_get_iter_at_offset (buffer, to, start + (int) range->end);
}

static void
mark (SmeDocumentTextView *self, guint page, const SmeTextRange *range, GtkTextTag *tag)
{
  GtkTextIter from, to;

  get_range (self, page, range, &from, &to);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), tag, &from, &to);
}

static void
unmark (SmeDocumentTextView *self, GtkTextTag *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag (buffer, tag, &from, &to);
}

void
sme_document_text_view_update_marks (SmeDocumentTextView *self)
{
  guint first, last;

  if (self->search == NULL || sme_document_search_get_count (self->search) == 0 ||
      !sme_document_text_view_get_pages (self, &first, &last))
    return;
  for (guint page = first; page <= last; page++)
    {
      GArray *matches = sme_document_search_get_matches (self->search, page);

      if (matches == NULL || !g_hash_table_add (self->marked, GUINT_TO_POINTER (page)))
        continue;
      for (guint i = 0; i < matches->len; i++)
        mark (self, page, &g_array_index (matches, SmeTextRange, i), self->match);
    }
}

void
sme_document_text_view_forget_marks (SmeDocumentTextView *self)
{
  if (g_hash_table_size (self->marked) > 0)
    unmark (self, self->match);
  unmark (self, self->current);
  g_hash_table_remove_all (self->marked);
}

static void
on_count_changed (SmeDocumentTextView *self)
{
  if (sme_document_search_get_count (self->search) == 0)
    sme_document_text_view_forget_marks (self);
  else
    sme_document_text_view_update_marks (self);
}

/* While the text is not the one shown, matches move only the pages. */
static void
on_current_changed (SmeDocumentTextView *self)
{
  SmeTextRange range;
  guint page;

  unmark (self, self->current);
  if (!sme_document_search_get_current (self->search, &page, &range) || page >= self->parts->len)
    return;
  mark (self, page, &range, self->current);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sme_document_text_view_reveal (self, page, &range);
}

void
sme_document_text_view_reveal (SmeDocumentTextView *self, guint page, const SmeTextRange *range)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter from, to;

  g_return_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self));

  if (page >= self->parts->len)
    return;
  self->held = FALSE;
  self->awaited = FALSE;
  get_range (self, page, range, &from, &to);
  gtk_text_buffer_place_cursor (buffer, &from);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.3);
}

void
sme_document_text_view_set_search (SmeDocumentTextView *self, SmeDocumentSearch *search)
{
  g_return_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self));
  g_return_if_fail (search == NULL || SME_IS_DOCUMENT_SEARCH (search));

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  if (!g_set_object (&self->search, search) || search == NULL)
    return;
  g_signal_connect_swapped (search, "notify::count", G_CALLBACK (on_count_changed), self);
  g_signal_connect_swapped (search, "current-changed", G_CALLBACK (on_current_changed), self);
}

/* Both stand on the theme's own paper, light or dark, so both bring their ink. */
void
sme_document_text_view_init_marks (SmeDocumentTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  self->match = gtk_text_buffer_create_tag (buffer, "match", "background", "#f8e45c", "foreground",
                                            "#000000", NULL);
  self->current = gtk_text_buffer_create_tag (buffer, "current", "background", "#a33b00",
                                              "foreground", "#ffffff", NULL);
  self->marked = g_hash_table_new (NULL, NULL);
}

void
sme_document_text_view_dispose_marks (SmeDocumentTextView *self)
{
  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
}
