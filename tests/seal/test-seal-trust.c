/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose certificates count, and when. */
#include "seal/sme-seal-authority.h"
#include "seal/sme-seal-trust.h"

#include <openssl/evp.h>

typedef struct
{
  SmeSealSigner *authority; /* valid for ten years from 2010 */
  X509 *leaf;               /* of the authority, for three years */
  X509 *forged;             /* says the same, but was signed with a key of its own */
} Fixture;

static X509 *
dup_leaf (SmeSealSigner *signer)
{
  return X509_dup (
    sme_seal_certificate_get_x509 (g_ptr_array_index (sme_seal_signer_get_chain (signer), 0)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) then = g_date_time_new_utc (2010, 1, 1, 0, 0, 0);
  g_autoptr (SmeSealSigner) signer = NULL;
  EVP_PKEY *key = EVP_EC_gen ("P-256");

  fixture->authority =
    sme_seal_authority_new ("VNPT", "VNPT-CA", SME_SEAL_KEY_ECDSA_P256, then, NULL);
  signer = sme_seal_authority_issue (fixture->authority, "VNPT", SME_SEAL_USAGE_DOCUMENTS,
                                     SME_SEAL_KEY_ECDSA_P256, then, NULL);
  fixture->leaf = dup_leaf (signer);
  fixture->forged = dup_leaf (signer);
  g_assert_cmpint (X509_set_pubkey (fixture->forged, key), ==, 1);
  g_assert_cmpint (X509_sign (fixture->forged, key, EVP_sha256 ()), >, 0);
  EVP_PKEY_free (key);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  X509_free (fixture->leaf);
  X509_free (fixture->forged);
  g_clear_pointer (&fixture->authority, sme_seal_signer_unref);
}

static SmeSealTrust
judge (Fixture *fixture, X509 *leaf, int year)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (year, 6, 1, 0, 0, 0);

  return sme_seal_trust_judge (leaf, NULL, sme_seal_signer_get_chain (fixture->authority), at);
}

static void
test_genuine (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (judge (fixture, fixture->leaf, 2011), ==, SME_SEAL_TRUST_FULL);
  g_assert_cmpint (judge (fixture, fixture->leaf, 2015), ==, SME_SEAL_TRUST_NO_TIME);
  g_assert_cmpint (judge (fixture, fixture->leaf, 2009), ==, SME_SEAL_TRUST_NO_TIME);
  g_assert_cmpint (judge (fixture, fixture->leaf, 2026), ==, SME_SEAL_TRUST_NO_TIME);
}

/* That an authority has expired excuses nothing: it never signed this. */
static void
test_forged (Fixture *fixture, gconstpointer data)
{
  static const int years[] = { 2009, 2011, 2015, 2026 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_assert_cmpint (judge (fixture, fixture->forged, years[i]), ==, SME_SEAL_TRUST_NO_ISSUER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/seal-trust/genuine", Fixture, NULL, set_up, test_genuine, tear_down);
  g_test_add ("/seal-trust/forged-under-an-expired-authority", Fixture, NULL, set_up, test_forged,
              tear_down);
  return g_test_run ();
}
