/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-signer.h"

#include "seal/sme-seal-error.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string.h>

/* Below this a key is too weak to sign with: RSA of 2048 bits has 112. */
#define MIN_SECURITY_BITS 112

struct _SmeSealSigner
{
  EVP_PKEY *key;
  GPtrArray *chain; /* of SmeSealCertificate */
};

G_DEFINE_BOXED_TYPE (SmeSealSigner, sme_seal_signer, sme_seal_signer_ref, sme_seal_signer_unref)

SmeSealSigner *
sme_seal_signer_ref (SmeSealSigner *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
signer_clear (gpointer data)
{
  SmeSealSigner *self = data;

  EVP_PKEY_free (self->key); /* clears the secret numbers */
  g_ptr_array_unref (self->chain);
}

void
sme_seal_signer_unref (SmeSealSigner *self)
{
  g_atomic_rc_box_release_full (self, signer_clear);
}

SmeSealCertificate *
sme_seal_signer_get_certificate (SmeSealSigner *self)
{
  return g_ptr_array_index (self->chain, 0);
}

GPtrArray *
sme_seal_signer_get_chain (SmeSealSigner *self)
{
  return self->chain;
}

EVP_PKEY *
sme_seal_signer_get_key (SmeSealSigner *self)
{
  return self->key;
}

static gboolean
key_is_usable (EVP_PKEY *key, GError **error)
{
  int type = EVP_PKEY_get_base_id (key);

  if ((type == EVP_PKEY_RSA || type == EVP_PKEY_EC) &&
      EVP_PKEY_get_security_bits (key) >= MIN_SECURITY_BITS)
    return TRUE;
  g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_KEY, "The key is of a kind not used here");
  return FALSE;
}

/* Follows the issuers from @leaf on, so that stray certificates do not get into signatures. */
static GPtrArray *
order_chain (SmeSealCertificate *leaf, GPtrArray *pool)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_certificate_unref);
  SmeSealCertificate *current = leaf;

  while (current != NULL && chain->len <= pool->len)
    {
      X509 *x509 = sme_seal_certificate_get_x509 (current);

      g_ptr_array_add (chain, sme_seal_certificate_ref (current));
      current = NULL;
      if (X509_check_issued (x509, x509) == X509_V_OK)
        break;
      for (guint i = 0; current == NULL && i < pool->len; i++)
        {
          SmeSealCertificate *other = g_ptr_array_index (pool, i);

          if (X509_check_issued (sme_seal_certificate_get_x509 (other), x509) == X509_V_OK)
            current = other;
        }
    }
  return chain;
}

SmeSealSigner *
sme_seal_signer_new_from_key (EVP_PKEY *key, GPtrArray *chain, GError **error)
{
  SmeSealSigner *self;
  SmeSealCertificate *leaf = NULL;

  if (!key_is_usable (key, error))
    return NULL;
  for (guint i = 0; leaf == NULL && i < chain->len; i++)
    if (X509_check_private_key (sme_seal_certificate_get_x509 (g_ptr_array_index (chain, i)),
                                key) == 1)
      leaf = g_ptr_array_index (chain, i);
  ERR_clear_error ();
  if (leaf == NULL)
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_CERTIFICATE,
                   "No certificate fits the private key");
      return NULL;
    }
  self = g_atomic_rc_box_new0 (SmeSealSigner);
  EVP_PKEY_up_ref (key);
  self->key = key;
  self->chain = order_chain (leaf, chain);
  return self;
}

/* Never asks on the terminal, as OpenSSL does by default. */
static int
on_password (char *buffer, int size, int writing, void *data)
{
  return -1;
}

SmeSealSigner *
sme_seal_signer_new_from_pem (GBytes *pem, GError **error)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (pem, &size);
  g_autoptr (GPtrArray) certificates = sme_seal_certificate_list_from_pem (pem, error);
  SmeSealSigner *self;
  EVP_PKEY *key;
  BIO *bio;

  if (certificates == NULL)
    return NULL;
  bio = BIO_new_mem_buf (data, (int) size);
  key = PEM_read_bio_PrivateKey (bio, NULL, on_password, NULL);
  BIO_free (bio);
  if (key == NULL)
    {
      sme_seal_error_from_openssl (error, SME_SEAL_ERROR_KEY, "No readable private key");
      return NULL;
    }
  self = sme_seal_signer_new_from_key (key, certificates, error);
  EVP_PKEY_free (key);
  return self;
}

typedef struct
{
  gsize size;
  guint8 data[];
} Secret;

static void
secret_free (gpointer data)
{
  Secret *secret = data;

  OPENSSL_cleanse (secret->data, secret->size);
  g_free (secret);
}

static GBytes *
secret_bytes_new (const void *data, gsize size)
{
  Secret *secret = g_malloc (sizeof (Secret) + size);

  secret->size = size;
  memcpy (secret->data, data, size);
  return g_bytes_new_with_free_func (secret->data, size, secret_free, secret);
}

SmeSealSigner *
sme_seal_signer_new_from_file (const char *path, GError **error)
{
  char *data = NULL;
  gsize size = 0;
  g_autoptr (GBytes) pem = NULL;

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  pem = secret_bytes_new (data, size);
  OPENSSL_cleanse (data, size);
  g_free (data);
  return sme_seal_signer_new_from_pem (pem, error);
}

GBytes *
sme_seal_signer_to_pem (SmeSealSigner *self)
{
  BIO *bio = BIO_new (BIO_s_mem ()); /* wipes its memory when it is freed */
  char *data = NULL;
  GBytes *pem;
  long size;

  PEM_write_bio_PrivateKey (bio, self->key, NULL, NULL, 0, NULL, NULL);
  for (guint i = 0; i < self->chain->len; i++)
    PEM_write_bio_X509 (bio, sme_seal_certificate_get_x509 (g_ptr_array_index (self->chain, i)));
  size = BIO_get_mem_data (bio, &data);
  pem = secret_bytes_new (data, (gsize) MAX (size, 0));
  BIO_free (bio);
  return pem;
}
