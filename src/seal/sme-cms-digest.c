/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-cms-digest.h"

const EVP_MD *
sme_cms_digest_from_algorithm (const X509_ALGOR *algorithm)
{
  const ASN1_OBJECT *object = NULL;

  X509_ALGOR_get0 (&object, NULL, NULL, algorithm);
  switch (OBJ_obj2nid (object))
    {
    case NID_sha256:
      return EVP_sha256 ();
    case NID_sha384:
      return EVP_sha384 ();
    case NID_sha512:
      return EVP_sha512 ();
    default:
      return NULL;
    }
}

guint
sme_cms_digest_parts (const EVP_MD *md,
                      GBytes *const *parts,
                      guint n_parts,
                      guint8 digest[EVP_MAX_MD_SIZE])
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gboolean good = context != NULL && EVP_DigestInit_ex (context, md, NULL) == 1;
  unsigned int length = 0;

  for (guint i = 0; good && i < n_parts; i++)
    {
      gsize size = 0;
      const void *data = g_bytes_get_data (parts[i], &size);

      good = EVP_DigestUpdate (context, data, size) == 1;
    }
  good = good && EVP_DigestFinal_ex (context, digest, &length) == 1;
  EVP_MD_CTX_free (context);
  return good ? length : 0;
}
