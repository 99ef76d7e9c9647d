/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* One ink for screen and paper: the dark blue that signatures in Vietnam are expected in. */
#define SME_INK_RED 0.063
#define SME_INK_GREEN 0.118
#define SME_INK_BLUE 0.380
#define SME_INK_HEX "#101e61"

/* Most elements that a signature's shape may have; its PDF has then some 1.7 MB. A signature has
 * 1,500, the densest scribble of a minute 20,000. */
#define SME_INK_MAX_ELEMENTS 40000

typedef enum
{
  SME_INK_PATH_MOVE,
  SME_INK_PATH_LINE,
  SME_INK_PATH_CURVE,
  SME_INK_PATH_CLOSE,
} SmeInkPathOp;

/**
 * SmeInkPathElement:
 * @op: what to do
 * @points: x, y of the end point; for a curve first the two control points
 */
typedef struct
{
  SmeInkPathOp op;
  double points[6];
} SmeInkPathElement;

/**
 * SmeInkPath:
 *
 * A shape made of closed outlines, filled with the non-zero winding rule; every sink draws this
 * and nothing else. CSS pixels, y down. One "part" is one closed outline.
 */
typedef struct _SmeInkPath SmeInkPath;

SmeInkPath *sme_ink_path_new (void);
SmeInkPath *sme_ink_path_copy (const SmeInkPath *self);
void sme_ink_path_free (SmeInkPath *self);

void sme_ink_path_move_to (SmeInkPath *self, double x, double y);
void sme_ink_path_line_to (SmeInkPath *self, double x, double y);
void sme_ink_path_curve_to (SmeInkPath *self,
                            double x1,
                            double y1,
                            double x2,
                            double y2,
                            double x3,
                            double y3);
void sme_ink_path_close (SmeInkPath *self);

/** sme_ink_path_append: Adds all parts of @other behind those of @self. */
void sme_ink_path_append (SmeInkPath *self, const SmeInkPath *other);
void sme_ink_path_clear (SmeInkPath *self);

/** sme_ink_path_transform: Moves every point; @matrix must be invertible. */
void sme_ink_path_transform (SmeInkPath *self, const cairo_matrix_t *matrix);

guint sme_ink_path_get_n_parts (const SmeInkPath *self);

/**
 * sme_ink_path_get_elements:
 * @first_part: the first part wanted
 * @n_parts: how many, or %G_MAXUINT for all that follow
 * @n_elements: (out): length of the answer
 *
 * Returns: (transfer none): the elements of those parts
 */
const SmeInkPathElement *sme_ink_path_get_elements (const SmeInkPath *self,
                                                    guint first_part,
                                                    guint n_parts,
                                                    guint *n_elements);

/**
 * sme_ink_path_get_bounds:
 *
 * Returns: %FALSE if there is nothing; else @bounds contains the shape, by its control points,
 * so it may be a trifle large but never too small
 */
gboolean sme_ink_path_get_bounds (const SmeInkPath *self, cairo_rectangle_t *bounds);

/**
 * sme_ink_fit:
 * @from: a rectangle in CSS pixels, y down
 * @to: a rectangle in the target's units
 * @flip: whether the target's y axis points up, as in PDF
 * @matrix: (out): maps @from into the middle of @to, as large as fits, not distorted
 *
 * Returns: %FALSE if one of them has no area or is not finite
 */
gboolean sme_ink_fit (const cairo_rectangle_t *from,
                      const cairo_rectangle_t *to,
                      gboolean flip,
                      cairo_matrix_t *matrix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkPath, sme_ink_path_free)

G_END_DECLS
