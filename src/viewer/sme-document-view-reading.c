/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages as text for a screen reader: all pages in reading order, each under its heading. The
 * texts are gathered only when somebody asks for them. GTK knows such text from 4.14 on. */
#include "viewer/sme-document-view-private.h"

#include <glib/gi18n.h>

#if GTK_CHECK_VERSION(4, 14, 0)

static void
on_page (guint page, const char *text, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  guint n_pages = sme_document_view_get_n_pages (self);
  g_autofree char *heading = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
  guint before = sme_reading_text_get_length (self->reading);
  gboolean is_of_page = text != NULL && text[0] != '\0';

  if (text == NULL)
    text = _ ("(The text of this page cannot be read.)");
  else if (!is_of_page)
    text = _ ("(This page has no text.)");
  sme_reading_text_add_page (self->reading, heading, text, is_of_page);
  gtk_accessible_text_update_contents (GTK_ACCESSIBLE_TEXT (self),
                                       GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_INSERT, before,
                                       sme_reading_text_get_length (self->reading));
  if (page == self->page)
    sme_document_view_tell_reader (self);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *text = sme_text_gatherer_gather_finish (SME_DOCUMENT (source), result, NULL);
}

/* Returns: (nullable): what has come so far. */
static SmeReadingText *
ensure_reading (SmeDocumentView *self)
{
  SmeTextSpot first = { 0, 0 };
  SmeTextSpot last = { 0, G_MAXUINT };

  if (self->reading != NULL || self->document == NULL)
    return self->reading;
  self->reading = sme_reading_text_new ();
  last.page = sme_document_get_n_pages (self->document) - 1;
  sme_text_gatherer_gather_async (self->document, &first, &last, on_page, self,
                                  self->text_cancellable, on_gathered, NULL);
  return self->reading;
}

static GBytes *
take_bytes (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
get_contents (GtkAccessibleText *accessible, unsigned int start, unsigned int end)
{
  SmeReadingText *reading = ensure_reading (SME_DOCUMENT_VIEW (accessible));

  return take_bytes (reading != NULL ? sme_reading_text_dup_range (reading, start, end)
                                     : g_strdup (""));
}

static SmeReadingUnit
get_unit (GtkAccessibleTextGranularity granularity)
{
  switch (granularity)
    {
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD:
      return SME_READING_WORD;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE:
      return SME_READING_SENTENCE;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE:
      return SME_READING_LINE;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_PARAGRAPH:
      return SME_READING_PARAGRAPH;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER:
    default:
      return SME_READING_CHARACTER;
    }
}

static GBytes *
get_contents_at (GtkAccessibleText *accessible,
                 unsigned int offset,
                 GtkAccessibleTextGranularity granularity,
                 unsigned int *start,
                 unsigned int *end)
{
  SmeReadingText *reading = ensure_reading (SME_DOCUMENT_VIEW (accessible));

  *start = *end = 0;
  return take_bytes (reading != NULL ? sme_reading_text_dup_unit (
                                         reading, offset, get_unit (granularity), start, end)
                                     : g_strdup (""));
}

/* Reading goes on where the selection was drawn to, or with the page in sight. */
static unsigned int
get_caret_position (GtkAccessibleText *accessible)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (accessible);
  SmeReadingText *reading = ensure_reading (self);
  SmeTextSpot spot = { self->page, 0 };

  if (reading == NULL)
    return 0;
  if (sme_document_view_has_selection (self))
    spot = self->focus;
  return sme_reading_text_get_offset (reading, &spot);
}

static gboolean
get_selection (GtkAccessibleText *accessible, gsize *n_ranges, GtkAccessibleTextRange **ranges)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (accessible);
  SmeReadingText *reading = ensure_reading (self);
  SmeTextSpot from, to;
  gsize start, end;

  *n_ranges = 0;
  if (reading == NULL || !sme_document_view_has_selection (self))
    return FALSE;
  sme_document_view_get_selection_ends (self, &from, &to);
  start = sme_reading_text_get_offset (reading, &from);
  end = sme_reading_text_get_offset (reading, &to);
  if (start == end)
    return FALSE;
  *n_ranges = 1;
  if (ranges != NULL)
    {
      *ranges = g_new (GtkAccessibleTextRange, 1);
      (*ranges)[0].start = start;
      (*ranges)[0].length = end - start;
    }
  return TRUE;
}

