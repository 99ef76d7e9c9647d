/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-cms-builder.h"

#include "seal/sme-cms-asn1.h"
#include "seal/sme-seal-error.h"

#include <openssl/evp.h>

/* RFC 5652, 5.1 and 5.3: signers named by issuer and serial number, content of type data. */
#define CMS_VERSION 1

typedef struct
{
  SmeSealTimestampFunc func;
  gpointer data;
} Stamp;

static gboolean
add_attribute (STACK_OF (X509_ATTRIBUTE) * attributes,
               int nid,
               int type,
               const void *data,
               gsize size)
{
  return X509at_add1_attr_by_NID (&attributes, nid, type, data, (int) size) != NULL;
}

static gboolean
set_algorithm (X509_ALGOR *algorithm, int nid, int parameter)
{
  return X509_ALGOR_set0 (algorithm, OBJ_nid2obj (nid), parameter, NULL) == 1;
}

/* Binds the signature to this certificate (RFC 5035), so that no other with the same key can take
 * its place. The hash is SHA-256, which is what an absent algorithm means. */
static gboolean
add_signing_certificate (STACK_OF (X509_ATTRIBUTE) * attributes, X509 *x509)
{
  const ASN1_ITEM *item = ASN1_ITEM_rptr (SmeCmsSigningCertificate);
  SmeCmsSigningCertificate *value = (SmeCmsSigningCertificate *) ASN1_item_new (item);
  SmeCmsCertificateId *id =
    (SmeCmsCertificateId *) ASN1_item_new (ASN1_ITEM_rptr (SmeCmsCertificateId));
  guint8 hash[EVP_MAX_MD_SIZE];
  unsigned int hash_size = 0;
  unsigned char *der = NULL;
  int size = -1;
  gboolean added;

  if (value != NULL && id != NULL && X509_digest (x509, EVP_sha256 (), hash, &hash_size) == 1 &&
      ASN1_OCTET_STRING_set (id->hash, hash, (int) hash_size) == 1 &&
      sk_SmeCmsCertificateId_push (value->certificates, id) > 0)
    {
      id = NULL;
      size = ASN1_item_i2d ((ASN1_VALUE *) value, &der, item);
    }
  added = size > 0 && add_attribute (attributes, NID_id_smime_aa_signingCertificateV2,
                                     V_ASN1_SEQUENCE, der, (gsize) size);
  OPENSSL_free (der);
  ASN1_item_free ((ASN1_VALUE *) id, ASN1_ITEM_rptr (SmeCmsCertificateId));
  ASN1_item_free ((ASN1_VALUE *) value, item);
  return added;
}

static gboolean
fill_attributes (SmeCmsSignerInfo *info, X509 *x509, const guint8 *digest)
{
  return add_attribute (info->signed_attributes, NID_pkcs9_contentType, V_ASN1_OBJECT,
                        OBJ_nid2obj (NID_pkcs7_data), -1) &&
         add_attribute (info->signed_attributes, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                        digest, SME_SEAL_DIGEST_SIZE) &&
         add_signing_certificate (info->signed_attributes, x509);
}

/* Signs the attributes as an explicit SET OF (RFC 5652, 5.4). */
static gboolean
sign_attributes (SmeCmsSignerInfo *info, EVP_PKEY *key)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  unsigned char *der = NULL;
  int size = ASN1_item_i2d ((const ASN1_VALUE *) info->signed_attributes, &der,
                            ASN1_ITEM_rptr (SmeCmsAttributes));
  gsize length = (gsize) EVP_PKEY_get_size (key);
  g_autofree guint8 *signature = g_malloc (length);
  gboolean done;

  done = context != NULL && size > 0 &&
         EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, key) == 1 &&
         EVP_DigestSign (context, signature, &length, der, (gsize) size) == 1 &&
         ASN1_OCTET_STRING_set (info->signature, signature, (int) length) == 1;
  OPENSSL_free (der);
  EVP_MD_CTX_free (context);
  return done;
}

static gboolean
fill_signer_info (SmeCmsSignerInfo *info, SmeSealSigner *signer, const guint8 *digest)
{
  X509 *x509 = sme_seal_certificate_get_x509 (sme_seal_signer_get_certificate (signer));
  EVP_PKEY *key = sme_seal_signer_get_key (signer);
  gboolean is_rsa = EVP_PKEY_get_base_id (key) == EVP_PKEY_RSA;

  info->version = CMS_VERSION;
  return X509_NAME_set (&info->sid->issuer, X509_get_issuer_name (x509)) == 1 &&
         ASN1_STRING_copy (info->sid->serial, X509_get0_serialNumber (x509)) == 1 &&
         set_algorithm (info->digest_algorithm, NID_sha256, V_ASN1_UNDEF) &&
         (is_rsa
            ? set_algorithm (info->signature_algorithm, NID_rsaEncryption, V_ASN1_NULL)
            : set_algorithm (info->signature_algorithm, NID_ecdsa_with_SHA256, V_ASN1_UNDEF)) &&
         fill_attributes (info, x509, digest) && sign_attributes (info, key);
}

