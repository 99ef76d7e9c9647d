/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeInkPaper:
 *
 * How bright the paper is at each place of a scan: light and shadow change it slowly, ink quickly.
 */
typedef struct _SmeInkPaper SmeInkPaper;

/* @values: one brightness per pixel, row by row. */
SmeInkPaper *sme_ink_paper_new (const guint8 *values, guint width, guint height);
void sme_ink_paper_free (SmeInkPaper *self);

/* 1 to 255. */
double sme_ink_paper_at (const SmeInkPaper *self, guint x, guint y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkPaper, sme_ink_paper_free)

G_END_DECLS
