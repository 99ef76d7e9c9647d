/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-seal-timestamp-request.h"

#include <string.h>

typedef struct
{
  SmeSealSigner *signer; /* for timestamps */
  GDateTime *time;
  GPtrArray *trusted;
  GBytes *content;
} Authority;

static void
set_up (Authority *authority, gconstpointer unused)
{
  authority->signer =
    sme_seal_authority_issue (seal_fixture_get_authority (), "OneSME demo TSA",
                              SME_SEAL_USAGE_TIMESTAMPS, SME_SEAL_KEY_RSA_2048, NULL, NULL);
  authority->time = g_date_time_new_now_utc ();
  authority->trusted = sme_seal_signer_get_chain (seal_fixture_get_authority ());
  authority->content = g_bytes_new_static ("signature value", 15);
  g_assert_nonnull (authority->signer);
}

static void
tear_down (Authority *authority, gconstpointer unused)
{
  sme_seal_signer_unref (authority->signer);
  g_date_time_unref (authority->time);
  g_bytes_unref (authority->content);
}

static GBytes *
stamp (Authority *authority)
{
  SmeSealStamper stamper = { authority->signer, authority->time };
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  g_autoptr (GError) error = NULL;
  GBytes *token;

  sme_seal_digest (authority->content, digest);
  token = sme_seal_stamper_stamp (digest, &stamper, &error);
  g_assert_no_error (error);
  return token;
}

static void
test_token_fits (Authority *authority, gconstpointer unused)
{
  g_autoptr (GBytes) token = stamp (authority);
  g_autoptr (GBytes) head = g_bytes_new_static ("signature", 9);
  g_autoptr (GBytes) tail = g_bytes_new_static (" value", 6);
  GBytes *pieces[] = { head, tail };
  SmeSealTimestampVerdict verdict;
  g_autoptr (GDateTime) time = sme_seal_timestamp_check (
    token, &authority->content, 1, authority->trusted, authority->time, &verdict);
  g_autoptr (GDateTime) in_pieces =
    sme_seal_timestamp_check (token, pieces, 2, authority->trusted, authority->time, &verdict);

  g_assert_cmpint (verdict, ==, SME_SEAL_TIMESTAMP_TRUSTED);
  g_assert_cmpint (g_date_time_to_unix (time), ==, g_date_time_to_unix (authority->time));
  g_assert_true (g_date_time_equal (time, in_pieces));
}

static void
test_token_of_something_else (Authority *authority, gconstpointer unused)
{
  g_autoptr (GBytes) token = stamp (authority);
  g_autoptr (GBytes) other = g_bytes_new_static ("Signature value", 15);
  SmeSealTimestampVerdict verdict;

  g_assert_null (
    sme_seal_timestamp_check (token, &other, 1, authority->trusted, authority->time, &verdict));
  g_assert_cmpint (verdict, ==, SME_SEAL_TIMESTAMP_BROKEN);
}

static void
test_token_of_stranger (Authority *authority, gconstpointer unused)
{
  g_autoptr (GBytes) token = stamp (authority);
  SmeSealTimestampVerdict verdict;
  g_autoptr (GDateTime) time =
    sme_seal_timestamp_check (token, &authority->content, 1, NULL, authority->time, &verdict);

  g_assert_nonnull (time);
  g_assert_cmpint (verdict, ==, SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER);
}

static void
test_token_after_expiry (Authority *authority, gconstpointer unused)
{
  g_autoptr (GBytes) token = stamp (authority);
  g_autoptr (GDateTime) later = g_date_time_add_years (authority->time, 4);
  SmeSealTimestampVerdict verdict;
  g_autoptr (GDateTime) time =
    sme_seal_timestamp_check (token, &authority->content, 1, authority->trusted, later, &verdict);

  g_assert_nonnull (time);
  g_assert_cmpint (verdict, ==, SME_SEAL_TIMESTAMP_EXPIRED);
}

static void
test_token_damaged (Authority *authority, gconstpointer unused)
{
  g_autoptr (GBytes) token = stamp (authority);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (token, &size);

  for (gsize at = 0; at < size; at += 17)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GDateTime) time = NULL;
      SmeSealTimestampVerdict verdict;

      copy[at] ^= 0x20;
      damaged = g_bytes_new_take (copy, size);
      time = sme_seal_timestamp_check (damaged, &authority->content, 1, authority->trusted,
                                       authority->time, &verdict);
      /* A change that leaves the token valid may only be in a certificate nobody needs. */
      if (verdict == SME_SEAL_TIMESTAMP_TRUSTED)
        g_assert_cmpint (g_date_time_to_unix (time), ==, g_date_time_to_unix (authority->time));
    }
}

