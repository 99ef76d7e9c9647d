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
  bytes = g_bytes_new (der, (gsize) size);
  OPENSSL_free (der);
  CMS_ContentInfo_free (cms);
  BIO_free (bio);
  return bytes;
}

static GBytes *
sign_as (const Style *style)
{
  g_autoptr (GBytes) sealed = seal_fixture_make_signed (SME_SEAL_KEY_RSA_2048);
  g_autoptr (GBytes) renamed =
    seal_fixture_replace (sealed, seal_fixture_find_last (sealed, CADES), CADES, style->format);
  gsize size = 0;
  guint8 *copy = g_memdup2 (g_bytes_get_data (renamed, NULL), g_bytes_get_size (renamed));
  gsize open = seal_fixture_find_last (renamed, "/Contents <") + 10;
  gsize close;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) cms = NULL;
  const guint8 *der;

  size = g_bytes_get_size (renamed);
  close = (gsize) ((guint8 *) memchr (copy + open, '>', size - open) - copy) + 1;
  before = g_bytes_new_from_bytes (renamed, 0, open);
  after = g_bytes_new_from_bytes (renamed, close, size - close);
  cms = make_cms (seal_fixture_get_signer (SME_SEAL_KEY_RSA_2048), before, after, style);
  memset (copy + open + 1, '0', close - open - 2);
  der = g_bytes_get_data (cms, NULL);
  for (gsize i = 0; i < g_bytes_get_size (cms); i++)
    {
      g_autofree char *hex = g_strdup_printf ("%02X", der[i]);

      memcpy (copy + open + 1 + 2 * i, hex, 2);
    }
  return g_bytes_new_take (copy, size);
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

static void
test_no_certificate (void)
{
  Style style = { PKCS7, EVP_sha256 (), CMS_NOCERTS, NULL };

  assert_style (&style, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_CMS);
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
  g_test_add_func ("/seal-foreign/no-certificate", test_no_certificate);
  g_test_add_func ("/seal-foreign/padding", test_padding);
  return g_test_run ();
}
