/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an invited holder reads and signs alone: the contract, and the acceptance record after it.
 */
#include "holder-fixture.h"

#include <string.h>

#define LOCAL_TOKEN "local-token-of-the-tests"

/* The holder has signed the contract and got the certificate. */
static Signing *
holder_gets_issued (Customer *buyer)
{
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) contract = NULL;
  g_autoptr (Answer) completed = NULL;

  assert_status (invited, 201);
  contract = holder_fixture_open (buyer);
  completed = customer_sign (buyer, contract);
  assert_status (completed, 200);
  customer_get_issued (buyer);
  return g_steal_pointer (&contract);
}

static void
assert_signs_record (Customer *buyer, const char *token)
{
  g_autoptr (Signing) record = holder_fixture_find (buyer, token, "acceptance");
  g_autofree char *path = NULL;
  g_autoptr (Answer) read = NULL, completed = NULL;

  g_assert_nonnull (record->contract);
  path = g_strdup_printf ("/econtract/v1/documents/%s/content", record->contract);
  read = fixture_call (buyer->fixture, "GET", path, token, NULL);
  assert_status (read, 200);
  g_assert_cmpstr (read->content_type, ==, "application/pdf");
  completed = customer_sign (buyer, record);
  assert_status (completed, 200);
  assert_order_state (buyer, "active");
}

/* Signed in since the contract: nobody else has to open the record. */
static void
test_signs_record_at_once (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) contract = holder_gets_issued (buyer);

  assert_signs_record (buyer, contract->token);
}

static void
test_signs_record_later (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) contract = holder_gets_issued (buyer);
  g_autoptr (Answer) session = holder_fixture_sign_in (buyer, HOLDER_PASSWORD);

  assert_status (session, 201);
  assert_signs_record (buyer, answer_text (session, "access_token"));
}

/* What is read once is what everybody reads after: it is drawn one time. */
static void
test_record_is_drawn_once (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) contract = holder_gets_issued (buyer);
  g_autoptr (Signing) first = holder_fixture_find (buyer, contract->token, "acceptance");
  g_autoptr (Signing) again = holder_fixture_find (buyer, contract->token, "acceptance");
  g_autoptr (Signing) own = customer_open_session (buyer, "acceptance");

  g_assert_nonnull (first->contract);
  g_assert_cmpstr (first->documents, ==, again->documents);
  g_assert_cmpstr (first->documents, ==, own->documents);
}

static void
test_invited_for_record_again (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  g_autoptr (Signing) contract = holder_gets_issued (buyer);
  g_autoptr (Answer) again = NULL, listed = NULL;

  fixture_advance (buyer->fixture, 61);
  again = holder_fixture_invitation (buyer, "POST");
  assert_status (again, 200);
  listed = fixture_call (buyer->fixture, "GET", "/econtract/v1/dossiers", contract->token, NULL);
  g_assert_cmpstr (answer_text (listed, "items.0.kind"), ==, "acceptance");
  g_assert_nonnull (answer_text (listed, "items.0.documents.0.id"));
}

/* The links in the mails to @address that were sent after the first @skip messages. */
static char *
gather_links (Customer *buyer, const char *address, guint skip)
{
  g_autoptr (Answer) inbox =
    fixture_call (buyer->fixture, "GET", "/local/inbox", LOCAL_TOKEN, NULL);
  JsonArray *items = json_object_get_array_member (json_node_get_object (inbox->json), "items");
  GString *links = g_string_new (NULL);

  for (guint i = skip; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);

      if (g_str_equal (json_object_get_string_member (item, "to"), address) &&
          json_object_has_member (item, "link"))
        g_string_append_printf (links, "%s\n", json_object_get_string_member (item, "link"));
    }
  return g_string_free (links, FALSE);
}

/* The holder has no account: no letter leads to a page of the buyer's. */
static void
test_letters_lead_to_econtract (void)
{
  g_autoptr (Customer) buyer = holder_fixture_buyer ();
  guint before = fixture_count_messages (buyer->fixture);
  g_autoptr (Answer) invited = holder_fixture_invitation (buyer, "POST");
  g_autoptr (Signing) contract = holder_fixture_open (buyer);
  g_autoptr (Answer) completed = customer_sign (buyer, contract);
  g_autoptr (Answer) activated = customer_activate (buyer);
  g_autoptr (Answer) first = customer_phone (buyer, "ekyc", NULL);
  g_autoptr (Answer) refused =
    customer_phone (buyer, "refuse", "{\"refusal\":\"paper_unreadable\"}");
  g_autoptr (Answer) second = customer_phone (buyer, "ekyc", NULL);
  g_autoptr (Answer) issued = customer_phone (buyer, "issue", NULL);
  g_autoptr (Signing) record = NULL;
  g_autoptr (Answer) accepted = NULL;
  g_autofree char *links = NULL, *expected = NULL;

  assert_status (refused, 200);
  assert_status (issued, 200);
  record = holder_fixture_find (buyer, contract->token, "acceptance");
  accepted = customer_sign (buyer, record);
  assert_status (accepted, 200);
  /* Invited, refused; issued, accepted. */
  expected =
    g_strdup_printf ("onesme://econtract/%s\nonesme://econtract/%s\n"
                     "onesme://econtract/%s\nonesme://econtract/%s\n",
                     contract->dossier, contract->dossier, record->dossier, record->dossier);
  links = gather_links (buyer, HOLDER_EMAIL, before);
  g_assert_cmpstr (links, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a50/holder/signs-the-record-at-once", test_signs_record_at_once);
  g_test_add_func ("/a50/holder/signs-the-record-later", test_signs_record_later);
  g_test_add_func ("/a50/holder/record-is-drawn-once", test_record_is_drawn_once);
  g_test_add_func ("/a50/holder/invited-again", test_invited_for_record_again);
  g_test_add_func ("/a50/holder/letters-lead-to-econtract", test_letters_lead_to_econtract);
  return g_test_run ();
}
