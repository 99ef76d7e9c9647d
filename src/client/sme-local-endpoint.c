/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-local-endpoint.h"

#include "client/sme-secret.h"

#include "config.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

struct _SmeLocalEndpoint
{
  GSocket *socket;
  int lifeline[2];  /* a child has the read end; ours closes with us */
  GSource *refuser; /* while nobody else takes what comes in */
  char *url;
  char *token;
};

static gboolean
listen_on_loopback (SmeLocalEndpoint *self, GError **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  self->socket =
    g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);
  if (self->socket == NULL || !g_socket_bind (self->socket, address, FALSE, error))
    return FALSE;
  g_socket_set_listen_backlog (self->socket, 128);
  g_socket_set_blocking (self->socket, FALSE);
  if (!g_socket_listen (self->socket, error))
    return FALSE;
  bound = g_socket_get_local_address (self->socket, error);
  if (bound == NULL)
    return FALSE;
  self->url = g_strdup_printf ("http://127.0.0.1:%u",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  return TRUE;
}

SmeLocalEndpoint *
sme_local_endpoint_new (GError **error)
{
  g_autoptr (SmeLocalEndpoint) self = g_new0 (SmeLocalEndpoint, 1);

  self->lifeline[0] = self->lifeline[1] = -1;
  if (!sme_secret_init () || !g_unix_open_pipe (self->lifeline, FD_CLOEXEC, error) ||
      !listen_on_loopback (self, error))
    return NULL;
  self->token = sme_secret_random_text (32);
  return g_steal_pointer (&self);
}

static void
stop_refusing (SmeLocalEndpoint *self)
{
  if (self->refuser == NULL)
    return;
  g_source_destroy (self->refuser);
  g_clear_pointer (&self->refuser, g_source_unref);
}

/* Accepted and closed: whoever calls learns it at once, and the port stays ours. */
static gboolean
on_incoming (GSocket *socket, GIOCondition condition, gpointer user_data)
{
  g_autoptr (GSocket) caller = g_socket_accept (socket, NULL, NULL);

  if (caller != NULL)
    g_socket_close (caller, NULL);
  return G_SOURCE_CONTINUE;
}

void
sme_local_endpoint_set_refusing (SmeLocalEndpoint *self, gboolean refusing)
{
  stop_refusing (self);
  if (!refusing)
    return;
  self->refuser = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (self->refuser, G_SOURCE_FUNC (on_incoming), NULL, NULL);
  g_source_attach (self->refuser, g_main_context_get_thread_default ());
}

void
sme_local_endpoint_free (SmeLocalEndpoint *self)
{
  stop_refusing (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->lifeline); i++)
    if (self->lifeline[i] >= 0)
      close (self->lifeline[i]);
  g_clear_object (&self->socket);
  g_free (self->url);
  sme_secret_free (self->token);
  g_free (self);
}

const char *
sme_local_endpoint_get_url (SmeLocalEndpoint *self)
{
  return self->url;
}

const char *
sme_local_endpoint_get_token (SmeLocalEndpoint *self)
{
  return self->token;
}

static int
dup_for_child (int fd)
{
  return fcntl (fd, F_DUPFD_CLOEXEC, 10);
}

GSubprocess *
sme_local_endpoint_launch (SmeLocalEndpoint *self,
                           const char *program,
                           const char *data_dir,
                           GError **error)
{
  const char *argv[] = { program,  "--socket-fd", "3", "--lifeline-fd", "4", "--data-dir",
                         data_dir, "--local",     NULL };
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);

  g_mkdir_with_parents (data_dir, 0700);
  g_subprocess_launcher_take_fd (launcher, dup_for_child (g_socket_get_fd (self->socket)), 3);
  g_subprocess_launcher_take_fd (launcher, dup_for_child (self->lifeline[0]), 4);
  g_subprocess_launcher_setenv (launcher, "ONESME_LOCAL_TOKEN", self->token, TRUE);
  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

static char *
own_directory (void)
{
  g_autofree char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

char *
sme_local_endpoint_find_program (void)
{
  const char *named = g_getenv ("ONESME_BACKEND");
  g_autofree char *own = own_directory ();
  g_autofree char *beside = own ? g_build_filename (own, "onesme-backend", NULL) : NULL;
  g_autofree char *built =
    own ? g_build_filename (own, "..", "backend", "onesme-backend", NULL) : NULL;
  const char *places[] = { beside, built, SME_BIN_DIR "/onesme-backend" };

  if (named != NULL && *named != '\0')
    return g_strdup (named);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && g_file_test (places[i], G_FILE_TEST_IS_EXECUTABLE))
      return g_strdup (places[i]);
  return NULL;
}
