/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-keys.h"

#include "app-fixture.h"

static void
on_pressed (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

/* Without a window manager keys go to the window below the pointer; windows are at 0, 0. */
gboolean
app_press_keys (const char *first, ...)
{
  g_autofree char *tool = g_find_program_in_path ("xdotool");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  va_list keys;

  if (tool == NULL)
    {
      g_test_skip ("xdotool is not installed");
      return FALSE;
    }
  g_ptr_array_add (words, tool);
  g_ptr_array_add (words, (gpointer) "mousemove");
  g_ptr_array_add (words, (gpointer) "3");
  g_ptr_array_add (words, (gpointer) "3");
  va_start (keys, first);
  for (const char *key = first; key != NULL; key = va_arg (keys, const char *))
    {
      g_ptr_array_add (words, (gpointer) "key");
      g_ptr_array_add (words, (gpointer) key);
    }
  va_end (keys);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_pressed, &done);
  app_run_until (is_set, &done);
  return TRUE;
}
