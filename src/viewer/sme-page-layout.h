/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-geometry.h"

G_BEGIN_DECLS

/**
 * SmePageLayout: where each page of a continuous column stands, in device pixels. Plain data and
 * arithmetic; it knows no widget. Finding a page is a binary search.
 */
typedef struct _SmePageLayout SmePageLayout;

/** SmePageRect: a page in the column, in device pixels. */
typedef struct
{
  gint64 x;
  gint64 y;
  int width;
  int height;
} SmePageRect;

/** SmePagePlace: a point of a page in parts of its width and height; it survives zooming. */
typedef struct
{
  guint page;
  double x;
  double y;
} SmePagePlace;

/** @sizes: copied; @n_pages may be 0. */
SmePageLayout *sme_page_layout_new (const SmePageSize *sizes, guint n_pages);
void sme_page_layout_free (SmePageLayout *self);

guint sme_page_layout_get_n_pages (const SmePageLayout *self);
const SmePageSize *sme_page_layout_get_size (const SmePageLayout *self, guint page);

/** The widest and the highest page, in points. */
SmePageSize sme_page_layout_get_largest (const SmePageLayout *self);

/**
 * sme_page_layout_arrange:
 * @gap: device pixels round and between the pages
 *
 * Returns: whether anything moved.
 */
gboolean sme_page_layout_arrange (SmePageLayout *self, double zoom, double scale, int gap);
/** Returns: the scale that the pages stand at, 0 before they were arranged. */
double sme_page_layout_get_scale (const SmePageLayout *self);

/** The whole column, gaps included. */
gint64 sme_page_layout_get_width (const SmePageLayout *self);
gint64 sme_page_layout_get_height (const SmePageLayout *self);

void sme_page_layout_get_rect (const SmePageLayout *self, guint page, SmePageRect *rect);

/**
 * sme_page_layout_get_range:
 * @first, @last: (out): the pages that have a part from @top up to @bottom
 *
 * Returns: %FALSE where there is none.
 */
gboolean sme_page_layout_get_range (const SmePageLayout *self,
                                    gint64 top,
                                    gint64 bottom,
                                    guint *first,
                                    guint *last);

/** The page at or nearest to the height @y. */
guint sme_page_layout_get_page_at (const SmePageLayout *self, gint64 y);

/** Between a point of the column and a place on a page, which may be a bit outside of it. */
void sme_page_layout_to_place (const SmePageLayout *self, double x, double y, SmePagePlace *place);
void sme_page_layout_from_place (const SmePageLayout *self,
                                 const SmePagePlace *place,
                                 double *x,
                                 double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePageLayout, sme_page_layout_free)

G_END_DECLS
