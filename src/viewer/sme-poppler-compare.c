/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a page shows the same in two states of a file: to the eye, on paper, and to who has it
 * read out. */
#include "viewer/sme-poppler-private.h"

#include <math.h>
#include <string.h>

/* Pixels per point, and pixels of a page at most: the smallest print still differs. */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define PIXELS_MAX (3.0 * 1024 * 1024)

/* A signature covers less of its page. */
#define FIELD_SHARE_MAX 0.25

typedef struct
{
  graphene_rect_t rect; /* points */
  gboolean is_new;      /* was not there when it was signed */
} Mask;

typedef void (*DrawFunc) (PopplerPage *page, cairo_t *cr);

static cairo_surface_t *
draw (SmePoppler *self, PopplerPage *page, guint index, double factor, DrawFunc draw_page)
{
  const SmePageSize *size = &self->sizes[index];
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int) ceil (size->width * factor), 1),
                                MAX ((int) ceil (size->height * factor), 1));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, factor * self->shrinks[index], factor * self->shrinks[index]);
  draw_page (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_rectangle_int_t
get_pixels (const Mask *mask, cairo_surface_t *surface, double factor)
{
  int left = (int) floor ((mask->rect.origin.x - 1) * factor);
  int top = (int) floor ((mask->rect.origin.y - 1) * factor);
  int right = (int) ceil ((mask->rect.origin.x + mask->rect.size.width + 1) * factor);
  int bottom = (int) ceil ((mask->rect.origin.y + mask->rect.size.height + 1) * factor);
  cairo_rectangle_int_t pixels = { MAX (left, 0), MAX (top, 0), 0, 0 };

  pixels.width = MAX (MIN (right, cairo_image_surface_get_width (surface)) - pixels.x, 0);
  pixels.height = MAX (MIN (bottom, cairo_image_surface_get_height (surface)) - pixels.y, 0);
  return pixels;
}

/* Of one colour: nothing is hidden by what is put there. */
static gboolean
is_blank (cairo_surface_t *surface, const cairo_rectangle_int_t *pixels)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guint32 first, pixel;

  if (data == NULL || pixels->width == 0 || pixels->height == 0)
    return TRUE;
  memcpy (&first, data + (gsize) pixels->y * stride + (gsize) pixels->x * 4, 4);
  for (int y = pixels->y; y < pixels->y + pixels->height; y++)
    for (int x = pixels->x; x < pixels->x + pixels->width; x++)
      {
        memcpy (&pixel, data + (gsize) y * stride + (gsize) x * 4, 4);
        if (pixel != first)
          return FALSE;
      }
  return TRUE;
}

static gboolean
is_listed (GArray *rects, const graphene_rect_t *rect)
{
  for (guint i = 0; i < rects->len; i++)
    {
      const graphene_rect_t *other = &g_array_index (rects, graphene_rect_t, i);

      if (fabsf (other->origin.x - rect->origin.x) < 1 &&
          fabsf (other->origin.y - rect->origin.y) < 1 &&
          fabsf (other->size.width - rect->size.width) < 1 &&
          fabsf (other->size.height - rect->size.height) < 1)
        return TRUE;
    }
  return FALSE;
}

/* Where later signers may have drawn: in fields that stood there when it was signed, or on blank
 * paper. Whoever adds a field decides where it lies, so nothing of the page may be under it. */
static GArray *
find_masks (SmePoppler *before, SmePoppler *now, guint index)
{
  g_autoptr (GArray) rects = sme_poppler_get_signature_rects (now, index);
  g_autoptr (GArray) old = sme_poppler_get_signature_rects (before, index);
  GArray *masks = g_array_new (FALSE, FALSE, sizeof (Mask));
  double most = FIELD_SHARE_MAX * before->sizes[index].width * before->sizes[index].height;

  for (guint i = 0; i < rects->len; i++)
    {
      Mask mask = { g_array_index (rects, graphene_rect_t, i), FALSE };

      mask.is_new = !is_listed (old, &mask.rect);
      most -= (double) mask.rect.size.width * mask.rect.size.height;
      if (most >= 0)
        g_array_append_val (masks, mask);
    }
  return masks;
}

