/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting an account leaves of the person only what it says that it leaves: the whole database is
 * looked through, whatever tables there are. */
#include "certificate-fixture.h"
#include "database-scan.h"

#include <string.h>

#define EMAIL "an@vidu.vn"
#define PASSWORD "{\"password\":\"một mật khẩu dài\"}"
#define FREE_TEXT "Tôi là Nguyễn Văn An, số 0912345678"
#define WEEK (7 * 24 * 3600)

/* Of the fixtures' customer, in every way that they may be written. */
static const char *const person[] = {
  "Nguyễn Văn An",  EMAIL,           "912345678", "912 345 678", "031090001234",
  "Khu Đoàn Kết 3", "Nguyen Van An", NULL,
};

/* What is kept, as the answer names it, of each table. */
static const struct
{
  const char *table;
  const char *kind;
} kept[] = {
  { "orders", "orders" },     { "invoice", "invoices" },  { "document", "contracts" },
  { "dossier", "contracts" }, { "evidence", "evidence" }, { "message", "farewell" },
};

static gboolean
is_named (Answer *done, const char *kind)
{
  JsonArray *items = json_object_get_array_member (json_node_get_object (done->json), "kept");

  for (guint i = 0; i < json_array_get_length (items); i++)
    if (g_str_equal (
          json_object_get_string_member (json_array_get_object_element (items, i), "kind"), kind))
      return TRUE;
  return FALSE;
}

static const char *
find_kind (const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_str_has_prefix (place, kept[i].table) && place[strlen (kept[i].table)] == '.')
      return kept[i].kind;
  return NULL;
}

static GHashTable *
scan (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->directory, "onesme.db", NULL);

  return database_scan (path, person);
}

