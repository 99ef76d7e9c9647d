/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Dữ liệu của tôi": seen, taken along, deleted as far as the law lets us. */
#include "certificate-fixture.h"

#include "backend/flow/sme-audit.h"
#include "backend/http/sme-call.h"

#include <string.h>

#define EMAIL "an@vidu.vn"
#define PASSWORD "{\"password\":\"một mật khẩu dài\"}"

static JsonArray *
get_array (Answer *answer, const char *name)
{
  return json_object_get_array_member (json_node_get_object (answer->json), name);
}

/* The holding of a kind, NULL if there is none. */
static JsonObject *
find_kind (Answer *answer, const char *list, const char *kind)
{
  JsonArray *items = get_array (answer, list);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);

      if (g_str_equal (json_object_get_string_member (item, "kind"), kind))
        return item;
    }
  return NULL;
}

static void
test_view (void)
{
  g_autoptr (Customer) customer = customer_new_active ();
  Fixture *fixture = customer->fixture;
  const char *token = customer->access;
  g_autoptr (Answer) data = NULL;
  JsonObject *contracts;

  data = fixture_call (fixture, "GET", "/v1/me/data", token, NULL);
  assert_status (data, 200);
  g_assert_cmpstr (answer_text (data, "account.email"), ==, EMAIL);
  g_assert_true (
    json_object_get_boolean_member (json_node_get_object (data->json), "history_intact"));
  g_assert_cmpuint (json_array_get_length (get_array (data, "consents")), ==, 2);
  g_assert_cmpint (json_object_get_int_member (find_kind (data, "holdings", "sessions"), "count"),
                   ==, 1);
  g_assert_null (find_kind (data, "holdings", "likes"));
  contracts = find_kind (data, "holdings", "contracts");
  g_assert_nonnull (contracts);
  g_assert_true (json_object_get_boolean_member (contracts, "stays"));
  g_assert_nonnull (strstr (json_object_get_string_member (contracts, "law"), "20/2023/QH15"));
  g_assert_true (
    g_str_has_suffix (json_object_get_string_member (contracts, "keep_until"), "-12-31"));
}

static void
test_export (void)
{
  g_autoptr (Customer) customer = customer_new_active ();
  Fixture *fixture = customer->fixture;
  const char *token = customer->access;
  g_autofree char *other = fixture_sign_up (fixture, "binh@vidu.vn");
  g_autoptr (Answer) asked = customer_open_case (customer, "other");
  g_autoptr (Answer) export = NULL, pdf = NULL, foreign = NULL, liked = NULL;
  g_autofree char *path = NULL, *sum = NULL;

  liked = fixture_call (fixture, "PUT", "/v1/services/smartca-on/like", token, NULL);
  assert_status (liked, 204);
  export = fixture_call (fixture, "GET", "/v1/me/export", token, NULL);
  assert_status (export, 200);
  assert_status (asked, 201);
  g_assert_cmpstr (answer_text (export, "cases.0.text"), ==, "Xin kiểm tra giúp");
  g_assert_cmpstr (answer_text (export, "orders.0.profile.id_number"), ==, "031090001234");
  g_assert_cmpstr (answer_text (export, "likes.0"), ==, "smartca-on");
  g_assert_cmpstr (answer_text (export, "signatures.0.signature.kind"), ==, "drawn");
  g_assert_cmpstr (answer_text (export, "dossiers.0.state"), ==, "completed");
  g_assert_cmpstr (answer_text (export, "history.0.event"), ==, "account.register");
  g_assert_cmpuint (json_array_get_length (get_array (export, "messages")), >=, 3);
  /* No secret of a letter, and no password in any form. */
  g_assert_null (memmem (g_bytes_get_data (export->body, NULL), g_bytes_get_size (export->body),
                         "onesme://activate", 17));
  g_assert_null (
    memmem (g_bytes_get_data (export->body, NULL), g_bytes_get_size (export->body), "argon2", 6));
  path = g_strdup_printf ("/v1/me/documents/%s/content",
                          answer_text (export, "dossiers.0.documents.0.id"));
  pdf = fixture_call (fixture, "GET", path, token, NULL);
  assert_status (pdf, 200);
  g_assert_cmpstr (pdf->content_type, ==, "application/pdf");
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf->body);
  g_assert_cmpstr (sum, ==, answer_text (export, "dossiers.0.documents.0.sha256"));
  foreign = fixture_call (fixture, "GET", path, other, NULL);
  assert_problem (foreign, 404, "not-found");
}

