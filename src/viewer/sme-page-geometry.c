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

  return have->page == need->page && sme_page_look_equal (&have->look, &need->look) &&
         have->full_width == need->full_width && have->full_height == need->full_height &&
         a->x <= b->x && a->y <= b->y && a->x + a->width >= b->x + b->width &&
         a->y + a->height >= b->y + b->height;
}

gboolean
sme_page_area_equal (const SmePageArea *a, const SmePageArea *b)
{
  return sme_page_area_covers (a, b) && sme_page_area_covers (b, a);
}

gboolean
sme_page_look_equal (const SmePageLook *a, const SmePageLook *b)
{
  return a->turns == b->turns && a->dark == b->dark;
}

SmePageSize
sme_page_size_turn (const SmePageSize *size, guint turns)
{
  if (turns % 2 == 0)
    return *size;
  return (SmePageSize){ size->height, size->width };
}

void
sme_page_place_turn (double *x, double *y, guint turns)
{
  for (guint i = 0; i < turns % 4; i++)
    {
      double old_x = *x;

      *x = 1 - *y;
      *y = old_x;
    }
}

void
sme_page_place_unturn (double *x, double *y, guint turns)
{
  sme_page_place_turn (x, y, 4 - turns % 4);
}

graphene_rect_t
sme_page_rect_turn (const graphene_rect_t *rect, const SmePageSize *size, guint turns)
{
  SmePageSize turned = sme_page_size_turn (size, turns);
  double x0 = rect->origin.x / size->width;
  double y0 = rect->origin.y / size->height;
  double x1 = (rect->origin.x + rect->size.width) / size->width;
  double y1 = (rect->origin.y + rect->size.height) / size->height;
  graphene_rect_t result;

  if (turns % 4 == 0)
    return *rect;
  sme_page_place_turn (&x0, &y0, turns);
  sme_page_place_turn (&x1, &y1, turns);
  graphene_rect_init (
    &result, (float) (MIN (x0, x1) * turned.width), (float) (MIN (y0, y1) * turned.height),
    (float) (ABS (x1 - x0) * turned.width), (float) (ABS (y1 - y0) * turned.height));
  return result;
}
