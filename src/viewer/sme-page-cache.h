/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

G_BEGIN_DECLS

/**
 * SmePageCache: the textures of the pages that a view shows or will show soon, in a bound of
 * memory. What is shown stays until something better has come.
 */
typedef struct _SmePageCache SmePageCache;

/**
 * SmePageWant: a page that is wanted.
 * @need: what must be there; @area: what is asked for when it is not (it contains @need)
 */
typedef struct
{
  SmePageArea need;
  SmePageArea area;
  SmeRenderPriority priority;
} SmePageWant;

/** SmePageCacheFunc: something about @page has changed. */
typedef void (*SmePageCacheFunc) (guint page, gpointer user_data);

SmePageCache *
sme_page_cache_new (SmeDocument *document, SmePageCacheFunc landed, gpointer user_data);
void sme_page_cache_free (SmePageCache *self);

/**
 * sme_page_cache_update:
 * @wants: all pages that are wanted now
 *
 * Asks for what is missing, withdraws what is no longer wanted, and drops old textures.
 */
void sme_page_cache_update (SmePageCache *self, const SmePageWant *wants, guint n_wants);

/**
 * sme_page_cache_get:
 * @area: (out): what the texture shows; it may be of another zoom
 *
 * Returns: (transfer none) (nullable): what there is of @page.
 */
GdkTexture *sme_page_cache_get (SmePageCache *self, guint page, SmePageArea *area);

/** Whether @need is there, or will never be because the page cannot be drawn. */
gboolean sme_page_cache_is_settled (SmePageCache *self, const SmePageArea *need);

/** Whether what was asked for of @page last cannot be drawn. */
gboolean sme_page_cache_is_broken (SmePageCache *self, guint page);

G_END_DECLS
