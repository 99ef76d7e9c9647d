/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"

#include "journey-private.h"

/* GTK draws a border round an undecorated window without a window manager; extents do not count it.
 */
#define BORDER 5
/* Header bars and action bars take what is nearer to the window's edge than this. */
#define EDGE 110
#define MAX_TURNS 60
#define MAX_TABS 60

static void
xdotool (Journey *self, GPtrArray *arguments)
{
  g_autofree char *output = NULL;

  g_ptr_array_insert (arguments, 0, g_strdup ("xdotool"));
  g_ptr_array_add (arguments, NULL);
  output = journey_try ((const char *const *) arguments->pdata);
  if (output == NULL)
    journey_fail (self, "xdotool failed");
}

static void
add (GPtrArray *arguments, const char *format, ...)
{
  va_list list;

  va_start (list, format);
  g_ptr_array_add (arguments, g_strdup_vprintf (format, list));
  va_end (list);
}

static GPtrArray *
begin (const char *command)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup (command));
  return arguments;
}

static JourneyBox
get_box (Journey *self, const JourneyNode *node)
{
  JourneyBox box;

  if (!journey_sight_find (self->bus, node, &box))
    journey_fail (self, "“%s” went away while it was looked for", node->name);
  return box;
}

static JourneyBox
get_frame (Journey *self, const JourneyNode *node)
{
  while (node->depth > 1)
    node = node->parent;
  return get_box (self, node);
}

static void
move_pointer (GPtrArray *arguments, double x, double y)
{
  add (arguments, "mousemove");
  add (arguments, "%d", (int) x + BORDER);
  add (arguments, "%d", (int) y + BORDER);
}

static void
turn_wheel_at (Journey *self, double x, double y, int clicks)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  move_pointer (arguments, x, y);
  add (arguments, "click");
  add (arguments, "--repeat");
  add (arguments, "%d", ABS (clicks));
  add (arguments, "--delay");
  add (arguments, "10");
  add (arguments, clicks > 0 ? "5" : "4");
  xdotool (self, arguments);
  journey_wait_for_change (self);
}

static gboolean
is_called (const JourneyNode *node, const char *name)
{
  for (; node != NULL; node = node->parent)
    if (node->name != NULL && g_str_has_prefix (node->name, name))
      return TRUE;
  return FALSE;
}

/* The innermost widget that says so: what holds it may say so too. */
static gboolean
is_keyboard_at (Journey *self, const char *name)
{
  g_autoptr (GPtrArray) nodes = journey_tree_read (self->bus);

  for (guint i = nodes->len; i > 0; i--)
    {
      const JourneyNode *node = g_ptr_array_index (nodes, i - 1);

      if (journey_node_has_state (node, JOURNEY_STATE_FOCUSED))
        return is_called (node, name);
    }
  return FALSE;
}

void
journey_tab_to (Journey *self, const char *name)
{
  for (int i = 0; i < MAX_TABS; i++)
    {
      if (is_keyboard_at (self, name))
        return;
      journey_keys (self, "Tab");
      journey_wait_for_change (self);
    }
  journey_fail (self, "The keyboard does not come to “%s”", name);
}

void
journey_turn_wheel (Journey *self, JourneyNode *node, int clicks)
{
  JourneyBox box = get_box (self, node);
  JourneyBox frame = get_frame (self, node);

  turn_wheel_at (self, box.x + box.width / 2.0,
                 CLAMP (box.y + box.height / 2.0, EDGE, frame.height - EDGE), clicks);
}

/* Gives where @node is, once its middle can be pointed at. */
static JourneyBox
bring_into_view (Journey *self, JourneyNode *node)
{
  JourneyBox frame = get_frame (self, node);

  for (int turn = 0; turn < MAX_TURNS; turn++)
    {
      JourneyBox box = get_box (self, node);

      if (journey_sight_can_point_at (self->bus, node))
        return box;
      turn_wheel_at (self, box.x + MIN (box.width, 40) / 2.0, frame.height / 2.0,
                     box.y + box.height / 2 < frame.height / 2 ? -1 : 1);
    }
  journey_fail (self, "“%s” can't be scrolled into view", node->name);
}

