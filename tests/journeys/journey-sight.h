/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-tree.h"

G_BEGIN_DECLS

typedef struct
{
  int x, y, width, height; /* in the window */
} JourneyBox;

/* Where it is, if it has an extent and is still there. */
gboolean journey_sight_find (JourneyBus *bus, const JourneyNode *node, JourneyBox *box);
/* Whether a person can see @node, at once or by scrolling. @nodes: the tree that it is from.
 *
 * GTK 4.8 calls the hidden pages of a stack visible and gives the extents that they had; so the
 * program is asked what it has at the middle of each thing that @node is in. */
gboolean journey_sight_reaches (JourneyBus *bus, GPtrArray *nodes, const JourneyNode *node);

/* Whether a pointer at the middle of @node would be on it, now. */
gboolean journey_sight_can_point_at (JourneyBus *bus, const JourneyNode *node);

G_END_DECLS
