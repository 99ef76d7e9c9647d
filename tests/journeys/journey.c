/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journey.h"

#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-private.h"
#include "journey-screen.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_SECONDS 20.0
#define QUIT_SECONDS 20.0
#define PAUSE_MS 200
#define SETTLE_MS 30
#define CALM_PAUSES 3

double
journey_get_patience (void)
{
  const char *factor = g_getenv ("ONESME_TEST_PATIENCE");

  return PATIENCE_SECONDS * (factor != NULL ? MAX (1.0, g_ascii_strtod (factor, NULL)) : 1.0);
}

char *
journey_build_path (Journey *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

GPid
journey_get_program (Journey *self)
{
  return self->program;
}

char *
journey_read_log (Journey *self)
{
  char *text = NULL;

  if (!g_file_get_contents (self->log, &text, NULL, NULL))
    return g_strdup ("");
  return text;
}

/* Waiting */

static void
note_change (gpointer self)
{
  ((Journey *) self)->changed = TRUE;
}

static gboolean
on_pause_over (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

gboolean
journey_wait_for_change (Journey *self)
{
  gboolean over = FALSE;
  gboolean changed;
  guint timer = g_timeout_add (PAUSE_MS, on_pause_over, &over);

  while (!self->changed && !over)
    g_main_context_iteration (NULL, TRUE);
  changed = !over;
  if (!over)
    g_source_remove (timer);
  /* What comes together is one change. */
  over = FALSE;
  g_timeout_add (SETTLE_MS, on_pause_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  self->changed = FALSE;
  return changed;
}

void
journey_wait_until_calm (Journey *self)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);
  int calm = 0;

  while (calm < CALM_PAUSES && g_get_monotonic_time () < deadline)
    calm = journey_wait_for_change (self) ? 0 : calm + 1;
}

/* Commands */

char *
journey_try (const char *const *arguments)
{
  g_autofree char *output = NULL, *messages = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                     &messages, &status, &error))
    {
      g_test_message ("%s: %s", arguments[0], error->message);
      return NULL;
    }
  if (g_spawn_check_wait_status (status, &error))
    return g_steal_pointer (&output);
  g_test_message ("%s: %s: %s%s", arguments[0], error->message, messages, output);
  return NULL;
}

