/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeInkError:
 * @SME_INK_ERROR_EMPTY: nothing was drawn (or typed)
 * @SME_INK_ERROR_DOT: only a dot, or dots
 * @SME_INK_ERROR_TOO_SHORT: the mark is too small for a signature
 * @SME_INK_ERROR_TICK: one short straight line, as a slip of the hand leaves it
 * @SME_INK_ERROR_OUTSIDE: a sample lies outside the box
 * @SME_INK_ERROR_VALUE: a number that is not finite or beyond every possible box
 * @SME_INK_ERROR_LIMIT: more strokes, samples or length than one signature can have
 * @SME_INK_ERROR_BOX: the box itself has no sensible size
 * @SME_INK_ERROR_FORMAT: stored or received ink that is not in our form
 * @SME_INK_ERROR_GLYPH: a typed name with characters that the font cannot draw
 * @SME_INK_ERROR_PAPER: a picture of paper with nothing on it
 * @SME_INK_ERROR_SOLID: a picture in which ink cannot be told from paper
 * @SME_INK_ERROR_COARSE: a picture with too few pixels of a signature
 *
 * Why ink was refused. The messages of these errors are for logs and developers and hold no
 * personal datum; the app words its own text from the reason.
 */
typedef enum
{
  SME_INK_ERROR_EMPTY,
  SME_INK_ERROR_DOT,
  SME_INK_ERROR_TOO_SHORT,
  SME_INK_ERROR_TICK,
  SME_INK_ERROR_OUTSIDE,
  SME_INK_ERROR_VALUE,
  SME_INK_ERROR_LIMIT,
  SME_INK_ERROR_BOX,
  SME_INK_ERROR_FORMAT,
  SME_INK_ERROR_GLYPH,
  SME_INK_ERROR_PAPER,
  SME_INK_ERROR_SOLID,
  SME_INK_ERROR_COARSE,
} SmeInkError;

#define SME_INK_ERROR (sme_ink_error_quark ())

GQuark sme_ink_error_quark (void);

G_END_DECLS
