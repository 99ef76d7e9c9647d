/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-timestamp.h"

#include "seal/sme-cms-digest.h"
#include "seal/sme-seal-error.h"
#include "seal/sme-seal-trust.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/ts.h>

/* An arc for documentation and trials (2.999, ITU-T X.660): this authority has no real policy. */
#define POLICY "2.999.1"
#define SERIAL_BITS 127

static ASN1_INTEGER *
on_serial (TS_RESP_CTX *context, void *data)
{
  BIGNUM *number = BN_new ();
  ASN1_INTEGER *serial = NULL;

  if (number != NULL && BN_rand (number, SERIAL_BITS, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1)
    serial = BN_to_ASN1_INTEGER (number, NULL);
  BN_free (number);
  return serial;
}

static int
on_time (TS_RESP_CTX *context, void *data, long *seconds, long *microseconds)
{
  GDateTime *time = data;

  *seconds = (long) g_date_time_to_unix (time);
  *microseconds = g_date_time_get_microsecond (time);
  return 1;
}

/* The request such an authority would be sent, as DER in a BIO. */
static BIO *
make_request (const guint8 *digest)
{
  TS_REQ *request = TS_REQ_new ();
  TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new ();
  X509_ALGOR *algorithm = X509_ALGOR_new ();
  BIO *bio = BIO_new (BIO_s_mem ());
  gboolean good =
    request != NULL && imprint != NULL && algorithm != NULL && bio != NULL &&
    X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_sha256), V_ASN1_NULL, NULL) == 1 &&
    TS_MSG_IMPRINT_set_algo (imprint, algorithm) == 1 &&
    TS_MSG_IMPRINT_set_msg (imprint, (unsigned char *) digest, SME_SEAL_DIGEST_SIZE) == 1 &&
    TS_REQ_set_version (request, 1) == 1 && TS_REQ_set_msg_imprint (request, imprint) == 1 &&
    TS_REQ_set_cert_req (request, 1) == 1 && i2d_TS_REQ_bio (bio, request) == 1;

  X509_ALGOR_free (algorithm);
  TS_MSG_IMPRINT_free (imprint);
  TS_REQ_free (request);
  if (good)
    return bio;
  BIO_free (bio);
  return NULL;
}

static STACK_OF (X509) * list_certificates (GPtrArray *chain)
{
  STACK_OF (X509) *list = sk_X509_new_null ();

  for (guint i = 0; list != NULL && i < chain->len; i++)
    sk_X509_push (list, sme_seal_certificate_get_x509 (g_ptr_array_index (chain, i)));
  return list;
}

static TS_RESP_CTX *
make_context (SmeSealSigner *signer, GDateTime *time)
{
  TS_RESP_CTX *context = TS_RESP_CTX_new ();
  X509 *x509 = sme_seal_certificate_get_x509 (sme_seal_signer_get_certificate (signer));
  STACK_OF (X509) *chain = list_certificates (sme_seal_signer_get_chain (signer));
  ASN1_OBJECT *policy = OBJ_txt2obj (POLICY, 1);
  gboolean good;

  good = context != NULL && TS_RESP_CTX_set_signer_cert (context, x509) == 1 &&
         TS_RESP_CTX_set_signer_key (context, sme_seal_signer_get_key (signer)) == 1 &&
         TS_RESP_CTX_set_certs (context, chain) == 1 &&
         TS_RESP_CTX_set_signer_digest (context, EVP_sha256 ()) == 1 &&
         TS_RESP_CTX_set_ess_cert_id_digest (context, EVP_sha256 ()) == 1 &&
         TS_RESP_CTX_set_def_policy (context, policy) == 1 &&
         TS_RESP_CTX_add_md (context, EVP_sha256 ()) == 1;
  sk_X509_free (chain);
  ASN1_OBJECT_free (policy);
  if (!good)
    {
      TS_RESP_CTX_free (context);
      return NULL;
    }
  TS_RESP_CTX_set_serial_cb (context, on_serial, NULL);
  TS_RESP_CTX_set_time_cb (context, on_time, time);
  return context;
}

static GBytes *
token_to_bytes (TS_RESP *response)
{
  PKCS7 *token = response != NULL ? TS_RESP_get_token (response) : NULL;
  unsigned char *der = NULL;
  int size = token != NULL ? i2d_PKCS7 (token, &der) : -1;
  GBytes *bytes = size > 0 ? g_bytes_new (der, (gsize) size) : NULL;

  OPENSSL_free (der);
  return bytes;
}

