/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-block.h"
#include "backend/paper/sme-paper-row.h"

G_BEGIN_DECLS

/* Space between the text of a framed cell and its frame, in points. */
#define SME_PAPER_GRID_INSET 4.0

/* Families in the order of preference; all have the whole of Vietnamese. */
#define SME_PAPER_FONTS "Noto Serif, DejaVu Serif, serif"

/**
 * sme_paper_create_context:
 *
 * Returns: (transfer full): a context that measures in points and does not hint, on a font map of
 * the calling thread, to be used on that thread only; the settings of a screen don't reach it
 */
PangoContext *sme_paper_create_context (void);

/* A text in @font ("bold 12", size in points), @width points wide, or as wide as it is (-1). */
PangoLayout *sme_paper_create_text (PangoContext *context,
                                    const char *font,
                                    const SmePaperText *text,
                                    PangoAlignment alignment,
                                    double width);

/**
 * sme_paper_set_type:
 *
 * Returns: (transfer full) (element-type SmePaperRow): @blocks set in type and measured, for a type
 *   area @width points wide
 */
GPtrArray *sme_paper_set_type (PangoContext *context, GPtrArray *blocks, double width);

G_END_DECLS
