/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-vault-file.h"

#include "client/sme-secret.h"
#include "client/sme-vault.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

/*
 * A file is MAGIC, a random nonce, and the content sealed with XChaCha20-Poly1305; MAGIC and the
 * hash that names the file are sealed along, so that one file cannot be passed off as another.
 * Sealing and naming have keys of their own, derived from the one in the keyring.
 */
#define MAGIC "SMEVLT1\n"
#define MAGIC_SIZE (sizeof MAGIC - 1)
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE crypto_aead_xchacha20poly1305_ietf_ABYTES
#define HEAD_SIZE (MAGIC_SIZE + NONCE_SIZE)
#define HASH_SIZE 32
#define NAME_SIZE (2 * HASH_SIZE)
#define CONTEXT "smevault"

G_STATIC_ASSERT (crypto_kdf_KEYBYTES == 32);

struct _SmeVaultKey
{
  guint8 master[crypto_kdf_KEYBYTES];
  guint8 seal[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  guint8 name[crypto_generichash_KEYBYTES];
};

static SmeVaultKey *
key_new (const guint8 *master)
{
  SmeVaultKey *self = sodium_malloc (sizeof *self);

  g_assert (self != NULL);
  memcpy (self->master, master, sizeof self->master);
  crypto_kdf_derive_from_key (self->seal, sizeof self->seal, 1, CONTEXT, master);
  crypto_kdf_derive_from_key (self->name, sizeof self->name, 2, CONTEXT, master);
  sodium_mprotect_readonly (self);
  return self;
}

SmeVaultKey *
sme_vault_key_new_random (void)
{
  guint8 master[crypto_kdf_KEYBYTES];
  SmeVaultKey *self;

  g_return_val_if_fail (sme_secret_init (), NULL);

  crypto_kdf_keygen (master);
  self = key_new (master);
  sodium_memzero (master, sizeof master);
  return self;
}

SmeVaultKey *
sme_vault_key_new_from_text (const char *text)
{
  guint8 master[crypto_kdf_KEYBYTES];
  SmeVaultKey *self = NULL;
  gsize size;

  g_return_val_if_fail (sme_secret_init (), NULL);

  if (sodium_base642bin (master, sizeof master, text, strlen (text), NULL, &size, NULL,
                         sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
      size == sizeof master)
    self = key_new (master);
  sodium_memzero (master, sizeof master);
  return self;
}

char *
sme_vault_key_to_text (SmeVaultKey *self)
{
  gsize size =
    sodium_base64_encoded_len (sizeof self->master, sodium_base64_VARIANT_URLSAFE_NO_PADDING);

  return sodium_bin2base64 (g_malloc (size), size, self->master, sizeof self->master,
                            sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

void
sme_vault_key_free (SmeVaultKey *self)
{
  sodium_free (self);
}

static void
hash_name (SmeVaultKey *key, const char *name, guint8 hash[HASH_SIZE])
{
  crypto_generichash (hash, HASH_SIZE, (const guint8 *) name, strlen (name), key->name,
                      sizeof key->name);
}

static char *
build_path (const char *directory, const guint8 hash[HASH_SIZE])
{
  char text[NAME_SIZE + 1];

  return g_build_filename (directory, sodium_bin2hex (text, sizeof text, hash, HASH_SIZE), NULL);
}

static void
set_failed (GError **error, const char *what, int number)
{
  g_set_error (error, SME_VAULT_ERROR, SME_VAULT_ERROR_FAILED, "%s: %s", what, g_strerror (number));
}

static void
fill_associated (guint8 associated[MAGIC_SIZE + HASH_SIZE], const guint8 hash[HASH_SIZE])
{
  memcpy (associated, MAGIC, MAGIC_SIZE);
  memcpy (associated + MAGIC_SIZE, hash, HASH_SIZE);
}

static GByteArray *
seal (SmeVaultKey *key, const guint8 hash[HASH_SIZE], GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GByteArray *sealed = g_byte_array_sized_new ((guint) (HEAD_SIZE + size + TAG_SIZE));
  guint8 associated[MAGIC_SIZE + HASH_SIZE];
  guint8 *nonce;

  g_byte_array_set_size (sealed, (guint) (HEAD_SIZE + size + TAG_SIZE));
  memcpy (sealed->data, MAGIC, MAGIC_SIZE);
  nonce = sealed->data + MAGIC_SIZE;
  randombytes_buf (nonce, NONCE_SIZE);
  fill_associated (associated, hash);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed->data + HEAD_SIZE, NULL, data, size,
                                              associated, sizeof associated, NULL, nonce,
                                              key->seal);
  return sealed;
}

static GBytes *
unseal (SmeVaultKey *key, const guint8 hash[HASH_SIZE], const guint8 *data, gsize size)
{
  guint8 associated[MAGIC_SIZE + HASH_SIZE];
  guint8 *plain;

  if (size < HEAD_SIZE + TAG_SIZE || memcmp (data, MAGIC, MAGIC_SIZE) != 0)
    return NULL;
  fill_associated (associated, hash);
  plain = g_malloc (MAX (size - HEAD_SIZE - TAG_SIZE, 1));
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, data + HEAD_SIZE,
                                                  size - HEAD_SIZE, associated, sizeof associated,
                                                  data + MAGIC_SIZE, key->seal) != 0)
    {
      g_free (plain);
      return NULL;
    }
  return sme_secret_bytes_new_take (plain, size - HEAD_SIZE - TAG_SIZE);
}

static gboolean
sync_directory (const char *directory)
{
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

gboolean
sme_vault_file_prepare (const char *directory, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_mkdir_with_parents (directory, 0700) != 0 || g_chmod (directory, 0700) != 0)
    {
      set_failed (error, "The vault's directory", errno);
      return FALSE;
    }
  dir = g_dir_open (directory, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strlen (name) > NAME_SIZE && name[NAME_SIZE] == '.')
      {
        g_autofree char *path = g_build_filename (directory, name, NULL);
        g_unlink (path);
      }
  return TRUE;
}

char *
sme_vault_file_build_folder (const char *directory, SmeVaultKey *key, const char *owner)
{
  guint8 hash[HASH_SIZE];

  hash_name (key, owner, hash);
  return build_path (directory, hash);
}

gboolean
sme_vault_file_remove_folder (const char *directory, const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  if (g_rmdir (folder) == 0)
    return sync_directory (directory);
  if (errno == ENOENT)
    return TRUE;
  set_failed (error, "A folder of the vault", errno);
  return FALSE;
}

gboolean
sme_vault_file_write (const char *directory,
                      SmeVaultKey *key,
                      const char *name,
                      GBytes *bytes,
                      GError **error)
{
  guint8 hash[HASH_SIZE];
  g_autofree char *path = NULL;
  g_autoptr (GByteArray) sealed = NULL;
  g_autoptr (GError) local = NULL;

  hash_name (key, name, hash);
  path = build_path (directory, hash);
  sealed = seal (key, hash, bytes);
  if (!g_file_set_contents_full (path, (const char *) sealed->data, (gssize) sealed->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &local))
    {
      g_set_error_literal (error, SME_VAULT_ERROR, SME_VAULT_ERROR_FAILED, local->message);
      return FALSE;
    }
  if (sync_directory (directory))
    return TRUE;
  set_failed (error, "The vault's directory", errno);
  return FALSE;
}

GBytes *
sme_vault_file_read (const char *directory, SmeVaultKey *key, const char *name, GError **error)
{
  guint8 hash[HASH_SIZE];
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) local = NULL;
  GBytes *bytes;
  gsize size;

  hash_name (key, name, hash);
  path = build_path (directory, hash);
  if (!g_file_get_contents (path, &data, &size, &local))
    {
      if (!g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_set_error_literal (error, SME_VAULT_ERROR, SME_VAULT_ERROR_FAILED, local->message);
      return NULL;
    }
  bytes = unseal (key, hash, (const guint8 *) data, size);
  if (bytes == NULL)
    g_set_error_literal (error, SME_VAULT_ERROR, SME_VAULT_ERROR_DAMAGED,
                         "A file of the vault is damaged");
  return bytes;
}

gboolean
sme_vault_file_remove (const char *directory, SmeVaultKey *key, const char *name, GError **error)
{
  guint8 hash[HASH_SIZE];
  g_autofree char *path = NULL;

  hash_name (key, name, hash);
  path = build_path (directory, hash);
  if (g_unlink (path) == 0)
    return sync_directory (directory);
  if (errno == ENOENT)
    return TRUE;
  set_failed (error, "A file of the vault", errno);
  return FALSE;
}
