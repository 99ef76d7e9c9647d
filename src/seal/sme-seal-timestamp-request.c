/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-timestamp-request.h"

#include "seal/sme-openssl-compat.h"
#include "seal/sme-seal-error.h"
#include "seal/sme-seal-trust.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/ts.h>

#define NONCE_BITS 64

static gboolean
add_imprint (TS_REQ *request, const guint8 *digest)
{
  TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new ();
  X509_ALGOR *algorithm = X509_ALGOR_new ();
  gboolean good =
    imprint != NULL && algorithm != NULL &&
    X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_sha256), V_ASN1_NULL, NULL) == 1 &&
    TS_MSG_IMPRINT_set_algo (imprint, algorithm) == 1 &&
    TS_MSG_IMPRINT_set_msg (imprint, (unsigned char *) digest, SME_SEAL_DIGEST_SIZE) == 1 &&
    TS_REQ_set_msg_imprint (request, imprint) == 1;

  X509_ALGOR_free (algorithm);
  TS_MSG_IMPRINT_free (imprint);
  return good;
}

/* So that an old answer cannot be played back. */
static gboolean
add_nonce (TS_REQ *request)
{
  BIGNUM *number = BN_new ();
  ASN1_INTEGER *nonce = NULL;
  gboolean good;

  if (number != NULL && BN_rand (number, NONCE_BITS, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1)
    nonce = BN_to_ASN1_INTEGER (number, NULL);
  good = nonce != NULL && TS_REQ_set_nonce (request, nonce) == 1;
  ASN1_INTEGER_free (nonce);
  BN_free (number);
  return good;
}

GBytes *
sme_seal_timestamp_request_new (const guint8 digest[SME_SEAL_DIGEST_SIZE], GError **error)
{
  TS_REQ *request = TS_REQ_new ();
  unsigned char *der = NULL;
  GBytes *bytes = NULL;
  int size = -1;

  if (request != NULL && TS_REQ_set_version (request, 1) == 1 && add_imprint (request, digest) &&
      add_nonce (request) && TS_REQ_set_cert_req (request, 1) == 1)
    size = i2d_TS_REQ (request, &der);
  if (size > 0)
    bytes = g_bytes_new (der, (gsize) size);
  else
    sme_seal_error_from_openssl (error, SME_SEAL_ERROR_TIMESTAMP, "No request could be made");
  OPENSSL_free (der);
  TS_REQ_free (request);
  return bytes;
}

static TS_REQ *
read_request (GBytes *bytes)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (bytes, &size);

  return d2i_TS_REQ (NULL, &der, (long) size);
}

static TS_RESP *
read_response (GBytes *bytes)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (bytes, &size);

  return size > 0 && size <= G_MAXINT ? d2i_TS_RESP (NULL, &der, (long) size) : NULL;
}

static int
on_accept_any_chain (int good, X509_STORE_CTX *context)
{
  return 1;
}

static gboolean
fits (TS_REQ *request, TS_RESP *response)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TS_VERIFY_CTX *context = TS_REQ_to_TS_VERIFY_CTX (request, NULL);
  X509_STORE *any;
  gboolean good;

  if (context == NULL)
    return FALSE;
  any = sme_seal_trust_make_store (NULL, now);
  X509_STORE_set_verify_cb (any, on_accept_any_chain);
  TS_VERIFY_CTX_set0_store (context, any);
  TS_VERIFY_CTX_add_flags (context, TS_VFY_SIGNATURE);
  good = TS_RESP_verify_response (context, response) == 1;
  TS_VERIFY_CTX_free (context); /* with the store */
  return good;
}

static GBytes *
token_to_bytes (TS_RESP *response)
{
  unsigned char *der = NULL;
  int size = i2d_PKCS7 (TS_RESP_get_token (response), &der);
  GBytes *bytes = size > 0 ? g_bytes_new (der, (gsize) size) : NULL;

  OPENSSL_free (der);
  return bytes;
}

GBytes *
sme_seal_timestamp_request_read (GBytes *request, GBytes *answer, GError **error)
{
  TS_REQ *asked = read_request (request);
  TS_RESP *response = read_response (answer);
  GBytes *token = NULL;

  if (asked != NULL && response != NULL && fits (asked, response))
    token = token_to_bytes (response);
  if (token == NULL)
    sme_seal_error_from_openssl (error, SME_SEAL_ERROR_TIMESTAMP,
                                 "The timestamping authority gave no good answer");
  TS_RESP_free (response);
  TS_REQ_free (asked);
  ERR_clear_error ();
  return token;
}
