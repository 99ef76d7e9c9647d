/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-secret.h"

#include <sodium.h>
#include <string.h>

typedef struct
{
  gpointer data;
  gsize size;
} SecretBytes;

gboolean
sme_secret_init (void)
{
  return sodium_init () >= 0;
}

void
sme_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

void
sme_secret_clear (char **secret)
{
  g_clear_pointer (secret, sme_secret_free);
}

void
sme_secret_set (char **secret, const char *value)
{
  char *copy = g_strdup (value);

  sme_secret_free (*secret);
  *secret = copy;
}

static void
secret_bytes_free (gpointer user_data)
{
  SecretBytes *bytes = user_data;

  sodium_memzero (bytes->data, bytes->size);
  g_free (bytes->data);
  g_free (bytes);
}

GBytes *
sme_secret_bytes_new_take (gpointer data, gsize size)
{
  SecretBytes *bytes = g_new (SecretBytes, 1);

  bytes->data = data;
  bytes->size = size;
  return g_bytes_new_with_free_func (data, size, secret_bytes_free, bytes);
}

void
sme_secret_array_free (GByteArray *array)
{
  if (array->len > 0)
    sodium_memzero (array->data, array->len);
  g_byte_array_unref (array);
}

char *
sme_secret_random_text (gsize n_bytes)
{
  g_autofree guchar *random = g_malloc (n_bytes);
  gsize size = sodium_base64_encoded_len (n_bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  char *text = g_malloc (size);

  randombytes_buf (random, n_bytes);
  sodium_bin2base64 (text, size, random, n_bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  sodium_memzero (random, n_bytes);
  return text;
}
