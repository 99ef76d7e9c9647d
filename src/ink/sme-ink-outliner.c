/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-outliner.h"

#include <math.h>
#include <string.h>

/* A node is set when the line has turned, gone or swelled this much since the last one. A cubic
 * over 30 degrees of arc is true to 1/100,000 of its radius; the width bound keeps neighbours
 * within 15 %. */
#define NODE_TURN (G_PI / 6)
#define NODE_WAY 8.0
#define NODE_SWELL 1.10
/* From this turn in one step on it is a corner: the line ends round and starts anew. */
#define CORNER (G_PI / 3)
/* (4/3) tan (pi/8): a quarter of a circle as a cubic */
#define QUARTER 0.5522847498307936

/* The side of the line that an edge runs along. */
typedef enum
{
  SIDE_LEFT = 1,
  SIDE_RIGHT = -1,
} Side;

static void
edge_point (const SmeInkNode *node, Side side, double *x, double *y)
{
  *x = node->x + side * node->r * node->ty;
  *y = node->y - side * node->r * node->tx;
}

/* Direction of the edge at @node, where the line swells by @slope px of radius per px of way. */
static void
edge_direction (const SmeInkNode *node, Side side, double slope, double *dx, double *dy)
{
  double x = node->tx + side * slope * node->ty, y = node->ty - side * slope * node->tx;
  double n = hypot (x, y);

  *dx = x / n;
  *dy = y / n;
}

/* Swelling at node @i: the mean over its neighbours, so that edges have no kinks. */
static double
slope_at (const SmeInkOutliner *self, guint i)
{
  const SmeInkNode *a = &self->nodes[i > 0 ? i - 1 : 0];
  const SmeInkNode *b = &self->nodes[i + 1 < self->n_nodes ? i + 1 : i];
  double way = hypot (b->x - a->x, b->y - a->y);

  return way > 0 ? CLAMP ((b->r - a->r) / way, -0.5, 0.5) : 0;
}

/* One piece of an edge, forward (@step 1) or backward (-1): the arc-like cubic between two nodes.
 */
static void
emit_edge (const SmeInkOutliner *self, guint i, int step, Side side, SmeInkPath *path)
{
  const SmeInkNode *a = &self->nodes[i], *b = &self->nodes[i + step];
  double ax, ay, bx, by, adx, ady, bdx, bdy, chord, bend, handle;

  edge_point (a, side, &ax, &ay);
  edge_point (b, side, &bx, &by);
  edge_direction (a, side, slope_at (self, i), &adx, &ady);
  edge_direction (b, side, slope_at (self, i + step), &bdx, &bdy);
  chord = hypot (bx - ax, by - ay);
  bend = (1 + CLAMP (adx * bdx + ady * bdy, 0, 1)) / 2; /* cos^2 of half the turn */
  handle = step * chord / (3 * (1 + sqrt (bend)) / 2);  /* cos^2 of a quarter of it */
  sme_ink_path_curve_to (path, ax + handle * adx, ay + handle * ady, bx - handle * bdx,
                         by - handle * bdy, bx, by);
}

/* A quarter of the disc's rim, from direction (fx, fy) to (tx, ty). */
static void
emit_quarter (const SmeInkNode *n, double fx, double fy, double tx, double ty, SmeInkPath *path)
{
  sme_ink_path_curve_to (path, n->x + n->r * (fx + QUARTER * tx), n->y + n->r * (fy + QUARTER * ty),
                         n->x + n->r * (tx + QUARTER * fx), n->y + n->r * (ty + QUARTER * fy),
                         n->x + n->r * tx, n->y + n->r * ty);
}

/* The half of the rim that lies ahead (@ahead 1: from left to right) or behind (-1: back). */
static void
emit_cap (const SmeInkNode *n, int ahead, SmeInkPath *path)
{
  double lx = ahead * n->ty, ly = -ahead * n->tx, ax = ahead * n->tx, ay = ahead * n->ty;

  emit_quarter (n, lx, ly, ax, ay, path);
  emit_quarter (n, ax, ay, -lx, -ly, path);
}

/* Writes the collected nodes as one closed outline and forgets them. */
static void
emit_part (SmeInkOutliner *self, SmeInkPath *path)
{
  double x, y;

  if (self->n_nodes == 0)
    return;
  edge_point (&self->nodes[0], SIDE_LEFT, &x, &y);
  sme_ink_path_move_to (path, x, y);
  for (guint i = 0; i + 1 < self->n_nodes; i++)
    emit_edge (self, i, 1, SIDE_LEFT, path);
  emit_cap (&self->nodes[self->n_nodes - 1], 1, path);
  for (guint i = self->n_nodes - 1; i > 0; i--)
    emit_edge (self, i, -1, SIDE_RIGHT, path);
  emit_cap (&self->nodes[0], -1, path);
  sme_ink_path_close (path);
  self->n_nodes = 0;
}

