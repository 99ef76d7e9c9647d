/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-transport.h"
#include "core/sme-problem.h"
#include "test-server.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

/* A certificate that nobody has vouched for. */
static GTlsCertificate *
make_certificate (void)
{
  EVP_PKEY *key = EVP_EC_gen ("P-256");
  X509 *x509 = X509_new ();
  BIO *bio = BIO_new (BIO_s_mem ());
  GTlsCertificate *certificate;
  g_autoptr (GError) error = NULL;
  char *pem;
  long size;

  X509_set_version (x509, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (x509), 1);
  X509_gmtime_adj (X509_getm_notBefore (x509), -3600);
  X509_gmtime_adj (X509_getm_notAfter (x509), 3600);
  X509_NAME_add_entry_by_txt (X509_get_subject_name (x509), "CN", MBSTRING_ASC,
                              (const unsigned char *) "127.0.0.1", -1, -1, 0);
  X509_set_issuer_name (x509, X509_get_subject_name (x509));
  X509_set_pubkey (x509, key);
  g_assert_cmpint (X509_sign (x509, key, EVP_sha256 ()), >, 0);
  PEM_write_bio_X509 (bio, x509);
  PEM_write_bio_PKCS8PrivateKey (bio, key, NULL, NULL, 0, NULL, NULL);
  size = BIO_get_mem_data (bio, &pem);
  certificate = g_tls_certificate_new_from_pem (pem, size, &error);
  g_assert_no_error (error);
  BIO_free (bio);
  X509_free (x509);
  EVP_PKEY_free (key);
  return certificate;
}

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
  g_autoptr (GTlsCertificate) certificate = make_certificate ();
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
