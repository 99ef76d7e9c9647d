/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buyer invites the holder, who signs with an own sign-in and an OTP that nobody passes on. */
#include "holder-fixture.h"

#include <string.h>

static gboolean
dossier_can_be_signed (Customer *buyer, Signing *signing)
{
  g_autoptr (Answer) dossier = fixture_dossier_call (buyer->fixture, signing, "GET", "", NULL);

  return json_object_get_boolean_member (json_node_get_object (dossier->json), "can_sign");
}

static void
test_holder_signs (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) none = holder_fixture_invitation (buyer, "GET");
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Answer) waits = holder_fixture_invitation (buyer, "GET");
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autoptr (Answer) reads = holder_fixture_invitation (buyer, "GET");
  g_autoptr (Answer) completed = NULL, done = NULL, evidence = NULL;
  g_autofree char *facts = NULL;

  assert_problem (none, 404, "not-found");
  assert_status (invited, 201);
  g_assert_cmpstr (answer_text (invited, "email"), ==, HOLDER_EMAIL);
  g_assert_cmpstr (answer_text (waits, "state"), ==, "invited");
  g_assert_cmpstr (answer_text (reads, "state"), ==, "signed_in");
  g_assert_true (dossier_can_be_signed (buyer, holder));
  completed = customer_sign (buyer, holder);
  assert_status (completed, 200);
  done = holder_fixture_invitation (buyer, "GET");
  g_assert_cmpstr (answer_text (done, "state"), ==, "signed");
  g_assert_nonnull (answer_text (done, "signed_at"));
  evidence = fixture_dossier_call (buyer->fixture, holder, "GET", "/evidence", NULL);
  facts = json_to_string (evidence->json, FALSE);
  g_assert_nonnull (strstr (facts, "\"invited-by\""));
  g_assert_nonnull (strstr (facts, "\"signer-signed-in\""));
  /* What the buyer agreed to is not what the holder did. */
  g_assert_cmpstr (evidence_find_fact (evidence, "terms", "by"), ==, "Nguyễn Văn An");
  g_assert_cmpstr (evidence_find_fact (evidence, "consent", "by"), ==, "Nguyễn Văn An");
  g_assert_nonnull (strstr (facts, "\"signer.invite\""));
}

/* Letter and OTP go to the holder; the answers to the buyer hold neither name nor password. */
/* What is held of the invited in one of @list of what is @asked; NULL: nothing. */
static JsonObject *
find_signers (Answer *asked, const char *list)
{
  JsonArray *items = json_object_get_array_member (json_node_get_object (asked->json), list);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);

      if (g_str_equal (json_object_get_string_member (item, "kind"), "signers"))
        return item;
    }
  return NULL;
}

static Answer *
ask (Customer *buyer, const char *path, const char *token)
{
  Answer *answer = fixture_call (buyer->fixture, "GET", path, token, NULL);

  assert_status (answer, 200);
  return answer;
}

/* Until the contract is signed nothing makes anybody keep who was invited. */
static void
test_held_until_signed (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autofree char *stranger = fixture_sign_up (buyer->fixture, "binh@vidu.vn");
  g_autoptr (Answer) before = ask (buyer, "/v1/me/data", buyer->access);
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Answer) held = ask (buyer, "/v1/me/data", buyer->access);
  g_autoptr (Answer) foreign = ask (buyer, "/v1/me/data", stranger);
  g_autoptr (Answer) plan = ask (buyer, "/v1/me/deletion", buyer->access);

  assert_status (invited, 201);
  g_assert_null (find_signers (before, "holdings"));
  g_assert_cmpint (json_object_get_int_member (find_signers (held, "holdings"), "count"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (find_signers (held, "holdings"), "ground"), ==,
                   "contract");
  g_assert_false (json_object_get_boolean_member (find_signers (held, "holdings"), "stays"));
  g_assert_null (find_signers (foreign, "holdings"));
  g_assert_null (find_signers (plan, "kept"));
}

static void
test_held_with_the_contract (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autoptr (Answer) completed = customer_sign (buyer, holder);
  g_autoptr (Answer) held = ask (buyer, "/v1/me/data", buyer->access);
  g_autoptr (Answer) plan = ask (buyer, "/v1/me/deletion", buyer->access);
  JsonObject *signers = find_signers (held, "holdings");

  assert_status (invited, 201);
  assert_status (completed, 200);
  g_assert_nonnull (signers);
  g_assert_true (json_object_get_boolean_member (signers, "stays"));
  g_assert_nonnull (strstr (json_object_get_string_member (signers, "law"), "20/2023/QH15"));
  g_assert_true (
    g_str_has_suffix (json_object_get_string_member (signers, "keep_until"), "-12-31"));
  g_assert_cmpint (json_object_get_int_member (find_signers (plan, "kept"), "count"), ==, 1);
}

