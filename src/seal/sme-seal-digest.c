/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-digest.h"

#include <openssl/evp.h>

void
sme_seal_digest_around (GBytes *bytes,
                        gsize hole_start,
                        gsize hole_end,
                        gsize end,
                        guint8 digest[SME_SEAL_DIGEST_SIZE])
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  EVP_MD_CTX *context = EVP_MD_CTX_new ();

  g_return_if_fail (hole_start <= hole_end && hole_end <= end && end <= size);

  /* Hashing with a built-in digest fails only for want of memory, and GLib gives up then too. */
  if (context == NULL || EVP_DigestInit_ex (context, EVP_sha256 (), NULL) != 1 ||
      EVP_DigestUpdate (context, data, hole_start) != 1 ||
      EVP_DigestUpdate (context, data + hole_end, end - hole_end) != 1 ||
      EVP_DigestFinal_ex (context, digest, NULL) != 1)
    g_error ("SHA-256 is not available");
  EVP_MD_CTX_free (context);
}

void
sme_seal_digest (GBytes *bytes, guint8 digest[SME_SEAL_DIGEST_SIZE])
{
  gsize size = g_bytes_get_size (bytes);

  sme_seal_digest_around (bytes, size, size, size, digest);
}

char *
sme_seal_digest_hex (GBytes *bytes)
{
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  GString *hex = g_string_sized_new (2 * SME_SEAL_DIGEST_SIZE);

  sme_seal_digest (bytes, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}
