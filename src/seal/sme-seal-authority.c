/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-authority.h"

#include "seal/sme-seal-error.h"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#define AUTHORITY_YEARS 10
#define SIGNER_YEARS 3
#define SERIAL_BITS 127 /* positive and at most 20 bytes (RFC 5280, 4.1.2.2) */
/* Clocks differ a little; a signature made at once must not come before its certificate. */
#define LEEWAY (-5 * 60)

typedef struct
{
  int nid;
  const char *value;
} Extension;

static const Extension authority_extensions[] = {
  { NID_basic_constraints, "critical,CA:TRUE,pathlen:0" },
  { NID_key_usage, "critical,keyCertSign,cRLSign" },
  { NID_subject_key_identifier, "hash" },
  { NID_undef, NULL },
};

/* id-kp-documentSigning has no name in OpenSSL 3.0. E-mail protection is there because NSS, and
 * so Poppler, checks document signatures as if they were of e-mails. */
static const Extension document_extensions[] = {
  { NID_basic_constraints, "critical,CA:FALSE" },
  { NID_key_usage, "critical,digitalSignature,nonRepudiation" },
  { NID_ext_key_usage, "1.3.6.1.5.5.7.3.36,emailProtection" },
  { NID_subject_key_identifier, "hash" },
  { NID_authority_key_identifier, "keyid:always" },
  { NID_undef, NULL },
};

static const Extension timestamp_extensions[] = {
  { NID_basic_constraints, "critical,CA:FALSE" },   { NID_key_usage, "critical,digitalSignature" },
  { NID_ext_key_usage, "critical,timeStamping" },   { NID_subject_key_identifier, "hash" },
  { NID_authority_key_identifier, "keyid:always" }, { NID_undef, NULL },
};

static EVP_PKEY *
make_key (SmeSealKeyKind kind)
{
  switch (kind)
    {
    case SME_SEAL_KEY_RSA_2048:
      return EVP_RSA_gen (2048);
    case SME_SEAL_KEY_RSA_3072:
      return EVP_RSA_gen (3072);
    case SME_SEAL_KEY_ECDSA_P256:
    default:
      return EVP_EC_gen ("P-256");
    }
}

