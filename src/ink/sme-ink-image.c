/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-image.h"

#include "ink/sme-ink-number.h"
#include "ink/sme-ink-path.h"
#include "ink/sme-ink-png.h"

/* Of all the picture's pixels, by how much ink they have. A signature trimmed to its ink covers 3
 * to 30 in 100; nothing at all is paper, and most of it is a photograph or a dark scan. */
#define LEAST_INK 0.004
#define MOST_INK 0.60
#define DECIMALS 6

struct _SmeInkImage
{
  cairo_surface_t *surface;
  GBytes *png;
  guint width;
  guint height;
};

static void
clear (gpointer data)
{
  SmeInkImage *self = data;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->png, g_bytes_unref);
}

SmeInkImage *
sme_ink_image_ref (SmeInkImage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sme_ink_image_unref (SmeInkImage *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* (inout): the pixel at @x, @y, as cairo has it: premultiplied. */
static guint32
get_pixel (SmeInkImage *self, guint x, guint y)
{
  const guint8 *row = cairo_image_surface_get_data (self->surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (self->surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static double
measure_ink (SmeInkImage *self)
{
  guint64 sum = 0;

  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      sum += get_pixel (self, x, y) >> 24;
  return (double) sum / (255.0 * self->width * self->height);
}

static gboolean
refuse (GError **error, SmeInkError reason, const char *message)
{
  g_set_error_literal (error, SME_INK_ERROR, reason, message);
  return FALSE;
}

static gboolean
check (SmeInkImage *self, GError **error)
{
  double ink;

  if (self->width > SME_INK_IMAGE_MAX_WIDTH || self->height > SME_INK_IMAGE_MAX_HEIGHT)
    return refuse (error, SME_INK_ERROR_LIMIT, "A picture with too many pixels");
  if (self->width < SME_INK_IMAGE_MIN_WIDTH || self->height < SME_INK_IMAGE_MIN_HEIGHT)
    return refuse (error, SME_INK_ERROR_COARSE, "A picture with too few pixels");
  ink = measure_ink (self);
  if (ink < LEAST_INK)
    return refuse (error, SME_INK_ERROR_PAPER, "A picture without ink");
  if (ink > MOST_INK)
    return refuse (error, SME_INK_ERROR_SOLID, "A picture that is nearly all ink");
  return TRUE;
}

static SmeInkImage *
new_checked (cairo_surface_t *surface, GBytes *png, GError **error)
{
  g_autoptr (SmeInkImage) self = g_atomic_rc_box_new0 (SmeInkImage);

  cairo_surface_flush (surface);
  self->surface = surface;
  self->png = png;
  self->width = (guint) cairo_image_surface_get_width (surface);
  self->height = (guint) cairo_image_surface_get_height (surface);
  return check (self, error) ? g_steal_pointer (&self) : NULL;
}

SmeInkImage *
sme_ink_image_new (cairo_surface_t *surface, GError **error)
{
  GBytes *png;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32, NULL);

  png = sme_ink_png_write (surface, error);
  if (png != NULL && g_bytes_get_size (png) <= SME_INK_IMAGE_MAX_BYTES)
    return new_checked (surface, png, error);
  if (png != NULL)
    refuse (error, SME_INK_ERROR_LIMIT, "A picture with too many bytes");
  g_clear_pointer (&png, g_bytes_unref);
  cairo_surface_destroy (surface);
  return NULL;
}

SmeInkImage *
sme_ink_image_new_from_png (GBytes *png, GError **error)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (png != NULL, NULL);

  if (g_bytes_get_size (png) > SME_INK_IMAGE_MAX_BYTES)
    {
      refuse (error, SME_INK_ERROR_LIMIT, "A picture with too many bytes");
      return NULL;
    }
  surface = sme_ink_png_read (png, SME_INK_IMAGE_MAX_WIDTH, SME_INK_IMAGE_MAX_HEIGHT, error);
  return surface != NULL ? new_checked (surface, g_bytes_ref (png), error) : NULL;
}

GBytes *
sme_ink_image_get_png (SmeInkImage *self)
{
  return self->png;
}

guint
sme_ink_image_get_width (SmeInkImage *self)
{
  return self->width;
}

guint
sme_ink_image_get_height (SmeInkImage *self)
{
  return self->height;
}

/* Maps the unit square, y up as PDF has it or down, to where the picture is in @to. */
static gboolean
place (SmeInkImage *self, const cairo_rectangle_t *to, cairo_rectangle_t *where)
{
  cairo_rectangle_t all = { 0, 0, self->width, self->height };
  cairo_matrix_t fit;

  if (!sme_ink_fit (&all, to, FALSE, &fit))
    return FALSE;
  *where = (cairo_rectangle_t){ fit.x0, fit.y0, fit.xx * self->width, fit.yy * self->height };
  return TRUE;
}

void
sme_ink_image_paint (SmeInkImage *self, cairo_t *cr, const cairo_rectangle_t *to)
{
  cairo_rectangle_t where;

  g_return_if_fail (self != NULL && cr != NULL);

  if (!place (self, to, &where))
    return;
  cairo_save (cr);
  cairo_translate (cr, where.x, where.y);
  cairo_scale (cr, where.width / self->width, where.height / self->height);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

GBytes *
sme_ink_image_to_pdf (SmeInkImage *self,
                      const char *name,
                      const cairo_rectangle_t *from,
                      const cairo_rectangle_t *to,
                      GError **error)
{
  cairo_rectangle_t where, box;
  cairo_matrix_t matrix;
  GString *out;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (!sme_ink_fit (from, to, TRUE, &matrix) || !place (self, from, &where))
    {
      refuse (error, SME_INK_ERROR_BOX, "A rectangle without area");
      return NULL;
    }
  box = (cairo_rectangle_t){ where.x, where.y + where.height, where.width * matrix.xx,
                             where.height * -matrix.yy };
  cairo_matrix_transform_point (&matrix, &box.x, &box.y);
  out = g_string_new ("q\n");
  sme_ink_number_append (out, box.width, DECIMALS);
  g_string_append (out, " 0 0 ");
  sme_ink_number_append (out, box.height, DECIMALS);
  g_string_append_c (out, ' ');
  sme_ink_number_append (out, box.x, DECIMALS);
  g_string_append_c (out, ' ');
  sme_ink_number_append (out, box.y, DECIMALS);
  g_string_append_printf (out, " cm\n/%s Do\nQ\n", name);
  return g_string_free_to_bytes (out);
}

static guint8
unmultiply (guint32 pixel, guint shift)
{
  guint alpha = pixel >> 24, value = pixel >> shift & 0xff;

  return (guint8) (alpha == 0 ? 0 : MIN (255, (value * 255 + alpha / 2) / alpha));
}

GBytes *
sme_ink_image_get_colours (SmeInkImage *self)
{
  GByteArray *bytes;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = g_byte_array_sized_new (self->width * self->height * 3);
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      {
        guint32 pixel = get_pixel (self, x, y);
        guint8 colour[] = { unmultiply (pixel, 16), unmultiply (pixel, 8), unmultiply (pixel, 0) };

        g_byte_array_append (bytes, colour, sizeof colour);
      }
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sme_ink_image_get_coverage (SmeInkImage *self)
{
  GByteArray *bytes;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = g_byte_array_sized_new (self->width * self->height);
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      {
        guint8 coverage = (guint8) (get_pixel (self, x, y) >> 24);

        g_byte_array_append (bytes, &coverage, 1);
      }
  return g_byte_array_free_to_bytes (bytes);
}
