/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-pdf.h"

#include "ink/sme-ink-error.h"
#include "ink/sme-ink-number.h"

/* Points are written in CSS pixels under a matrix: two digits are enough at every size, and the
 * matrix, which scales them, has six. */
#define POINT_DECIMALS 2
#define MATRIX_DECIMALS 6

static void
put (GString *out, double value, guint decimals)
{
  sme_ink_number_append (out, value, decimals);
  g_string_append_c (out, ' ');
}

static void
put_matrix (GString *out, const cairo_matrix_t *m)
{
  put (out, m->xx, MATRIX_DECIMALS);
  put (out, m->yx, MATRIX_DECIMALS);
  put (out, m->xy, MATRIX_DECIMALS);
  put (out, m->yy, MATRIX_DECIMALS);
  put (out, m->x0, MATRIX_DECIMALS);
  put (out, m->y0, MATRIX_DECIMALS);
  g_string_append (out, "cm\n");
}

static void
put_element (GString *out, const SmeInkPathElement *element)
{
  static const struct
  {
    guint n_numbers;
    const char *operator;
  } operators[] = {
    [SME_INK_PATH_MOVE] = { 2, "m\n" },
    [SME_INK_PATH_LINE] = { 2, "l\n" },
    [SME_INK_PATH_CURVE] = { 6, "c\n" },
    [SME_INK_PATH_CLOSE] = { 0, "h\n" },
  };

  for (guint i = 0; i < operators[element->op].n_numbers; i++)
    put (out, element->points[i], POINT_DECIMALS);
  g_string_append (out, operators[element->op].operator);
}

/* The box of a box under a matrix that only scales, flips and moves. */
static cairo_rectangle_t
map_rectangle (const cairo_matrix_t *matrix, const cairo_rectangle_t *rect)
{
  double x1 = rect->x, y1 = rect->y, x2 = rect->x + rect->width, y2 = rect->y + rect->height;

  cairo_matrix_transform_point (matrix, &x1, &y1);
  cairo_matrix_transform_point (matrix, &x2, &y2);
  return (cairo_rectangle_t){ MIN (x1, x2), MIN (y1, y2), ABS (x2 - x1), ABS (y2 - y1) };
}

GBytes *
sme_ink_path_to_pdf (const SmeInkPath *self,
                     const cairo_rectangle_t *from,
                     const cairo_rectangle_t *to,
                     cairo_rectangle_t *bbox,
                     GError **error)
{
  const SmeInkPathElement *elements;
  cairo_rectangle_t bounds;
  cairo_matrix_t matrix;
  GString *out;
  guint n;

  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, NULL);

  if (!sme_ink_path_get_bounds (self, &bounds))
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_EMPTY, "Nothing to draw");
      return NULL;
    }
  if (!sme_ink_fit (from, to, TRUE, &matrix))
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_BOX, "A rectangle without area");
      return NULL;
    }

  out = g_string_new ("q\n");
  put (out, SME_INK_RED, 3);
  put (out, SME_INK_GREEN, 3);
  put (out, SME_INK_BLUE, 3);
  g_string_append (out, "rg\n");
  put_matrix (out, &matrix);
  elements = sme_ink_path_get_elements (self, 0, G_MAXUINT, &n);
  for (guint i = 0; i < n; i++)
    put_element (out, &elements[i]);
  g_string_append (out, "f\nQ\n");
  if (bbox != NULL)
    *bbox = map_rectangle (&matrix, &bounds);
  return g_string_free_to_bytes (out);
}
