/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-timestamp.h"

#include "seal/sme-cms-digest.h"
#include "seal/sme-openssl-compat.h"
#include "seal/sme-seal-error.h"
#include "seal/sme-seal-trust.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/ts.h>

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
  TS_VERIFY_CTX_set0_store (context, store);
  TS_VERIFY_CTX_set0_imprint (context, imprint, token->imprint_size);
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