/* poppler tells letters, not how they look; a screen reader needs no more for a contract. */
static gboolean
get_attributes (GtkAccessibleText *accessible,
                unsigned int offset,
                gsize *n_ranges,
                GtkAccessibleTextRange **ranges,
                char ***names,
                char ***values)
{
  *n_ranges = 0;
  return FALSE;
}

#if GTK_CHECK_VERSION(4, 16, 0)

static gboolean
get_extents (GtkAccessibleText *accessible,
             unsigned int start,
             unsigned int end,
             graphene_rect_t *extents)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (accessible);
  SmeReadingText *reading = ensure_reading (self);
  g_autoptr (GArray) rects = NULL;
  SmePageText *text;
  SmePageSheet sheet;
  SmeTextSpot spot;
  SmeTextRange range;

  if (reading == NULL || !sme_reading_text_get_spot (reading, start, &spot))
    return FALSE;
  text = sme_document_view_ensure_text (self, spot.page);
  if (text == NULL)
    return FALSE;
  range.start = spot.boundary;
  range.end = spot.boundary + (end - start);
  rects = sme_page_text_get_rects (text, &range);
  if (rects->len == 0)
    return FALSE;
  sme_document_view_get_sheet (self, spot.page, &sheet);
  sme_page_sheet_place (&sheet, &g_array_index (rects, graphene_rect_t, 0), extents);
  for (guint i = 1; i < rects->len; i++)
    {
      graphene_rect_t place;

      sme_page_sheet_place (&sheet, &g_array_index (rects, graphene_rect_t, i), &place);
      graphene_rect_union (extents, &place, extents);
    }
  return TRUE;
}

static gboolean
get_offset (GtkAccessibleText *accessible, const graphene_point_t *point, unsigned int *offset)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (accessible);
  SmeReadingText *reading = ensure_reading (self);
  SmePagePlace place;
  SmePageText *text;
  const SmePageSize *size;
  SmeTextSpot spot;

  if (reading == NULL)
    return FALSE;
  sme_document_view_get_place (self, (double) point->x, (double) point->y, &place);
  text = sme_document_view_ensure_text (self, place.page);
  if (text == NULL)
    return FALSE;
  size = &sme_document_get_page_sizes (self->document)[place.page];
  spot.page = place.page;
  spot.boundary =
    sme_page_text_get_boundary_at (text, place.x * size->width, place.y * size->height);
  *offset = sme_reading_text_get_offset (reading, &spot);
  return TRUE;
}

#endif

void
sme_document_view_accessible_text_init (GtkAccessibleTextInterface *iface)
{
  iface->get_contents = get_contents;
  iface->get_contents_at = get_contents_at;
  iface->get_caret_position = get_caret_position;
  iface->get_selection = get_selection;
  iface->get_attributes = get_attributes;
#if GTK_CHECK_VERSION(4, 16, 0)
  iface->get_extents = get_extents;
  iface->get_offset = get_offset;
#endif
}

void
sme_document_view_tell_reader (SmeDocumentView *self)
{
  if (self->reading == NULL)
    return;
  gtk_accessible_text_update_caret_position (GTK_ACCESSIBLE_TEXT (self));
  gtk_accessible_text_update_selection_bound (GTK_ACCESSIBLE_TEXT (self));
}

void
sme_document_view_forget_reading (SmeDocumentView *self)
{
  guint length;

  if (self->reading == NULL)
    return;
  length = sme_reading_text_get_length (self->reading);
  if (length > 0)
    gtk_accessible_text_update_contents (GTK_ACCESSIBLE_TEXT (self),
                                         GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_REMOVE, 0, length);
  g_clear_pointer (&self->reading, sme_reading_text_free);
}

#else

void
sme_document_view_tell_reader (SmeDocumentView *self)
{
}

void
sme_document_view_forget_reading (SmeDocumentView *self)
{
}

#endif
