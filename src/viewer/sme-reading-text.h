/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-text-gatherer.h"

G_BEGIN_DECLS

/**
 * SmeReadingUnit: how much a screen reader reads at once. A unit goes from its own beginning to
 * the beginning of the next one, and never beyond its page.
 */
typedef enum
{
  SME_READING_CHARACTER,
  SME_READING_WORD,
  SME_READING_SENTENCE,
  SME_READING_LINE,
  SME_READING_PARAGRAPH,
} SmeReadingUnit;

/**
 * SmeReadingText: a document as one text in reading order, each page under its heading ("Page 1 of
 * 6"), as a screen reader is given it. Pages are added one after the other; offsets are counted in
 * characters (code points) over all pages. Not for several threads.
 */
typedef struct _SmeReadingText SmeReadingText;

SmeReadingText *sme_reading_text_new (void);
void sme_reading_text_free (SmeReadingText *self);

/**
 * sme_reading_text_add_page:
 * @heading: what the page is called
 * @text: its text; what to say instead where it has none
 * @is_of_page: whether @text stands on the page, so that spots of the page can be placed in it
 */
void sme_reading_text_add_page (SmeReadingText *self,
                                const char *heading,
                                const char *text,
                                gboolean is_of_page);

guint sme_reading_text_get_n_pages (SmeReadingText *self);
guint sme_reading_text_get_length (SmeReadingText *self);

/** Returns: (transfer full): the characters from @start up to @end; beyond the end means the end.
 */
char *sme_reading_text_dup_range (SmeReadingText *self, guint start, guint end);

/** Returns: (transfer full): the unit at @offset, and where it stands. */
char *sme_reading_text_dup_unit (SmeReadingText *self,
                                 guint offset,
                                 SmeReadingUnit unit,
                                 guint *start,
                                 guint *end);

/** Returns: the offset of a spot; of the end if its page has not been added. */
guint sme_reading_text_get_offset (SmeReadingText *self, const SmeTextSpot *spot);

/** Returns: %FALSE where @offset is in no page's own text but in a heading, or beyond the end. */
gboolean sme_reading_text_get_spot (SmeReadingText *self, guint offset, SmeTextSpot *spot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeReadingText, sme_reading_text_free)

G_END_DECLS