/* As the buyer gave them; what they sign in with is theirs. */
static void
test_taken_along (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autofree char *mailed = fixture_find_in_inbox (buyer->fixture, "Mật khẩu lần đầu: ");
  g_autoptr (Answer) taken = ask (buyer, "/v1/me/export", buyer->access);
  const char *data = g_bytes_get_data (taken->body, NULL);

  assert_status (invited, 201);
  g_assert_cmpstr (answer_text (taken, "signers.0.email"), ==, HOLDER_EMAIL);
  g_assert_cmpstr (answer_text (taken, "signers.0.state"), ==, "invited");
  g_assert_nonnull (answer_text (taken, "signers.0.name"));
  g_assert_null (answer_text (taken, "signers.1.email"));
  g_assert_nonnull (mailed);
  g_assert_null (memmem (data, g_bytes_get_size (taken->body), mailed, strlen (mailed)));
  g_assert_null (memmem (data, g_bytes_get_size (taken->body), "mac:", 4));
}

static void
test_buyer_learns_no_secret (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  guint before = fixture_count_messages_to (buyer->fixture, BUYER_EMAIL);
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autofree char *name = fixture_find_in_inbox (buyer->fixture, "Tên đăng nhập: ");
  g_autofree char *mailed = fixture_find_in_inbox (buyer->fixture, "Mật khẩu lần đầu: ");
  g_autofree char *told = json_to_string (invited->json, FALSE);
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autoptr (Answer) sent =
    fixture_dossier_call (buyer->fixture, holder, "POST", "/otp", holder->documents);

  assert_status (sent, 200);
  g_assert_null (strstr (told, name));
  g_assert_null (strstr (told, mailed));
  g_assert_cmpuint (fixture_count_messages_to (buyer->fixture, BUYER_EMAIL), ==, before);
  g_assert_true (fixture_was_told (buyer->fixture, HOLDER_EMAIL, name));
  g_assert_true (fixture_was_told (buyer->fixture, "+84912345678", "Ma OTP ky hop dong"));
}

/* Where somebody is invited the buyer reads and does not sign, and voids nothing by reading. */
static void
test_buyer_cannot_sign_meanwhile (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autoptr (Answer) completed = NULL, refused = NULL;
  g_autoptr (Signing) own = NULL;

  customer_sign_until (buyer, holder, "otp_verified");
  own = customer_open_session (buyer, "contract");
  refused = fixture_dossier_call (buyer->fixture, own, "POST", "/otp", own->documents);
  assert_problem (refused, 409, "signer-invited");
  {
    g_autoptr (Answer) saved =
      fixture_dossier_call (buyer->fixture, holder, "PUT", "/signature", fixture_signature);

    assert_status (saved, 200);
  }
  completed = fixture_dossier_call (buyer->fixture, holder, "POST", "/completion", NULL);
  assert_status (completed, 200);
}

static void
test_withdrawn (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autoptr (Answer) withdrawn = NULL, over = NULL, again = NULL, twice = NULL;
  g_autoptr (Signing) own = NULL;

  customer_sign_until (buyer, holder, "otp_sent");
  withdrawn = holder_fixture_invitation (buyer, "DELETE");
  assert_status (withdrawn, 200);
  g_assert_cmpstr (answer_text (withdrawn, "state"), ==, "withdrawn");
  over = fixture_dossier_call (buyer->fixture, holder, "GET", "", NULL);
  assert_problem (over, 401, "no-session");
  again = holder_fixture_sign_in (buyer, HOLDER_PASSWORD);
  assert_problem (again, 401, "wrong-credentials");
  twice = holder_fixture_invitation (buyer, "DELETE");
  assert_problem (twice, 404, "not-found");
  own = customer_open_session (buyer, "contract");
  {
    g_autoptr (Answer) completed = customer_sign (buyer, own);

    assert_status (completed, 200);
  }
}

static void
test_mailed_again (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Answer) soon = holder_fixture_invitation (buyer, "POST");
  g_autofree char *first = fixture_find_in_inbox (buyer->fixture, "Mật khẩu lần đầu: ");
  g_autofree char *second = NULL;
  g_autoptr (Answer) later = NULL, old = NULL, fresh = NULL;

  assert_problem (soon, 429, "too-many-requests");
  g_assert_cmpstr (soon->retry_after, ==, "60");
  fixture_advance (buyer->fixture, 61);
  later = holder_fixture_invitation (buyer, "POST");
  assert_status (later, 200);
  second = fixture_find_in_inbox (buyer->fixture, "Mật khẩu lần đầu: ");
  g_assert_cmpstr (first, !=, second);
  old = holder_fixture_sign_in (buyer, first);
  assert_problem (old, 401, "wrong-credentials");
  fresh = holder_fixture_sign_in (buyer, second);
  assert_status (fresh, 201);
}