static void
drop_where_something_was (GArray *masks, cairo_surface_t *before, double factor)
{
  for (guint i = masks->len; i > 0; i--)
    {
      const Mask *mask = &g_array_index (masks, Mask, i - 1);
      cairo_rectangle_int_t pixels = get_pixels (mask, before, factor);

      if (mask->is_new && !is_blank (before, &pixels))
        g_array_remove_index (masks, i - 1);
    }
}

static void
cover (cairo_surface_t *surface, GArray *masks, double factor)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  for (guint i = 0; i < masks->len; i++)
    {
      cairo_rectangle_int_t pixels = get_pixels (&g_array_index (masks, Mask, i), surface, factor);

      cairo_rectangle (cr, pixels.x, pixels.y, pixels.width, pixels.height);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
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

  for (guint i = 0; i < masks->len; i++)
    if (graphene_rect_contains_point (&g_array_index (masks, Mask, i).rect, &middle))
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

typedef struct
{
  SmePoppler *before;
  SmePoppler *now;
  PopplerPage *page_before;
  PopplerPage *page_now;
  guint index;
  double factor;
  GArray *masks;
} Pair;

/* Narrows the masks down by what was there before. */
static gboolean
look_the_same (Pair *pair, DrawFunc draw_page)
{
  cairo_surface_t *before =
    draw (pair->before, pair->page_before, pair->index, pair->factor, draw_page);
  cairo_surface_t *now = draw (pair->now, pair->page_now, pair->index, pair->factor, draw_page);
  gboolean same;

  drop_where_something_was (pair->masks, before, pair->factor);
  cover (before, pair->masks, pair->factor);
  cover (now, pair->masks, pair->factor);
  same = are_equal (before, now);
  cairo_surface_destroy (before);
  cairo_surface_destroy (now);
  return same;
}

/* Only notes, fields and layers can be printed differently from how they are shown. */
static gboolean
may_print_differently (SmePoppler *self, PopplerPage *page)
{
  PopplerLayersIter *layers = poppler_layers_iter_new (self->document);
  GList *notes = poppler_page_get_annot_mapping (page);
  GList *fields = poppler_page_get_form_field_mapping (page);
  gboolean may = layers != NULL || notes != NULL || fields != NULL;

  g_clear_pointer (&layers, poppler_layers_iter_free);
  poppler_page_free_annot_mapping (notes);
  poppler_page_free_form_field_mapping (fields);
  return may;
}

static gboolean
are_the_same (Pair *pair)
{
  if (!look_the_same (pair, poppler_page_render))
    return FALSE;
  if ((may_print_differently (pair->before, pair->page_before) ||
       may_print_differently (pair->now, pair->page_now)) &&
      !look_the_same (pair, poppler_page_render_for_printing))
    return FALSE;
  return read_the_same (pair->before, pair->page_before, pair->now, pair->page_now, pair->index,
                        pair->masks);
}

gboolean
sme_poppler_shows_same (SmePoppler *before,
                        SmePoppler *now,
                        guint index,
                        gboolean except_signatures)
{
  g_autoptr (Page) page_before = NULL;
  g_autoptr (Page) page_now = NULL;
  g_autoptr (GArray) masks = NULL;
  Pair pair = { before, now, .index = index };
  const SmePageSize *size;

  if (index >= before->n_pages || index >= now->n_pages)
    return FALSE;
  pair.page_before = page_before = poppler_document_get_page (before->document, (int) index);
  pair.page_now = page_now = poppler_document_get_page (now->document, (int) index);
  if (page_before == NULL || page_now == NULL)
    return FALSE;
  size = &before->sizes[index];
  pair.factor = MIN (PIXELS_PER_POINT, sqrt (PIXELS_MAX / (size->width * size->height)));
  pair.masks = masks =
    except_signatures ? find_masks (before, now, index) : g_array_new (FALSE, FALSE, sizeof (Mask));
  return are_the_same (&pair);
}