static void
test_blocked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autoptr (Answer) plan = fixture_call (fixture, "GET", "/v1/me/deletion", token, NULL);
  g_autoptr (Answer) refused = fixture_call (fixture, "POST", "/v1/me/deletion", token, PASSWORD);
  g_autoptr (Answer) me = fixture_call (fixture, "GET", "/v1/me", token, NULL);

  g_assert_cmpuint (json_array_get_length (get_array (plan, "blocked_by")), ==, 1);
  assert_problem (refused, 409, "orders-unfinished");
  assert_status (me, 200);
}

/* The record of acceptance still waits for the customer, who needs the account for it. */
static void
test_blocked_by_acceptance (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Answer) refused =
    fixture_call (customer->fixture, "POST", "/v1/me/deletion", customer->access, PASSWORD);

  assert_problem (refused, 409, "orders-unfinished");
  assert_order_state (customer, "accepting");
}

/* Paid for, and a draft again: neither cancelled nor erased. */
static void
test_blocked_by_correction (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autoptr (Answer) resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  g_autoptr (Answer) plan =
    fixture_call (customer->fixture, "GET", "/v1/me/deletion", customer->access, NULL);
  g_autoptr (Answer) refused =
    fixture_call (customer->fixture, "POST", "/v1/me/deletion", customer->access, PASSWORD);

  assert_status (resolved, 200);
  assert_order_state (customer, "draft");
  g_assert_cmpuint (json_array_get_length (get_array (plan, "blocked_by")), ==, 1);
  g_assert_cmpuint (json_array_get_length (get_array (plan, "cancelled_orders")), ==, 0);
  assert_problem (refused, 409, "orders-unfinished");
}

/* The certificate and the subscription end with the account. */
static void
check_services_ended (Fixture *fixture, const char *order_id)
{
  g_autofree char *path = g_build_filename (fixture->directory, "onesme.db", NULL);
  g_autoptr (SmeDb) db = sme_db_open (path, NULL);
  g_autoptr (SmeRows) rows =
    sme_db_query (db, NULL,
                  "SELECT s.state AS subscription, c.state AS certificate FROM subscription s JOIN"
                  " certificate c ON c.order_id = s.order_id WHERE s.order_id = :order",
                  "order:s", order_id, NULL);

  g_assert_cmpuint (sme_rows_count (rows), ==, 1);
  g_assert_cmpstr (sme_rows_text (rows, 0, "subscription"), ==, "cancelled");
  g_assert_cmpstr (sme_rows_text (rows, 0, "certificate"), ==, "revoked");
}

static void
test_wrong_password (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) wrong =
    fixture_call (fixture, "POST", "/v1/me/deletion", token, "{\"password\":\"sai mật khẩu\"}");
  g_autoptr (Answer) me = fixture_call (fixture, "GET", "/v1/me", token, NULL);

  assert_problem (wrong, 422, "invalid");
  g_assert_cmpstr (answer_text (wrong, "errors.0.pointer"), ==, "/password");
  assert_status (me, 200);
}