/* One order, and nothing else of the account; nobody else's order can be given away. */
static void
test_signer_sees_one_order (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) other = fixture_open_signing (buyer->fixture, buyer->access);
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autofree char *stranger = fixture_sign_up (buyer->fixture, "la@vidu.vn");
  g_autofree char *path =
    g_strdup_printf ("/v1/orders/%s/signer-invitation", buyer->signing->order);
  g_autofree char *content =
    g_strdup_printf ("/econtract/v1/documents/%s/content", other->contract);
  g_autoptr (Answer) foreign = fixture_call (buyer->fixture, "POST", path, stranger, NULL);
  g_autoptr (Answer) document = fixture_call (buyer->fixture, "GET", content, holder->token, NULL);
  g_autoptr (Answer) me = fixture_call (buyer->fixture, "GET", "/v1/me", holder->token, NULL);
  g_autofree char *own_token = g_strdup (holder->token);
  g_autoptr (Answer) dossier = NULL;

  assert_status (invited, 201);
  assert_problem (foreign, 404, "not-found");
  assert_problem (document, 404, "not-found");
  assert_problem (me, 401, "no-session");
  g_free (other->token);
  other->token = g_steal_pointer (&own_token);
  dossier = fixture_dossier_call (buyer->fixture, other, "GET", "", NULL);
  assert_problem (dossier, 404, "not-found");
}

/* The holder forgot the password: the code goes to the holder. */
static void
test_signer_resets (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autofree char *name = fixture_find_in_inbox (buyer->fixture, "Tên đăng nhập: ");
  g_autofree char *body = g_strdup_printf ("{\"username\":\"%s\"}", name);
  g_autoptr (Answer) asked =
    fixture_call (buyer->fixture, "POST", "/econtract/v1/password-resets", NULL, body);
  g_autofree char *code = fixture_code_to (buyer->fixture, HOLDER_EMAIL);
  g_autofree char *reset =
    g_strdup_printf ("{\"request_id\":\"%s\",\"code\":\"%s\",\"password\":\"hoàn toàn mới\"}",
                     answer_text (asked, "request_id"), code);
  g_autoptr (Answer) done =
    fixture_call (buyer->fixture, "PUT", "/econtract/v1/password-resets", NULL, reset);
  g_autoptr (Answer) over = fixture_dossier_call (buyer->fixture, holder, "GET", "", NULL);
  g_autoptr (Answer) fresh = holder_fixture_sign_in (buyer, "hoàn toàn mới");

  assert_status (done, 204);
  assert_problem (over, 401, "no-session");
  assert_status (fresh, 201);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (fresh->json), "can_sign"));
}

/* Another sign-in of the holder begins again, as a session anywhere does. */
static void
test_second_session (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) holder = holder_fixture_open (buyer);
  g_autoptr (Answer) again = NULL, over = NULL, dossier = NULL;

  customer_sign_until (buyer, holder, "otp_verified");
  again = holder_fixture_sign_in (buyer, HOLDER_PASSWORD);
  assert_status (again, 201);
  over = fixture_dossier_call (buyer->fixture, holder, "GET", "", NULL);
  assert_problem (over, 401, "no-session");
  g_free (holder->token);
  holder->token = g_strdup (answer_text (again, "access_token"));
  dossier = fixture_dossier_call (buyer->fixture, holder, "GET", "", NULL);
  g_assert_cmpstr (answer_text (dossier, "state"), ==, "ready");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/my-data/signers/held-until-the-contract-is-signed", test_held_until_signed);
  g_test_add_func ("/my-data/signers/held-with-the-contract", test_held_with_the_contract);
  g_test_add_func ("/my-data/signers/taken-along-without-a-secret", test_taken_along);
  g_test_add_func ("/a47/signer/holder-signs-with-an-own-sign-in", test_holder_signs);
  g_test_add_func ("/a47/signer/buyer-learns-no-secret", test_buyer_learns_no_secret);
  g_test_add_func ("/a47/signer/buyer-cannot-sign-meanwhile", test_buyer_cannot_sign_meanwhile);
  g_test_add_func ("/a47/signer/withdrawn", test_withdrawn);
  g_test_add_func ("/a47/signer/mailed-again", test_mailed_again);
  g_test_add_func ("/a47/signer/sees-one-order", test_signer_sees_one_order);
  g_test_add_func ("/a60/signer-resets-the-password", test_signer_resets);
  g_test_add_func ("/a48/signer-second-session", test_second_session);
  return g_test_run ();
}
