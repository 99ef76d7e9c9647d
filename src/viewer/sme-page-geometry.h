/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** SmePageSize: in points (1/72 inch), as the page is shown: cropped and turned. */
typedef struct
{
  double width;
  double height;
} SmePageSize;

/**
 * SmePageArea: a piece of a page at a resolution.
 * @full_width, @full_height: the whole page in device pixels
 * @clip: the piece, in the same pixels
 */
typedef struct
{
  guint page;
  int full_width;
  int full_height;
  cairo_rectangle_int_t clip;
} SmePageArea;

/**
 * sme_page_get_pixel_size:
 * @zoom: 1.0 shows a point as 96/72 of a logical pixel
 * @scale: device pixels per logical pixel
 *
 * The one place where a page's size on the screen is computed; layout and rendering both ask here,
 * so that their rounding never differs.
 */
void sme_page_get_pixel_size (const SmePageSize *size,
                              double zoom,
                              double scale,
                              int *width,
                              int *height);

/** Whether what was rendered as @have can be shown for all of @need without scaling. */
gboolean sme_page_area_covers (const SmePageArea *have, const SmePageArea *need);

gboolean sme_page_area_equal (const SmePageArea *a, const SmePageArea *b);

G_END_DECLS
