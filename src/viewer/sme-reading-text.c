/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-reading-text.h"

#include <pango/pango.h>

/* A page with its heading. */
typedef struct
{
  char *text;
  guint start;  /* of the heading, in the whole */
  guint length; /* in characters */
  guint body;   /* where the text of the page begins, from @start */
  gboolean is_of_page;
} ReadingPage;

struct _SmeReadingText
{
  GArray *pages;
  guint length;
};

static void
clear_page (gpointer data)
{
  ReadingPage *page = data;

  g_free (page->text);
}

SmeReadingText *
sme_reading_text_new (void)
{
  SmeReadingText *self = g_new0 (SmeReadingText, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (ReadingPage));
  g_array_set_clear_func (self->pages, clear_page);
  return self;
}

void
sme_reading_text_free (SmeReadingText *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->pages);
  g_free (self);
}

void
sme_reading_text_add_page (SmeReadingText *self,
                           const char *heading,
                           const char *text,
                           gboolean is_of_page)
{
  ReadingPage page;

  g_return_if_fail (self != NULL && heading != NULL && text != NULL);

  page.text = g_strconcat (heading, "\n", text, "\n", NULL);
  page.start = self->length;
  page.length = (guint) g_utf8_strlen (page.text, -1);
  page.body = (guint) g_utf8_strlen (heading, -1) + 1;
  page.is_of_page = is_of_page;
  self->length += page.length;
  g_array_append_val (self->pages, page);
}

guint
sme_reading_text_get_n_pages (SmeReadingText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

guint
sme_reading_text_get_length (SmeReadingText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

static ReadingPage *
get_page (SmeReadingText *self, guint index)
{
  return &g_array_index (self->pages, ReadingPage, index);
}

/* The page at @offset; the last one for the end. The text must not be empty. */
static guint
find_page (SmeReadingText *self, guint offset)
{
  guint low = 0;
  guint high = self->pages->len - 1;

  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (get_page (self, middle)->start <= offset)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static void
append_part (GString *string, const ReadingPage *page, guint start, guint end)
{
  const char *from = g_utf8_offset_to_pointer (page->text, start);

  g_string_append_len (string, from, g_utf8_offset_to_pointer (from, end - start) - from);
}

char *
sme_reading_text_dup_range (SmeReadingText *self, guint start, guint end)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  end = MIN (end, self->length);
  if (start >= end)
    return g_string_free (string, FALSE);
  for (guint i = find_page (self, start); i < self->pages->len; i++)
    {
      ReadingPage *page = get_page (self, i);

      if (page->start >= end)
        break;
      append_part (string, page, start > page->start ? start - page->start : 0,
                   MIN (end - page->start, page->length));
    }
  return g_string_free (string, FALSE);
}

/* Whether a unit begins at the character @at of the page, which is at @here. */
static gboolean
is_start (const ReadingPage *page,
          const PangoLogAttr *attrs,
          guint at,
          const char *here,
          SmeReadingUnit unit)
{
  if (at == 0 || at == page->body)
    return TRUE;
  switch (unit)
    {
    case SME_READING_CHARACTER:
      return attrs[at].is_cursor_position;
    case SME_READING_WORD:
      return attrs[at].is_word_start;
    case SME_READING_SENTENCE:
      return attrs[at].is_sentence_start;
    case SME_READING_LINE:
      return here[-1] == '\n';
    case SME_READING_PARAGRAPH:
    default:
      return here[-1] == '\n' && at >= 2 && here[-2] == '\n';
    }
}

static void
find_unit (const ReadingPage *page, guint at, SmeReadingUnit unit, guint *start, guint *end)
{
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, page->length + 1);
  const char *from = g_utf8_offset_to_pointer (page->text, at);
  const char *to = g_utf8_next_char (from);

  pango_get_log_attrs (page->text, -1, -1, pango_language_get_default (), attrs,
                       (int) page->length + 1);
  for (*start = at; !is_start (page, attrs, *start, from, unit); (*start)--)
    from = g_utf8_prev_char (from);
  for (*end = at + 1; *end < page->length && !is_start (page, attrs, *end, to, unit); (*end)++)
    to = g_utf8_next_char (to);
}

char *
sme_reading_text_dup_unit (SmeReadingText *self,
                           guint offset,
                           SmeReadingUnit unit,
                           guint *start,
                           guint *end)
{
  ReadingPage *page;

  g_return_val_if_fail (self != NULL, NULL);

  *start = *end = self->length;
  if (offset >= self->length)
    return g_strdup ("");
  page = get_page (self, find_page (self, offset));
  find_unit (page, offset - page->start, unit, start, end);
  *start += page->start;
  *end += page->start;
  return sme_reading_text_dup_range (self, *start, *end);
}

guint
sme_reading_text_get_offset (SmeReadingText *self, const SmeTextSpot *spot)
{
  ReadingPage *page;

  g_return_val_if_fail (self != NULL && spot != NULL, 0);

  if (spot->page >= self->pages->len)
    return self->length;
  page = get_page (self, spot->page);
  if (!page->is_of_page)
    return page->start + page->body;
  /* The line break at the end is ours. */
  return page->start + page->body + MIN (spot->boundary, page->length - 1 - page->body);
}

gboolean
sme_reading_text_get_spot (SmeReadingText *self, guint offset, SmeTextSpot *spot)
{
  guint index;
  ReadingPage *page;

  g_return_val_if_fail (self != NULL && spot != NULL, FALSE);

  if (offset >= self->length)
    return FALSE;
  index = find_page (self, offset);
  page = get_page (self, index);
  if (!page->is_of_page || offset < page->start + page->body)
    return FALSE;
  spot->page = index;
  spot->boundary = offset - page->start - page->body;
  return TRUE;
}
