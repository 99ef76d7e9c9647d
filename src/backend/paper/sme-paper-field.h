/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmePaperField:
 * @page: its page, counted from 0
 * @x, @y: its lower left corner, in points from the lower left corner of the page
 * @width, @height: in points; 12 : 5
 *
 * Where a document has left room for a signature, in the terms of PDF.
 */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double height;
} SmePaperField;

G_END_DECLS
