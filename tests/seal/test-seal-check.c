/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-seal-check.h"

static void
test_intact_and_trusted (gconstpointer data)
{
  g_autoptr (GBytes) sealed = seal_fixture_make_signed (GPOINTER_TO_INT (data));
  g_autoptr (SmeSealReport) report = seal_fixture_check (sealed);
  SmeSealSignature *signature = seal_fixture_get_only (report);
  g_autofree char *name = NULL;

  g_assert_cmpint (sme_seal_signature_get_verdict (signature), ==, SME_SEAL_VERDICT_INTACT_TRUSTED);
  g_assert_cmpint (sme_seal_signature_get_flaw (signature), ==, SME_SEAL_FLAW_NONE);
  g_assert_cmpuint (sme_seal_signature_get_signed_size (signature), ==, g_bytes_get_size (sealed));
  g_assert_cmpuint (sme_seal_signature_get_bytes_after (signature), ==, 0);
  g_assert_cmpuint (sme_seal_signature_get_revisions_after (signature), ==, 0);
  g_assert_false (sme_seal_report_is_extended_after_signature (report));
  g_assert_false (sme_seal_signature_is_timestamp (signature));
  g_assert_cmpint (sme_seal_signature_get_timestamp_verdict (signature), ==,
                   SME_SEAL_TIMESTAMP_NONE);
  g_assert_cmpuint (sme_seal_signature_get_certification (signature), ==, 2);
  g_assert_cmpstr (sme_seal_signature_get_field_name (signature), ==, SEAL_FIXTURE_FIELD);
  g_assert_cmpstr (sme_seal_signature_get_reason (signature), ==, "Niêm phong hợp đồng");
  g_assert_cmpstr (sme_seal_signature_get_location (signature), ==, "Hà Nội");
  name = sme_seal_certificate_dup_name (sme_seal_signature_get_certificate (signature));
  g_assert_cmpstr (name, ==, "OneSME demo");
}

static void
test_unsigned_files (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (SmeSealReport) plain = seal_fixture_check (pdf);
  g_autoptr (SmeSealReport) empty_field = seal_fixture_check (prepared);

  g_assert_cmpuint (sme_seal_report_get_n_signatures (plain), ==, 0);
  g_assert_cmpuint (sme_seal_report_get_n_signatures (empty_field), ==, 0);
  g_assert_false (sme_seal_report_is_extended_after_signature (empty_field));
}

