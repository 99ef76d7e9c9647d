/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-cms-check.h"

#include <openssl/asn1.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <string.h>

/* Signatures as other programs make them: the message in a sealed file is replaced by one of
 * OpenSSL's CMS code. Both format names are of the same length. */

#define CADES "ETSI.CAdES.detached"
#define PKCS7 "adbe.pkcs7.detached"

typedef struct
{
  const char *format;
  const EVP_MD *md;
  guint flags;
  const guint8 *bound_to; /* the hash in signing-certificate-v2; %NULL for no such attribute */
  gboolean other_type;    /* the signed content type is not that of the message */
} Style;

static void
add_binding (CMS_SignerInfo *info, const guint8 *hash)
{
  guint8 der[40] = { 0x30, 0x26, 0x30, 0x24, 0x30, 0x22, 0x04, 0x20 };

  memcpy (der + 8, hash, 32);
  g_assert_cmpint (CMS_signed_add1_attr_by_NID (info, NID_id_smime_aa_signingCertificateV2,
                                                V_ASN1_SEQUENCE, der, sizeof der),
                   ==, 1);
}

/* The second "data" of the message is the one in its signed attributes. OpenSSL writes no other, so
 * it becomes "signed data" here; that the attributes' signature breaks is only seen later. */
static void
change_signed_type (guint8 *der, gsize size)
{
  static const guint8 data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01 };
  guint8 *first = memmem (der, size, data, sizeof data);
  guint8 *second = memmem (first + 1, (gsize) (der + size - first - 1), data, sizeof data);

  g_assert_nonnull (second);
  second[sizeof data - 1] = 0x02;
}

static GBytes *
make_cms (SmeSealSigner *signer, GBytes *before, GBytes *after, const Style *style)
{
  unsigned int flags = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL | style->flags;
  BIO *bio = BIO_new (BIO_s_mem ());
  X509 *x509 = sme_seal_certificate_get_x509 (sme_seal_signer_get_certificate (signer));
  CMS_ContentInfo *cms = CMS_sign (NULL, NULL, NULL, NULL, flags);
  CMS_SignerInfo *info =
    CMS_add1_signer (cms, x509, sme_seal_signer_get_key (signer), style->md, flags);
  unsigned char *der = NULL;
  int size;
  GBytes *bytes;

  BIO_write (bio, g_bytes_get_data (before, NULL), (int) g_bytes_get_size (before));
  BIO_write (bio, g_bytes_get_data (after, NULL), (int) g_bytes_get_size (after));
  if (style->bound_to != NULL)
    add_binding (info, style->bound_to);
  g_assert_cmpint (CMS_final (cms, bio, NULL, flags), ==, 1);
  size = i2d_CMS_ContentInfo (cms, &der);
  g_assert_cmpint (size, >, 0);
  if (style->other_type)
    change_signed_type (der, (gsize) size);
  bytes = g_bytes_new (der, (gsize) size);
  OPENSSL_free (der);
  CMS_ContentInfo_free (cms);
  BIO_free (bio);
  return bytes;
}

/* A sealed file whose last signature is to be replaced. */
typedef struct
{
  GBytes *file;
  gsize open; /* of the Contents, with its brackets */
  gsize close;
  GBytes *parts[2]; /* what is signed */
} Form;

static void
form_init (Form *form, GBytes *sealed, const char *format)
{
  gsize size = 0;
  const char *data;

  form->file = seal_fixture_replace (sealed, seal_fixture_find_last (sealed, CADES), CADES, format);
  data = g_bytes_get_data (form->file, &size);
  form->open = seal_fixture_find_last (form->file, "/Contents <") + 10;
  form->close = (gsize) ((const char *) memchr (data + form->open, '>', size) - data) + 1;
  form->parts[0] = g_bytes_new_from_bytes (form->file, 0, form->open);
  form->parts[1] = g_bytes_new_from_bytes (form->file, form->close, size - form->close);
}

static void
form_clear (Form *form)
{
  g_bytes_unref (form->file);
  g_bytes_unref (form->parts[0]);
  g_bytes_unref (form->parts[1]);
}

static GBytes *
form_fill (Form *form, GBytes *contents)
{
  gsize size = g_bytes_get_size (form->file);
  guint8 *copy = g_memdup2 (g_bytes_get_data (form->file, NULL), size);
  const guint8 *der = g_bytes_get_data (contents, NULL);

  memset (copy + form->open + 1, '0', form->close - form->open - 2);
  for (gsize i = 0; i < g_bytes_get_size (contents); i++)
    {
      g_autofree char *hex = g_strdup_printf ("%02X", der[i]);

      memcpy (copy + form->open + 1 + 2 * i, hex, 2);
    }
  return g_bytes_new_take (copy, size);
}