/* Whether the strip between two nodes has both edges running forward. Where the line turns
 * tighter than its own half width the inner edge runs back, and discs do better than a strip. */
static gboolean
is_strip (const SmeInkNode *a, const SmeInkNode *b)
{
  double cx = b->x - a->x, cy = b->y - a->y, way = cx * cx + cy * cy;

  for (int side = SIDE_RIGHT; side <= SIDE_LEFT; side += 2)
    {
      double ax, ay, bx, by;

      edge_point (a, side, &ax, &ay);
      edge_point (b, side, &bx, &by);
      if ((bx - ax) * cx + (by - ay) * cy < 0.1 * way)
        return FALSE;
    }
  return TRUE;
}

static void
add_node (SmeInkOutliner *self, const SmeInkPoint *point, double tx, double ty, SmeInkPath *path)
{
  SmeInkNode node = { point->x, point->y, point->w / 2, tx, ty };

  if (self->n_nodes > 0)
    {
      SmeInkNode last = self->nodes[self->n_nodes - 1];
      double ratio = MAX (node.r, last.r) / MIN (node.r, last.r);

      self->widest_step = MAX (self->widest_step, ratio - 1);
      if (!is_strip (&last, &node))
        emit_part (self, path);
      else if (self->n_nodes == SME_INK_MAX_NODES)
        {
          emit_part (self, path);
          self->nodes[self->n_nodes++] = last;
        }
    }
  self->nodes[self->n_nodes++] = node;
  self->turned = 0;
  self->gone = 0;
}

static gboolean
node_is_due (const SmeInkOutliner *self, double w)
{
  double last = 2 * self->nodes[self->n_nodes - 1].r;

  return self->turned >= NODE_TURN || self->gone >= NODE_WAY ||
         MAX (w, last) > NODE_SWELL * MIN (w, last);
}

/* Looks at the middle one of three points in a row. */
static void
pass (SmeInkOutliner *self, const SmeInkPoint *next, SmeInkPath *path)
{
  const SmeInkPoint *before = &self->last[0], *at = &self->last[1];
  double ix = at->x - before->x, iy = at->y - before->y, in = hypot (ix, iy);
  double ox = next->x - at->x, oy = next->y - at->y, out = hypot (ox, oy);
  double turn = fabs (atan2 (ix * oy - iy * ox, ix * ox + iy * oy));
  double sx = ix / in + ox / out, sy = iy / in + oy / out, s = hypot (sx, sy);

  self->gone += in;
  if (turn > CORNER)
    {
      add_node (self, at, ix / in, iy / in, path);
      emit_part (self, path);
      add_node (self, at, ox / out, oy / out, path);
      return;
    }

  /* The turn belongs to the way around this point: a node before a sharp one keeps the cubic
   * from spreading it over a long piece. */
  if (self->turned + turn >= NODE_TURN && self->gone > in)
    {
      self->gone -= in;
      add_node (self, before, ix / in, iy / in, path);
      self->gone = in;
    }
  self->turned += turn;
  if (node_is_due (self, at->w))
    add_node (self, at, sx / s, sy / s, path);
}

void
sme_ink_outliner_init (SmeInkOutliner *self)
{
  g_return_if_fail (self != NULL);

  memset (self, 0, sizeof *self);
}

void
sme_ink_outliner_add (SmeInkOutliner *self, const SmeInkPoint *point, SmeInkPath *path)
{
  g_return_if_fail (self != NULL && point != NULL && path != NULL);

  if (self->n_points > 0)
    {
      double dx = point->x - self->last[1].x, dy = point->y - self->last[1].y;
      double d = hypot (dx, dy);

      if (d < SME_INK_GRID / 1000)
        return;
      if (self->n_points == 1)
        add_node (self, &self->last[1], dx / d, dy / d, path);
      else
        pass (self, point, path);
    }
  self->last[0] = self->last[1];
  self->last[1] = *point;
  self->n_points++;
}

void
sme_ink_outliner_finish (SmeInkOutliner *self, SmeInkPath *path)
{
  const SmeInkPoint *end;
  double dx, dy, d;

  g_return_if_fail (self != NULL && path != NULL);

  if (self->n_points == 0)
    return;
  end = &self->last[1];
  if (self->n_points == 1)
    {
      sme_ink_outliner_dot (end, path);
      return;
    }
  dx = end->x - self->last[0].x;
  dy = end->y - self->last[0].y;
  d = hypot (dx, dy);
  add_node (self, end, dx / d, dy / d, path);
  emit_part (self, path);
}

void
sme_ink_outliner_dot (const SmeInkPoint *point, SmeInkPath *path)
{
  SmeInkOutliner dot;

  g_return_if_fail (point != NULL && path != NULL);

  sme_ink_outliner_init (&dot);
  dot.nodes[dot.n_nodes++] = (SmeInkNode){ point->x, point->y, point->w / 2, 1, 0 };
  emit_part (&dot, path);
}
