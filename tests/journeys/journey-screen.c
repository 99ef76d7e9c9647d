/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-screen.h"

#include "journey-private.h"

#include <string.h>

/* The first start makes the accessibility bus and the backend's data too. */
#define START_FACTOR 2
#define ROLE_MENU_ITEM 35
#define ROLE_PANEL 39

/* Asking about a node */

/* The names that GetActions gives are translated, those of GetName are not. (Labels have actions
 * too: those of their menu.) */
int
journey_get_press_action (Journey *self, const JourneyNode *node)
{
  static const char *const names[] = { "click", "toggle", "activate", "press", NULL };
  g_autoptr (GVariant) count = NULL;

  if (!node->action)
    return -1;
  count = journey_bus_get (self->bus, node->path, "Action", "NActions");
  for (int i = 0; count != NULL && i < g_variant_get_int32 (count); i++)
    {
      g_autoptr (GVariant) answer =
        journey_bus_call (self->bus, node->path, "Action", "GetName", g_variant_new ("(i)", i));
      const char *name = "";

      if (answer != NULL)
        g_variant_get (answer, "(&s)", &name);
      if (g_strv_contains (names, name))
        return i;
    }
  return -1;
}

static char *
get_text (Journey *self, const JourneyNode *node)
{
  g_autoptr (GVariant) count = journey_bus_get (self->bus, node->path, "Text", "CharacterCount");
  g_autoptr (GVariant) answer = NULL;
  char *text = NULL;

  if (count == NULL)
    return NULL;
  /* An end of -1 gives nothing in GTK 4.8. */
  answer = journey_bus_call (self->bus, node->path, "Text", "GetText",
                             g_variant_new ("(ii)", 0, g_variant_get_int32 (count)));
  if (answer != NULL)
    g_variant_get (answer, "(s)", &text);
  return text;
}

/* What a node says: its name, or the text in it that can be read but not changed. */
static char *
get_words (Journey *self, const JourneyNode *node)
{
  if (node->name != NULL && *node->name != '\0')
    return g_strdup (node->name);
  return node->text && !node->editable ? get_text (self, node) : NULL;
}

/* Reading the screen */

/* A dialog takes everything; the program shows one at a time. */
static JourneyNode *
get_front (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      JourneyNode *node = g_ptr_array_index (nodes, i);

      if (node->depth == 1 && journey_node_has_state (node, JOURNEY_STATE_MODAL))
        return node;
    }
  return NULL;
}

/* Whether a person can see it now, and it is in @within if that is given. */
static gboolean
is_seen (Journey *self, GPtrArray *nodes, const JourneyNode *within, const JourneyNode *node)
{
  const JourneyNode *front = within != NULL ? within : get_front (nodes);

  /* GTK 4.8 gives the extents of a menu in the menu's own surface; one that is closed is not
   * visible. */
  if (node->role == ROLE_MENU_ITEM)
    return TRUE;
  return (front == NULL || journey_node_is_in (node, front)) &&
         journey_sight_reaches (self->bus, nodes, node);
}

static gint64
get_deadline (void)
{
  return g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);
}

static gboolean
is_named (const JourneyNode *node, const char *name)
{
  if (node->name != NULL && *node->name != '\0')
    return g_str_equal (node->name, name) || g_strcmp0 (node->description, name) == 0;
  return g_strcmp0 (node->description, name) == 0;
}

static gboolean
suits (Journey *self, const JourneyNode *node, JourneyKind kind)
{
  if (kind == JOURNEY_ENTRY)
    return node->editable;
  /* A page may have the name of its button. */
  if (kind == JOURNEY_TARGET)
    return node->role != ROLE_PANEL;
  if (kind == JOURNEY_GROUP)
    return node->n_children > 0 && journey_get_press_action (self, node) < 0;
  return kind != JOURNEY_BUTTON || (journey_node_has_state (node, JOURNEY_STATE_SENSITIVE) &&
                                    journey_get_press_action (self, node) >= 0);
}

/* Best something that can be pressed, next the outermost of that name. */
JourneyNode *
journey_look_for (Journey *self, JourneyNode *within, const char *name, JourneyKind kind)
{
  g_autoptr (GPtrArray) nodes = journey_tree_read (self->bus);
  JourneyNode *first = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      JourneyNode *node = g_ptr_array_index (nodes, i);

      if (!is_named (node, name) || !suits (self, node, kind) ||
          !is_seen (self, nodes, within, node))
        continue;
      if ((kind != JOURNEY_ANYTHING && kind != JOURNEY_TARGET) ||
          journey_get_press_action (self, node) >= 0)
        return journey_node_ref (node);
      first = first != NULL ? first : node;
    }
  return first != NULL ? journey_node_ref (first) : NULL;
}

JourneyNode *
journey_find_in (Journey *self, JourneyNode *within, const char *name, JourneyKind kind)
{
  static const char *const kinds[] = { "", " to press", " to type in", " with things in it",
                                       " to point at" };
  gint64 deadline = get_deadline ();

  do
    {
      JourneyNode *found = journey_look_for (self, within, name, kind);

      if (found != NULL)
        return found;
      journey_wait_for_change (self);
    }
  while (g_get_monotonic_time () < deadline);
  journey_fail (self, "There is no “%s”%s on the screen", name, kinds[kind]);
}

JourneyNode *
journey_find (Journey *self, const char *name, JourneyKind kind)
{
  return journey_find_in (self, NULL, name, kind);
}

