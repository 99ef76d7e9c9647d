/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consents are given per purpose, kept as proof, and withdrawn as easily (Law 91/2025/QH15). */
#include "backend-fixture.h"

#include <string.h>

#define EMAIL "an@vidu.vn"
#define PLAN "smartca-on-ca-nhan-co-ban"
#define PERSONAL_DATA "personal-data-2026-11-23"
#define MARKETING "marketing-2026-11-23"

static Answer *
give (Fixture *fixture, const char *token, const char *purpose, const char *version)
{
  g_autofree char *path = g_strconcat ("/v1/me/consents/", purpose, NULL);
  g_autofree char *body = g_strdup_printf ("{\"version\":\"%s\"}", version);

  return fixture_call (fixture, "PUT", path, token, body);
}

static Answer *
withdraw (Fixture *fixture, const char *token, const char *purpose)
{
  g_autofree char *path = g_strconcat ("/v1/me/consents/", purpose, NULL);

  return fixture_call (fixture, "DELETE", path, token, NULL);
}

static void
test_proof (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) given = give (fixture, token, "marketing", MARKETING);
  g_autoptr (Answer) again = NULL, withdrawn = NULL, second = NULL, list = NULL, me = NULL;
  g_autoptr (Answer) terms = fixture_call (fixture, "GET", "/v1/terms/" MARKETING, NULL, NULL);

  assert_status (given, 200);
  g_assert_cmpstr (answer_text (given, "sha256"), ==, answer_text (terms, "sha256"));
  fixture_advance (fixture, 60);
  again = give (fixture, token, "marketing", MARKETING);
  g_assert_cmpstr (answer_text (again, "given_at"), ==, answer_text (given, "given_at"));
  withdrawn = withdraw (fixture, token, "marketing");
  assert_status (withdrawn, 200);
  g_assert_cmpstr (answer_text (withdrawn, "effects.0"), ==, "no_marketing");
  g_assert_nonnull (answer_text (withdrawn, "stops_on"));
  me = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (json_node_get_object (me->json), "consents")),
                    ==, 2);
  fixture_advance (fixture, 60);
  second = give (fixture, token, "marketing", MARKETING);
  g_assert_cmpstr (answer_text (second, "given_at"), >, answer_text (given, "given_at"));
  /* Both stay as proof: the one that is valid, and the one that was withdrawn. */
  list = fixture_call (fixture, "GET", "/v1/me/consents", token, NULL);
  g_assert_cmpint (answer_int (list, "total"), ==, 4);
  g_assert_cmpstr (answer_text (list, "items.0.purpose"), ==, "marketing");
  g_assert_null (answer_text (list, "items.0.withdrawn_at"));
  g_assert_cmpstr (answer_text (list, "items.1.purpose"), ==, "marketing");
  g_assert_nonnull (answer_text (list, "items.1.withdrawn_at"));
}

static void
test_wrong (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) version = give (fixture, token, "marketing", "2020-01");
  g_autoptr (Answer) purpose = give (fixture, token, "selling", "selling-2026-11-23");
  g_autoptr (Answer) of_contract = give (fixture, token, "marketing", "2026-11");
  g_autoptr (Answer) of_other = give (fixture, token, "marketing", PERSONAL_DATA);
  g_autoptr (Answer) not_given = withdraw (fixture, token, "marketing");
  g_autoptr (Answer) needed = withdraw (fixture, token, "service");

  g_assert_cmpstr (answer_text (version, "errors.0.pointer"), ==, "/version");
  g_assert_cmpstr (answer_text (of_contract, "errors.0.pointer"), ==, "/version");
  g_assert_cmpstr (answer_text (of_other, "errors.0.pointer"), ==, "/version");
  assert_problem (purpose, 404, "not-found");
  assert_problem (not_given, 409, "wrong-state");
  assert_problem (needed, 409, "wrong-state");
}

static Answer *
read_document (Fixture *fixture, const char *version)
{
  g_autofree char *path = g_strconcat ("/v1/terms/", version, NULL);

  return fixture_call (fixture, "GET", path, NULL, NULL);
}

/* What was agreed to for one purpose is not what was agreed to for another, and the proof says
 * which: its hash is that of the document that was served. */
