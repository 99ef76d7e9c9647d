/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-econtract.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "test-server.h"

#define DOSSIER(state) \
  "{\"id\":\"d1\",\"kind\":\"contract\",\"name\":\"Hợp đồng\",\"customer\":\"Nguyễn Văn An\"," \
  "\"product_type\":\"SmartCA\",\"template\":\"Mẫu\",\"template_code\":\"SMARTCAONESME_ONESME\"," \
  "\"order_number\":\"12726\",\"state\":\"" state "\"}"
#define PDF "%PDF-1.4 and so on"
#define PDF_SHA256 "83cb03c4b42e3d3dc78c4e9a8d4bc3d0d3ebd3f9a4fd2e1b6c2f6c4c5a5b7e0a"

typedef struct
{
  TestServer *server;
  SmeEcontract *econtract;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_server_new ();
  fixture->econtract = sme_econtract_new (test_server_get_url (fixture->server), NULL);
  sme_transport_set_retries (sme_econtract_get_transport (fixture->econtract), 2, 10, 1000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_assert_finalizes (fixture->econtract);
  test_server_free (fixture->server);
}

static void
reply (Fixture *fixture, const char *what, guint status, const char *body)
{
  test_server_reply (fixture->server, what, (TestReply){ status, body });
}

static gpointer
call (Fixture *fixture, SmeOperationId op, const char *id, SmeRecord *body, GError **error)
{
  g_auto (TestCall) pending = { 0 };

  sme_econtract_call_async (fixture->econtract, op, id, NULL, body, NULL, test_on_ready, &pending);
  return sme_econtract_call_finish (fixture->econtract, test_await (&pending), error);
}

static void
sign_in (Fixture *fixture, gboolean must_change)
{
  g_auto (TestCall) pending = { 0 };
  g_autoptr (GError) error = NULL;

  reply (fixture, "POST /econtract/v1/sessions", 201,
         must_change
           ? "{\"access_token\":\"look\",\"expires_in\":900,\"password_change_required\":true}"
           : "{\"access_token\":\"look\",\"expires_in\":900,\"password_change_required\":false}");
  sme_econtract_sign_in_async (fixture->econtract, "an-12726", "mat-khau", NULL, test_on_ready,
                               &pending);
  g_assert_true (sme_econtract_sign_in_finish (fixture->econtract, test_await (&pending), &error));
  g_assert_no_error (error);
}

static const char *
bearer (Fixture *fixture, const char *what, guint i)
{
  return test_request_get_header (test_server_get (fixture->server, what, i), "Authorization");
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_signing_token (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) dossier = NULL, done = NULL;

  sme_econtract_set_signing_token (fixture->econtract, "sign");
  g_assert_true (sme_econtract_get_can_sign (fixture->econtract));
  reply (fixture, "GET /econtract/v1/dossiers/d1", 200, DOSSIER ("signature_saved"));
  reply (fixture, "POST /econtract/v1/dossiers/d1/completion", 200, DOSSIER ("completed"));
  dossier = call (fixture, SME_OP_GET_DOSSIER, "d1", NULL, NULL);
  done = call (fixture, SME_OP_COMPLETE_DOSSIER, "d1", NULL, NULL);
  g_assert_true (done == dossier);
  g_assert_cmpstr (sme_record_get_nick (dossier, "state"), ==, "completed");
  g_assert_cmpstr (bearer (fixture, "GET /econtract/v1/dossiers/d1", 0), ==, "Bearer sign");
}

static void
test_lookup_cannot_sign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) dossier = NULL;

  sign_in (fixture, FALSE);
  g_assert_true (sme_econtract_get_signed_in (fixture->econtract));
  g_assert_null (call (fixture, SME_OP_COMPLETE_DOSSIER, "d1", NULL, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION);
  g_assert_cmpuint (
    test_server_count (fixture->server, "POST /econtract/v1/dossiers/d1/completion"), ==, 0);
  reply (fixture, "GET /econtract/v1/dossiers/d1", 200, DOSSIER ("completed"));
  dossier = call (fixture, SME_OP_GET_DOSSIER, "d1", NULL, NULL);
  g_assert_nonnull (dossier);
  g_assert_cmpstr (bearer (fixture, "GET /econtract/v1/dossiers/d1", 0), ==, "Bearer look");
}

static void
test_refused_token_is_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint ended = 0;

  g_signal_connect_swapped (fixture->econtract, "session-ended", G_CALLBACK (count_up), &ended);
  sme_econtract_set_signing_token (fixture->econtract, "sign");
  reply (fixture, "POST /econtract/v1/dossiers/d1/completion", 401, "{\"code\":\"no-session\"}");
  g_assert_null (call (fixture, SME_OP_COMPLETE_DOSSIER, "d1", NULL, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION);
  g_assert_false (sme_econtract_get_can_sign (fixture->econtract));
  g_assert_cmpuint (ended, ==, 1);
}

static void
test_wrong_password_drops_nothing (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) pending = { 0 };
  g_autoptr (GError) error = NULL;

  sme_econtract_set_signing_token (fixture->econtract, "sign");
  reply (fixture, "POST /econtract/v1/sessions", 401, "{\"code\":\"wrong-credentials\"}");
  sme_econtract_sign_in_async (fixture->econtract, "an", "sai", NULL, test_on_ready, &pending);
  g_assert_false (sme_econtract_sign_in_finish (fixture->econtract, test_await (&pending), &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_WRONG_CREDENTIALS);
  g_assert_true (sme_econtract_get_can_sign (fixture->econtract));
}

