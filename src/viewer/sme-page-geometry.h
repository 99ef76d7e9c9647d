/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/** SmePageSize: in points (1/72 inch), as the page is shown: cropped and turned. */
typedef struct
{
  double width;
  double height;
} SmePageSize;

/**
 * SmePageLook: how a person wants pages to be shown.
 * @turns: quarter turns to the right, 0 to 3, beyond what the file says
 * @dark: light on dark: lightness turned round, hue kept
 */
typedef struct
{
  guint8 turns;
  gboolean dark;
} SmePageLook;

/**
 * SmePageArea: a piece of a page at a resolution.
 * @full_width, @full_height: the whole page in device pixels, as it is turned
 * @clip: the piece, in the same pixels
 */
typedef struct
{
  guint page;
  int full_width;
  int full_height;
  cairo_rectangle_int_t clip;
  SmePageLook look;
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

gboolean sme_page_look_equal (const SmePageLook *a, const SmePageLook *b);

/** @size after @turns quarter turns. */
SmePageSize sme_page_size_turn (const SmePageSize *size, guint turns);

/**
 * sme_page_rect_turn:
 * @size: of the page before it is turned
 *
 * Where a rectangle of a page stands once the page is turned; both in points.
 */
graphene_rect_t
sme_page_rect_turn (const graphene_rect_t *rect, const SmePageSize *size, guint turns);

/** The way back for a point in parts of the page's width and height. */
void sme_page_place_unturn (double *x, double *y, guint turns);
/** The way there. */
void sme_page_place_turn (double *x, double *y, guint turns);

G_END_DECLS
