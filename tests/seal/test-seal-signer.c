/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include <glib/gstdio.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_pem_round_trip (gconstpointer kind)
{
  SmeSealSigner *signer = seal_fixture_get_signer (GPOINTER_TO_INT (kind));
  g_autoptr (GBytes) pem = sme_seal_signer_to_pem (signer);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealSigner) again = sme_seal_signer_new_from_pem (pem, &error);

  g_assert_no_error (error);
  g_assert_true (sme_seal_certificate_equal (sme_seal_signer_get_certificate (signer),
                                             sme_seal_signer_get_certificate (again)));
  g_assert_cmpuint (sme_seal_signer_get_chain (again)->len, ==, 2);
  g_assert_cmpint (EVP_PKEY_eq (sme_seal_signer_get_key (signer), sme_seal_signer_get_key (again)),
                   ==, 1);
}

static void
test_file (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) pem = sme_seal_signer_to_pem (signer);
  g_autofree char *directory = g_dir_make_tmp ("sme-signer-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "seal.pem", NULL);
  g_autoptr (SmeSealSigner) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_signer_new_from_file (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_file_set_contents_full (path, g_bytes_get_data (pem, NULL), (gssize) g_bytes_get_size (pem),
                            G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
  again = sme_seal_signer_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
  g_remove (path);
  g_rmdir (directory);
}

/* The order in the file does not matter, and strangers' certificates stay out of signatures. */
static void
test_order_and_strangers (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  GPtrArray *chain = sme_seal_signer_get_chain (signer);
  g_autoptr (SmeSealSigner) stranger =
    sme_seal_authority_new ("X", "X", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (GPtrArray) shuffled = g_ptr_array_new ();
  g_autoptr (SmeSealSigner) made = NULL;

  g_ptr_array_add (shuffled, g_ptr_array_index (chain, 1));
  g_ptr_array_add (shuffled, sme_seal_signer_get_certificate (stranger));
  g_ptr_array_add (shuffled, g_ptr_array_index (chain, 0));
  made = sme_seal_signer_new_from_key (sme_seal_signer_get_key (signer), shuffled, NULL);
  g_assert_nonnull (made);
  g_assert_cmpuint (sme_seal_signer_get_chain (made)->len, ==, 2);
  g_assert_true (sme_seal_certificate_equal (sme_seal_signer_get_certificate (made),
                                             sme_seal_signer_get_certificate (signer)));
}

static void
assert_pem_refused (const char *text, SmeSealError code)
{
  g_autoptr (GBytes) pem = bytes_of (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_signer_new_from_pem (pem, &error));
  g_assert_error (error, SME_SEAL_ERROR, (int) code);
}

static void
test_refused_pem (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autofree char *certificate =
    sme_seal_certificate_to_pem (sme_seal_signer_get_certificate (signer));
  g_autoptr (SmeSealSigner) other =
    sme_seal_authority_new ("X", "X", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (GBytes) other_pem = sme_seal_signer_to_pem (other);
  const char *other_text = g_bytes_get_data (other_pem, NULL);
  g_autofree char *other_key =
    g_strndup (other_text, (gsize) (strstr (other_text, "-----BEGIN CERT") - other_text));
  g_autofree char *misfit = g_strconcat (other_key, certificate, NULL);
  g_autofree char *cut = g_strndup (certificate, strlen (certificate) / 2);

  assert_pem_refused ("", SME_SEAL_ERROR_CERTIFICATE);
  assert_pem_refused ("hello", SME_SEAL_ERROR_CERTIFICATE);
  assert_pem_refused (cut, SME_SEAL_ERROR_CERTIFICATE);
  assert_pem_refused (certificate, SME_SEAL_ERROR_KEY);
  assert_pem_refused (misfit, SME_SEAL_ERROR_CERTIFICATE);
}

/* A key that asks for a password is refused, not asked for on the terminal. */
static void
test_encrypted_key (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  BIO *bio = BIO_new (BIO_s_mem ());
  char *data = NULL;
  long size;
  g_autoptr (GBytes) pem = NULL;
  g_autoptr (GError) error = NULL;

  PEM_write_bio_PKCS8PrivateKey (bio, sme_seal_signer_get_key (signer), EVP_aes_256_cbc (),
                                 "secret", 6, NULL, NULL);
  PEM_write_bio_X509 (bio,
                      sme_seal_certificate_get_x509 (sme_seal_signer_get_certificate (signer)));
  size = BIO_get_mem_data (bio, &data);
  pem = g_bytes_new (data, (gsize) size);
  BIO_free (bio);
  g_assert_null (sme_seal_signer_new_from_pem (pem, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_KEY);
}

static void
test_weak_key (void)
{
  EVP_PKEY *key = EVP_RSA_gen (1024);
  GPtrArray *chain = sme_seal_signer_get_chain (seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_signer_new_from_key (key, chain, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_KEY);
  EVP_PKEY_free (key);
}

static void
test_certificate_profile (void)
{
  SmeSealSigner *authority = seal_fixture_get_authority ();
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_RSA_2048);
  SmeSealCertificate *certificate = sme_seal_signer_get_certificate (signer);
  X509 *leaf = sme_seal_certificate_get_x509 (certificate);
  X509 *ca = sme_seal_certificate_get_x509 (sme_seal_signer_get_certificate (authority));
  g_autofree char *subject = sme_seal_certificate_dup_subject (certificate);
  g_autofree char *issuer = sme_seal_certificate_dup_issuer (certificate);
  g_autoptr (GDateTime) start = sme_seal_certificate_get_not_before (certificate);
  g_autoptr (GDateTime) end = sme_seal_certificate_get_not_after (certificate);

  g_assert_cmpstr (subject, ==, "CN=OneSME demo,O=OneSME demo,C=VN");
  g_assert_cmpstr (issuer, ==, "CN=OneSME demo CA,O=OneSME demo,C=VN");
  g_assert_cmpint (g_date_time_get_year (end) - g_date_time_get_year (start), ==, 3);
  g_assert_cmpint (X509_check_ca (ca), ==, 1);
  g_assert_cmpint (X509_check_ca (leaf), ==, 0);
  g_assert_cmpint (X509_get_pathlen (ca), ==, 0);
  g_assert_cmpuint (X509_get_key_usage (ca), ==, KU_KEY_CERT_SIGN | KU_CRL_SIGN);
  g_assert_cmpuint (X509_get_key_usage (leaf), ==, KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION);
  g_assert_cmpint (
    ASN1_OCTET_STRING_cmp (X509_get0_authority_key_id (leaf), X509_get0_subject_key_id (ca)), ==,
    0);
  g_assert_cmpint (X509_check_issued (ca, leaf), ==, X509_V_OK);
}

static void
test_names_in_vietnamese (void)
{
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("Công ty Ấn Độ", "Nguyễn Ẩn", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autofree char *subject =
    sme_seal_certificate_dup_subject (sme_seal_signer_get_certificate (authority));
  g_autofree char *name =
    sme_seal_certificate_dup_name (sme_seal_signer_get_certificate (authority));

  g_assert_cmpstr (subject, ==, "CN=Nguyễn Ẩn,O=Công ty Ấn Độ,C=VN");
  g_assert_cmpstr (name, ==, "Nguyễn Ẩn");
}

static void
test_clock_is_the_callers (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2031, 5, 6, 7, 8, 9);
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("X", "X", SME_SEAL_KEY_ECDSA_P256, now, NULL);
  g_autoptr (GDateTime) start =
    sme_seal_certificate_get_not_before (sme_seal_signer_get_certificate (authority));
  GTimeSpan before = g_date_time_difference (now, start);

  g_assert_cmpint (before, >=, 0);
  g_assert_cmpint (before, <, G_TIME_SPAN_HOUR);
}

static void
test_certificate_list (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) pem = sme_seal_signer_to_pem (signer);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sme_seal_certificate_list_from_pem (pem, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
}

static void
test_digest (void)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) abc = bytes_of ("abc");
  g_autoptr (GBytes) around = bytes_of ("aXXbcYY");
  g_autofree char *of_empty = sme_seal_digest_hex (empty);
  g_autofree char *of_abc = sme_seal_digest_hex (abc);
  guint8 first[SME_SEAL_DIGEST_SIZE];
  guint8 second[SME_SEAL_DIGEST_SIZE];

  /* FIPS 180-4 examples */
  g_assert_cmpstr (of_empty, ==,
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (of_abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  sme_seal_digest (abc, first);
  sme_seal_digest_around (around, 1, 3, 5, second);
  g_assert_cmpmem (first, sizeof first, second, sizeof second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/seal-signer/pem-round-trip-ecdsa",
                        GINT_TO_POINTER (SME_SEAL_KEY_ECDSA_P256), test_pem_round_trip);
  g_test_add_data_func ("/seal-signer/pem-round-trip-rsa", GINT_TO_POINTER (SME_SEAL_KEY_RSA_2048),
                        test_pem_round_trip);
  g_test_add_func ("/seal-signer/file", test_file);
  g_test_add_func ("/seal-signer/order-and-strangers", test_order_and_strangers);
  g_test_add_func ("/seal-signer/refused-pem", test_refused_pem);
  g_test_add_func ("/seal-signer/encrypted-key", test_encrypted_key);
  g_test_add_func ("/seal-signer/weak-key", test_weak_key);
  g_test_add_func ("/seal-signer/certificate-profile", test_certificate_profile);
  g_test_add_func ("/seal-signer/names-in-vietnamese", test_names_in_vietnamese);
  g_test_add_func ("/seal-signer/clock-is-the-callers", test_clock_is_the_callers);
  g_test_add_func ("/seal-signer/certificate-list", test_certificate_list);
  g_test_add_func ("/seal-signer/digest", test_digest);
  return g_test_run ();
}