static gboolean
add_timestamp (SmeCmsSignerInfo *info, const Stamp *stamp, GError **error)
{
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  g_autoptr (GBytes) value = NULL;
  g_autoptr (GBytes) token = NULL;
  gsize size = 0;
  const guint8 *der;

  if (stamp->func == NULL)
    return TRUE;
  value = g_bytes_new (ASN1_STRING_get0_data (info->signature),
                       (gsize) ASN1_STRING_length (info->signature));
  sme_seal_digest (value, digest);
  token = stamp->func (digest, stamp->data, error);
  if (token == NULL)
    return FALSE;
  der = g_bytes_get_data (token, &size);
  info->unsigned_attributes = sk_X509_ATTRIBUTE_new_null ();
  if (info->unsigned_attributes != NULL && size <= G_MAXINT &&
      add_attribute (info->unsigned_attributes, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                     der, size))
    return TRUE;
  sme_seal_error_from_openssl (error, SME_SEAL_ERROR_TIMESTAMP, "The timestamp does not fit in");
  return FALSE;
}

static gboolean
fill_signed_data (SmeCmsSignedData *data, SmeSealSigner *signer)
{
  GPtrArray *chain = sme_seal_signer_get_chain (signer);
  X509_ALGOR *algorithm = X509_ALGOR_new ();

  if (algorithm == NULL || !set_algorithm (algorithm, NID_sha256, V_ASN1_UNDEF) ||
      sk_X509_ALGOR_push (data->digest_algorithms, algorithm) <= 0)
    {
      X509_ALGOR_free (algorithm);
      return FALSE;
    }
  data->version = CMS_VERSION;
  ASN1_OBJECT_free (data->encapsulated->type);
  data->encapsulated->type = OBJ_nid2obj (NID_pkcs7_data);
  data->certificates = sk_X509_new_null ();
  for (guint i = 0; i < chain->len; i++)
    if (X509_add_cert (data->certificates,
                       sme_seal_certificate_get_x509 (g_ptr_array_index (chain, i)),
                       X509_ADD_FLAG_UP_REF) != 1)
      return FALSE;
  return TRUE;
}

static SmeCmsSignerInfo *
add_signer_info (SmeCmsSignedData *data)
{
  const ASN1_ITEM *item = ASN1_ITEM_rptr (SmeCmsSignerInfo);
  SmeCmsSignerInfo *info = (SmeCmsSignerInfo *) ASN1_item_new (item);

  if (info != NULL && sk_SmeCmsSignerInfo_push (data->signer_infos, info) > 0)
    return info;
  ASN1_item_free ((ASN1_VALUE *) info, item);
  return NULL;
}

static GBytes *
build (SmeCmsContentInfo *cms,
       SmeSealSigner *signer,
       const guint8 *digest,
       const Stamp *stamp,
       GError **error)
{
  SmeCmsSignerInfo *info = add_signer_info (cms->content);
  unsigned char *der = NULL;
  GBytes *bytes = NULL;
  int size = -1;

  ASN1_OBJECT_free (cms->type);
  cms->type = OBJ_nid2obj (NID_pkcs7_signed);
  if (info == NULL || !fill_signed_data (cms->content, signer) ||
      !fill_signer_info (info, signer, digest))
    sme_seal_error_from_openssl (error, SME_SEAL_ERROR_FAILED, "Signing failed");
  else if (add_timestamp (info, stamp, error))
    {
      size = ASN1_item_i2d ((const ASN1_VALUE *) cms, &der, ASN1_ITEM_rptr (SmeCmsContentInfo));
      if (size > 0)
        bytes = g_bytes_new (der, (gsize) size);
      else
        sme_seal_error_from_openssl (error, SME_SEAL_ERROR_FAILED, "Signing failed");
      OPENSSL_free (der);
    }
  return bytes;
}

GBytes *
sme_cms_build (SmeSealSigner *signer,
               const guint8 digest[SME_SEAL_DIGEST_SIZE],
               SmeSealTimestampFunc timestamp,
               gpointer timestamp_data,
               GError **error)
{
  const ASN1_ITEM *item = ASN1_ITEM_rptr (SmeCmsContentInfo);
  SmeCmsContentInfo *cms = (SmeCmsContentInfo *) ASN1_item_new (item);
  Stamp stamp = { timestamp, timestamp_data };
  GBytes *bytes = NULL;

  if (cms != NULL)
    bytes = build (cms, signer, digest, &stamp, error);
  else
    sme_seal_error_from_openssl (error, SME_SEAL_ERROR_FAILED, "Signing failed");
  ASN1_item_free ((ASN1_VALUE *) cms, item);
  return bytes;
}
