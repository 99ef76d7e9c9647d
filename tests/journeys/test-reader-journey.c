/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a contract as a screen reader does: by the accessibility bus alone, page after page and
 * line after line, with the keys that a person presses. */
#include "journey-tree.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define TIMEOUT_SECONDS 30
/* Not all that changes is told; then it is looked at again after this time. */
#define PAUSE_MS 200
#define TEXT_LABEL "Text of the document"
/* Of AT-SPI: a granularity of GetStringAtOffset. */
#define GRANULARITY_LINE 3

typedef struct
{
  JourneyBus *bus;
  GPid program;
  gboolean changed; /* since it was looked at */
} Fixture;

static void
lead_session (gpointer user_data)
{
  setpgid (0, 0);
}

static gboolean
is_late (gint64 begin)
{
  return g_get_monotonic_time () - begin > TIMEOUT_SECONDS * G_TIME_SPAN_SECOND;
}

static void
note_change (gpointer data)
{
  ((Fixture *) data)->changed = TRUE;
}

static gboolean
on_pause_over (gpointer data)
{
  note_change (data);
  return G_SOURCE_REMOVE;
}

static void
wait_for_change (Fixture *f)
{
  guint pause = g_timeout_add (PAUSE_MS, on_pause_over, f);
  GSource *source = g_source_ref (g_main_context_find_source_by_id (NULL, pause));

  f->changed = FALSE;
  while (!f->changed)
    g_main_context_iteration (NULL, TRUE);
  g_source_destroy (source);
  g_source_unref (source);
}

static void
set_up (Fixture *f, gconstpointer mode)
{
  const char *root = g_getenv ("ONESME_BUILD_ROOT");
  g_autofree char *path = g_build_filename (root, "tests", "viewer", "show-pane", NULL);
  const char *argv[] = { path, mode, NULL };
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();

  f->bus = journey_bus_new ();
  journey_bus_watch (f->bus, note_change, f);
  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, lead_session, NULL,
                 &f->program, &error);
  g_assert_no_error (error);
  while (!journey_bus_attach (f->bus, f->program))
    {
      g_assert_false (is_late (begin));
      wait_for_change (f);
    }
}

static void
tear_down (Fixture *f, gconstpointer mode)
{
  kill (f->program, SIGTERM);
  waitpid (f->program, NULL, 0);
  journey_bus_free (f->bus);
}

/* Waits until a widget with this name, and text where @with_text says so, is presented. */
static JourneyNode *
find (Fixture *f, const char *name, gboolean with_text)
{
  gint64 begin = g_get_monotonic_time ();

  while (!is_late (begin))
    {
      g_autoptr (GPtrArray) nodes = journey_tree_read (f->bus);

      for (guint i = 0; nodes != NULL && i < nodes->len; i++)
        {
          JourneyNode *node = g_ptr_array_index (nodes, i);

          if (g_strcmp0 (node->name, name) == 0 && (!with_text || node->text))
            return journey_node_ref (node);
        }
      wait_for_change (f);
    }
  g_error ("Nothing is called \"%s\"", name);
}

static int
count_characters (Fixture *f, JourneyNode *node)
{
  g_autoptr (GVariant) count = journey_bus_get (f->bus, node->path, "Text", "CharacterCount");

  return count != NULL ? g_variant_get_int32 (count) : 0;
}

static char *
read_text (Fixture *f, JourneyNode *node, int from, int to)
{
  g_autoptr (GVariant) answer =
    journey_bus_call (f->bus, node->path, "Text", "GetText", g_variant_new ("(ii)", from, to));
  char *text = NULL;

  g_assert_nonnull (answer);
  g_variant_get (answer, "(s)", &text);
  return text;
}

/* Waits for all six pages; they come one after the other. */
static char *
read_all (Fixture *f, JourneyNode *node)
{
  gint64 begin = g_get_monotonic_time ();

  for (;;)
    {
      g_autofree char *text = read_text (f, node, 0, count_characters (f, node));

      if (strstr (text, "Hợp đồng số 6") != NULL)
        return g_steal_pointer (&text);
      g_assert_false (is_late (begin));
      wait_for_change (f);
    }
}

