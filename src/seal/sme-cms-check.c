/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-cms-check.h"

#include "seal/sme-cms-asn1.h"
#include "seal/sme-cms-digest.h"
#include "seal/sme-seal-signature-private.h"
#include "seal/sme-seal-trust.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <string.h>

#define MIN_SECURITY_BITS 112
#define ONLY_ONE -3 /* "exactly one attribute with one value", to OpenSSL's attribute getters */

typedef struct
{
  CMS_ContentInfo *cms;
  CMS_SignerInfo *info;
  X509 *x509; /* the signer's; borrowed */
  const EVP_MD *md;
} Message;

/* The end of a value of indefinite length is known only when all of it is read, so this reads. */
GBytes *
sme_cms_unpad (const guint8 *padded, gsize size)
{
  const unsigned char *end = padded;
  ASN1_TYPE *value = size <= G_MAXINT ? d2i_ASN1_TYPE (NULL, &end, (long) size) : NULL;
  gboolean only_zeros = value != NULL;

  ASN1_TYPE_free (value);
  ERR_clear_error ();
  for (const guint8 *at = end; only_zeros && at < padded + size; at++)
    only_zeros = *at == 0;
  return only_zeros ? g_bytes_new (padded, (gsize) (end - padded)) : NULL;
}

static gboolean
message_read (Message *message, GBytes *der)
{
  gsize size = 0;
  const unsigned char *data = g_bytes_get_data (der, &size);
  STACK_OF (CMS_SignerInfo) * infos;

  message->cms = d2i_CMS_ContentInfo (NULL, &data, (long) size);
  if (message->cms == NULL || OBJ_obj2nid (CMS_get0_type (message->cms)) != NID_pkcs7_signed ||
      OBJ_obj2nid (CMS_get0_eContentType (message->cms)) != NID_pkcs7_data ||
      CMS_is_detached (message->cms) != 1)
    return FALSE;
  infos = CMS_get0_SignerInfos (message->cms);
  if (sk_CMS_SignerInfo_num (infos) != 1 || CMS_set1_signers_certs (message->cms, NULL, 0) != 1)
    return FALSE;
  message->info = sk_CMS_SignerInfo_value (infos, 0);
  CMS_SignerInfo_get0_algs (message->info, NULL, &message->x509, NULL, NULL);
  return message->x509 != NULL;
}

static gboolean
algorithms_are_safe (Message *message)
{
  X509_ALGOR *algorithm = NULL;
  EVP_PKEY *key = X509_get0_pubkey (message->x509);

  CMS_SignerInfo_get0_algs (message->info, NULL, NULL, &algorithm, NULL);
  message->md = sme_cms_digest_from_algorithm (algorithm);
  return message->md != NULL && key != NULL &&
         EVP_PKEY_get_security_bits (key) >= MIN_SECURITY_BITS;
}

static const ASN1_STRING *
get_signed (Message *message, int nid, int type)
{
  return CMS_signed_get0_data_by_OBJ (message->info, OBJ_nid2obj (nid), ONLY_ONE, type);
}

/* Both attributes have to be there: without them the signature would not be over attributes, and
 * nothing would bind it to this content. */