GBytes *
sme_seal_stamper_stamp (const guint8 digest[SME_SEAL_DIGEST_SIZE], gpointer stamper, GError **error)
{
  SmeSealStamper *self = stamper;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TS_RESP_CTX *context = make_context (self->signer, self->time != NULL ? self->time : now);
  BIO *request = make_request (digest);
  TS_RESP *response = NULL;
  GBytes *token;

  if (context != NULL && request != NULL)
    response = TS_RESP_create_response (context, request);
  token = token_to_bytes (response);
  if (token == NULL)
    sme_seal_error_from_openssl (error, SME_SEAL_ERROR_TIMESTAMP, "No timestamp could be made");
  TS_RESP_free (response);
  BIO_free (request);
  TS_RESP_CTX_free (context);
  ERR_clear_error ();
  return token;
}

/* What a token says of itself. */
typedef struct
{
  PKCS7 *pkcs7;
  TS_TST_INFO *info;
  guint8 imprint[EVP_MAX_MD_SIZE];
  guint imprint_size;
} Token;

static void
token_clear (Token *token)
{
  TS_TST_INFO_free (token->info);
  PKCS7_free (token->pkcs7);
}

/* Reads the token and hashes @parts as it says it did. */
static gboolean
token_read (Token *token, GBytes *bytes, GBytes *const *parts, guint n_parts)
{
  gsize size = 0;
  const unsigned char *der = g_bytes_get_data (bytes, &size);
  const EVP_MD *md = NULL;

  if (size > 0 && size <= G_MAXINT)
    token->pkcs7 = d2i_PKCS7 (NULL, &der, (long) size);
  if (token->pkcs7 != NULL)
    token->info = PKCS7_to_TS_TST_INFO (token->pkcs7);
  if (token->info != NULL)
    md = sme_cms_digest_from_algorithm (
      TS_MSG_IMPRINT_get_algo (TS_TST_INFO_get_msg_imprint (token->info)));
  if (md != NULL)
    token->imprint_size = sme_cms_digest_parts (md, parts, n_parts, token->imprint);
  return token->imprint_size > 0;
}

static GDateTime *
token_get_time (const Token *token)
{
  struct tm tm = { 0 };

  if (ASN1_TIME_to_tm (TS_TST_INFO_get_time (token->info), &tm) != 1)
    return NULL;
  return g_date_time_new_utc (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                              tm.tm_sec);
}

static int
on_accept_any_chain (int good, X509_STORE_CTX *context)
{
  return 1;
}

/* Takes @store. */
static gboolean
token_verify (const Token *token, X509_STORE *store)
{
  TS_VERIFY_CTX *context = TS_VERIFY_CTX_new ();
  unsigned char *imprint = OPENSSL_memdup (token->imprint, token->imprint_size);
  gboolean good;

  TS_VERIFY_CTX_set_flags (context, TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_SIGNATURE);
  TS_VERIFY_CTX_set_store (context, store);
  TS_VERIFY_CTX_set_imprint (context, imprint, token->imprint_size);
  good = TS_RESP_verify_token (context, token->pkcs7) == 1;
  TS_VERIFY_CTX_free (context); /* with the store and the imprint */
  ERR_clear_error ();
  return good;
}

static SmeSealTimestampVerdict
token_judge (const Token *token, GPtrArray *trusted, GDateTime *time, GDateTime *now)
{
  X509_STORE *any = sme_seal_trust_make_store (NULL, time);

  X509_STORE_set_verify_cb (any, on_accept_any_chain);
  if (!token_verify (token, any))
    return SME_SEAL_TIMESTAMP_BROKEN;
  if (token_verify (token, sme_seal_trust_make_store (trusted, now)))
    return SME_SEAL_TIMESTAMP_TRUSTED;
  if (g_date_time_compare (time, now) < 0 &&
      token_verify (token, sme_seal_trust_make_store (trusted, time)))
    return SME_SEAL_TIMESTAMP_EXPIRED;
  return SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER;
}

GDateTime *
sme_seal_timestamp_check (GBytes *token,
                          GBytes *const *parts,
                          guint n_parts,
                          GPtrArray *trusted,
                          GDateTime *now,
                          SmeSealTimestampVerdict *verdict)
{
  Token read = { 0 };
  g_autoptr (GDateTime) time = NULL;

  *verdict = SME_SEAL_TIMESTAMP_BROKEN;
  if (token_read (&read, token, parts, n_parts))
    time = token_get_time (&read);
  if (time != NULL)
    *verdict = token_judge (&read, trusted, time, now);
  token_clear (&read);
  ERR_clear_error ();
  return *verdict != SME_SEAL_TIMESTAMP_BROKEN ? g_steal_pointer (&time) : NULL;
}