static gboolean
is_same_place (const JourneyBox *a, const JourneyBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* As a person does: nobody aims at what is still moving because something came above it. */
static JourneyBox
wait_until_it_stands (Journey *self, JourneyNode *node)
{
  JourneyBox box = bring_into_view (self, node);

  for (int turn = 0; turn < MAX_TURNS; turn++)
    {
      JourneyBox now;

      journey_wait_for_change (self);
      now = bring_into_view (self, node);
      if (is_same_place (&box, &now))
        return now;
      box = now;
    }
  journey_fail (self, "“%s” does not stand still", node->name);
}

void
journey_click (Journey *self, JourneyNode *node)
{
  JourneyBox box = wait_until_it_stands (self, node);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  move_pointer (arguments, box.x + box.width / 2.0, box.y + box.height / 2.0);
  add (arguments, "click");
  add (arguments, "1");
  xdotool (self, arguments);
}

static gboolean
answers_yes (GVariant *answer)
{
  gboolean yes = FALSE;

  if (answer != NULL && g_variant_is_of_type (answer, G_VARIANT_TYPE ("(b)")))
    g_variant_get (answer, "(b)", &yes);
  return yes;
}

static void
press_node (Journey *self, JourneyNode *node)
{
  int action = journey_get_press_action (self, node);
  g_autoptr (GVariant) answer = NULL;

  if (action >= 0)
    answer =
      journey_bus_call (self->bus, node->path, "Action", "DoAction", g_variant_new ("(i)", action));
  if (!answers_yes (answer))
    journey_click (self, node);
}

void
journey_press_in (Journey *self, JourneyNode *within, const char *name)
{
  g_autoptr (JourneyNode) node = journey_find_in (self, within, name, JOURNEY_TARGET);

  /* What is there but can't be pressed yet gets its time. */
  if (!journey_node_has_state (node, JOURNEY_STATE_SENSITIVE))
    {
      journey_node_unref (node);
      node = journey_find_in (self, within, name, JOURNEY_BUTTON);
    }
  press_node (self, node);
}

void
journey_press (Journey *self, const char *name)
{
  journey_press_in (self, NULL, name);
}

void
journey_press_button (Journey *self, const char *name)
{
  g_autoptr (JourneyNode) node = journey_find (self, name, JOURNEY_BUTTON);

  press_node (self, node);
}

static gboolean
is_ticked (const JourneyNode *node)
{
  return journey_node_has_state (node, JOURNEY_STATE_CHECKED) ||
         journey_node_has_state (node, JOURNEY_STATE_PRESSED);
}

void
journey_tick (Journey *self, const char *name)
{
  g_autoptr (JourneyNode) node = journey_find (self, name, JOURNEY_ANYTHING);
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);

  if (is_ticked (node))
    return;
  press_node (self, node);
  /* A click of the pointer takes its time, and what comes next may need the tick. */
  while (!is_ticked (node))
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "“%s” can't be ticked", name);
      journey_wait_for_change (self);
      journey_node_unref (node);
      node = journey_find (self, name, JOURNEY_ANYTHING);
    }
}

void
journey_enter (Journey *self, const char *name, const char *text)
{
  g_autoptr (JourneyNode) entry = journey_find (self, name, JOURNEY_ENTRY);
  g_autoptr (GVariant) answer = journey_bus_call (self->bus, entry->path, "EditableText",
                                                  "SetTextContents", g_variant_new ("(s)", text));
  g_autofree char *after = journey_read_entry (self, name);

  if (!answers_yes (answer) || g_strcmp0 (after, text) != 0)
    journey_fail (self, "“%s” does not hold what was entered", name);
}

void
journey_keys (Journey *self, const char *keys)
{
  g_autoptr (GPtrArray) arguments = begin ("key");

  add (arguments, "--clearmodifiers");
  add (arguments, "%s", keys);
  xdotool (self, arguments);
}

void
journey_type (Journey *self, const char *text)
{
  g_autoptr (GPtrArray) arguments = begin ("type");

  add (arguments, "--delay");
  add (arguments, "15");
  add (arguments, "%s", text);
  xdotool (self, arguments);
}

void
journey_draw (Journey *self, JourneyNode *pad, const JourneyPoint *points, guint n_points)
{
  JourneyBox box = bring_into_view (self, pad);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_points; i++)
    {
      move_pointer (arguments, box.x + points[i].x * box.width, box.y + points[i].y * box.height);
      if (i == 0)
        {
          add (arguments, "mousedown");
          add (arguments, "1");
        }
      add (arguments, "sleep");
      add (arguments, "0.008");
    }
  add (arguments, "mouseup");
  add (arguments, "1");
  xdotool (self, arguments);
}