char *
journey_run (Journey *self, const char *program, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *argument = program;
  va_list list;
  char *output;

  va_start (list, program);
  for (; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  output = journey_try ((const char *const *) arguments->pdata);
  if (output == NULL)
    journey_fail (self, "%s failed", program);
  return output;
}

void
journey_picture (Journey *self, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = journey_build_path (self, file);
  const char *arguments[] = { "import", "-window", "root", "-silent", path, NULL };
  g_autofree char *output = journey_try (arguments);
}

void
journey_fail (Journey *self, const char *format, ...)
{
  g_autofree char *reason = NULL;
  g_autofree char *log = journey_read_log (self);
  va_list arguments;
  int status;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  journey_picture (self, "failed");
  journey_screen_dump (self, "failed.txt");
  if (self->program != 0 && waitpid (self->program, &status, WNOHANG) == self->program)
    {
      g_test_message ("The program had ended by itself: wait status 0x%x", (unsigned) status);
      self->program = 0;
    }
  g_test_message ("What was on the screen is in %s/failed.png and failed.txt", self->folder);
  g_test_message ("The program said:\n%s", log);
  if (self->program != 0)
    kill (self->program, SIGKILL);
  if (self->held != 0)
    kill (self->held, SIGCONT);
  g_error ("%s", reason);
}

/* The program */

char **
journey_make_environment (void)
{
  g_autofree char *backend =
    g_build_filename (SME_BUILD_ROOT, "src", "backend", "onesme-backend", NULL);
  g_autofree char *schemas = g_build_filename (SME_BUILD_ROOT, "data", NULL);
  char **environment = g_get_environ ();

  environment = g_environ_setenv (environment, "ONESME_BACKEND", backend, FALSE);
  environment = g_environ_setenv (environment, "ONESME_LOCALE_DIR", SME_BUILD_LOCALE_DIR, FALSE);
  environment = g_environ_setenv (environment, "GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  /* A programmer's error is one in a journey too. */
  return g_environ_setenv (environment, "G_DEBUG", "fatal-criticals", TRUE);
}

static void
redirect_output (gpointer path)
{
  int log = g_open (path, O_WRONLY | O_CREAT | O_APPEND, 0600);

  if (log < 0)
    return;
  dup2 (log, 1);
  dup2 (log, 2);
}

/* There is no window manager, and what had the focus may have been killed. */
void
journey_focus_window (Journey *self)
{
  g_autofree char *pid = g_strdup_printf ("%d", self->program);
  g_autofree char *output = journey_run (self, "xdotool", "search", "--sync", "--onlyvisible",
                                         "--pid", pid, "windowfocus", NULL);
}

void
journey_start (Journey *self, const char *link)
{
  g_autofree char *program = g_build_filename (SME_BUILD_ROOT, "src", "app", "onesme", NULL);
  char *arguments[] = { program, (char *) link, NULL };
  g_auto (GStrv) environment = journey_make_environment ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (self->program, ==, 0);
  g_spawn_async (NULL, arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, redirect_output,
                 self->log, &self->program, &error);
  g_assert_no_error (error);
  journey_screen_attach (self);
  journey_focus_window (self);
}

/* As waitpid(); how a program ended that the bus had started is not told. */
static pid_t
look_for_end (Journey *self, int *status)
{
  if (!self->is_others_child)
    return waitpid (self->program, status, WNOHANG);
  *status = 0;
  return kill (self->program, 0) == 0 ? 0 : self->program;
}

/* The program's wait status, or -1 if it is still there after @seconds. */
static int
wait_for_end (Journey *self, double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  int status;
  pid_t ended;

  while ((ended = look_for_end (self, &status)) == 0)
    {
      if (g_get_monotonic_time () > end)
        return -1;
      journey_wait_for_change (self);
    }
  g_assert_cmpint (ended, ==, self->program);
  self->program = 0;
  self->is_others_child = FALSE;
  journey_screen_detach (self);
  return status;
}

void
journey_quit (Journey *self)
{
  g_autoptr (GError) error = NULL;
  int status;

  journey_keys (self, "ctrl+q");
  status = wait_for_end (self, QUIT_SECONDS);
  if (status == -1)
    journey_fail (self, "The program does not end");
  if (!g_spawn_check_wait_status (status, &error))
    journey_fail (self, "The program did not end well: %s", error->message);
}

void
journey_kill (Journey *self)
{
  kill (self->program, SIGKILL);
  if (wait_for_end (self, QUIT_SECONDS) == -1)
    journey_fail (self, "The program outlives SIGKILL");
}

static GPid
look_for_backend (Journey *self)
{
  g_autofree char *parent = g_strdup_printf ("%d", self->program);
  const char *arguments[] = { "pgrep", "--parent", parent, "--exact", "onesme-backend", NULL };
  g_autofree char *output = journey_try (arguments);

  return output != NULL ? (GPid) g_ascii_strtoll (output, NULL, 10) : 0;
}

/* A program that was just started may still wait for the end of the backend of the one before. */
GPid
journey_find_backend (Journey *self)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);
  GPid backend;

  while ((backend = look_for_backend (self)) <= 0)
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "The program has no backend");
      journey_wait_for_change (self);
    }
  return backend;
}

void
journey_kill_backend (Journey *self)
{
  gint64 end = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);
  GPid backend = journey_find_backend (self);

  kill (backend, SIGKILL);
  while (kill (backend, 0) == 0 || errno != ESRCH)
    {
      if (g_get_monotonic_time () > end)
        journey_fail (self, "The backend outlives SIGKILL");
      journey_wait_for_change (self);
    }
}

/* A run's files never mix with those of an earlier one. */
static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

Journey *
journey_new (const char *name)
{
  Journey *self = g_new0 (Journey, 1);

  g_assert_nonnull (setlocale (LC_ALL, ""));
  self->folder = g_build_filename (SME_BUILD_ROOT, "tests", "journeys", name, NULL);
  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  empty_folder (self->folder);
  self->log = journey_build_path (self, "program.log");
  self->bus = journey_bus_new ();
  journey_bus_watch (self->bus, note_change, self);
  journey_browser_install (self);
  return self;
}

void
journey_free (Journey *self)
{
  if (self->program != 0)
    journey_kill (self);
  journey_bus_free (self->bus);
  g_free (self->folder);
  g_free (self->log);
  g_free (self);
}
