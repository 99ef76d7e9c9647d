/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certificate-fixture.h"

#include "backend/sme-timestamps.h"
#include "seal/sme-seal-authority.h"
#include "seal/sme-seal-check.h"
#include "seal/sme-seal-stamper.h"

#include <string.h>

/* A timestamping authority on this computer, in a thread of its own: the client of the tests waits
 * for its answers. */
typedef struct
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *server;
  SmeSealSigner *authority;
  SmeSealSigner *signer;
  char *url;
  GMutex lock;
  gboolean out_of_order; /* under lock */
  guint asked;           /* under lock */
} Tsa;

static gboolean
note_request (Tsa *tsa)
{
  gboolean out_of_order;

  g_mutex_lock (&tsa->lock);
  tsa->asked++;
  out_of_order = tsa->out_of_order;
  g_mutex_unlock (&tsa->lock);
  return out_of_order;
}

static void
on_asked (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer data)
{
  Tsa *tsa = data;
  SmeSealStamper stamper = { tsa->signer, NULL };
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) request = soup_message_body_flatten (body);
  g_autoptr (GBytes) answer = NULL;
  const char *type =
    soup_message_headers_get_content_type (soup_server_message_get_request_headers (message), NULL);

  g_assert_cmpstr (type, ==, "application/timestamp-query");
  if (note_request (tsa))
    {
      soup_server_message_set_status (message, 503, NULL);
      return;
    }
  answer = sme_seal_stamper_answer (&stamper, request, NULL);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/timestamp-reply", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

static gpointer
run_tsa (gpointer data)
{
  Tsa *tsa = data;

  g_main_context_push_thread_default (tsa->context);
  g_main_loop_run (tsa->loop);
  g_main_context_pop_thread_default (tsa->context);
  return NULL;
}

