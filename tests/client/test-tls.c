/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-transport.h"
#include "core/sme-problem.h"
#include "test-certificate.h"
#include "test-server.h"

static void
on_request (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  (*(guint *) user_data)++;
  soup_server_message_set_status (message, 204, NULL);
}

static void
ask (const char *url, guint connect_ms, int code)
{
  g_autoptr (SmeTransport) transport = sme_transport_new (url, NULL);
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_transport_set_timeouts (transport, connect_ms, 30, 20000);
  sme_transport_set_retries (transport, 1, 10, 1000);
  sme_caller_send_async (SME_CALLER (transport), SME_OP_GET_ME, NULL, NULL, NULL, NULL,
                         test_on_ready, &call);
  g_assert_null (sme_caller_send_finish (SME_CALLER (transport), test_await (&call), &error));
  g_assert_error (error, SME_PROBLEM, code);
}

static void
test_untrusted_certificate (void)
{
  g_autoptr (GTlsCertificate) certificate = test_certificate_new ();
  g_autoptr (SoupServer) server = soup_server_new ("tls-certificate", certificate, NULL);
  g_autofree char *url = NULL;
  guint asked = 0;
  GSList *uris;

  soup_server_add_handler (server, NULL, on_request, &asked, NULL);
  g_assert_true (soup_server_listen_local (
    server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | SOUP_SERVER_LISTEN_HTTPS, NULL));
  uris = soup_server_get_uris (server);
  url = g_strdup_printf ("https://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  ask (url, 10000, SME_PROBLEM_INSECURE);
  g_assert_cmpuint (asked, ==, 0);
}

/* Somebody accepts and never says a word of TLS. */
static void
test_connecting_times_out (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u", port);

  ask (url, 150, SME_PROBLEM_TIMED_OUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tls/untrusted-certificate-is-insecure", test_untrusted_certificate);
  g_test_add_func ("/tls/connecting-times-out", test_connecting_times_out);
  return g_test_run ();
}