static void
test_own_documents (void)
{
  static const char *const purposes[] = { "service", "personal-data", "marketing" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) terms = fixture_call (fixture, "GET", "/v1/terms", NULL, NULL);
  g_autoptr (Answer) given = give (fixture, token, "marketing", MARKETING);
  g_autoptr (Answer) proofs = fixture_call (fixture, "GET", "/v1/me/consents", token, NULL);
  g_autoptr (Answer) contract = read_document (fixture, "2026-11");
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  assert_status (given, 200);
  g_hash_table_add (hashes, g_strdup (answer_text (contract, "sha256")));
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autofree char *item = g_strdup_printf ("items.%u.version", i);
      const char *version = answer_text (terms, item);
      g_autoptr (Answer) document = read_document (fixture, version);
      const char *sha256 = answer_text (document, "sha256");
      gboolean proven = FALSE;

      assert_status (document, 200);
      g_assert_true (g_str_has_prefix (version, purposes[i]));
      g_assert_true (g_hash_table_add (hashes, g_strdup (sha256)));
      for (guint p = 0; p < G_N_ELEMENTS (purposes); p++)
        {
          g_autofree char *purpose = g_strdup_printf ("items.%u.purpose", p);
          g_autofree char *proof_version = g_strdup_printf ("items.%u.version", p);
          g_autofree char *proof = g_strdup_printf ("items.%u.sha256", p);

          if (!g_str_equal (answer_text (proofs, purpose), purposes[i]))
            continue;
          g_assert_cmpstr (answer_text (proofs, proof_version), ==, version);
          g_assert_cmpstr (answer_text (proofs, proof), ==, sha256);
          proven = TRUE;
        }
      g_assert_true (proven);
    }
}

static void
test_unknown_documents (void)
{
  static const char *const versions[] = { "selling-2026-11-23", "marketing-2020-01-01", "marketing",
                                          "service-2026-11" };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (Answer) answer = read_document (fixture, versions[i]);

      assert_problem (answer, 404, "not-found");
    }
}

/* What the app can tell before anything is withdrawn. */
static void
test_effects_are_told (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) terms = fixture_call (fixture, "GET", "/v1/terms", NULL, NULL);

  g_assert_cmpstr (answer_text (terms, "items.0.effects.0"), ==, "account_must_end");
  g_assert_cmpstr (answer_text (terms, "items.1.effects.1"), ==, "open_orders_cancelled");
  g_assert_cmpstr (answer_text (terms, "items.2.effects.0"), ==, "no_marketing");
}

static void
test_personal_data (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autofree char *order = fixture_order (fixture, token, PLAN);
  g_autofree char *path = g_strconcat ("/v1/orders/", order, NULL);
  g_autoptr (Signing) paid = fixture_open_signing (fixture, token);
  g_autofree char *paid_path = g_strconcat ("/v1/orders/", paid->order, NULL);
  g_autoptr (Answer) withdrawn = NULL, open = NULL, going_on = NULL, refused = NULL, given = NULL,
                     allowed = NULL;
  const char *body = "{\"plan_id\":\"" PLAN "\",\"cycle_months\":12}";

  fixture_declare (fixture, token, order);
  withdrawn = withdraw (fixture, token, "personal-data");
  assert_status (withdrawn, 200);
  open = fixture_call (fixture, "GET", path, token, NULL);
  g_assert_cmpstr (answer_text (open, "state"), ==, "cancelled");
  g_assert_cmpstr (answer_text (withdrawn, "cancelled_orders.0"), ==, answer_text (open, "number"));
  g_assert_false (json_object_has_member (json_node_get_object (open->json), "profile"));
  /* What is paid goes on, on the ground of the contract. */
  going_on = fixture_call (fixture, "GET", paid_path, token, NULL);
  g_assert_cmpstr (answer_text (going_on, "state"), ==, "signing");
  g_assert_cmpstr (answer_text (going_on, "profile.full_name"), ==, "Nguyễn Văn An");
  refused = fixture_call (fixture, "POST", "/v1/orders", token, body);
  assert_problem (refused, 403, "consent-required");
  given = give (fixture, token, "personal-data", PERSONAL_DATA);
  assert_status (given, 200);
  allowed = fixture_call (fixture, "POST", "/v1/orders", token, body);
  assert_status (allowed, 201);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consents/kept-as-proof", test_proof);
  g_test_add_func ("/consents/each-purpose-has-its-own-document", test_own_documents);
  g_test_add_func ("/consents/unknown-documents-are-not-found", test_unknown_documents);
  g_test_add_func ("/consents/wrong-ones-are-refused", test_wrong);
  g_test_add_func ("/consents/effects-are-told-before", test_effects_are_told);
  g_test_add_func ("/consents/without-personal-data-no-orders", test_personal_data);
  return g_test_run ();
}
