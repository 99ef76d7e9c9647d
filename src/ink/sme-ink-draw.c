/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-draw.h"

void
sme_ink_path_trace (const SmeInkPath *self, cairo_t *cr, guint first_part, guint n_parts)
{
  const SmeInkPathElement *elements;
  guint n;

  g_return_if_fail (self != NULL && cr != NULL);

  elements = sme_ink_path_get_elements (self, first_part, n_parts, &n);
  for (guint i = 0; i < n; i++)
    {
      const double *p = elements[i].points;

      switch (elements[i].op)
        {
        case SME_INK_PATH_MOVE:
          cairo_move_to (cr, p[0], p[1]);
          break;
        case SME_INK_PATH_LINE:
          cairo_line_to (cr, p[0], p[1]);
          break;
        case SME_INK_PATH_CURVE:
          cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
          break;
        case SME_INK_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

void
sme_ink_path_fill (const SmeInkPath *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  sme_ink_path_trace (self, cr, 0, G_MAXUINT);
  cairo_fill (cr);
}

void
sme_ink_draw (SmeInk *self, cairo_t *cr)
{
  g_autoptr (SmeInkPath) path = NULL;

  g_return_if_fail (SME_IS_INK (self) && cr != NULL);

  path = sme_ink_to_path (self);
  cairo_set_source_rgb (cr, SME_INK_RED, SME_INK_GREEN, SME_INK_BLUE);
  sme_ink_path_fill (path, cr);
}
