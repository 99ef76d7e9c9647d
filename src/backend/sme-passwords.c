/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/sme-passwords.h"

#include "core/sme-password-rules.h"

#include <sodium.h>
#include <string.h>

/* As libsodium makes them. */
#define KEY_BYTES 32

/* Of a random word that nobody kept. It is made of the same numbers as all others, and there from
 * the start: made when first needed, it would tell by its time who does not exist. */
static const char nobodys_hash[crypto_pwhash_STRBYTES] =
  "$argon2id$v=19$m=65536,t=2,p=1$5wyF9hhtklNG7AhGIUF9PA$"
  "6XzddNBpqWiT1jqvV1n/nXjf/3MCTRZMexdo5D5L/k8";

static guint n_computed;

/* The form that is hashed; a broken password matches nothing. */
static char *
prepare (const char *password)
{
  char *prepared = sme_password_prepare (password);

  return prepared != NULL ? prepared : g_strdup ("");
}

static void
wipe (char *prepared)
{
  sodium_memzero (prepared, strlen (prepared));
  g_free (prepared);
}

char *
sme_password_hash (const char *password)
{
  char *prepared = prepare (password);
  char *hash = g_malloc (crypto_pwhash_STRBYTES);

  g_atomic_int_inc (&n_computed);
  if (crypto_pwhash_str (hash, prepared, strlen (prepared), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    g_error ("Not enough memory to hash a password");
  wipe (prepared);
  return hash;
}

gboolean
sme_password_verify (const char *hash, const char *password)
{
  char *prepared = prepare (password);
  gboolean right =
    crypto_pwhash_str_verify (hash != NULL ? hash : nobodys_hash, prepared, strlen (prepared)) == 0;

  g_atomic_int_inc (&n_computed);
  wipe (prepared);
  return right && hash != NULL;
}

/* "$argon2id$v=19$m=65536,t=2,p=1$SALT$HASH"; FALSE for anything else */
static gboolean
read_salt (const char *hash, unsigned char *salt)
{
  g_auto (GStrv) parts = g_strsplit (hash, "$", -1);
  size_t length = 0;

  return g_strv_length (parts) == 6 &&
         sodium_base642bin (salt, crypto_pwhash_SALTBYTES, parts[4], strlen (parts[4]), NULL,
                            &length, NULL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) == 0 &&
         length == crypto_pwhash_SALTBYTES;
}

static char *
encode (const unsigned char *salt, const unsigned char *key, gsize length)
{
  char salt_text[sodium_base64_ENCODED_LEN (crypto_pwhash_SALTBYTES,
                                            sodium_base64_VARIANT_ORIGINAL_NO_PADDING)];
  char key_text[sodium_base64_ENCODED_LEN (KEY_BYTES, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)];

  sodium_bin2base64 (salt_text, sizeof salt_text, salt, crypto_pwhash_SALTBYTES,
                     sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  sodium_bin2base64 (key_text, sizeof key_text, key, length,
                     sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  return g_strdup_printf ("$argon2id$v=19$m=%u,t=%u,p=1$%s$%s",
                          (guint) (crypto_pwhash_MEMLIMIT_INTERACTIVE / 1024),
                          (guint) crypto_pwhash_OPSLIMIT_INTERACTIVE, salt_text, key_text);
}

static char *
hash_with (const unsigned char *salt, const char *password)
{
  char *prepared = prepare (password);
  unsigned char key[KEY_BYTES];
  char *hash;

  g_atomic_int_inc (&n_computed);
  if (crypto_pwhash (key, sizeof key, prepared, strlen (prepared), salt,
                     crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                     crypto_pwhash_ALG_ARGON2ID13) != 0)
    g_error ("Not enough memory to hash a password");
  wipe (prepared);
  hash = encode (salt, key, sizeof key);
  sodium_memzero (key, sizeof key);
  return hash;
}

char *
sme_password_hash_beside (const char *other, const char *password)
{
  unsigned char salt[crypto_pwhash_SALTBYTES];

  return read_salt (other, salt) ? hash_with (salt, password) : sme_password_hash (password);
}

static gboolean
is_same (const char *a, const char *b)
{
  return strlen (a) == strlen (b) && sodium_memcmp (a, b, strlen (a)) == 0;
}

int
sme_password_find (const char *const *hashes, guint n, const char *password)
{
  unsigned char salt[crypto_pwhash_SALTBYTES];
  g_autofree char *computed = NULL;
  int found = -1;

  if (n < 2 || !read_salt (hashes[0], salt))
    return sme_password_verify (n > 0 ? hashes[0] : NULL, password) ? 0 : -1;
  computed = hash_with (salt, password);
  for (guint i = 0; i < n; i++)
    if (is_same (computed, hashes[i]) && found < 0)
      found = (int) i;
  return found;
}

guint
sme_password_count (void)
{
  return (guint) g_atomic_int_get (&n_computed);
}

gboolean
sme_password_nobody_is_like_others (void)
{
  return crypto_pwhash_str_needs_rehash (nobodys_hash, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                         crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
}