/* Stops the backend. */
static void
assert_only_named (Fixture *fixture, Answer *done)
{
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer place, text;
  guint n_wrong = 0;

  fixture_stop (fixture, FALSE);
  found = scan (fixture);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &place, &text))
    {
      const char *kind = find_kind (place);

      if (kind != NULL && is_named (done, kind))
        continue;
      g_test_message ("“%s” is left in %s", (char *) text, (char *) place);
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static Answer *
delete_account (Fixture *fixture, const char *token)
{
  Answer *done = fixture_call (fixture, "POST", "/v1/me/deletion", token, PASSWORD);

  assert_status (done, 200);
  return done;
}

static void
send (Fixture *fixture, const char *method, const char *path, const char *token, const char *body)
{
  g_autoptr (Answer) answer = fixture_call (fixture, method, path, token, body);

  if (answer->status >= 300)
    g_test_message ("%s %s: %s", method, path, answer_code (answer));
  g_assert_cmpuint (answer->status, <, 300);
}

/* Leaves traces wherever people can: cases, reviews, messages about the contract, drafts. */
static void
write_everywhere (Customer *customer)
{
  Fixture *fixture = customer->fixture;
  const char *token = customer->access;
  g_autofree char *messages =
    g_strdup_printf ("/econtract/v1/dossiers/%s/messages", customer->signing->dossier);
  g_autofree char *other = fixture_order (fixture, token, "smartca-on-ps");
  g_autofree char *draft_path = g_strdup_printf ("/v1/orders/%s/draft", other);
  g_autoptr (Answer) asked =
    customer_post (customer, "/cases", "{\"kind\":\"other\",\"text\":\"" FREE_TEXT "\"}");
  g_autoptr (Answer) resolved = customer_resolve (customer, answer_text (asked, "id"), "granted");
  g_autoptr (Answer) draft = fixture_call (fixture, "GET", draft_path, token, NULL);
  Request request = { "PUT", draft_path, "{\"full_name\":\"Nguyễn Văn An\"}", token,
                      .if_match = draft->etag };
  g_autoptr (Answer) typed = fixture_send (fixture, &request);

  assert_status (asked, 201);
  assert_status (resolved, 200);
  assert_status (typed, 200);
  send (fixture, "POST", messages, customer->signing->token, "{\"text\":\"" FREE_TEXT "\"}");
  send (fixture, "PUT", "/v1/services/smartca-on/review", token,
        "{\"stars\":5,\"text\":\"" FREE_TEXT "\"}");
  send (fixture, "POST", "/v1/password-resets", NULL, "{\"email\":\"" EMAIL "\"}");
}

static Customer *
customer_new_who_paid (void)
{
  Fixture *fixture = fixture_new ();
  char *token = fixture_sign_up (fixture, EMAIL);
  char *order = fixture_order (fixture, token, "smartca-on-ca-nhan-co-ban");

  fixture_declare (fixture, token, order);
  return customer_new_paying (fixture, token, order);
}

static void
draw_invoice (Customer *customer)
{
  g_autoptr (Answer) list =
    fixture_call (customer->fixture, "GET", "/v1/invoices", customer->access, NULL);
  g_autofree char *path =
    g_strdup_printf ("/v1/invoices/%s/content", answer_text (list, "items.0.id"));

  send (customer->fixture, "GET", path, customer->access, NULL);
}

/* Everything is there before, so that finding nothing afterwards says something. */
static void
test_signed (void)
{
  g_autoptr (Customer) customer = customer_new_who_paid ();
  g_autoptr (Answer) completed = NULL, accepted = NULL, done = NULL, reset = NULL;
  g_autoptr (Signing) acceptance = NULL;

  write_everywhere (customer);
  completed = customer_sign (customer, customer->signing);
  assert_status (completed, 200);
  customer_get_issued (customer);
  acceptance = customer_open_session (customer, "acceptance");
  accepted = customer_sign (customer, acceptance);
  assert_status (accepted, 200);
  draw_invoice (customer);
  reset = customer_post (customer, "/refund-requests",
                         "{\"ground\":\"wrong_information\",\"text\":\"" FREE_TEXT "\"}");
  assert_status (reset, 201);
  done = delete_account (customer->fixture, customer->access);
  g_assert_true (is_named (done, "econtract"));
  g_assert_true (is_named (done, "certificates"));
  g_assert_true (is_named (done, "refund_requests"));
  assert_only_named (customer->fixture, done);
}

static void
pass (Customer *customer, gint64 seconds)
{
  fixture_advance (customer->fixture, seconds);
  g_free (customer->access);
  customer->access = fixture_sign_in (customer->fixture, EMAIL);
}

/* Paid, never signed, and the money is back: the contract that nobody signed is no contract. */
static void
test_given_back (void)
{
  g_autoptr (Customer) customer = customer_new_who_paid ();
  g_autoptr (Answer) asked = NULL, done = NULL;

  write_everywhere (customer);
  customer_sign_until (customer, customer->signing, "signature_saved");
  draw_invoice (customer);
  asked = customer_post (customer, "/refund-requests",
                         "{\"ground\":\"changed_mind\",\"text\":\"" FREE_TEXT "\"}");
  assert_status (asked, 201);
  pass (customer, 11);
  pass (customer, 60);
  /* What falls due while the clock is put forward is done before it answers. */
  assert_order_state (customer, "refunded");
  done = delete_account (customer->fixture, customer->access);
  g_assert_false (is_named (done, "contracts"));
  g_assert_false (is_named (done, "signatures"));
  g_assert_false (is_named (done, "econtract"));
  g_assert_true (is_named (done, "invoices"));
  assert_only_named (customer->fixture, done);
}

/* The last letter has a week to arrive in. */
static void
test_farewell (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) done = delete_account (fixture, token);
  g_autoptr (GHashTable) found = NULL;

  g_assert_true (is_named (done, "farewell"));
  g_assert_cmpuint (fixture_count_messages_to (fixture, EMAIL), ==, 1);
  fixture_advance (fixture, WEEK - 60);
  g_assert_cmpuint (fixture_count_messages_to (fixture, EMAIL), ==, 1);
  fixture_advance (fixture, 120);
  g_assert_cmpuint (fixture_count_messages_to (fixture, EMAIL), ==, 0);
  fixture_stop (fixture, FALSE);
  found = scan (fixture);
  g_assert_cmpuint (g_hash_table_size (found), ==, 0);
}

/* The scan finds what is there. */
static void
test_scan (void)
{
  g_autoptr (Customer) customer = customer_new_who_paid ();
  g_autoptr (GHashTable) found = NULL;

  write_everywhere (customer);
  draw_invoice (customer);
  fixture_stop (customer->fixture, FALSE);
  found = scan (customer->fixture);
  g_assert_true (g_hash_table_contains (found, "account.full_name"));
  g_assert_true (g_hash_table_contains (found, "document.content"));
  g_assert_true (g_hash_table_contains (found, "invoice.content"));
  g_assert_true (g_hash_table_contains (found, "orders.draft"));
  g_assert_true (g_hash_table_contains (found, "support_case.text"));
  g_assert_true (g_hash_table_contains (found, "dossier_message.text"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/my-data-erased/the-scan-finds-what-is-there", test_scan);
  g_test_add_func ("/my-data-erased/with-a-signed-contract", test_signed);
  g_test_add_func ("/my-data-erased/with-the-money-back", test_given_back);
  g_test_add_func ("/my-data-erased/the-last-letter-goes-too", test_farewell);

  return g_test_run ();
}
