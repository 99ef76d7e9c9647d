/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a page shows the same in two states of a file: to the eye, and to who has it read out. */
#include "viewer/sme-poppler-private.h"

#include <math.h>
#include <string.h>

/* Pixels per point, and pixels of a page at most: the smallest print still differs. */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define PIXELS_MAX (3.0 * 1024 * 1024)

static cairo_surface_t *
draw (SmePoppler *self, PopplerPage *page, guint index, double factor, GArray *masks)
{
  const SmePageSize *size = &self->sizes[index];
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int) ceil (size->width * factor), 1),
                                MAX ((int) ceil (size->height * factor), 1));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_save (cr);
  cairo_scale (cr, self->shrinks[index], self->shrinks[index]);
  poppler_page_render (page, cr);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  for (guint i = 0; masks != NULL && i < masks->len; i++)
    {
      const graphene_rect_t *mask = &g_array_index (masks, graphene_rect_t, i);

      cairo_rectangle (cr, mask->origin.x - 1, mask->origin.y - 1, mask->size.width + 2,
                       mask->size.height + 2);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
are_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);

  if (cairo_surface_status (a) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status (b) != CAIRO_STATUS_SUCCESS ||
      width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return FALSE;
  for (int y = 0; y < height; y++)
    if (memcmp (
          cairo_image_surface_get_data (a) + (gsize) y * (gsize) cairo_image_surface_get_stride (a),
          cairo_image_surface_get_data (b) + (gsize) y * (gsize) cairo_image_surface_get_stride (b),
          (gsize) width * 4) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_masked (GArray *masks, const PopplerRectangle *rect, double shrink)
{
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) ((rect->x1 + rect->x2) / 2 * shrink),
                                                 (float) ((rect->y1 + rect->y2) / 2 * shrink));

  for (guint i = 0; masks != NULL && i < masks->len; i++)
    if (graphene_rect_contains_point (&g_array_index (masks, graphene_rect_t, i), &middle))
      return TRUE;
  return FALSE;
}

/* What can be read of a page but for the masked places; spaces may come and go with those. */
static char *
read_text (SmePoppler *self, PopplerPage *page, guint index, GArray *masks)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *rects = NULL;
  GString *left = g_string_new (NULL);
  guint n_rects = 0;
  guint i = 0;

  if (text == NULL || !poppler_page_get_text_layout (page, &rects, &n_rects))
    return g_string_free (left, FALSE);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      if (i < n_rects && is_masked (masks, &rects[i], self->shrinks[index]))
        continue;
      g_string_append_unichar (left, g_utf8_get_char (p));
    }
  return g_string_free (left, FALSE);
}

static gboolean
read_the_same (SmePoppler *before,
               PopplerPage *page_before,
               SmePoppler *now,
               PopplerPage *page_now,
               guint index,
               GArray *masks)
{
  g_autofree char *text_before = read_text (before, page_before, index, masks);
  g_autofree char *text_now = read_text (now, page_now, index, masks);

  return g_str_equal (text_before, text_now);
}

gboolean
sme_poppler_shows_same (SmePoppler *before, SmePoppler *now, guint index, GArray *masks)
{
  g_autoptr (Page) page_before = NULL;
  g_autoptr (Page) page_now = NULL;
  cairo_surface_t *picture_before, *picture_now;
  const SmePageSize *size;
  double factor;
  gboolean same;

  if (index >= before->n_pages || index >= now->n_pages)
    return FALSE;
  page_before = poppler_document_get_page (before->document, (int) index);
  page_now = poppler_document_get_page (now->document, (int) index);
  if (page_before == NULL || page_now == NULL)
    return FALSE;
  size = &before->sizes[index];
  factor = MIN (PIXELS_PER_POINT, sqrt (PIXELS_MAX / (size->width * size->height)));
  picture_before = draw (before, page_before, index, factor, masks);
  picture_now = draw (now, page_now, index, factor, masks);
  same = are_equal (picture_before, picture_now) &&
         read_the_same (before, page_before, now, page_now, index, masks);
  cairo_surface_destroy (picture_before);
  cairo_surface_destroy (picture_now);
  return same;
}
