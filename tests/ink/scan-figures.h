/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-scan.h"

G_BEGIN_DECLS

/* Photographs of a signature that are known exactly. */

/**
 * ScanFigure:
 * @ink: colour of the ink, red, green, blue from 0 to 1
 * @paper: colour of the paper
 * @shade: how much darker the paper is at the lower right corner than at the upper left, 0 to 1
 * @noise: of camera and grain, up to this to each side, of 255
 * @blank: nothing is written
 */
typedef struct
{
  double ink[3];
  double paper[3];
  double shade;
  guint noise;
  gboolean blank;
} ScanFigure;

#define SCAN_WIDTH 960
#define SCAN_HEIGHT 720
/* Where the signature's box of 480 x 200 is in it, and how large. */
#define SCAN_LEFT 120
#define SCAN_TOP 280
#define SCAN_SCALE 1.5

/* (transfer full) */
SmeInkScan *scan_figure_draw (const ScanFigure *figure);
/* The same as rows of red, green, blue; free with g_free(). */
guint8 *scan_figure_draw_rgb (const ScanFigure *figure);
/* The ink's true coverage of each pixel. */
guint8 *scan_figure_draw_truth (void);

G_END_DECLS