static gboolean
set_serial (X509 *x509)
{
  BIGNUM *number = BN_new ();
  gboolean done = number != NULL &&
                  BN_rand (number, SERIAL_BITS, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
                  BN_to_ASN1_INTEGER (number, X509_get_serialNumber (x509)) != NULL;

  BN_free (number);
  return done;
}

static gboolean
set_validity (X509 *x509, GDateTime *now, int years)
{
  g_autoptr (GDateTime) start = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_utc ();
  g_autoptr (GDateTime) end = g_date_time_add_years (start, years);

  return end != NULL &&
         ASN1_TIME_adj (X509_getm_notBefore (x509), g_date_time_to_unix (start), 0, LEEWAY) !=
           NULL &&
         ASN1_TIME_adj (X509_getm_notAfter (x509), g_date_time_to_unix (end), 0, 0) != NULL;
}

static gboolean
add_name_part (X509_NAME *name, const char *type, const char *value)
{
  return X509_NAME_add_entry_by_txt (name, type, MBSTRING_UTF8, (const unsigned char *) value, -1,
                                     -1, 0) == 1;
}

static gboolean
set_subject (X509 *x509, const char *organisation, const char *name)
{
  X509_NAME *subject = X509_get_subject_name (x509);

  return add_name_part (subject, "C", "VN") && add_name_part (subject, "O", organisation) &&
         add_name_part (subject, "CN", name);
}

static gboolean
add_extensions (X509 *x509, X509 *issuer, const Extension *extensions)
{
  X509V3_CTX context;

  X509V3_set_ctx_nodb (&context);
  X509V3_set_ctx (&context, issuer, x509, NULL, NULL, 0);
  for (; extensions->value != NULL; extensions++)
    {
      X509_EXTENSION *made =
        X509V3_EXT_conf_nid (NULL, &context, extensions->nid, extensions->value);
      gboolean added = made != NULL && X509_add_ext (x509, made, -1) == 1;

      X509_EXTENSION_free (made);
      if (!added)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const char *organisation;
  const char *name;
  const Extension *extensions;
  int years;
  GDateTime *now;
} Order;

/* Without @authority the certificate signs itself. */
static X509 *
make_certificate (const Order *order, EVP_PKEY *key, SmeSealSigner *authority)
{
  X509 *x509 = X509_new ();
  X509 *issuer = authority != NULL
                   ? sme_seal_certificate_get_x509 (sme_seal_signer_get_certificate (authority))
                   : x509;
  EVP_PKEY *issuer_key = authority != NULL ? sme_seal_signer_get_key (authority) : key;

  if (x509 != NULL && X509_set_version (x509, X509_VERSION_3) == 1 && set_serial (x509) &&
      set_validity (x509, order->now, order->years) && X509_set_pubkey (x509, key) == 1 &&
      set_subject (x509, order->organisation, order->name) &&
      X509_set_issuer_name (x509, X509_get_subject_name (issuer)) == 1 &&
      add_extensions (x509, issuer, order->extensions) &&
      X509_sign (x509, issuer_key, EVP_sha256 ()) > 0)
    return x509;
  X509_free (x509);
  return NULL;
}

static SmeSealSigner *
make_signer (const Order *order, SmeSealKeyKind kind, SmeSealSigner *authority, GError **error)
{
  g_autoptr (GPtrArray) chain =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_certificate_unref);
  EVP_PKEY *key = make_key (kind);
  X509 *x509 = key != NULL ? make_certificate (order, key, authority) : NULL;
  GPtrArray *above = authority != NULL ? sme_seal_signer_get_chain (authority) : NULL;
  SmeSealSigner *signer = NULL;

  if (x509 != NULL)
    {
      g_ptr_array_add (chain, sme_seal_certificate_new_from_x509 (x509));
      for (guint i = 0; above != NULL && i < above->len; i++)
        g_ptr_array_add (chain, sme_seal_certificate_ref (g_ptr_array_index (above, i)));
      signer = sme_seal_signer_new_from_key (key, chain, error);
    }
  else
    sme_seal_error_from_openssl (error, SME_SEAL_ERROR_FAILED, "A certificate could not be made");
  X509_free (x509);
  EVP_PKEY_free (key);
  return signer;
}

SmeSealSigner *
sme_seal_authority_new (const char *organisation,
                        const char *name,
                        SmeSealKeyKind kind,
                        GDateTime *now,
                        GError **error)
{
  Order order = { organisation, name, authority_extensions, AUTHORITY_YEARS, now };

  g_return_val_if_fail (organisation != NULL && name != NULL, NULL);

  return make_signer (&order, kind, NULL, error);
}

static char *
dup_organisation (SmeSealSigner *authority)
{
  SmeSealCertificate *certificate = sme_seal_signer_get_certificate (authority);
  const X509_NAME *subject = X509_get_subject_name (sme_seal_certificate_get_x509 (certificate));
  int index = X509_NAME_get_index_by_NID (subject, NID_organizationName, -1);
  unsigned char *utf8 = NULL;
  char *text;

  if (index < 0 || ASN1_STRING_to_UTF8 (
                     &utf8, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (subject, index))) < 0)
    return sme_seal_certificate_dup_name (certificate);
  text = g_strdup ((const char *) utf8);
  OPENSSL_free (utf8);
  return text;
}

SmeSealSigner *
sme_seal_authority_issue (SmeSealSigner *authority,
                          const char *name,
                          SmeSealUsage usage,
                          SmeSealKeyKind kind,
                          GDateTime *now,
                          GError **error)
{
  g_autofree char *organisation = NULL;
  Order order = { NULL, name, document_extensions, SIGNER_YEARS, now };

  g_return_val_if_fail (authority != NULL && name != NULL, NULL);

  order.organisation = organisation = dup_organisation (authority);
  if (usage == SME_SEAL_USAGE_TIMESTAMPS)
    order.extensions = timestamp_extensions;
  return make_signer (&order, kind, authority, error);
}
