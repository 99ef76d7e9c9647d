/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-path.h"

#include <math.h>

struct _SmeInkPath
{
  GArray *elements; /* SmeInkPathElement */
  GArray *parts;    /* guint: index of each part's first element */
};

static guint
n_points (SmeInkPathOp op)
{
  switch (op)
    {
    case SME_INK_PATH_CURVE:
      return 3;
    case SME_INK_PATH_MOVE:
    case SME_INK_PATH_LINE:
      return 1;
    case SME_INK_PATH_CLOSE:
    default:
      return 0;
    }
}

static void
add (SmeInkPath *self, SmeInkPathElement element)
{
  if (element.op == SME_INK_PATH_MOVE)
    g_array_append_val (self->parts, self->elements->len);
  else
    g_return_if_fail (self->parts->len > 0);
  g_array_append_val (self->elements, element);
}

SmeInkPath *
sme_ink_path_new (void)
{
  SmeInkPath *self = g_new0 (SmeInkPath, 1);

  self->elements = g_array_new (FALSE, FALSE, sizeof (SmeInkPathElement));
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

SmeInkPath *
sme_ink_path_copy (const SmeInkPath *self)
{
  SmeInkPath *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sme_ink_path_new ();
  sme_ink_path_append (copy, self);
  return copy;
}

void
sme_ink_path_free (SmeInkPath *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->elements);
  g_array_unref (self->parts);
  g_free (self);
}

void
sme_ink_path_move_to (SmeInkPath *self, double x, double y)
{
  g_return_if_fail (self != NULL);

  add (self, (SmeInkPathElement){ SME_INK_PATH_MOVE, { x, y } });
}

void
sme_ink_path_line_to (SmeInkPath *self, double x, double y)
{
  g_return_if_fail (self != NULL);

  add (self, (SmeInkPathElement){ SME_INK_PATH_LINE, { x, y } });
}

void
sme_ink_path_curve_to (SmeInkPath *self,
                       double x1,
                       double y1,
                       double x2,
                       double y2,
                       double x3,
                       double y3)
{
  g_return_if_fail (self != NULL);

  add (self, (SmeInkPathElement){ SME_INK_PATH_CURVE, { x1, y1, x2, y2, x3, y3 } });
}

void
sme_ink_path_close (SmeInkPath *self)
{
  g_return_if_fail (self != NULL);

  add (self, (SmeInkPathElement){ SME_INK_PATH_CLOSE, { 0 } });
}

void
sme_ink_path_append (SmeInkPath *self, const SmeInkPath *other)
{
  guint offset;

  g_return_if_fail (self != NULL && other != NULL && self != other);

  offset = self->elements->len;
  g_array_append_vals (self->elements, other->elements->data, other->elements->len);
  for (guint i = 0; i < other->parts->len; i++)
    {
      guint start = g_array_index (other->parts, guint, i) + offset;

      g_array_append_val (self->parts, start);
    }
}

void
sme_ink_path_clear (SmeInkPath *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->elements, 0);
  g_array_set_size (self->parts, 0);
}

void
sme_ink_path_transform (SmeInkPath *self, const cairo_matrix_t *matrix)
{
  g_return_if_fail (self != NULL && matrix != NULL);

  for (guint i = 0; i < self->elements->len; i++)
    {
      SmeInkPathElement *element = &g_array_index (self->elements, SmeInkPathElement, i);

      for (guint k = 0; k < n_points (element->op); k++)
        cairo_matrix_transform_point (matrix, &element->points[2 * k], &element->points[2 * k + 1]);
    }
}

guint
sme_ink_path_get_n_parts (const SmeInkPath *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

/* Index of the first element behind @part - 1; the end for a part that is not there. */
static guint
part_start (const SmeInkPath *self, guint part)
{
  return part < self->parts->len ? g_array_index (self->parts, guint, part) : self->elements->len;
}

const SmeInkPathElement *
sme_ink_path_get_elements (const SmeInkPath *self, guint first_part, guint parts, guint *n_elements)
{
  guint start, end;

  g_return_val_if_fail (self != NULL && n_elements != NULL, NULL);

  start = part_start (self, first_part);
  end =
    parts >= G_MAXUINT - first_part ? self->elements->len : part_start (self, first_part + parts);
  *n_elements = end - start;
  return (const SmeInkPathElement *) (gpointer) self->elements->data + start;
}

gboolean
sme_ink_path_get_bounds (const SmeInkPath *self, cairo_rectangle_t *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL && bounds != NULL, FALSE);

  for (guint i = 0; i < self->elements->len; i++)
    {
      const SmeInkPathElement *element = &g_array_index (self->elements, SmeInkPathElement, i);

      for (guint k = 0; k < n_points (element->op); k++)
        {
          left = MIN (left, element->points[2 * k]);
          right = MAX (right, element->points[2 * k]);
          top = MIN (top, element->points[2 * k + 1]);
          bottom = MAX (bottom, element->points[2 * k + 1]);
        }
    }
  if (left > right)
    return FALSE;
  *bounds = (cairo_rectangle_t){ left, top, right - left, bottom - top };
  return TRUE;
}

static gboolean
has_area (const cairo_rectangle_t *rect)
{
  return isfinite (rect->x) && isfinite (rect->y) && isfinite (rect->width) &&
         isfinite (rect->height) && rect->width > 0 && rect->height > 0;
}

gboolean
sme_ink_fit (const cairo_rectangle_t *from,
             const cairo_rectangle_t *to,
             gboolean flip,
             cairo_matrix_t *matrix)
{
  double scale;

  g_return_val_if_fail (from != NULL && to != NULL && matrix != NULL, FALSE);

  if (!has_area (from) || !has_area (to))
    return FALSE;
  scale = MIN (to->width / from->width, to->height / from->height);
  cairo_matrix_init_translate (matrix, to->x + to->width / 2, to->y + to->height / 2);
  cairo_matrix_scale (matrix, scale, flip ? -scale : scale);
  cairo_matrix_translate (matrix, -from->x - from->width / 2, -from->y - from->height / 2);
  return TRUE;
}