/* Page after page, in the order of the document, each with its heading before its text. */
static void
test_pages_in_order (Fixture *f, gconstpointer mode)
{
  g_autoptr (JourneyNode) node = find (f, TEXT_LABEL, TRUE);
  g_autofree char *text = read_all (f, node);
  const char *at = text;

  for (guint page = 1; page <= 6; page++)
    {
      g_autofree char *heading = g_strdup_printf ("Page %u of 6", page);
      g_autofree char *number = g_strdup_printf ("Hợp đồng số %u", page);

      at = strstr (at, heading);
      g_assert_nonnull (at);
      at = strstr (at, number);
      g_assert_nonnull (at);
      at = strstr (at, "220.000 ₫"); /* the end of the page's text, whole */
      g_assert_nonnull (at);
    }
}

/* Line by line, as with the down key: together the lines are the text, none left out. */
static void
test_line_by_line (Fixture *f, gconstpointer mode)
{
  g_autoptr (JourneyNode) node = find (f, TEXT_LABEL, TRUE);
  g_autofree char *text = read_all (f, node);
  g_autoptr (GString) lines = g_string_new (NULL);
  int n_characters = count_characters (f, node);
  int offset = 0;

  while (offset < n_characters)
    {
      g_autoptr (GVariant) answer =
        journey_bus_call (f->bus, node->path, "Text", "GetStringAtOffset",
                          g_variant_new ("(iu)", offset, GRANULARITY_LINE));
      const char *line;
      int start, end;
      char next;

      g_assert_nonnull (answer);
      g_variant_get (answer, "(&sii)", &line, &start, &end);
      g_assert_cmpint (start, ==, offset);
      g_assert_cmpint (end, >=, start);
      g_string_append (lines, line);
      offset = end;
      /* The end of a line is no part of it, nor is the space where it is wrapped. */
      next = *g_utf8_offset_to_pointer (text, offset);
      if (next == '\n' || next == ' ')
        {
          g_string_append_c (lines, next);
          offset++;
        }
      g_assert_cmpint (offset, >, start);
    }
  g_assert_cmpstr (lines->str, ==, text);
}

/* The pages as such say what they are and where one is; all buttons have names. */
static void
test_pages_are_named (Fixture *f, gconstpointer mode)
{
  g_autoptr (JourneyNode) pages = find (f, "Hợp đồng dịch vụ", FALSE);
  g_autoptr (JourneyNode) entry = find (f, "Page number", FALSE);
  g_autoptr (JourneyNode) text_mode = find (f, "Text mode", FALSE);

  g_assert_cmpstr (pages->description, ==, "Page 1 of 6");
  g_assert_true (text_mode->action);
  g_assert_nonnull (entry);
}

/* From the pages to the text with the button that a screen reader finds. */
static void
test_way_to_the_text (Fixture *f, gconstpointer mode)
{
  g_autoptr (JourneyNode) button = find (f, "Text mode", FALSE);
  g_autoptr (GVariant) done = NULL;
  g_autoptr (JourneyNode) text = NULL;
  g_autofree char *all = NULL;

  done = journey_bus_call (f->bus, button->path, "Action", "DoAction", g_variant_new ("(i)", 0));
  g_assert_nonnull (done);
  text = find (f, TEXT_LABEL, TRUE);
  all = read_all (f, text);
  g_assert_true (g_str_has_prefix (all, "Page 1 of 6\n"));
}

#define ADD(path, mode, function) g_test_add (path, Fixture, mode, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/reader/a40/pages-in-order", "--text", test_pages_in_order);
  ADD ("/reader/a40/line-by-line", "--text", test_line_by_line);
  ADD ("/reader/a40/pages-are-named", NULL, test_pages_are_named);
  ADD ("/reader/a40/way-to-the-text", NULL, test_way_to_the_text);
  return g_test_run ();
}
