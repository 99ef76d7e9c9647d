/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/sme-keys.h"

#include "seal/sme-seal-authority.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#define KEY_BYTES crypto_generichash_KEYBYTES_MAX

struct _SmeKeys
{
  guint8 *mac_key; /* in memory that is neither swapped nor dumped */
  SmeSealSigner *signer;
  SmeSealSigner *stamper;
};

typedef struct
{
  const char *file;
  const char *authority;
  const char *name;
  SmeSealUsage usage;
} SignerKind;

static const SignerKind documents = { "seal.pem", "OneSME demo authority", "OneSME demo",
                                      SME_SEAL_USAGE_DOCUMENTS };
static const SignerKind timestamps = { "timestamp.pem", "OneSME demo timestamping authority",
                                       "OneSME demo timestamps", SME_SEAL_USAGE_TIMESTAMPS };

static gboolean
set_errno (GError **error, const char *what)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", what,
               g_strerror (errno));
  return FALSE;
}

/* Whole or not at all: a key file cut short by a power failure would be worse than none. */
static gboolean
write_private (const char *path, gconstpointer data, gsize length, GError **error)
{
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

static gboolean
load_mac_key (SmeKeys *self, const char *directory, GError **error)
{
  g_autofree char *path = g_build_filename (directory, "mac.key", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  self->mac_key = sodium_malloc (KEY_BYTES);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      randombytes_buf (self->mac_key, KEY_BYTES);
      return write_private (path, self->mac_key, KEY_BYTES, error);
    }
  if (!g_file_get_contents (path, &contents, &length, error))
    return FALSE;
  if (length != KEY_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The key file is damaged");
      return FALSE;
    }
  memcpy (self->mac_key, contents, KEY_BYTES);
  sodium_memzero (contents, length);
  return TRUE;
}

/* A signer below an authority of its own, whose key is dropped: it can vouch for nobody else. */
static SmeSealSigner *
make_signer (const SignerKind *kind, const char *path, GError **error)
{
  g_autoptr (SmeSealSigner) authority = NULL;
  g_autoptr (SmeSealSigner) signer = NULL;
  g_autoptr (GBytes) pem = NULL;

  authority =
    sme_seal_authority_new ("OneSME demo", kind->authority, SME_SEAL_KEY_ECDSA_P256, NULL, error);
  if (authority == NULL)
    return NULL;
  signer = sme_seal_authority_issue (authority, kind->name, kind->usage, SME_SEAL_KEY_ECDSA_P256,
                                     NULL, error);
  if (signer == NULL)
    return NULL;
  pem = sme_seal_signer_to_pem (signer);
  if (!write_private (path, g_bytes_get_data (pem, NULL), g_bytes_get_size (pem), error))
    return NULL;
  return g_steal_pointer (&signer);
}

static SmeSealSigner *
load_signer (const SignerKind *kind, const char *directory, GError **error)
{
  g_autofree char *path = g_build_filename (directory, kind->file, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return make_signer (kind, path, error);
  return sme_seal_signer_new_from_file (path, error);
}

static gboolean
load_signers (SmeKeys *self, const char *directory, GError **error)
{
  self->signer = load_signer (&documents, directory, error);
  if (self->signer != NULL)
    self->stamper = load_signer (&timestamps, directory, error);
  return self->stamper != NULL;
}

SmeKeys *
sme_keys_open (const char *directory, GError **error)
{
  g_autoptr (SmeKeys) self = g_new0 (SmeKeys, 1);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used here");
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      set_errno (error, "The key directory cannot be made");
      return NULL;
    }
  if (!load_mac_key (self, directory, error) || !load_signers (self, directory, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sme_keys_free (SmeKeys *self)
{
  g_clear_pointer (&self->mac_key, sodium_free);
  g_clear_pointer (&self->signer, sme_seal_signer_unref);
  g_clear_pointer (&self->stamper, sme_seal_signer_unref);
  g_free (self);
}

static void
mac_update (crypto_generichash_state *state, gconstpointer data, gsize length)
{
  guint64 size = GUINT64_TO_LE ((guint64) length);

  /* The length in front keeps ("ab", "c") apart from ("a", "bc"). */
  crypto_generichash_update (state, (const guint8 *) &size, sizeof size);
  crypto_generichash_update (state, data, length);
}

static void
mac_begin (SmeKeys *self, crypto_generichash_state *state, const char *purpose)
{
  crypto_generichash_init (state, self->mac_key, KEY_BYTES, crypto_generichash_BYTES);
  mac_update (state, purpose, strlen (purpose));
}

static char *
mac_end (crypto_generichash_state *state)
{
  guint8 digest[crypto_generichash_BYTES];
  char *hex = g_malloc (2 * sizeof digest + 1);

  crypto_generichash_final (state, digest, sizeof digest);
  return sodium_bin2hex (hex, 2 * sizeof digest + 1, digest, sizeof digest);
}

char *
sme_keys_mac (SmeKeys *self, const char *purpose, ...)
{
  crypto_generichash_state state;
  va_list args;

  mac_begin (self, &state, purpose);
  va_start (args, purpose);
  for (const char *part = va_arg (args, const char *); part != NULL;
       part = va_arg (args, const char *))
    mac_update (&state, part, strlen (part));
  va_end (args);
  return mac_end (&state);
}

char *
sme_keys_mac_bytes (SmeKeys *self, const char *purpose, GBytes *bytes)
{
  crypto_generichash_state state;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  mac_begin (self, &state, purpose);
  mac_update (&state, data != NULL ? data : "", length);
  return mac_end (&state);
}

gboolean
sme_keys_equal (const char *a, const char *b)
{
  gsize length = strlen (a);

  return length == strlen (b) && sodium_memcmp (a, b, length) == 0;
}

static void
append_authority (GString *pem, SmeSealSigner *signer)
{
  GPtrArray *chain = sme_seal_signer_get_chain (signer);
  g_autofree char *text = sme_seal_certificate_to_pem (g_ptr_array_index (chain, chain->len - 1));

  g_string_append (pem, text);
}

gboolean
sme_keys_publish (SmeKeys *self, const char *path, GError **error)
{
  g_autoptr (GString) pem = g_string_new (NULL);

  append_authority (pem, self->signer);
  append_authority (pem, self->stamper);
  return write_private (path, pem->str, pem->len, error);
}

SmeSealSigner *
sme_keys_get_signer (SmeKeys *self)
{
  return self->signer;
}

SmeSealSigner *
sme_keys_get_stamper (SmeKeys *self)
{
  return self->stamper;
}
