/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer-hand.h"

#include "viewer-fixture.h"

#include <gio/gio.h>

gboolean
use_hand (const char *format, ...)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  g_autofree char *arguments = NULL;
  g_autofree char *command = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  va_list list;

  if (xdotool == NULL)
    {
      g_test_skip ("xdotool is not installed");
      return FALSE;
    }
  va_start (list, format);
  arguments = g_strdup_vprintf (format, list);
  va_end (list);
  command = g_strconcat (xdotool, " ", arguments, NULL);
  argv = g_strsplit (command, " ", -1);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  g_assert_true (g_subprocess_wait_check_finish (process, result, NULL));
  return TRUE;
}
