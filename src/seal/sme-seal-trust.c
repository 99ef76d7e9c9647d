/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-trust.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#define SECURITY_LEVEL 2 /* 112 bits: SSL_CTX_set_security_level(3) has the table */

X509_STORE *
sme_seal_trust_make_store (GPtrArray *trusted, GDateTime *at)
{
  X509_STORE *store = X509_STORE_new ();
  X509_VERIFY_PARAM *param = X509_STORE_get0_param (store);

  for (guint i = 0; trusted != NULL && i < trusted->len; i++)
    X509_STORE_add_cert (store, sme_seal_certificate_get_x509 (g_ptr_array_index (trusted, i)));
  X509_VERIFY_PARAM_set_flags (param, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_auth_level (param, SECURITY_LEVEL);
  if (at != NULL)
    X509_VERIFY_PARAM_set_time (param, g_date_time_to_unix (at));
  else
    X509_VERIFY_PARAM_set_flags (param, X509_V_FLAG_NO_CHECK_TIME);
  return store;
}

static gboolean
is_vouched_for (X509 *leaf, STACK_OF (X509) * others, GPtrArray *trusted, GDateTime *at)
{
  X509_STORE *store = sme_seal_trust_make_store (trusted, at);
  X509_STORE_CTX *context = X509_STORE_CTX_new ();
  gboolean good = context != NULL && X509_STORE_CTX_init (context, store, leaf, others) == 1 &&
                  X509_verify_cert (context) == 1;

  X509_STORE_CTX_free (context);
  X509_STORE_free (store);
  return good;
}

/* All but the time first: OpenSSL looks at an issuer's validity before it looks at what the issuer
 * signed, so its word that something has expired says nothing of the signatures. */
SmeSealTrust
sme_seal_trust_judge (X509 *leaf, STACK_OF (X509) * others, GPtrArray *trusted, GDateTime *at)
{
  SmeSealTrust trust = SME_SEAL_TRUST_NO_ISSUER;

  if (is_vouched_for (leaf, others, trusted, NULL))
    trust =
      is_vouched_for (leaf, others, trusted, at) ? SME_SEAL_TRUST_FULL : SME_SEAL_TRUST_NO_TIME;
  ERR_clear_error ();
  return trust;
}

static gboolean
purpose_is_signing (const ASN1_OBJECT *purpose)
{
  /* documentSigning of RFC 9336, of Microsoft, of Adobe; and what authorities used before */
  static const char *others[] = { "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12",
                                  "1.2.840.113583.1.1.5" };
  int nid = OBJ_obj2nid (purpose);
  char text[80];

  if (nid == NID_anyExtendedKeyUsage || nid == NID_email_protect || nid == NID_client_auth)
    return TRUE;
  OBJ_obj2txt (text, sizeof text, purpose, 1);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (text, others[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
sme_seal_trust_may_sign (X509 *x509)
{
  EXTENDED_KEY_USAGE *purposes = X509_get_ext_d2i (x509, NID_ext_key_usage, NULL, NULL);
  gboolean fits = purposes == NULL;

  for (int i = 0; i < sk_ASN1_OBJECT_num (purposes); i++)
    fits = fits || purpose_is_signing (sk_ASN1_OBJECT_value (purposes, i));
  sk_ASN1_OBJECT_pop_free (purposes, ASN1_OBJECT_free);
  /* All bits are set where there is no such extension. */
  return fits && (X509_get_key_usage (x509) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}