static gboolean
says (Journey *self, const JourneyNode *node, const char *text)
{
  g_autofree char *words = get_words (self, node);

  return words != NULL && strstr (words, text) != NULL;
}

static JourneyNode *
look_for_text (Journey *self, GPtrArray *nodes, const char *text)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      JourneyNode *node = g_ptr_array_index (nodes, i);

      if (says (self, node, text) && is_seen (self, nodes, NULL, node))
        return node;
    }
  return NULL;
}

gboolean
journey_sees (Journey *self, const char *text)
{
  g_autoptr (GPtrArray) nodes = journey_tree_read (self->bus);

  return look_for_text (self, nodes, text) != NULL;
}

void
journey_see (Journey *self, const char *text)
{
  g_autofree char *whole = journey_read (self, text);
}

void
journey_see_no_more (Journey *self, const char *text)
{
  gint64 deadline = get_deadline ();

  while (journey_sees (self, text))
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "The screen still says “%s”", text);
      journey_wait_for_change (self);
    }
}

char *
journey_read (Journey *self, const char *text)
{
  gint64 deadline = get_deadline ();

  do
    {
      g_autoptr (GPtrArray) nodes = journey_tree_read (self->bus);
      JourneyNode *found = look_for_text (self, nodes, text);
      char *words = found != NULL ? get_words (self, found) : NULL;

      if (words != NULL)
        return words;
      journey_wait_for_change (self);
    }
  while (g_get_monotonic_time () < deadline);
  journey_fail (self, "Nothing on the screen says “%s”", text);
}

static gboolean
holds (GPtrArray *nodes, const JourneyNode *group, const char *name)
{
  for (guint i = 0; i < nodes->len; i++)
    if (is_named (g_ptr_array_index (nodes, i), name) &&
        journey_node_is_in (g_ptr_array_index (nodes, i), group))
      return TRUE;
  return FALSE;
}

JourneyNode *
journey_find_row (Journey *self, const char *text, const char *name)
{
  gint64 deadline = get_deadline ();

  do
    {
      g_autoptr (GPtrArray) nodes = journey_tree_read (self->bus);
      JourneyNode *at = look_for_text (self, nodes, text);

      while (at != NULL && !holds (nodes, at, name))
        at = at->parent;
      if (at != NULL)
        return journey_node_ref (at);
      journey_wait_for_change (self);
    }
  while (g_get_monotonic_time () < deadline);
  journey_fail (self, "There is no “%s” beside “%s”", name, text);
}

static JourneyNode *
look_for_dialog (Journey *self)
{
  g_autoptr (GPtrArray) nodes = journey_tree_read (self->bus);
  JourneyNode *front = get_front (nodes);

  return front != NULL ? journey_node_ref (front) : NULL;
}

JourneyNode *
journey_find_dialog (Journey *self)
{
  gint64 deadline = get_deadline ();
  JourneyNode *dialog;

  while ((dialog = look_for_dialog (self)) == NULL)
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "No dialog opens");
      journey_wait_for_change (self);
    }
  return dialog;
}

void
journey_see_no_dialog (Journey *self)
{
  gint64 deadline = get_deadline ();
  g_autoptr (JourneyNode) dialog = NULL;

  while ((dialog = look_for_dialog (self)) != NULL)
    {
      g_clear_pointer (&dialog, journey_node_unref);
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "The dialog stays open");
      journey_wait_for_change (self);
    }
}

char *
journey_read_entry (Journey *self, const char *name)
{
  g_autoptr (JourneyNode) entry = journey_find (self, name, JOURNEY_ENTRY);

  return get_text (self, entry);
}

/* For the eyes of whoever looks for the reason of a failure. */

static void
dump_node (Journey *self, GPtrArray *nodes, const JourneyNode *node, GString *text)
{
  g_autofree char *words = get_words (self, node);
  JourneyBox box;

  g_string_append_printf (text, "%*s%s%u “%s”", (int) (2 * node->depth), "",
                          journey_sight_reaches (self->bus, nodes, node) ? "" : "(hidden) ",
                          node->role, node->name != NULL ? node->name : "");
  if (node->description != NULL && *node->description != '\0')
    g_string_append_printf (text, " (%s)", node->description);
  if (words != NULL && g_strcmp0 (words, node->name) != 0)
    g_string_append_printf (text, " = %s", words);
  if (journey_get_press_action (self, node) >= 0)
    g_string_append (text, " button");
  if (node->editable)
    g_string_append (text, " entry");
  if (!journey_node_has_state (node, JOURNEY_STATE_SENSITIVE))
    g_string_append (text, " insensitive");
  if (journey_sight_find (self->bus, node, &box))
    g_string_append_printf (text, " %d,%d %dx%d", box.x, box.y, box.width, box.height);
  g_string_append_c (text, '\n');
}

void
journey_screen_dump (Journey *self, const char *name)
{
  g_autofree char *path = journey_build_path (self, name);
  g_autoptr (GPtrArray) nodes = journey_tree_read (self->bus);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    dump_node (self, nodes, g_ptr_array_index (nodes, i), text);
  g_file_set_contents (path, text->str, -1, NULL);
}

/* The program on the bus */

void
journey_screen_attach (Journey *self)
{
  gint64 deadline =
    g_get_monotonic_time () + (gint64) (START_FACTOR * journey_get_patience () * G_USEC_PER_SEC);

  while (!journey_bus_attach (self->bus, self->program))
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "The program is not on the accessibility bus");
      journey_wait_for_change (self);
    }
}

void
journey_screen_detach (Journey *self)
{
  journey_bus_detach (self->bus);
}
