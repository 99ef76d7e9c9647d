/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "process-tree.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 5000

static void
lead_session (gpointer user_data)
{
  setsid ();
}

GPid
process_tree_start (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  if (!g_spawn_async (NULL, (char **) argv, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                        G_SPAWN_STDERR_TO_DEV_NULL,
                      lead_session, NULL, &pid, &error))
    g_error ("%s", error->message);
  return pid;
}

static gboolean
is_of_session (const char *pid, GPid leader)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "stat", NULL);
  g_autofree char *text = NULL;
  const char *after_name;
  int session = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  after_name = strrchr (text, ')');
  return after_name != NULL && sscanf (after_name, ") %*c %*d %*d %d", &session) == 1 &&
         session == leader;
}

static gboolean
is_child (const char *pid, GPid parent)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "stat", NULL);
  g_autofree char *text = NULL;
  const char *after_name;
  int found = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  after_name = strrchr (text, ')');
  return after_name != NULL && sscanf (after_name, ") %*c %d", &found) == 1 && found == parent;
}

/* A line like "Pss:   1234 kB" of a file of a process. */
static guint64
read_kilobytes (const char *pid, const char *name, const char *label)
{
  g_autofree char *path = g_build_filename ("/proc", pid, name, NULL);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, label);
  return line != NULL ? g_ascii_strtoull (line + strlen (label), NULL, 10) : 0;
}

typedef gboolean (*Belongs) (const char *pid, GPid to);
typedef void (*Visit) (const char *pid, gpointer user_data);

static guint
visit_all (Belongs belongs, GPid to, Visit visit, gpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_ascii_isdigit (name[0]) && belongs (name, to))
      {
        n++;
        visit (name, user_data);
      }
  return n;
}

static void
add_pss (const char *pid, gpointer user_data)
{
  *(guint64 *) user_data += read_kilobytes (pid, "smaps_rollup", "\nPss:");
}

static void
add_peak (const char *pid, gpointer user_data)
{
  *(guint64 *) user_data += read_kilobytes (pid, "status", "\nVmHWM:");
}

guint64
process_tree_measure (GPid leader)
{
  guint64 sum = 0;

  visit_all (is_of_session, leader, add_pss, &sum);
  return sum;
}

guint64
process_tree_measure_peak (GPid leader)
{
  guint64 sum = 0;

  visit_all (is_of_session, leader, add_peak, &sum);
  return sum;
}

guint64
process_tree_measure_own_peak (void)
{
  guint64 sum = read_kilobytes ("self", "status", "\nVmHWM:");

  visit_all (is_child, getpid (), add_peak, &sum);
  return sum;
}

static void
kill_one (const char *pid, gpointer user_data)
{
  kill ((pid_t) g_ascii_strtoll (pid, NULL, 10), SIGKILL);
}

void
process_tree_end (GPid leader)
{
  guint waited = 0;

  kill (leader, SIGTERM);
  while (waitpid (leader, NULL, WNOHANG) == 0)
    {
      if (waited++ == PATIENCE_MS / 10)
        kill (leader, SIGKILL);
      g_usleep (10000);
    }
  while (visit_all (is_of_session, leader, kill_one, NULL) > 0)
    g_usleep (10000);
}