/* Only a certificate for timestamps and nothing else may stamp (RFC 3161, 2.3). */
static void
test_document_signer_cannot_stamp (Authority *authority, gconstpointer unused)
{
  SmeSealStamper stamper = { seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256), NULL };
  guint8 digest[SME_SEAL_DIGEST_SIZE] = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_stamper_stamp (digest, &stamper, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_TIMESTAMP);
}

static GBytes *
ask (const char *text)
{
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GBytes *request;

  sme_seal_digest (content, digest);
  request = sme_seal_timestamp_request_new (digest, &error);
  g_assert_no_error (error);
  return request;
}

static void
assert_refused (GBytes *request, GBytes *answer)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_timestamp_request_read (request, answer, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_TIMESTAMP);
}

/* An answer to another request is refused, even to one for the same digest: it may be old. */
static void
test_answer_must_be_to_the_request (Authority *authority, gconstpointer unused)
{
  SmeSealStamper stamper = { authority->signer, authority->time };
  g_autoptr (GBytes) request = ask ("signature value");
  g_autoptr (GBytes) same_again = ask ("signature value");
  g_autoptr (GBytes) other = ask ("another value");
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = sme_seal_stamper_answer (&stamper, request, &error);
  g_autoptr (GBytes) refusal = NULL, token = NULL;

  g_assert_no_error (error);
  token = sme_seal_timestamp_request_read (request, answer, &error);
  g_assert_no_error (error);
  g_assert_nonnull (token);
  assert_refused (same_again, answer);
  assert_refused (other, answer);
  assert_refused (request, nothing);
  refusal = sme_seal_stamper_answer (&stamper, nothing, &error);
  g_assert_no_error (error);
  assert_refused (request, refusal);
}

/* No byte of an answer can be changed so that it is taken for another time's. */
static void
test_damaged_answer (Authority *authority, gconstpointer unused)
{
  SmeSealStamper stamper = { authority->signer, authority->time };
  g_autoptr (GBytes) request = ask ("signature value");
  g_autoptr (GBytes) answer = sme_seal_stamper_answer (&stamper, request, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (answer, &size);

  for (gsize at = 0; at < size; at += 7)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GBytes) token = NULL;
      g_autoptr (GDateTime) time = NULL;
      SmeSealTimestampVerdict verdict = SME_SEAL_TIMESTAMP_BROKEN;

      copy[at] ^= 0x41;
      damaged = g_bytes_new_take (copy, size);
      token = sme_seal_timestamp_request_read (request, damaged, NULL);
      if (token != NULL)
        time = sme_seal_timestamp_check (token, &authority->content, 1, authority->trusted,
                                         authority->time, &verdict);
      if (verdict == SME_SEAL_TIMESTAMP_TRUSTED)
        g_assert_cmpint (g_date_time_to_unix (time), ==, g_date_time_to_unix (authority->time));
    }
}

static GBytes *
sign_with (SmeSealTimestampFunc func, gpointer data)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  SmeSealRequest request = { .field_name = SEAL_FIXTURE_FIELD,
                             .timestamp = func,
                             .timestamp_data = data };
  g_autoptr (GError) error = NULL;
  GBytes *sealed;

  sealed =
    sme_seal_sign (prepared, seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256), &request, &error);
  g_assert_no_error (error);
  return sealed;
}

/* With a timestamp a signature outlives its certificate; the claimed time alone does not do that.
 */