/* Nothing of the person is left in the file. */
static gboolean
is_in_database (Fixture *fixture, const char *text)
{
  static const char *const names[] = { "onesme.db", "onesme.db-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, names[i], NULL);
      g_autofree char *content = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &content, &length, NULL) &&
          memmem (content, length, text, strlen (text)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_chain (Fixture *fixture, const char *scope, guint at_least)
{
  g_autofree char *path = g_build_filename (fixture->directory, "onesme.db", NULL);
  g_autoptr (SmeCall) call = sme_call_new (SME_OP_GET_ME);
  g_autoptr (SmeDb) db = sme_db_open (path, NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_nonnull (db);
  call->db = db;
  g_assert_true (sme_audit_check (call, scope, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >=, at_least);
}

static void
test_delete_without_contract (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autofree char *order = fixture_order (fixture, token, "smartca-on-ca-nhan-co-ban");
  g_autoptr (Answer) me = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  g_autoptr (Answer) plan = NULL, done = NULL, after = NULL, in = NULL;
  g_autofree char *scope = NULL, *again = NULL;

  fixture_declare (fixture, token, order);
  plan = fixture_call (fixture, "GET", "/v1/me/deletion", token, NULL);
  g_assert_cmpuint (json_array_get_length (get_array (plan, "cancelled_orders")), ==, 1);
  g_assert_true (is_in_database (fixture, "031090001234"));
  done = fixture_call (fixture, "POST", "/v1/me/deletion", token, PASSWORD);
  assert_status (done, 200);
  g_assert_nonnull (answer_text (done, "deleted_at"));
  g_assert_cmpstr (answer_text (done, "cancelled_orders.0"), ==,
                   answer_text (plan, "cancelled_orders.0"));
  g_assert_null (find_kind (done, "kept", "contracts"));
  g_assert_null (find_kind (done, "kept", "orders"));
  /* The proof of the consents, and that something happened, stay. */
  g_assert_nonnull (find_kind (done, "kept", "consents"));
  after = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  assert_problem (after, 401, "no-session");
  in = fixture_call (fixture, "POST", "/v1/sessions", NULL,
                     "{\"email\":\"" EMAIL "\",\"password\":\"một mật khẩu dài\"}");
  assert_problem (in, 401, "wrong-credentials");
  g_assert_true (fixture_was_told (fixture, EMAIL, "đã được xóa theo yêu cầu"));
  /* The address can be used for a new account, which has nothing of the old one. */
  again = fixture_sign_up (fixture, EMAIL);
  g_clear_pointer (&after, answer_free);
  after = fixture_call (fixture, "GET", "/v1/orders", again, NULL);
  g_assert_cmpint (answer_int (after, "total"), ==, 0);
  scope = g_strconcat ("account:", answer_text (me, "id"), NULL);
  fixture_stop (fixture, FALSE);
  check_chain (fixture, scope, 3);
  g_free (scope);
  scope = g_strconcat ("order:", order, NULL);
  check_chain (fixture, scope, 3);
  /* What was declared for the cancelled order. */
  g_assert_false (is_in_database (fixture, "031090001234"));
}

static void
test_delete_with_contract (void)
{
  g_autoptr (Customer) customer = customer_new_active ();
  Fixture *fixture = customer->fixture;
  const char *token = customer->access;
  g_autofree char *user_name = NULL, *credentials = NULL;
  g_autoptr (Answer) reviewed = NULL, done = NULL, lookup = NULL, dossiers = NULL, reviews = NULL;
  g_autoptr (Answer) before =
    fixture_call (fixture, "GET", "/v1/services/smartca-on/reviews", NULL, NULL);
  JsonObject *kept;

  reviewed = fixture_call (fixture, "PUT", "/v1/services/smartca-on/review", token,
                           "{\"stars\":5,\"text\":\"Tốt\"}");
  assert_status (reviewed, 200);
  user_name = fixture_find_in_inbox (fixture, "Tên đăng nhập: ");
  done = fixture_call (fixture, "POST", "/v1/me/deletion", token, PASSWORD);
  assert_status (done, 200);
  kept = find_kind (done, "kept", "contracts");
  g_assert_nonnull (kept);
  g_assert_cmpstr (json_object_get_string_member (kept, "ground"), ==, "e_transactions_law");
  kept = find_kind (done, "kept", "orders");
  g_assert_nonnull (kept);
  g_assert_nonnull (strstr (json_object_get_string_member (kept, "law"), "88/2015/QH13"));
  g_assert_true (fixture_was_told (fixture, EMAIL, "88/2015/QH13"));
  /* The contract can still be read where it was signed. */
  credentials =
    g_strdup_printf ("{\"username\":\"%s\",\"password\":\"mật khẩu của eContract\"}", user_name);
  lookup = fixture_call (fixture, "POST", "/econtract/v1/sessions", NULL, credentials);
  assert_status (lookup, 201);
  dossiers = fixture_call (fixture, "GET", "/econtract/v1/dossiers",
                           answer_text (lookup, "access_token"), NULL);
  g_assert_cmpint (answer_int (dossiers, "total"), ==, 2);
  reviews = fixture_call (fixture, "GET", "/v1/services/smartca-on/reviews", NULL, NULL);
  g_assert_cmpint (answer_int (reviews, "total"), ==, answer_int (before, "total"));
  fixture_stop (fixture, FALSE);
  check_services_ended (fixture, customer->signing->order);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/my-data/seen-with-grounds-and-laws", test_view);
  g_test_add_func ("/my-data/taken-along", test_export);
  g_test_add_func ("/my-data/unfinished-orders-come-first", test_blocked);
  g_test_add_func ("/my-data/acceptance-comes-first", test_blocked_by_acceptance);
  g_test_add_func ("/my-data/corrections-come-first", test_blocked_by_correction);
  g_test_add_func ("/my-data/password-once-more", test_wrong_password);
  g_test_add_func ("/my-data/deleted-without-contract", test_delete_without_contract);
  g_test_add_func ("/my-data/contracts-are-kept", test_delete_with_contract);
  return g_test_run ();
}
