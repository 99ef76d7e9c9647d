/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-bus.h"

G_BEGIN_DECLS

/* Numbers of AT-SPI's states. */
typedef enum
{
  JOURNEY_STATE_CHECKED = 4,
  JOURNEY_STATE_FOCUSED = 12,
  JOURNEY_STATE_MODAL = 16,
  JOURNEY_STATE_PRESSED = 20,
  JOURNEY_STATE_SELECTED = 23,
  JOURNEY_STATE_SENSITIVE = 24,
  JOURNEY_STATE_VISIBLE = 30,
} JourneyState;

/* A widget as it was when the tree was read; held by reference. */
typedef struct _JourneyNode JourneyNode;

struct _JourneyNode
{
  JourneyNode *parent; /* NULL for the program itself */
  char *path;
  char *name;
  char *description;
  guint role;
  guint64 states;
  guint n_children; /* of those that are presented */
  guint depth;
  gboolean component, action, text, editable;
};

JourneyNode *journey_node_ref (JourneyNode *self);
void journey_node_unref (JourneyNode *self);
gboolean journey_node_has_state (const JourneyNode *self, JourneyState state);
/* Whether it is @ancestor or in it. */
gboolean journey_node_is_in (const JourneyNode *self, const JourneyNode *ancestor);

/* All widgets that the program presents, outermost first, in reading order: GPtrArray of
 * JourneyNode. Pages that are behind others are not among them. (transfer full) */
GPtrArray *journey_tree_read (JourneyBus *bus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JourneyNode, journey_node_unref)

G_END_DECLS