static GBytes *
sign_as (const Style *style)
{
  g_autoptr (GBytes) sealed = seal_fixture_make_signed (SME_SEAL_KEY_RSA_2048);
  g_autoptr (GBytes) cms = NULL;
  Form form;
  GBytes *filled;

  form_init (&form, sealed, style->format);
  cms =
    make_cms (seal_fixture_get_signer (SME_SEAL_KEY_RSA_2048), form.parts[0], form.parts[1], style);
  filled = form_fill (&form, cms);
  form_clear (&form);
  return filled;
}

/* The last signature of @sealed replaced by a document timestamp. The name of the format is written
 * with escapes to be of the same length. */
static GBytes *
stamp_document (GBytes *sealed, SmeSealSigner *tsa)
{
  SmeSealStamper stamper = { tsa, NULL };
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  g_autoptr (GBytes) token = NULL;
  g_autoptr (GError) error = NULL;
  Form form;
  GBytes *filled;

  form_init (&form, sealed, "#45TSI.#52FC#33161 ");
  sme_seal_digest_around (form.file, form.open, form.close, g_bytes_get_size (form.file), digest);
  token = sme_seal_stamper_stamp (digest, &stamper, &error);
  g_assert_no_error (error);
  filled = form_fill (&form, token);
  form_clear (&form);
  return filled;
}

static void
assert_style (const Style *style, SmeSealVerdict verdict, SmeSealFlaw flaw)
{
  g_autoptr (GBytes) pdf = sign_as (style);
  g_autoptr (SmeSealReport) report = seal_fixture_check (pdf);

  seal_fixture_get_only (report);
  seal_fixture_assert (report, 0, verdict, flaw);
}

static const guint8 *
hash_of_signer (void)
{
  static guint8 hash[EVP_MAX_MD_SIZE];
  SmeSealCertificate *certificate =
    sme_seal_signer_get_certificate (seal_fixture_get_signer (SME_SEAL_KEY_RSA_2048));

  X509_digest (sme_seal_certificate_get_x509 (certificate), EVP_sha256 (), hash, NULL);
  return hash;
}

