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

static guint64
read_pss (const char *pid)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "smaps_rollup", NULL);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) : 0;
}

typedef void (*Visit) (const char *pid, gpointer user_data);

static guint
visit_session (GPid leader, Visit visit, gpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_ascii_isdigit (name[0]) && is_of_session (name, leader))
      {
        n++;
        visit (name, user_data);
      }
  return n;
}

static void
add_pss (const char *pid, gpointer user_data)
{
  *(guint64 *) user_data += read_pss (pid);
}

guint64
process_tree_measure (GPid leader)
{
  guint64 sum = 0;

  visit_session (leader, add_pss, &sum);
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
  while (visit_session (leader, kill_one, NULL) > 0)
    g_usleep (10000);
}
