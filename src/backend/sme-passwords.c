/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/sme-passwords.h"

#include "core/sme-password-rules.h"

#include <sodium.h>
#include <string.h>

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

  if (crypto_pwhash_str (hash, prepared, strlen (prepared), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    g_error ("Not enough memory to hash a password");
  wipe (prepared);
  return hash;
}

static const char *
get_nobodys_hash (void)
{
  static gsize once;
  static char *hash;

  if (g_once_init_enter (&once))
    {
      hash = sme_password_hash ("the password of nobody");
      g_once_init_leave (&once, 1);
    }
  return hash;
}

gboolean
sme_password_verify (const char *hash, const char *password)
{
  char *prepared = prepare (password);
  gboolean right = crypto_pwhash_str_verify (hash != NULL ? hash : get_nobodys_hash (), prepared,
                                             strlen (prepared)) == 0;

  wipe (prepared);
  return right && hash != NULL;
}