static Tsa *
tsa_new (void)
{
  Tsa *tsa = g_new0 (Tsa, 1);
  g_autoptr (GError) error = NULL;
  g_autoslist (GUri) uris = NULL;

  g_mutex_init (&tsa->lock);
  tsa->authority =
    sme_seal_authority_new ("Test", "Test authority", SME_SEAL_KEY_ECDSA_P256, NULL, &error);
  g_assert_no_error (error);
  tsa->signer = sme_seal_authority_issue (tsa->authority, "Test TSA", SME_SEAL_USAGE_TIMESTAMPS,
                                          SME_SEAL_KEY_ECDSA_P256, NULL, &error);
  g_assert_no_error (error);
  tsa->context = g_main_context_new ();
  tsa->loop = g_main_loop_new (tsa->context, FALSE);
  g_main_context_push_thread_default (tsa->context);
  tsa->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (tsa->server, "/tsa", on_asked, tsa, NULL);
  soup_server_listen_local (tsa->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_main_context_pop_thread_default (tsa->context);
  g_assert_no_error (error);
  uris = soup_server_get_uris (tsa->server);
  tsa->url = g_strdup_printf ("http://127.0.0.1:%d/tsa", g_uri_get_port (uris->data));
  tsa->thread = g_thread_new ("tsa", run_tsa, tsa);
  return tsa;
}

static void
tsa_free (Tsa *tsa)
{
  g_main_loop_quit (tsa->loop);
  g_thread_join (tsa->thread);
  /* Connections let go of their last things in the loop. */
  g_main_context_push_thread_default (tsa->context);
  soup_server_disconnect (tsa->server);
  g_clear_object (&tsa->server);
  while (g_main_context_iteration (tsa->context, FALSE))
    ;
  g_main_context_pop_thread_default (tsa->context);
  g_main_loop_unref (tsa->loop);
  g_main_context_unref (tsa->context);
  sme_seal_signer_unref (tsa->signer);
  sme_seal_signer_unref (tsa->authority);
  g_free (tsa->url);
  g_mutex_clear (&tsa->lock);
  g_free (tsa);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tsa, tsa_free)

static void
tsa_set_out_of_order (Tsa *tsa, gboolean out_of_order)
{
  g_mutex_lock (&tsa->lock);
  tsa->out_of_order = out_of_order;
  g_mutex_unlock (&tsa->lock);
}

static guint
tsa_count_asked (Tsa *tsa)
{
  guint asked;

  g_mutex_lock (&tsa->lock);
  asked = tsa->asked;
  g_mutex_unlock (&tsa->lock);
  return asked;
}

static GPtrArray *
list_authorities (Customer *customer)
{
  g_autoptr (Answer) answer =
    fixture_call (customer->fixture, "GET", "/econtract/v1/authorities", NULL, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  assert_status (answer, 200);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *member = g_strdup_printf ("items.%u.pem", i);
      const char *pem = answer_text (answer, member);
      g_assert_nonnull (pem);
      g_string_append (all, pem);
    }
  bytes = g_bytes_new (all->str, all->len);
  list = sme_seal_certificate_list_from_pem (bytes, &error);
  g_assert_no_error (error);
  return list;
}

static SmeSealTimestampVerdict
judge_contract (Customer *customer, GPtrArray *trusted)
{
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/documents/%s/content", customer->signing->contract);
  g_autoptr (Answer) answer =
    fixture_call (customer->fixture, "GET", path, customer->signing->token, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealReport) report = NULL;
  SmeSealSignature *signature;

  assert_status (answer, 200);
  report = sme_seal_check (answer->body, trusted, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sme_seal_report_get_n_signatures (report), ==, 1);
  signature = sme_seal_report_get_signature (report, 0);
  g_assert_cmpint (sme_seal_signature_get_verdict (signature), ==, SME_SEAL_VERDICT_INTACT_TRUSTED);
  return sme_seal_signature_get_timestamp_verdict (signature);
}

static void
test_the_backend_stamps_by_itself (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (GPtrArray) trusted = list_authorities (customer);

  g_assert_cmpint (judge_contract (customer, trusted), ==, SME_SEAL_TIMESTAMP_TRUSTED);
}

static void
test_the_configured_authority_stamps (void)
{
  g_autoptr (Tsa) tsa = tsa_new ();
  g_autoptr (Customer) customer = customer_new_with ("--timestamp-url", tsa->url);
  g_autoptr (Answer) completed = customer_sign (customer, customer->signing);
  g_autoptr (GPtrArray) trusted = list_authorities (customer);
  GPtrArray *chain = sme_seal_signer_get_chain (tsa->authority);

  assert_status (completed, 200);
  g_assert_cmpint (judge_contract (customer, trusted), ==, SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER);
  g_ptr_array_add (trusted, sme_seal_certificate_ref (g_ptr_array_index (chain, chain->len - 1)));
  g_assert_cmpint (judge_contract (customer, trusted), ==, SME_SEAL_TIMESTAMP_TRUSTED);
}

/* Nothing is completed without a timestamp, and nothing is lost: it can be tried again. */
static void
test_an_authority_out_of_order (void)
{
  g_autoptr (Tsa) tsa = tsa_new ();
  g_autoptr (Customer) customer = customer_new_with ("--timestamp-url", tsa->url);
  g_autoptr (Answer) refused = NULL, completed = NULL;
  guint asked;

  tsa_set_out_of_order (tsa, TRUE);
  refused = customer_sign (customer, customer->signing);
  assert_problem (refused, 503, "unavailable");
  assert_order_state (customer, "signing");
  asked = tsa_count_asked (tsa);
  g_assert_cmpuint (asked, >, 0);
  tsa_set_out_of_order (tsa, FALSE);
  completed =
    fixture_dossier_call (customer->fixture, customer->signing, "POST", "/completion", NULL);
  assert_status (completed, 200);
  g_assert_cmpstr (answer_text (completed, "state"), ==, "completed");
}

static void
test_whom_to_ask (void)
{
  g_assert_true (sme_timestamps_may_ask ("https://tsa.example/rfc3161"));
  g_assert_true (sme_timestamps_may_ask ("http://127.0.0.1:3161/"));
  g_assert_true (sme_timestamps_may_ask ("http://[::1]:3161/"));
  g_assert_false (sme_timestamps_may_ask ("http://tsa.example/"));
  g_assert_false (sme_timestamps_may_ask ("https://user:secret@tsa.example/"));
  g_assert_false (sme_timestamps_may_ask ("file:///etc/passwd"));
  g_assert_false (sme_timestamps_may_ask ("tsa.example"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timestamps/the-backend-stamps-by-itself", test_the_backend_stamps_by_itself);
  g_test_add_func ("/timestamps/the-configured-authority-stamps",
                   test_the_configured_authority_stamps);
  g_test_add_func ("/timestamps/an-authority-out-of-order", test_an_authority_out_of_order);
  g_test_add_func ("/timestamps/whom-to-ask", test_whom_to_ask);
  return g_test_run ();
}