static void
test_signature_outlives_certificate (Authority *authority, gconstpointer unused)
{
  SmeSealStamper stamper = { authority->signer, authority->time };
  g_autoptr (GBytes) sealed = sign_with (sme_seal_stamper_stamp, &stamper);
  g_autoptr (GDateTime) later = g_date_time_add_years (authority->time, 4);
  g_autoptr (SmeSealReport) now_report = seal_fixture_check (sealed);
  g_autoptr (SmeSealReport) later_report = sme_seal_check (sealed, authority->trusted, later, NULL);
  SmeSealSignature *signature = seal_fixture_get_only (now_report);

  seal_fixture_assert (now_report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  g_assert_cmpint (sme_seal_signature_get_timestamp_verdict (signature), ==,
                   SME_SEAL_TIMESTAMP_TRUSTED);
  g_assert_cmpint (g_date_time_to_unix (sme_seal_signature_get_timestamp_time (signature)), ==,
                   g_date_time_to_unix (authority->time));
  seal_fixture_assert (later_report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  g_assert_cmpint (sme_seal_signature_get_timestamp_verdict (seal_fixture_get_only (later_report)),
                   ==, SME_SEAL_TIMESTAMP_EXPIRED);
}

/* A stranger's timestamp proves no time. */
static void
test_untrusted_timestamp_proves_nothing (Authority *authority, gconstpointer unused)
{
  g_autoptr (SmeSealSigner) stranger =
    sme_seal_authority_new ("X", "X", SME_SEAL_KEY_ECDSA_P256, authority->time, NULL);
  g_autoptr (SmeSealSigner) tsa = sme_seal_authority_issue (
    stranger, "X TSA", SME_SEAL_USAGE_TIMESTAMPS, SME_SEAL_KEY_ECDSA_P256, authority->time, NULL);
  SmeSealStamper stamper = { tsa, authority->time };
  g_autoptr (GBytes) sealed = sign_with (sme_seal_stamper_stamp, &stamper);
  g_autoptr (GDateTime) later = g_date_time_add_years (authority->time, 4);
  g_autoptr (SmeSealReport) report = sme_seal_check (sealed, authority->trusted, later, NULL);

  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_EXPIRED, SME_SEAL_FLAW_VALIDITY);
  g_assert_cmpint (sme_seal_signature_get_timestamp_verdict (seal_fixture_get_only (report)), ==,
                   SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER);
}

/* Of a file that was changed it is not said that it has no timestamp, nor that it has a good one.
 */
static void
test_timestamp_of_changed_file (Authority *authority, gconstpointer unused)
{
  SmeSealStamper stamper = { authority->signer, authority->time };
  g_autoptr (GBytes) stamped = sign_with (sme_seal_stamper_stamp, &stamper);
  g_autoptr (GBytes) bare = seal_fixture_make_signed (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) changed = seal_fixture_replace (stamped, 0, "0 0 595", "0 0 594");
  g_autoptr (GBytes) bare_changed = seal_fixture_replace (bare, 0, "0 0 595", "0 0 594");
  g_autoptr (SmeSealReport) report = seal_fixture_check (changed);
  g_autoptr (SmeSealReport) of_bare = seal_fixture_check (bare_changed);

  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_CHANGED, SME_SEAL_FLAW_DIGEST);
  g_assert_cmpint (sme_seal_signature_get_timestamp_verdict (seal_fixture_get_only (report)), ==,
                   SME_SEAL_TIMESTAMP_NOT_EVALUATED);
  g_assert_null (sme_seal_signature_get_timestamp_time (seal_fixture_get_only (report)));
  g_assert_cmpint (sme_seal_signature_get_timestamp_verdict (seal_fixture_get_only (of_bare)), ==,
                   SME_SEAL_TIMESTAMP_NONE);
}

static GBytes *
on_replay (const guint8 *digest, gpointer token, GError **error)
{
  return g_bytes_ref (token);
}

static void
test_replayed_timestamp (Authority *authority, gconstpointer unused)
{
  g_autoptr (GBytes) token = stamp (authority);
  g_autoptr (GBytes) sealed = sign_with (on_replay, token);
  g_autoptr (SmeSealReport) report = seal_fixture_check (sealed);

  g_assert_cmpint (sme_seal_signature_get_timestamp_verdict (seal_fixture_get_only (report)), ==,
                   SME_SEAL_TIMESTAMP_BROKEN);
  g_assert_null (sme_seal_signature_get_timestamp_time (seal_fixture_get_only (report)));
}

static void
add (const char *name, void (*test) (Authority *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/seal-timestamp/", name, NULL);

  g_test_add (path, Authority, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("token-fits", test_token_fits);
  add ("token-of-something-else", test_token_of_something_else);
  add ("token-of-stranger", test_token_of_stranger);
  add ("token-after-expiry", test_token_after_expiry);
  add ("token-damaged", test_token_damaged);
  add ("document-signer-cannot-stamp", test_document_signer_cannot_stamp);
  add ("answer-must-be-to-the-request", test_answer_must_be_to_the_request);
  add ("damaged-answer", test_damaged_answer);
  add ("signature-outlives-certificate", test_signature_outlives_certificate);
  add ("untrusted-timestamp-proves-nothing", test_untrusted_timestamp_proves_nothing);
  add ("replayed-timestamp", test_replayed_timestamp);
  add ("of-a-changed-file", test_timestamp_of_changed_file);
  return g_test_run ();
}
