/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-text.h"

G_BEGIN_DECLS

/** SmeTextCache: the texts of pages lately used, within a bound of memory. */
typedef struct _SmeTextCache SmeTextCache;

/** @max_memory: bytes; at least one text is kept whatever its size. */
SmeTextCache *sme_text_cache_new (gsize max_memory);
void sme_text_cache_free (SmeTextCache *self);

/** Returns: (transfer none) (nullable): the text of @page, which becomes the last to go. */
SmePageText *sme_text_cache_get (SmeTextCache *self, guint page);
void sme_text_cache_add (SmeTextCache *self, guint page, SmePageText *text);

G_END_DECLS
