/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-tree.h"

#include <string.h>

#define CACHE_PATH "/org/a11y/atspi/cache"
#define ITEM_TYPE "((so)(so)(so)iiassusau)"
#define MAX_DEPTH 80

static void
clear_node (gpointer data)
{
  JourneyNode *self = data;

  if (self->parent != NULL)
    journey_node_unref (self->parent);
  g_free (self->path);
  g_free (self->name);
  g_free (self->description);
}

JourneyNode *
journey_node_ref (JourneyNode *self)
{
  return g_rc_box_acquire (self);
}

void
journey_node_unref (JourneyNode *self)
{
  g_rc_box_release_full (self, clear_node);
}

gboolean
journey_node_has_state (const JourneyNode *self, JourneyState state)
{
  return (self->states >> state & 1) != 0;
}

gboolean
journey_node_is_in (const JourneyNode *self, const JourneyNode *ancestor)
{
  for (const JourneyNode *at = self; at != NULL; at = at->parent)
    if (g_str_equal (at->path, ancestor->path))
      return TRUE;
  return FALSE;
}

/* What the program remembers of its widgets: path -> item. Only widgets that were asked for are
 * there, so their parents are asked for their children first. */
static GHashTable *
read_items (JourneyBus *bus)
{
  GHashTable *items =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  g_autoptr (GVariant) answer = journey_bus_call (bus, CACHE_PATH, "Cache", "GetItems", NULL);
  g_autoptr (GVariant) list = NULL;

  if (answer == NULL || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("(a" ITEM_TYPE ")")))
    return items;
  list = g_variant_get_child_value (answer, 0);
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (list, i);
      char *path = NULL;

      g_variant_get_child (item, 0, "(so)", NULL, &path);
      g_hash_table_insert (items, path, g_steal_pointer (&item));
    }
  return items;
}

static guint64
get_states (GVariant *item)
{
  g_autoptr (GVariant) states = g_variant_get_child_value (item, 9);
  gsize n;
  const guint32 *words = g_variant_get_fixed_array (states, &n, sizeof (guint32));

  return (n > 0 ? words[0] : 0) | (n > 1 ? (guint64) words[1] << 32 : 0);
}

/* The list of paths in GetChildren's answer. */
static GPtrArray *
get_paths (GVariant *answer)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GVariantIter) children = NULL;
  char *path;

  if (answer == NULL || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("(a(so))")))
    return paths;
  g_variant_get (answer, "(a(so))", &children);
  while (g_variant_iter_next (children, "(so)", NULL, &path))
    g_ptr_array_add (paths, path);
  return paths;
}

static gboolean
is_hidden (GHashTable *items, const char *path)
{
  GVariant *item = g_hash_table_lookup (items, path);

  return item != NULL && (get_states (item) >> JOURNEY_STATE_VISIBLE & 1) == 0;
}

/* path -> GPtrArray of paths, level by level. What is known to be hidden is left out. */
static GHashTable *
read_children (JourneyBus *bus)
{
  GHashTable *children =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) items = read_items (bus);
  g_autoptr (GPtrArray) level = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (level, g_strdup (JOURNEY_BUS_ROOT));
  for (guint depth = 0; level->len > 0 && depth < MAX_DEPTH; depth++)
    {
      g_autoptr (GPtrArray) answers = journey_bus_call_all (
        bus, (const char *const *) level->pdata, level->len, "Accessible", "GetChildren", NULL);
      g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < level->len; i++)
        {
          GPtrArray *paths = get_paths (g_ptr_array_index (answers, i));

          for (guint j = 0; j < paths->len; j++)
            if (!is_hidden (items, g_ptr_array_index (paths, j)))
              g_ptr_array_add (next, g_strdup (g_ptr_array_index (paths, j)));
          g_hash_table_insert (children, g_strdup (g_ptr_array_index (level, i)), paths);
        }
      g_ptr_array_unref (level);
      level = g_steal_pointer (&next);
    }
  return children;
}

static void
take_interfaces (JourneyNode *node, GVariant *item)
{
  g_autofree const char **names = NULL;

  g_variant_get_child (item, 5, "^a&s", &names);
  node->component = g_strv_contains (names, "org.a11y.atspi.Component");
  node->action = g_strv_contains (names, "org.a11y.atspi.Action");
  node->text = g_strv_contains (names, "org.a11y.atspi.Text");
  node->editable = g_strv_contains (names, "org.a11y.atspi.EditableText");
}

static JourneyNode *
make_node (JourneyNode *parent, const char *path, GVariant *item)
{
  JourneyNode *node = g_rc_box_new0 (JourneyNode);

  node->parent = parent != NULL ? journey_node_ref (parent) : NULL;
  node->depth = parent != NULL ? parent->depth + 1 : 0;
  node->path = g_strdup (path);
  if (item == NULL)
    return node;
  g_variant_get_child (item, 6, "s", &node->name);
  g_variant_get_child (item, 7, "u", &node->role);
  g_variant_get_child (item, 8, "s", &node->description);
  node->states = get_states (item);
  take_interfaces (node, item);
  return node;
}

static void
add_nodes (GPtrArray *nodes,
           GHashTable *items,
           GHashTable *children,
           JourneyNode *parent,
           const char *path)
{
  GVariant *item = g_hash_table_lookup (items, path);
  GPtrArray *paths = g_hash_table_lookup (children, path);
  JourneyNode *node;

  /* It came or went while the tree was read; the next reading will tell. */
  if (item == NULL && parent != NULL)
    return;
  node = make_node (parent, path, item);
  if (parent != NULL && !journey_node_has_state (node, JOURNEY_STATE_VISIBLE))
    {
      journey_node_unref (node);
      return;
    }
  g_ptr_array_add (nodes, node);
  if (parent != NULL)
    parent->n_children++;
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    add_nodes (nodes, items, children, node, g_ptr_array_index (paths, i));
}

GPtrArray *
journey_tree_read (JourneyBus *bus)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) journey_node_unref);
  g_autoptr (GHashTable) children = NULL;
  g_autoptr (GHashTable) items = NULL;

  if (!journey_bus_is_attached (bus))
    return nodes;
  children = read_children (bus);
  items = read_items (bus);
  add_nodes (nodes, items, children, NULL, JOURNEY_BUS_ROOT);
  return nodes;
}