static void
test_unknown_issuer (void)
{
  g_autoptr (GBytes) sealed = seal_fixture_make_signed (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (SmeSealSigner) twin =
    sme_seal_authority_new ("OneSME demo", "OneSME demo CA", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (SmeSealReport) without = sme_seal_check (sealed, NULL, NULL, NULL);
  g_autoptr (SmeSealReport) with_twin =
    sme_seal_check (sealed, sme_seal_signer_get_chain (twin), NULL, NULL);

  seal_fixture_assert (without, 0, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER, SME_SEAL_FLAW_ISSUER);
  seal_fixture_assert (with_twin, 0, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER, SME_SEAL_FLAW_ISSUER);
}

/* The claimed time proves nothing: what counts is now. */
static void
test_expired (void)
{
  g_autoptr (GBytes) sealed = seal_fixture_make_signed (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_years (now, 4);
  g_autoptr (GDateTime) earlier = g_date_time_add_years (now, -1);
  GPtrArray *trusted = sme_seal_signer_get_chain (seal_fixture_get_authority ());
  g_autoptr (SmeSealReport) in_four_years = sme_seal_check (sealed, trusted, later, NULL);
  g_autoptr (SmeSealReport) a_year_ago = sme_seal_check (sealed, trusted, earlier, NULL);

  seal_fixture_assert (in_four_years, 0, SME_SEAL_VERDICT_INTACT_EXPIRED, SME_SEAL_FLAW_VALIDITY);
  seal_fixture_assert (a_year_ago, 0, SME_SEAL_VERDICT_INTACT_EXPIRED, SME_SEAL_FLAW_VALIDITY);
}

/* A certificate for something else is no signer's, whoever issued it. */
static void
test_purpose (void)
{
  g_autoptr (SmeSealSigner) stamper =
    sme_seal_authority_issue (seal_fixture_get_authority (), "TSA", SME_SEAL_USAGE_TIMESTAMPS,
                              SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GBytes) sealed = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD, stamper);
  g_autoptr (SmeSealReport) report = seal_fixture_check (sealed);

  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER, SME_SEAL_FLAW_PURPOSE);
}

static void
test_two_signatures (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "provider", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "customer", 1);
  g_autoptr (GBytes) first = seal_fixture_sign (two, "customer", signer);
  g_autoptr (GBytes) second = seal_fixture_sign (first, "provider", signer);
  g_autoptr (SmeSealReport) report = seal_fixture_check (second);
  g_autoptr (GBytes) revision = sme_seal_report_get_revision (report, 0);
  SmeSealSignature *customer = sme_seal_report_get_signature (report, 0);
  SmeSealSignature *provider = sme_seal_report_get_signature (report, 1);

  g_assert_cmpuint (sme_seal_report_get_n_signatures (report), ==, 2);
  g_assert_cmpstr (sme_seal_signature_get_field_name (customer), ==, "customer");
  g_assert_cmpstr (sme_seal_signature_get_field_name (provider), ==, "provider");
  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  seal_fixture_assert (report, 1, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  g_assert_cmpuint (sme_seal_signature_get_revisions_after (customer), ==, 1);
  g_assert_cmpuint (sme_seal_signature_get_revisions_after (provider), ==, 0);
  g_assert_cmpuint (sme_seal_signature_get_certification (customer), ==, 2);
  g_assert_cmpuint (sme_seal_signature_get_certification (provider), ==, 0);
  g_assert_true (g_bytes_equal (revision, first));
  g_assert_false (sme_seal_report_is_extended_after_signature (report));
}

static void
test_claimed_time (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 ("2026-11-23T09:08:07+07:00", NULL);
  SmeSealRequest request = { .field_name = SEAL_FIXTURE_FIELD, .time = time };
  g_autoptr (GBytes) sealed =
    sme_seal_sign (prepared, seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256), &request, NULL);
  g_autoptr (SmeSealReport) report = seal_fixture_check (sealed);
  GDateTime *claimed = sme_seal_signature_get_claimed_time (seal_fixture_get_only (report));

  g_assert_nonnull (claimed);
  g_assert_true (g_date_time_equal (claimed, time));
}

static void
assert_refused (GBytes *bytes, SmeSealError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_check (bytes, NULL, NULL, &error));
  g_assert_error (error, SME_SEAL_ERROR, (int) code);
}

static void
test_refused_files (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Xin chào", 9);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) sealed = seal_fixture_make_signed (SME_SEAL_KEY_ECDSA_P256);
  gsize trailer = seal_fixture_find_last (sealed, "trailer");
  g_autoptr (GBytes) encrypted = seal_fixture_replace (sealed, trailer, "/Info ", "/Encrypt ");

  assert_refused (nothing, SME_SEAL_ERROR_MALFORMED);
  assert_refused (text, SME_SEAL_ERROR_MALFORMED);
  assert_refused (encrypted, SME_SEAL_ERROR_ENCRYPTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/seal-check/intact-and-trusted-ecdsa",
                        GINT_TO_POINTER (SME_SEAL_KEY_ECDSA_P256), test_intact_and_trusted);
  g_test_add_data_func ("/seal-check/intact-and-trusted-rsa",
                        GINT_TO_POINTER (SME_SEAL_KEY_RSA_3072), test_intact_and_trusted);
  g_test_add_func ("/seal-check/unsigned-files", test_unsigned_files);
  g_test_add_func ("/seal-check/unknown-issuer", test_unknown_issuer);
  g_test_add_func ("/seal-check/expired", test_expired);
  g_test_add_func ("/seal-check/purpose", test_purpose);
  g_test_add_func ("/seal-check/two-signatures", test_two_signatures);
  g_test_add_func ("/seal-check/claimed-time", test_claimed_time);
  g_test_add_func ("/seal-check/refused-files", test_refused_files);
  return g_test_run ();
}
