/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backend/http/sme-server.h"
#include "backend/sme-admin.h"
#include "backend/sme-fault.h"
#include "backend/sme-timestamps.h"
#include "base/sme-log.h"
#include "core/sme-openapi.h"

#include <glib-unix.h>
#include <locale.h>
#include <stdio.h>
#include <sysexits.h>

static char *data_dir, *keys_dir, *listen_at, *timestamp_url, *fault;
static int socket_fd = -1, lifeline_fd = -1;
static gboolean local, print_openapi, print_version;

static const GOptionEntry options[] = {
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, "Where the data are kept", "DIR" },
  { "keys", 0, 0, G_OPTION_ARG_FILENAME, &keys_dir, "Where the keys are kept", "DIR" },
  { "listen", 0, 0, G_OPTION_ARG_STRING, &listen_at, "Where to listen; port 0 takes a free one",
    "127.0.0.1:PORT" },
  { "socket-fd", 0, 0, G_OPTION_ARG_INT, &socket_fd, "An inherited listening socket", "N" },
  { "lifeline-fd", 0, 0, G_OPTION_ARG_INT, &lifeline_fd, "Quit when this pipe is closed", "N" },
  { "timestamp-url", 0, 0, G_OPTION_ARG_STRING, &timestamp_url,
    "Whom to ask for timestamps (RFC 3161); without, the backend stamps by itself", "URL" },
  { "local", 0, 0, G_OPTION_ARG_NONE, &local, "Be a demonstration on this computer", NULL },
  { "fault", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &fault, "Die there; only with --local",
    "OPERATION.MOMENT" },
  { "print-openapi", 0, 0, G_OPTION_ARG_NONE, &print_openapi, "Print the API and quit", NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &print_version, "Print the version and quit", NULL },
  { NULL },
};

static gboolean
on_drained (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

typedef struct
{
  SmeServer *server;
  GMainLoop *loop;
} Running;

static gboolean
on_terminate (gpointer user_data)
{
  Running *running = user_data;

  sme_server_drain (running->server, on_drained, running->loop);
  return G_SOURCE_REMOVE;
}

/* The parent has ended, however it did: nobody will ask any more. */
static gboolean
on_lifeline_cut (int fd, GIOCondition condition, gpointer user_data)
{
  return on_terminate (user_data);
}

static GSocket *
bind_socket (GError **error)
{
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GSocketConnectable) where = NULL;
  g_autoptr (GSocketAddressEnumerator) addresses = NULL;
  g_autoptr (GSocketAddress) address = NULL;

  where = g_network_address_parse (listen_at != NULL ? listen_at : "127.0.0.1:0", 0, error);
  if (where == NULL)
    return NULL;
  addresses = g_socket_connectable_enumerate (where);
  address = g_socket_address_enumerator_next (addresses, NULL, error);
  if (address == NULL)
    return NULL;
  if (!g_inet_address_get_is_loopback (
        g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           "Only loopback addresses; put a TLS proxy in front");
      return NULL;
    }
  socket = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM,
                         G_SOCKET_PROTOCOL_TCP, error);
  if (socket == NULL || !g_socket_bind (socket, address, TRUE, error) ||
      !g_socket_listen (socket, error))
    return NULL;
  return g_steal_pointer (&socket);
}

static gboolean
serve (GError **error)
{
  g_autoptr (SmeBackend) backend = sme_backend_new (data_dir, keys_dir, local, error);
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (SmeServer) server = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Running running;

  if (backend == NULL)
    return FALSE;
  sme_backend_set_timestamp_url (backend, timestamp_url);
  if (local)
    sme_backend_set_local_token (backend, g_getenv ("ONESME_LOCAL_TOKEN"));
  g_unsetenv ("ONESME_LOCAL_TOKEN");
  socket = socket_fd >= 0 ? g_socket_new_from_fd (socket_fd, error) : bind_socket (error);
  if (socket == NULL)
    return FALSE;
  server = sme_server_new (backend, socket, error);
  if (server == NULL)
    return FALSE;

  running = (Running){ server, loop };
  g_unix_signal_add (SIGTERM, on_terminate, &running);
  g_unix_signal_add (SIGINT, on_terminate, &running);
  if (lifeline_fd >= 0)
    g_unix_fd_add (lifeline_fd, G_IO_IN | G_IO_HUP | G_IO_ERR, on_lifeline_cut, &running);
  printf ("ready http://127.0.0.1:%u\n", sme_server_get_port (server));
  fflush (stdout);
  g_main_loop_run (loop);
  return TRUE;
}

static int
report (const GError *error)
{
  g_printerr ("onesme-backend: %s\n", error->message);
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY) ? EX_TEMPFAIL : EX_SOFTWARE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  sme_log_forbid_core_dumps ();
  setlocale (LC_ALL, "C.UTF-8");
  sme_log_install ();
  if (argc > 1 && g_str_equal (argv[1], "admin"))
    return sme_admin_run (argv + 1);
  g_option_context_set_summary (context, "The shop, the contracts and the local bank of OneSME.");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("onesme-backend: %s\n", error->message);
      return EX_USAGE;
    }
  if (print_openapi)
    {
      g_autofree char *text = sme_openapi_print ();
      fputs (text, stdout);
      return 0;
    }
  if (print_version)
    {
      puts (SME_VERSION);
      return 0;
    }
  if (data_dir == NULL)
    {
      g_printerr ("onesme-backend: --data-dir is missing\n");
      return EX_USAGE;
    }
  if (timestamp_url != NULL && !sme_timestamps_may_ask (timestamp_url))
    {
      g_printerr ("onesme-backend: --timestamp-url needs https\n");
      return EX_USAGE;
    }
  if (fault != NULL && !local)
    {
      g_printerr ("onesme-backend: --fault is for demonstrations only\n");
      return EX_USAGE;
    }
  sme_fault_arm (fault);
  return serve (&error) ? 0 : report (error);
}
