/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-stamper.h"

#include "seal/sme-seal-error.h"
#include "seal/sme-seal-timestamp-request.h"

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

static TS_RESP *
make_response (TS_RESP_CTX *context, GBytes *request)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (request, &size);
  BIO *bio = size <= G_MAXINT ? BIO_new_mem_buf (data, (int) size) : NULL;
  TS_RESP *response = bio != NULL ? TS_RESP_create_response (context, bio) : NULL;

  BIO_free (bio);
  return response;
}

static GBytes *
response_to_bytes (TS_RESP *response)
{
  unsigned char *der = NULL;
  int size = response != NULL ? i2d_TS_RESP (response, &der) : -1;
  GBytes *bytes = size > 0 ? g_bytes_new (der, (gsize) size) : NULL;

  OPENSSL_free (der);
  return bytes;
}

GBytes *
sme_seal_stamper_answer (SmeSealStamper *stamper, GBytes *request, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TS_RESP_CTX *context =
    make_context (stamper->signer, stamper->time != NULL ? stamper->time : now);
  TS_RESP *response = context != NULL ? make_response (context, request) : NULL;
  GBytes *answer = response_to_bytes (response);

  if (answer == NULL)
    sme_seal_error_from_openssl (error, SME_SEAL_ERROR_TIMESTAMP, "No timestamp could be made");
  TS_RESP_free (response);
  TS_RESP_CTX_free (context);
  ERR_clear_error ();
  return answer;
}

GBytes *
sme_seal_stamper_stamp (const guint8 digest[SME_SEAL_DIGEST_SIZE], gpointer stamper, GError **error)
{
  g_autoptr (GBytes) request = sme_seal_timestamp_request_new (digest, error);
  g_autoptr (GBytes) answer = NULL;

  if (request == NULL)
    return NULL;
  answer = sme_seal_stamper_answer (stamper, request, error);
  return answer != NULL ? sme_seal_timestamp_request_read (request, answer, error) : NULL;
}
