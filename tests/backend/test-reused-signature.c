/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signature that the app had kept: that it was not made now stands in the evidence, as the app's
 * word and with its hash. */
#include "certificate-fixture.h"

#include "core/sme-evidence-fact.h"
#include "core/sme-evidence.h"
#include "core/sme-record-json.h"
#include "seal/sme-pdf-attachment.h"

#include <locale.h>
#include <poppler.h>
#include <string.h>

#define REUSED_AT "2026-11-20T02:03:04Z"

/* The signature of the fixture, with one more member. */
static char *
make_reused (const char *at)
{
  g_autofree char *begun = g_strndup (fixture_signature, strlen (fixture_signature) - 1);

  return g_strdup_printf ("%s,\"reused_at\":\"%s\"}", begun, at);
}

static Answer *
put (Customer *customer, const char *json)
{
  return fixture_dossier_call (customer->fixture, customer->signing, "PUT", "/signature", json);
}

static Answer *
complete (Customer *customer)
{
  g_autoptr (Answer) completed =
    fixture_dossier_call (customer->fixture, customer->signing, "POST", "/completion", NULL);

  assert_status (completed, 200);
  return fixture_dossier_call (customer->fixture, customer->signing, "GET", "/evidence", NULL);
}

static Answer *
sign_with (Customer *customer, const char *json)
{
  g_autoptr (Answer) saved = NULL;

  customer_sign_until (customer, customer->signing, "otp_verified");
  saved = put (customer, json);
  assert_status (saved, 200);
  return complete (customer);
}

/* All words of the file with one space between them: where a line breaks is the paper's. */
static char *
read_words (GBytes *pdf)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_string_append_printf (all, "%s ", text);
      g_object_unref (page);
    }
  g_object_unref (document);
  words = g_regex_split_simple ("\\s+", all->str, 0, 0);
  return g_strjoinv (" ", words);
}

static void
assert_file_says (Customer *customer)
{
  g_autoptr (Answer) file =
    fixture_dossier_call (customer->fixture, customer->signing, "GET", "/evidence/content", NULL);
  g_autofree char *words = NULL;
  g_autoptr (GBytes) json = NULL;

  assert_status (file, 200);
  words = read_words (file->body);
  g_assert_nonnull (strstr (words, "Chữ ký đã lưu được dùng lại (SHA-256), đã xác nhận lúc"));
  g_assert_nonnull (strstr (words, " 20/11/2026 "));
  g_assert_nonnull (strstr (words, "09:03:04")); /* in Vietnam */
  json = sme_pdf_attachment_find (file->body, SME_EVIDENCE_ATTACHMENT);
  g_assert_nonnull (json);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json),
                                  SME_EVIDENCE_REUSED));
}

static void
test_reused (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *json = make_reused (REUSED_AT);
  g_autoptr (Answer) evidence = sign_with (customer, json);

  g_assert_cmpstr (evidence_find_fact (evidence, SME_EVIDENCE_REUSED, "source"), ==, "app");
  g_assert_cmpstr (evidence_find_fact (evidence, SME_EVIDENCE_REUSED, "at"), ==, REUSED_AT);
  g_assert_cmpstr (evidence_find_fact (evidence, SME_EVIDENCE_REUSED, "value"), ==,
                   evidence_find_fact (evidence, "ink", "value"));
  assert_file_says (customer);
}

/* Made now: nothing is said; and the same strokes have the same hash. */
static void
test_made_now (void)
{
  g_autoptr (Customer) fresh = customer_new (), again = customer_new ();
  g_autofree char *json = make_reused (REUSED_AT);
  g_autoptr (Answer) made = sign_with (fresh, fixture_signature);
  g_autoptr (Answer) reused = sign_with (again, json);

  g_assert_null (evidence_find_fact (made, SME_EVIDENCE_REUSED, "value"));
  g_assert_cmpstr (evidence_find_fact (made, "ink", "value"), ==,
                   evidence_find_fact (reused, "ink", "value"));
}

/* The last one counts, as it does for what is drawn. */
static void
test_drawn_instead (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *json = make_reused (REUSED_AT), *nonsense = make_reused ("yesterday");
  g_autoptr (Answer) kept = NULL, refused = NULL, drawn = NULL, evidence = NULL;

  customer_sign_until (customer, customer->signing, "otp_verified");
  kept = put (customer, json);
  assert_status (kept, 200);
  refused = put (customer, nonsense);
  assert_status (refused, 422);
  drawn = put (customer, fixture_signature);
  assert_status (drawn, 200);
  evidence = complete (customer);
  g_assert_null (evidence_find_fact (evidence, SME_EVIDENCE_REUSED, "value"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a46/evidence/a-kept-signature-is-named", test_reused);
  g_test_add_func ("/a46/evidence/the-hash-is-of-what-was-made", test_made_now);
  g_test_add_func ("/a46/evidence/what-was-drawn-instead-counts", test_drawn_instead);
  return g_test_run ();
}
