/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-geometry.h"

#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0)

static int
to_pixels (double points, double factor)
{
  return (int) CLAMP (round (points * factor), 1.0, (double) (G_MAXINT / 4));
}

void
sme_page_get_pixel_size (const SmePageSize *size,
                         double zoom,
                         double scale,
                         int *width,
                         int *height)
{
  g_return_if_fail (size != NULL && width != NULL && height != NULL);
  g_return_if_fail (zoom > 0 && scale > 0);

  *width = to_pixels (size->width, zoom * scale * PIXELS_PER_POINT);
  *height = to_pixels (size->height, zoom * scale * PIXELS_PER_POINT);
}

gboolean
sme_page_area_covers (const SmePageArea *have, const SmePageArea *need)
{
  const cairo_rectangle_int_t *a = &have->clip;
  const cairo_rectangle_int_t *b = &need->clip;

  return have->page == need->page && have->full_width == need->full_width &&
         have->full_height == need->full_height && a->x <= b->x && a->y <= b->y &&
         a->x + a->width >= b->x + b->width && a->y + a->height >= b->y + b->height;
}

gboolean
sme_page_area_equal (const SmePageArea *a, const SmePageArea *b)
{
  return sme_page_area_covers (a, b) && sme_page_area_covers (b, a);
}
