/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

G_BEGIN_DECLS

/** SmeTextSpot: between two characters of a page; a boundary beyond the text means its end. */
typedef struct
{
  guint page;
  guint boundary;
} SmeTextSpot;

/** Returns: less than 0, 0 or more, as @a stands before, at or after @b. */
int sme_text_spot_compare (const SmeTextSpot *a, const SmeTextSpot *b);

/** SmeTextGathererFunc: the text of a page from the first spot on, up to the last; %NULL: it cannot
 * be read. */
typedef void (*SmeTextGathererFunc) (guint page, const char *text, gpointer user_data);

/**
 * sme_text_gatherer_gather_async:
 * @from, @to: spots in order
 * @func: (nullable): told each page's part as it comes; @func_data must live until @cancellable is
 *   cancelled or the call is done
 *
 * Brings together the text between two spots, one page after the other. A page whose text cannot
 * be read counts as empty.
 */
void sme_text_gatherer_gather_async (SmeDocument *document,
                                     const SmeTextSpot *from,
                                     const SmeTextSpot *to,
                                     SmeTextGathererFunc func,
                                     gpointer func_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/** Returns: (transfer full): the pages' parts, each on new lines; %NULL with @error. */
char *sme_text_gatherer_gather_finish (SmeDocument *document, GAsyncResult *result, GError **error);

G_END_DECLS
