/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An invited holder who reports something reaches the support, as the buyer does. */
#include "holder-fixture.h"

#include <string.h>

static Signing *
invite_and_open (Customer *buyer)
{
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");

  assert_status (invited, 201);
  return holder_fixture_open (buyer);
}

static Answer *
report (Customer *buyer, Signing *holder, const char *kind, const char *text)
{
  g_autofree char *body = g_strdup_printf ("{\"kind\":\"%s\",\"text\":\"%s\"}", kind, text);

  return fixture_dossier_call (buyer->fixture, holder, "POST", "/cases", body);
}

static Answer *
list_of_buyer (Customer *buyer)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cases", buyer->signing->order);

  return fixture_call (buyer->fixture, "GET", path, buyer->access, NULL);
}

static void
test_wrong_data (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) holder = invite_and_open (buyer);
  g_autoptr (Answer) opened = report (buyer, holder, "wrong_data", "Sai ngày sinh");
  g_autoptr (Answer) again = report (buyer, holder, "wrong_data", "Sai cả địa chỉ");
  g_autoptr (Answer) listed = fixture_dossier_call (buyer->fixture, holder, "GET", "/cases", NULL);
  g_autoptr (Answer) seen = list_of_buyer (buyer);
  g_autoptr (Answer) otp =
    fixture_dossier_call (buyer->fixture, holder, "POST", "/otp", holder->documents);
  const char *number = answer_text (opened, "number");

  assert_status (opened, 201);
  assert_status (again, 200);
  g_assert_cmpstr (answer_text (opened, "kind"), ==, "wrong_data");
  g_assert_cmpstr (answer_text (again, "number"), ==, number);
  g_assert_cmpstr (answer_text (listed, "items.0.number"), ==, number);
  assert_order_state (buyer, "on_hold");
  assert_problem (otp, 409, "wrong-state");
  /* The buyer sees what was reported, by whomever. */
  g_assert_cmpstr (answer_text (seen, "items.0.number"), ==, number);
  g_assert_nonnull (strstr (answer_text (seen, "items.0.text"), "Sai ngày sinh"));
  g_assert_true (fixture_was_told (buyer->fixture, HOLDER_EMAIL, number));
  g_assert_true (fixture_was_told (buyer->fixture, BUYER_EMAIL, number));
}

/* The invitation goes with the declaration that was wrong: the next one goes to whom the right one
 * names. */
static void
test_corrected (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) holder = invite_and_open (buyer);
  g_autoptr (Answer) opened = report (buyer, holder, "wrong_data", "Sai ngày sinh");
  g_autoptr (Answer) resolved = customer_resolve (buyer, answer_text (opened, "id"), "granted");
  g_autoptr (Answer) invitation = holder_fixture_invitation (buyer, "GET");
  g_autoptr (Answer) over = fixture_dossier_call (buyer->fixture, holder, "GET", "", NULL);

  assert_status (resolved, 200);
  assert_order_state (buyer, "draft");
  g_assert_cmpstr (answer_text (invitation, "state"), ==, "withdrawn");
  assert_problem (over, 401, "no-session");
  g_assert_true (fixture_was_told (buyer->fixture, HOLDER_EMAIL, "mời Anh/Chị ký hợp đồng mới"));
}

/* What the buyer tells the support is not the holder's to read. */
static void
test_holder_reads_no_words_of_the_buyer (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) holder = invite_and_open (buyer);
  g_autoptr (Answer) own =
    customer_post (buyer, "/cases", "{\"kind\":\"other\",\"text\":\"Chỉ giữa chúng ta\"}");
  g_autoptr (Answer) same =
    customer_post (buyer, "/cases", "{\"kind\":\"wrong_data\",\"text\":\"Tôi khai nhầm\"}");
  g_autoptr (Answer) listed = fixture_dossier_call (buyer->fixture, holder, "GET", "/cases", NULL);
  g_autoptr (Answer) joined = report (buyer, holder, "wrong_data", "Sai ngày sinh");

  assert_status (own, 201);
  assert_status (same, 201);
  assert_status (joined, 200);
  g_assert_cmpint (answer_int (listed, "total"), ==, 1);
  g_assert_cmpstr (answer_text (listed, "items.0.number"), ==, answer_text (same, "number"));
  g_assert_null (answer_text (listed, "items.0.text"));
  g_assert_null (answer_text (joined, "text"));
}

static void
test_locked (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) holder = invite_and_open (buyer);
  g_autoptr (Answer) opened = NULL, resolved = NULL, session = NULL, completed = NULL;
  g_autoptr (Signing) again = NULL;
  g_autofree char *id = NULL;

  customer_lock (buyer, holder);
  opened = report (buyer, holder, "locked", "Tôi bị khóa");
  g_assert_true (opened->status == 201 || opened->status == 200);
  id = g_strdup (answer_text (opened, "id"));
  resolved = customer_resolve (buyer, id, "granted");
  assert_status (resolved, 200);
  g_assert_true (fixture_was_told (buyer->fixture, HOLDER_EMAIL, "Đã mở khóa"));
  session = holder_fixture_sign_in (buyer, HOLDER_PASSWORD);
  again = holder_fixture_find (buyer, answer_text (session, "access_token"), "contract");
  completed = customer_sign (buyer, again);
  assert_status (completed, 200);
}

/* Nobody reports of another's order. */
static void
test_nobody_else (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) other = fixture_open_signing (buyer->fixture, buyer->access);
  g_autoptr (Signing) holder = invite_and_open (buyer);
  g_autofree char *dossier = g_steal_pointer (&holder->dossier);
  g_autoptr (Answer) foreign = NULL, nobody = NULL;

  holder->dossier = g_strdup (other->dossier);
  foreign = report (buyer, holder, "wrong_data", "Không phải của tôi");
  assert_problem (foreign, 404, "not-found");
  g_free (holder->token);
  holder->token = g_strdup ("nothing");
  nobody = report (buyer, holder, "wrong_data", "Không là ai");
  assert_problem (nobody, 401, "no-session");
  assert_order_state (buyer, "signing");
}

/* What the contract has to say, and nothing else of the order. */
static void
test_declaration (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) holder = invite_and_open (buyer);
  g_autoptr (Answer) declared =
    fixture_dossier_call (buyer->fixture, holder, "GET", "/declaration", NULL);
  g_autoptr (Answer) order = customer_get_order (buyer);
  g_autoptr (GList) members = NULL;

  assert_status (declared, 200);
  g_assert_nonnull (answer_text (declared, "profile.full_name"));
  g_assert_cmpstr (answer_text (declared, "profile.id_number"), ==,
                   answer_text (order, "profile.id_number"));
  g_assert_cmpstr (answer_text (declared, "plan_name"), ==, answer_text (order, "plan.name"));
  g_assert_cmpint (answer_int (declared, "total"), ==, answer_int (order, "quote.total"));
  members = json_object_get_members (json_node_get_object (declared->json));
  g_assert_cmpuint (g_list_length (members), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a49/holder/reports-wrong-data", test_wrong_data);
  g_test_add_func ("/a49/holder/corrected", test_corrected);
  g_test_add_func ("/a49/holder/reads-no-words-of-the-buyer",
                   test_holder_reads_no_words_of_the_buyer);
  g_test_add_func ("/a44/holder/reports-the-lock", test_locked);
  g_test_add_func ("/a49/holder/nobody-else", test_nobody_else);
  g_test_add_func ("/a40/holder/sees-what-was-declared", test_declaration);
  return g_test_run ();
}
