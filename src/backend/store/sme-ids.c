/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-ids.h"

#include <sodium.h>
#include <string.h>

char *
sme_id_new (void)
{
  guint8 bytes[16];
  char *text = g_malloc (2 * sizeof bytes + 1);

  randombytes_buf (bytes, sizeof bytes);
  return sodium_bin2hex (text, 2 * sizeof bytes + 1, bytes, sizeof bytes);
}

char *
sme_secret_new (void)
{
  const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  guint8 bytes[32];
  char *text = g_malloc (sodium_base64_encoded_len (sizeof bytes, variant));

  randombytes_buf (bytes, sizeof bytes);
  sodium_bin2base64 (text, sodium_base64_encoded_len (sizeof bytes, variant), bytes, sizeof bytes,
                     variant);
  sodium_memzero (bytes, sizeof bytes);
  return text;
}

static char *
random_text (const char *alphabet, guint n)
{
  char *text = g_malloc0 (n + 1);

  for (guint i = 0; i < n; i++)
    text[i] = alphabet[randombytes_uniform ((guint32) strlen (alphabet))];
  return text;
}

char *
sme_digits_new (guint n)
{
  return random_text ("0123456789", n);
}

char *
sme_readable_new (guint n)
{
  return random_text ("abcdefghjkmnpqrstuvwxyz23456789", n);
}
