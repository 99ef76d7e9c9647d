/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-sight.h"

#define COORD_TYPE_WINDOW 1
#define NULL_PATH "/org/a11y/atspi/null"
#define MAX_UNKNOWN 8 /* widgets between a picked one and one that is presented */

gboolean
journey_sight_find (JourneyBus *bus, const JourneyNode *node, JourneyBox *box)
{
  g_autoptr (GVariant) answer = NULL;

  if (!node->component)
    return FALSE;
  answer = journey_bus_call (bus, node->path, "Component", "GetExtents",
                             g_variant_new ("(u)", COORD_TYPE_WINDOW));
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "((iiii))", &box->x, &box->y, &box->width, &box->height);
  return TRUE;
}

/* From the window to @node, those that have extents. */
static GPtrArray *
get_chain (const JourneyNode *node)
{
  GPtrArray *chain = g_ptr_array_new ();

  for (const JourneyNode *at = node; at->parent != NULL; at = at->parent)
    if (at->component)
      g_ptr_array_insert (chain, 0, (gpointer) at);
  return chain;
}

/* Gives FALSE if one went away or has no size. */
static gboolean
find_boxes (JourneyBus *bus, GPtrArray *chain, JourneyBox *boxes)
{
  g_autofree const char **paths = g_new (const char *, chain->len);
  g_autofree GVariant **parameters = g_new (GVariant *, chain->len);
  g_autoptr (GPtrArray) answers = NULL;

  for (guint i = 0; i < chain->len; i++)
    {
      paths[i] = ((JourneyNode *) g_ptr_array_index (chain, i))->path;
      parameters[i] = g_variant_new ("(u)", COORD_TYPE_WINDOW);
    }
  answers = journey_bus_call_all (bus, paths, chain->len, "Component", "GetExtents", parameters);
  for (guint i = 0; i < chain->len; i++)
    {
      JourneyBox *box = &boxes[i];

      if (g_ptr_array_index (answers, i) == NULL)
        return FALSE;
      g_variant_get (g_ptr_array_index (answers, i), "((iiii))", &box->x, &box->y, &box->width,
                     &box->height);
      if (box->width <= 0 || box->height <= 0)
        return FALSE;
    }
  return TRUE;
}

static JourneyBox
intersect (const JourneyBox *a, const JourneyBox *b)
{
  int left = MAX (a->x, b->x), top = MAX (a->y, b->y);
  int right = MIN (a->x + a->width, b->x + b->width);
  int bottom = MIN (a->y + a->height, b->y + b->height);

  return (JourneyBox){ left, top, MAX (0, right - left), MAX (0, bottom - top) };
}

static const JourneyNode *
find_node (GPtrArray *nodes, const char *path)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_str_equal (((JourneyNode *) g_ptr_array_index (nodes, i))->path, path))
      return g_ptr_array_index (nodes, i);
  return NULL;
}

static void
go_up (JourneyBus *bus, char **path)
{
  g_autoptr (GVariant) parent = journey_bus_get (bus, *path, "Accessible", "Parent");

  g_clear_pointer (path, g_free);
  if (parent != NULL)
    g_variant_get (parent, "(so)", NULL, path);
}

/* What was picked may be a part that is not presented: then the nearest that is. */
static const JourneyNode *
find_picked (JourneyBus *bus, GPtrArray *nodes, GVariant *answer)
{
  g_autofree char *path = NULL;

  if (answer == NULL || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("((so))")))
    return NULL;
  g_variant_get (answer, "((so))", NULL, &path);
  for (int i = 0; i < MAX_UNKNOWN && path != NULL; i++)
    {
      const JourneyNode *node = find_node (nodes, path);

      if (node != NULL)
        return node;
      go_up (bus, &path);
    }
  return NULL;
}

/* The program's answers about the middle of each of the first @n_shown of the chain. */
static GPtrArray *
pick (JourneyBus *bus, GPtrArray *chain, const JourneyBox *shown, guint n_shown)
{
  const JourneyNode *window = g_ptr_array_index (chain, 0);
  g_autofree const char **paths = g_new (const char *, n_shown);
  g_autofree GVariant **parameters = g_new (GVariant *, n_shown);

  for (guint i = 0; i < n_shown; i++)
    {
      paths[i] = window->path;
      parameters[i] = g_variant_new ("(iiu)", shown[i].x + shown[i].width / 2,
                                     shown[i].y + shown[i].height / 2, COORD_TYPE_WINDOW);
    }
  return journey_bus_call_all (bus, paths, n_shown, "Component", "GetAccessibleAtPoint",
                               parameters);
}

gboolean
journey_sight_reaches (JourneyBus *bus, GPtrArray *nodes, const JourneyNode *node)
{
  g_autoptr (GPtrArray) chain = get_chain (node);
  g_autofree JourneyBox *boxes = g_new0 (JourneyBox, chain->len + 1);
  g_autoptr (GPtrArray) answers = NULL;
  guint n_shown = 0;

  if (chain->len == 0 || !find_boxes (bus, chain, boxes))
    return FALSE;
  /* From where something is scrolled away on, only what it is in can be asked about. */
  for (guint i = 1; i < chain->len; i++)
    boxes[i] = intersect (&boxes[i - 1], &boxes[i]);
  while (n_shown < chain->len && boxes[n_shown].width > 0 && boxes[n_shown].height > 0)
    n_shown++;
  answers = pick (bus, chain, boxes, n_shown);
  for (guint i = 0; i < n_shown; i++)
    {
      const JourneyNode *at = g_ptr_array_index (chain, i);
      const JourneyNode *picked = find_picked (bus, nodes, g_ptr_array_index (answers, i));

      /* Insensitive things are passed over for what they are in. Parts that the program does not
       * present say nothing. */
      if (picked != NULL && !journey_node_is_in (picked, at) && !journey_node_is_in (at, picked))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_inside (const JourneyBox *box, int x, int y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

gboolean
journey_sight_can_point_at (JourneyBus *bus, const JourneyNode *node)
{
  g_autoptr (GPtrArray) chain = get_chain (node);
  g_autofree JourneyBox *boxes = g_new0 (JourneyBox, chain->len + 1);
  const JourneyNode *window = g_ptr_array_index (chain, 0);
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *path = NULL;
  int x, y;

  if (!find_boxes (bus, chain, boxes))
    return FALSE;
  x = boxes[chain->len - 1].x + boxes[chain->len - 1].width / 2;
  y = boxes[chain->len - 1].y + boxes[chain->len - 1].height / 2;
  for (guint i = 0; i < chain->len; i++)
    if (!is_inside (&boxes[i], x, y))
      return FALSE;
  answer = journey_bus_call (bus, window->path, "Component", "GetAccessibleAtPoint",
                             g_variant_new ("(iiu)", x, y, COORD_TYPE_WINDOW));
  if (answer != NULL)
    g_variant_get (answer, "((so))", NULL, &path);
  /* A part that is not presented has no path; it says nothing. */
  if (g_strcmp0 (path, NULL_PATH) == 0)
    return TRUE;
  for (int i = 0; i < MAX_UNKNOWN && path != NULL; i++)
    {
      if (g_str_equal (path, node->path))
        return TRUE;
      go_up (bus, &path);
    }
  return FALSE;
}