static void
test_first_password (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) password = SME_RECORD (sme_econtract_password_new ());
  g_autoptr (GError) error = NULL;

  sign_in (fixture, TRUE);
  g_assert_true (sme_econtract_get_password_change_required (fixture->econtract));
  sme_record_set_text (password, "new", "mat-khau-moi");
  reply (fixture, "PUT /econtract/v1/password", 204, NULL);
  g_assert_null (call (fixture, SME_OP_ECONTRACT_PASSWORD, NULL, password, &error));
  g_assert_no_error (error);
  g_assert_false (sme_econtract_get_password_change_required (fixture->econtract));
}

static void
test_password_change_is_demanded_late (Fixture *fixture, gconstpointer data)
{
  sme_econtract_set_signing_token (fixture->econtract, "sign");
  reply (fixture, "POST /econtract/v1/dossiers/d1/completion", 403,
         "{\"code\":\"password-change-required\"}");
  g_assert_null (call (fixture, SME_OP_COMPLETE_DOSSIER, "d1", NULL, NULL));
  g_assert_true (sme_econtract_get_password_change_required (fixture->econtract));
}

static void
test_signs_out (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) pending = { 0 };
  g_autoptr (GError) error = NULL;

  sign_in (fixture, FALSE);
  reply (fixture, "DELETE /econtract/v1/sessions/current", 204, NULL);
  sme_econtract_sign_out_async (fixture->econtract, NULL, test_on_ready, &pending);
  g_assert_false (sme_econtract_get_signed_in (fixture->econtract));
  g_assert_true (sme_econtract_sign_out_finish (fixture->econtract, test_await (&pending), &error));
  g_assert_cmpstr (bearer (fixture, "DELETE /econtract/v1/sessions/current", 0), ==, "Bearer look");
}

static GBytes *
get_document (Fixture *fixture, const char *sha256, GError **error)
{
  g_auto (TestCall) pending = { 0 };

  test_server_reply (fixture->server, "GET /econtract/v1/documents/x/content",
                     (TestReply){ 200, PDF, "application/pdf" });
  sme_econtract_get_document_async (fixture->econtract, "x", sha256, NULL, test_on_ready, &pending);
  return sme_econtract_get_document_finish (fixture->econtract, test_await (&pending), error);
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) unchecked = NULL, checked = NULL, wrong = NULL;

  sign_in (fixture, FALSE);
  unchecked = get_document (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (unchecked, NULL), g_bytes_get_size (unchecked), PDF,
                   sizeof PDF - 1);
  checked = get_document (fixture, sha256, &error);
  g_assert_no_error (error);
  g_assert_nonnull (checked);
  wrong = get_document (fixture, PDF_SHA256, &error);
  g_assert_null (wrong);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_DOCUMENT_CHANGED);
}

/* A read that was overtaken by a write does not take the dossier back. */
static void
test_overtaken_read_is_not_let_in (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) slow = { 0 };
  g_autoptr (SmeRecord) dossier = NULL, late = NULL;

  sme_econtract_set_signing_token (fixture->econtract, "sign");
  test_server_reply (fixture->server, "GET /econtract/v1/dossiers/d1",
                     (TestReply){ 200, DOSSIER ("signature_saved"), .delay_ms = 80 });
  reply (fixture, "POST /econtract/v1/dossiers/d1/completion", 200, DOSSIER ("completed"));
  sme_econtract_call_async (fixture->econtract, SME_OP_GET_DOSSIER, "d1", NULL, NULL, NULL,
                            test_on_ready, &slow);
  test_wait_for_requests (fixture->server, "GET /econtract/v1/dossiers/d1", 1);
  dossier = call (fixture, SME_OP_COMPLETE_DOSSIER, "d1", NULL, NULL);
  late = sme_econtract_call_finish (fixture->econtract, test_await (&slow), NULL);
  g_assert_true (late == dossier);
  g_assert_cmpstr (sme_record_get_nick (dossier, "state"), ==, "completed");
}

static gboolean
is_completed (gpointer dossier)
{
  return g_str_equal (sme_record_get_nick (dossier, "state"), "completed");
}

static void
test_follows_the_shop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeKeyring) keyring = sme_keyring_new ();
  g_autoptr (SmeShop) shop = sme_shop_new (test_server_get_url (fixture->server), keyring, NULL);
  g_autoptr (SmeRecord) dossier = NULL;

  sme_econtract_follow (fixture->econtract, shop);
  sme_econtract_set_signing_token (fixture->econtract, "sign");
  reply (fixture, "GET /econtract/v1/dossiers/d1", 200, DOSSIER ("signature_saved"));
  dossier = call (fixture, SME_OP_GET_DOSSIER, "d1", NULL, NULL);
  reply (fixture, "GET /econtract/v1/dossiers/d1", 200, DOSSIER ("completed"));
  g_signal_emit_by_name (shop, "changed", "dossier", "d1");
  test_wait_until (is_completed, dossier);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/econtract/signing-token-signs", test_signing_token);
  ADD ("/econtract/lookup-cannot-sign", test_lookup_cannot_sign);
  ADD ("/econtract/refused-token-is-dropped", test_refused_token_is_dropped);
  ADD ("/econtract/wrong-password-drops-nothing", test_wrong_password_drops_nothing);
  ADD ("/econtract/first-password-is-changed", test_first_password);
  ADD ("/econtract/password-change-is-demanded-late", test_password_change_is_demanded_late);
  ADD ("/econtract/signs-out", test_signs_out);
  ADD ("/econtract/document-is-what-was-promised", test_document);
  ADD ("/econtract/overtaken-read-is-not-let-in", test_overtaken_read_is_not_let_in);
  ADD ("/econtract/follows-the-shop", test_follows_the_shop);
  return g_test_run ();
}