static void
test_plain_pkcs7 (void)
{
  const EVP_MD *mds[] = { EVP_sha256 (), EVP_sha384 (), EVP_sha512 () };

  for (guint i = 0; i < G_N_ELEMENTS (mds); i++)
    {
      Style style = { PKCS7, mds[i], 0, NULL };

      assert_style (&style, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
    }
}

/* The signer named by its key instead of issuer and serial number. */
static void
test_key_identifier (void)
{
  Style style = { PKCS7, EVP_sha256 (), CMS_USE_KEYID, NULL };

  assert_style (&style, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
}

static void
test_weak_digest (void)
{
  Style style = { PKCS7, EVP_sha1 (), 0, NULL };

  assert_style (&style, SME_SEAL_VERDICT_NOT_EVALUATED, SME_SEAL_FLAW_ALGORITHM);
}

static void
test_unknown_format (void)
{
  Style style = { "adbe.pkcs7.deliched", EVP_sha256 (), 0, NULL };

  assert_style (&style, SME_SEAL_VERDICT_NOT_EVALUATED, SME_SEAL_FLAW_FORMAT);
}

static void
test_cades_must_name_certificate (void)
{
  static const guint8 other[32] = { 1, 2, 3 };
  Style unbound = { CADES, EVP_sha256 (), 0, NULL };
  Style bound = { CADES, EVP_sha256 (), 0, hash_of_signer () };
  Style misbound = { CADES, EVP_sha256 (), 0, other };
  Style misbound_pkcs7 = { PKCS7, EVP_sha256 (), 0, other };

  assert_style (&unbound, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_SIGNING_CERTIFICATE);
  assert_style (&bound, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  assert_style (&misbound, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_SIGNING_CERTIFICATE);
  assert_style (&misbound_pkcs7, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_SIGNING_CERTIFICATE);
}

/* Without attributes nothing says what is signed and by which certificate. */
static void
test_no_attributes (void)
{
  Style style = { PKCS7, EVP_sha256 (), CMS_NOATTR, NULL };

  assert_style (&style, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_CMS);
}

/* What was signed as something else, a timestamp say, is no signature of a document. */
static void
test_other_content_type (void)
{
  Style style = { PKCS7, EVP_sha256 (), 0, NULL, TRUE };

  assert_style (&style, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_CMS);
}

static void
test_no_certificate (void)
{
  Style style = { PKCS7, EVP_sha256 (), CMS_NOCERTS, NULL };

  assert_style (&style, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_CMS);
}

static SmeSealSigner *
make_tsa (void)
{
  return sme_seal_authority_issue (seal_fixture_get_authority (), "OneSME demo TSA",
                                   SME_SEAL_USAGE_TIMESTAMPS, SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
}

static void
test_document_timestamp (void)
{
  g_autoptr (SmeSealSigner) tsa = make_tsa ();
  g_autoptr (GBytes) sealed = seal_fixture_make_signed (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) stamped = stamp_document (sealed, tsa);
  g_autoptr (SmeSealReport) report = seal_fixture_check (stamped);
  g_autoptr (SmeSealReport) by_stranger = sme_seal_check (stamped, NULL, NULL, NULL);
  g_autoptr (GBytes) changed = seal_fixture_replace (stamped, 100, "0", "1");
  g_autoptr (SmeSealReport) after_change = seal_fixture_check (changed);
  SmeSealSignature *signature = seal_fixture_get_only (report);

  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  g_assert_true (sme_seal_signature_is_timestamp (signature));
  g_assert_nonnull (sme_seal_signature_get_timestamp_time (signature));
  g_assert_null (sme_seal_signature_get_certificate (signature));
  seal_fixture_assert (by_stranger, 0, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER,
                       SME_SEAL_FLAW_ISSUER);
  g_assert_false (sme_seal_signature_is_intact (sme_seal_report_get_signature (after_change, 0)));
}

/* An authority stamps whatever it is given: what was added before is not made good by it. */
static void
test_timestamp_vouches_for_no_content (void)
{
  g_autoptr (SmeSealSigner) tsa = make_tsa ();
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "customer", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "free", 0);
  g_autoptr (GBytes) sealed = seal_fixture_sign (two, "customer", signer);
  g_autoptr (GBytes) longer = seal_fixture_sign (sealed, "free", signer);
  g_autoptr (GBytes) stamped = stamp_document (longer, tsa);
  g_autoptr (SmeSealReport) report = seal_fixture_check (stamped);

  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  seal_fixture_assert (report, 1, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  g_assert_true (sme_seal_report_is_extended_after_signature (report));
}

static void
test_padding (void)
{
  static const guint8 definite[] = { 0x30, 0x03, 0x02, 0x01, 0x05, 0x00, 0x00 };
  static const guint8 indefinite[] = { 0x30, 0x80, 0x02, 0x01, 0x05, 0x00, 0x00, 0x00 };
  static const guint8 rubbish[] = { 0x30, 0x03, 0x02, 0x01, 0x05, 0x00, 0x01 };
  static const guint8 cut[] = { 0x30, 0x03, 0x02 };
  g_autoptr (GBytes) first = sme_cms_unpad (definite, sizeof definite);
  g_autoptr (GBytes) second = sme_cms_unpad (indefinite, sizeof indefinite);

  g_assert_cmpuint (g_bytes_get_size (first), ==, 5);
  g_assert_cmpuint (g_bytes_get_size (second), ==, 7);
  g_assert_null (sme_cms_unpad (rubbish, sizeof rubbish));
  g_assert_null (sme_cms_unpad (cut, sizeof cut));
  g_assert_null (sme_cms_unpad (cut, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal-foreign/plain-pkcs7", test_plain_pkcs7);
  g_test_add_func ("/seal-foreign/key-identifier", test_key_identifier);
  g_test_add_func ("/seal-foreign/weak-digest", test_weak_digest);
  g_test_add_func ("/seal-foreign/unknown-format", test_unknown_format);
  g_test_add_func ("/seal-foreign/cades-must-name-certificate", test_cades_must_name_certificate);
  g_test_add_func ("/seal-foreign/no-attributes", test_no_attributes);
  g_test_add_func ("/seal-foreign/other-content-type", test_other_content_type);
  g_test_add_func ("/seal-foreign/no-certificate", test_no_certificate);
  g_test_add_func ("/seal-foreign/document-timestamp", test_document_timestamp);
  g_test_add_func ("/seal-foreign/timestamp-vouches-for-no-content",
                   test_timestamp_vouches_for_no_content);
  g_test_add_func ("/seal-foreign/padding", test_padding);
  return g_test_run ();
}