static gboolean
digest_matches (Message *message, GBytes *const *parts, guint n_parts)
{
  const ASN1_OCTET_STRING *claimed =
    get_signed (message, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
  guint8 digest[EVP_MAX_MD_SIZE];
  guint size = sme_cms_digest_parts (message->md, parts, n_parts, digest);

  return claimed != NULL && size > 0 && ASN1_STRING_length (claimed) == (int) size &&
         memcmp (ASN1_STRING_get0_data (claimed), digest, size) == 0;
}

static gboolean
content_type_is_data (Message *message)
{
  const void *type = get_signed (message, NID_pkcs9_contentType, V_ASN1_OBJECT);

  return type != NULL && OBJ_obj2nid (type) == NID_pkcs7_data;
}

/* The first certificate the attribute names is the signer's (RFC 5035, 4). */
static gboolean
names_certificate (X509 *x509, const ASN1_STRING *attribute, const EVP_MD *fallback)
{
  const ASN1_ITEM *item = ASN1_ITEM_rptr (SmeCmsSigningCertificate);
  const unsigned char *der = ASN1_STRING_get0_data (attribute);
  SmeCmsSigningCertificate *value =
    (SmeCmsSigningCertificate *) ASN1_item_d2i (NULL, &der, ASN1_STRING_length (attribute), item);
  const SmeCmsCertificateId *id =
    value != NULL ? sk_SmeCmsCertificateId_value (value->certificates, 0) : NULL;
  const EVP_MD *md = fallback;
  guint8 hash[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  gboolean fits = FALSE;

  if (id != NULL && id->hash_algorithm != NULL)
    md = sme_cms_digest_from_algorithm (id->hash_algorithm);
  if (id != NULL && md != NULL && X509_digest (x509, md, hash, &size) == 1)
    fits = ASN1_STRING_length (id->hash) == (int) size &&
           memcmp (ASN1_STRING_get0_data (id->hash), hash, size) == 0;
  ASN1_item_free ((ASN1_VALUE *) value, item);
  return fits;
}

static gboolean
has_attribute (Message *message, int nid)
{
  return CMS_signed_get_attr_by_NID (message->info, nid, -1) >= 0;
}

/* The first version of the attribute always means SHA-1. It is still told by older signers. */
static gboolean
certificate_is_bound (Message *message, gboolean must_be)
{
  const ASN1_STRING *first =
    get_signed (message, NID_id_smime_aa_signingCertificate, V_ASN1_SEQUENCE);
  const ASN1_STRING *second =
    get_signed (message, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE);

  if (has_attribute (message, NID_id_smime_aa_signingCertificateV2))
    return second != NULL && names_certificate (message->x509, second, EVP_sha256 ());
  if (has_attribute (message, NID_id_smime_aa_signingCertificate))
    return first != NULL && names_certificate (message->x509, first, EVP_sha1 ());
  return !must_be;
}

/* Before the signature is judged: that of one that does not hold stays so. */
static void
note_timestamp (Message *message, SmeSealSignature *into)
{
  ASN1_OBJECT *type = OBJ_nid2obj (NID_id_smime_aa_timeStampToken);

  if (CMS_unsigned_get_attr_by_OBJ (message->info, type, -1) < 0)
    into->timestamp_verdict = SME_SEAL_TIMESTAMP_NONE;
}

static void
judge_timestamp (Message *message, GPtrArray *trusted, GDateTime *now, SmeSealSignature *into)
{
  ASN1_OBJECT *type = OBJ_nid2obj (NID_id_smime_aa_timeStampToken);
  ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature (message->info);
  const ASN1_STRING *token =
    CMS_unsigned_get0_data_by_OBJ (message->info, type, ONLY_ONE, V_ASN1_SEQUENCE);
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (into->timestamp_verdict == SME_SEAL_TIMESTAMP_NONE)
    return;
  into->timestamp_verdict = SME_SEAL_TIMESTAMP_BROKEN;
  if (token == NULL)
    return;
  signature = g_bytes_new (ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value));
  bytes = g_bytes_new (ASN1_STRING_get0_data (token), (gsize) ASN1_STRING_length (token));
  into->timestamp_time =
    sme_seal_timestamp_check (bytes, &signature, 1, trusted, now, &into->timestamp_verdict);
}

/* A signature is judged at the time a trusted timestamp proves, else now: the time the signer
 * claims would let a stolen key sign for ever. */
static SmeSealFlaw
judge_certificate (Message *message, GPtrArray *trusted, GDateTime *now, SmeSealSignature *into)
{
  gboolean proved = into->timestamp_verdict == SME_SEAL_TIMESTAMP_TRUSTED ||
                    into->timestamp_verdict == SME_SEAL_TIMESTAMP_EXPIRED;
  STACK_OF (X509) *others = CMS_get1_certs (message->cms);
  SmeSealTrust trust =
    sme_seal_trust_judge (message->x509, others, trusted, proved ? into->timestamp_time : now);

  sk_X509_pop_free (others, X509_free);
  if (!sme_seal_trust_may_sign (message->x509))
    return SME_SEAL_FLAW_PURPOSE;
  if (trust == SME_SEAL_TRUST_NO_TIME)
    return SME_SEAL_FLAW_VALIDITY;
  return trust == SME_SEAL_TRUST_FULL ? SME_SEAL_FLAW_NONE : SME_SEAL_FLAW_ISSUER;
}

void
sme_cms_check (GBytes *cms,
               GBytes *const *parts,
               guint n_parts,
               gboolean must_name_certificate,
               GPtrArray *trusted,
               GDateTime *now,
               SmeSealSignature *into)
{
  Message message = { 0 };

  if (!message_read (&message, cms))
    into->flaw = SME_SEAL_FLAW_CMS;
  else
    {
      into->certificate = sme_seal_certificate_new_from_x509 (message.x509);
      note_timestamp (&message, into);
      if (!algorithms_are_safe (&message))
        into->flaw = SME_SEAL_FLAW_ALGORITHM;
      else if (!content_type_is_data (&message) ||
               !has_attribute (&message, NID_pkcs9_messageDigest))
        into->flaw = SME_SEAL_FLAW_CMS;
      else if (!digest_matches (&message, parts, n_parts))
        into->flaw = SME_SEAL_FLAW_DIGEST;
      else if (CMS_SignerInfo_verify (message.info) != 1)
        into->flaw = SME_SEAL_FLAW_SIGNATURE;
      else if (!certificate_is_bound (&message, must_name_certificate))
        into->flaw = SME_SEAL_FLAW_SIGNING_CERTIFICATE;
      else
        {
          judge_timestamp (&message, trusted, now, into);
          into->flaw = judge_certificate (&message, trusted, now, into);
        }
    }
  CMS_ContentInfo_free (message.cms);
  ERR_clear_error ();
}
