/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-idempotency.h"

#include "client/sme-secret.h"

#include <sodium.h>
#include <string.h>

#define LIFETIME_US (10 * 60 * G_TIME_SPAN_SECOND)
#define HASH_TEXT_SIZE (2 * crypto_generichash_BYTES + 1)

typedef struct
{
  char *key;
  gint64 made_at;
} Entry;

struct _SmeIdempotency
{
  GHashTable *entries; /* hash of the call -> Entry */
  guint8 hash_key[crypto_generichash_KEYBYTES];
};

static void
entry_free (Entry *entry)
{
  g_free (entry->key);
  g_free (entry);
}

SmeIdempotency *
sme_idempotency_new (void)
{
  SmeIdempotency *self = g_new0 (SmeIdempotency, 1);

  self->entries =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
  randombytes_buf (self->hash_key, sizeof self->hash_key);
  return self;
}

void
sme_idempotency_free (SmeIdempotency *self)
{
  g_hash_table_unref (self->entries);
  sodium_memzero (self->hash_key, sizeof self->hash_key);
  g_free (self);
}

static char *
hash_call (SmeIdempotency *self, SmeOperationId op, const char *path, GBytes *body)
{
  crypto_generichash_state state;
  guint8 hash[crypto_generichash_BYTES];
  char *text = g_malloc (HASH_TEXT_SIZE);
  guint32 number = op;
  gsize size = 0;
  const guint8 *data = body != NULL ? g_bytes_get_data (body, &size) : NULL;

  crypto_generichash_init (&state, self->hash_key, sizeof self->hash_key, sizeof hash);
  crypto_generichash_update (&state, (const guint8 *) &number, sizeof number);
  crypto_generichash_update (&state, (const guint8 *) path, strlen (path) + 1);
  if (size > 0)
    crypto_generichash_update (&state, data, size);
  crypto_generichash_final (&state, hash, sizeof hash);
  return sodium_bin2hex (text, HASH_TEXT_SIZE, hash, sizeof hash);
}

static gboolean
is_old (gpointer hash, gpointer value, gpointer now)
{
  return *(gint64 *) now - ((Entry *) value)->made_at > LIFETIME_US;
}

static gboolean
has_key (gpointer hash, gpointer value, gpointer key)
{
  return g_str_equal (((Entry *) value)->key, key);
}

char *
sme_idempotency_get_key (SmeIdempotency *self, SmeOperationId op, const char *path, GBytes *body)
{
  g_autofree char *hash = hash_call (self, op, path, body);
  gint64 now = g_get_monotonic_time ();
  Entry *entry;

  g_hash_table_foreach_remove (self->entries, is_old, &now);
  entry = g_hash_table_lookup (self->entries, hash);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->key = sme_secret_random_text (16);
      entry->made_at = now;
      g_hash_table_insert (self->entries, g_steal_pointer (&hash), entry);
    }
  return g_strdup (entry->key);
}

void
sme_idempotency_settle (SmeIdempotency *self, const char *key)
{
  g_hash_table_foreach_remove (self->entries, has_key, (gpointer) key);
}

void
sme_idempotency_forget_all (SmeIdempotency *self)
{
  g_hash_table_remove_all (self->entries);
}
