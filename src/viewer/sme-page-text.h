/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-geometry.h"

#include <graphene.h>

G_BEGIN_DECLS

/**
 * SmePageText: the text of one page and where each character stands; immutable, and safe to hand
 * between threads. Characters are counted as code points from 0; places are in points from the
 * page's upper left corner.
 */
typedef struct _SmePageText SmePageText;

/** SmeTextRange: the characters from @start up to, not including, @end. */
typedef struct
{
  guint start;
  guint end;
} SmeTextRange;

/**
 * SmePageLink: a part of a page that leads somewhere.
 * @rect: in points
 * @uri: (nullable): an address outside of the document, as the file has it, cut at a length
 * @page: where it leads inside of the document, %G_MAXUINT for nowhere: actions that would start
 *   programs or scripts are no links here
 * @top: how far down on that page, 0 to 1
 */
typedef struct
{
  graphene_rect_t rect;
  char *uri;
  guint page;
  double top;
} SmePageLink;

/**
 * SmeTextMatch: what a search is strict about.
 * @SME_TEXT_MATCH_CASE: capitals are not small letters
 * @SME_TEXT_MATCH_MARKS: "a" does not find "ạ", nor "d" "đ"
 */
typedef enum
{
  SME_TEXT_MATCH_LOOSE = 0,
  SME_TEXT_MATCH_CASE = 1 << 0,
  SME_TEXT_MATCH_MARKS = 1 << 1,
} SmeTextMatch;

/**
 * sme_page_text_new:
 * @boxes: (nullable): one box per character of @text; with any other count the text has no places
 */
SmePageText *sme_page_text_new (const char *text,
                                const graphene_rect_t *boxes,
                                guint n_boxes,
                                const SmePageSize *size);

/** @links: (transfer full): a #GArray of #SmePageLink; before anybody else knows @self. */
void sme_page_text_take_links (SmePageText *self, GArray *links);

/** Returns: (transfer full): an empty #GArray of #SmePageLink that frees what they hold. */
GArray *sme_page_links_new (void);

/** Returns: (transfer none) (nullable): the links of the page. */
GArray *sme_page_text_get_links (SmePageText *self);

/** Returns: (transfer none) (nullable): the link at a place. */
const SmePageLink *sme_page_text_get_link_at (SmePageText *self, double x, double y);

SmePageText *sme_page_text_ref (SmePageText *self);
void sme_page_text_unref (SmePageText *self);

const char *sme_page_text_get_text (SmePageText *self);
guint sme_page_text_get_length (SmePageText *self);

/** About how many bytes of memory it takes. */
gsize sme_page_text_get_memory (SmePageText *self);

/**
 * sme_page_text_fold_query:
 *
 * Returns: what sme_page_text_find() wants: @query without case and marks, white space made single
 * spaces; "" when nothing is left.
 */
char *sme_page_text_fold_query (const char *query);

/** Returns: (transfer full): a #GArray of #SmeTextRange, at most @max, that do not overlap. */
GArray *sme_page_text_find (SmePageText *self, const char *folded_query, guint max);

/** The same with @query as it was typed, strict about what @match says. */
GArray *
sme_page_text_find_strictly (SmePageText *self, const char *query, SmeTextMatch match, guint max);

/** Returns: (transfer full): a #GArray of #graphene_rect_t, one per line of the range. */
GArray *sme_page_text_get_rects (SmePageText *self, const SmeTextRange *range);

/** Returns: %FALSE where the character is not to be seen. */
gboolean sme_page_text_get_box (SmePageText *self, guint character, graphene_rect_t *box);

/** Returns: the character boundary nearest to a place, 0 to the length. */
guint sme_page_text_get_boundary_at (SmePageText *self, double x, double y);

/** Returns: where the first line begins that stands at @y or below it; the length if none does. */
guint sme_page_text_get_line_below (SmePageText *self, double y);

/** The word, or the line, around a boundary (double and triple click). */
SmeTextRange sme_page_text_get_word (SmePageText *self, guint boundary);
SmeTextRange sme_page_text_get_line (SmePageText *self, guint boundary);

/** Returns: the characters of the range. */
char *sme_page_text_dup_range (SmePageText *self, const SmeTextRange *range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePageText, sme_page_text_unref)

G_END_DECLS
