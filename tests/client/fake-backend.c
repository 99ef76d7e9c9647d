/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Stands for onesme-backend where a test needs one that misbehaves. What it does is the content of
 * the file "behaviour" in its data directory:
 *   ready    says that it is ready, notes its environment, ends by SIGTERM or the lifeline
 *   stubborn the same, and ignores SIGTERM
 *   silent   never says anything
 *   wrong    says that it is ready somewhere else
 *   crash    ends at once
 *   busy     ends as one whose data directory is taken
 */
#include <glib-unix.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static char *data_dir;
static int socket_fd = -1, lifeline_fd = -1;
static gboolean local;

static const GOptionEntry options[] = {
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, NULL, NULL },
  { "socket-fd", 0, 0, G_OPTION_ARG_INT, &socket_fd, NULL, NULL },
  { "lifeline-fd", 0, 0, G_OPTION_ARG_INT, &lifeline_fd, NULL, NULL },
  { "local", 0, 0, G_OPTION_ARG_NONE, &local, NULL, NULL },
  { NULL },
};

/* Open files besides the standard ones and those that are ours: there must be none. */
static guint
count_strays (void)
{
  guint n = 0;

  for (int fd = 5; fd < 1024; fd++)
    n += fcntl (fd, F_GETFD) != -1 ? 1 : 0;
  return n;
}

static void
write_note (guint strays)
{
  g_autofree char *path = g_build_filename (data_dir, "note", NULL);
  const char *token = g_getenv ("ONESME_LOCAL_TOKEN");
  g_autofree char *text =
    g_strdup_printf ("token %zu strays %u", token != NULL ? strlen (token) : 0, strays);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static guint
port_of (int fd)
{
  g_autoptr (GSocket) socket = g_socket_new_from_fd (dup (fd), NULL);
  g_autoptr (GSocketAddress) address = g_socket_get_local_address (socket, NULL);

  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
}

static gboolean
on_end (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gboolean
on_lifeline (int fd, GIOCondition condition, gpointer loop)
{
  return on_end (loop);
}

static char *
read_behaviour (void)
{
  g_autofree char *path = g_build_filename (data_dir, "behaviour", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

int
main (int argc, char **argv)
{
  /* Before GLib opens its own. */
  guint strays = count_strays ();
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *behaviour = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || data_dir == NULL || socket_fd != 3 ||
      lifeline_fd != 4 || !local)
    return EX_USAGE;
  behaviour = read_behaviour ();
  if (g_str_equal (behaviour, "crash"))
    return EX_SOFTWARE;
  if (g_str_equal (behaviour, "busy"))
    return EX_TEMPFAIL;
  write_note (strays);
  g_unix_fd_add (lifeline_fd, G_IO_HUP, on_lifeline, loop);
  if (g_str_equal (behaviour, "stubborn"))
    signal (SIGTERM, SIG_IGN);
  else
    g_unix_signal_add (SIGTERM, on_end, loop);
  if (g_str_equal (behaviour, "wrong"))
    printf ("ready http://127.0.0.1:1\n");
  else if (!g_str_equal (behaviour, "silent"))
    printf ("starting\nready http://127.0.0.1:%u\n", port_of (socket_fd));
  fflush (stdout);
  g_main_loop_run (loop);
  return 0;
}
