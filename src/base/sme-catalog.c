/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sme-catalog.h"

#include <string.h>

#define MAX_SIZE (16 * 1024 * 1024)
#define MAGIC 0x950412deu
#define HEADER_SIZE 28

/* Byte offsets in the header of a .mo file. */
enum
{
  AT_MAGIC = 0,
  AT_REVISION = 4,
  AT_COUNT = 8,
  AT_ORIGINALS = 12,
  AT_TRANSLATIONS = 16,
};

/* A string of the file; plural forms follow each other within it, parted by NULs. */
typedef struct
{
  const char *text;
  gsize length;
} Message;

struct _SmeCatalog
{
  GBytes *bytes;
  GHashTable *messages; /* original (up to its first NUL) -> Message */
};

/* ---- Reading */

typedef struct
{
  const guchar *data;
  gsize size;
  gboolean swapped;
} Reader;

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a message catalog");
  return FALSE;
}

/* The caller made sure that four bytes are there. */
static guint32
read_u32 (const Reader *reader, gsize offset)
{
  guint32 value;

  memcpy (&value, reader->data + offset, sizeof value);
  return reader->swapped ? GUINT32_SWAP_LE_BE (value) : value;
}

/* Entry @index of the table at @table: a length and an offset. The string must lie in the file and
 * end with a NUL there. */
static gboolean
read_string (const Reader *reader, gsize table, guint32 index, Message *message)
{
  gsize length = read_u32 (reader, table + (gsize) index * 8);
  gsize offset = read_u32 (reader, table + (gsize) index * 8 + 4);

  if (offset >= reader->size || length >= reader->size - offset ||
      reader->data[offset + length] != '\0')
    return FALSE;

  message->text = (const char *) reader->data + offset;
  message->length = length;
  return TRUE;
}

/* Plural forms are NUL-separated, so each piece is looked at by itself. */
static gboolean
is_utf8 (const Message *message)
{
  const char *end = message->text + message->length;

  for (const char *p = message->text; p <= end; p += strlen (p) + 1)
    if (!g_utf8_validate (p, -1, NULL))
      return FALSE;

  return TRUE;
}

static gboolean
table_fits (const Reader *reader, gsize table, guint32 count)
{
  return table <= reader->size && count <= (reader->size - table) / 8;
}

static gboolean
read_messages (SmeCatalog *self, const Reader *reader)
{
  guint32 count = read_u32 (reader, AT_COUNT);
  gsize originals = read_u32 (reader, AT_ORIGINALS);
  gsize translations = read_u32 (reader, AT_TRANSLATIONS);
  gsize total = 0;

  if (!table_fits (reader, originals, count) || !table_fits (reader, translations, count))
    return FALSE;

  for (guint32 i = 0; i < count; i++)
    {
      Message original, translation;

      if (!read_string (reader, originals, i, &original) ||
          !read_string (reader, translations, i, &translation))
        return FALSE;

      /* In an honest file no strings overlap; in another, reading them all could take for ever. */
      total += original.length + translation.length;
      if (total > reader->size || !is_utf8 (&original) || !is_utf8 (&translation))
        return FALSE;

      if (original.length > 0 && translation.length > 0)
        g_hash_table_insert (self->messages, (char *) original.text,
                             g_memdup2 (&translation, sizeof translation));
    }

  return TRUE;
}

static void
sme_catalog_clear (SmeCatalog *self)
{
  g_clear_pointer (&self->messages, g_hash_table_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

SmeCatalog *
sme_catalog_ref (SmeCatalog *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sme_catalog_unref (SmeCatalog *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) sme_catalog_clear);
}

static SmeCatalog *
new_empty (void)
{
  SmeCatalog *self = g_atomic_rc_box_new0 (SmeCatalog);

  self->messages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return self;
}

SmeCatalog *
sme_catalog_new_for_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (SmeCatalog) self = new_empty ();
  Reader reader = { NULL, 0, FALSE };
  guint32 magic;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size < HEADER_SIZE || reader.size > MAX_SIZE)
    return fail (error), NULL;

  magic = read_u32 (&reader, AT_MAGIC);
  reader.swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if ((magic != MAGIC && !reader.swapped) || read_u32 (&reader, AT_REVISION) >> 16 > 1 ||
      !read_messages (self, &reader))
    return fail (error), NULL;

  return g_steal_pointer (&self);
}

/* Read, not mapped: a file cut short later must not kill the process. */
static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 chunk[16384];
  gssize n_read;

  if (stream == NULL)
    return NULL;

  while ((n_read =
            g_input_stream_read (G_INPUT_STREAM (stream), chunk, sizeof chunk, NULL, error)) > 0 &&
         content->len <= MAX_SIZE)
    g_byte_array_append (content, chunk, (guint) n_read);

  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

SmeCatalog *
sme_catalog_new (const char *mo_path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (mo_path != NULL, NULL);

  bytes = read_file (mo_path, error);
  return bytes != NULL ? sme_catalog_new_for_bytes (bytes, error) : NULL;
}

/* ---- Finding */

/* A language goes into a path: letters, digits, _ and @ only. */
static gboolean
is_language (const char *language)
{
  gsize length = strlen (language);

  return length >= 2 && length <= 32 &&
         strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@") ==
           length;
}

static SmeCatalog *
find_in_dirs (const char *language, const char *const *dirs)
{
  for (gsize i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *path =
        g_build_filename (dirs[i], language, "LC_MESSAGES", SME_GETTEXT_DOMAIN ".mo", NULL);
      SmeCatalog *catalog = sme_catalog_new (path, NULL);

      if (catalog != NULL)
        return catalog;
    }

  return NULL;
}

SmeCatalog *
sme_catalog_for_language (const char *language, const char *const *dirs)
{
  g_autofree char *name = g_strdup (language != NULL ? language : "");
  SmeCatalog *catalog;
  char *region;

  g_return_val_if_fail (dirs != NULL, new_empty ());

  g_strdelimit (name, "-", '_');
  if (!is_language (name))
    return new_empty ();

  catalog = find_in_dirs (name, dirs);
  region = strchr (name, '_');
  if (catalog == NULL && region != NULL)
    {
      *region = '\0';
      catalog = find_in_dirs (name, dirs);
    }

  return catalog != NULL ? catalog : new_empty ();
}

guint
sme_catalog_get_size (SmeCatalog *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->messages);
}

static const Message *
lookup (SmeCatalog *self, const char *context, const char *msgid)
{
  g_autofree char *key = NULL;

  if (context == NULL)
    return g_hash_table_lookup (self->messages, msgid);

  key = g_strconcat (context, "\004", msgid, NULL);
  return g_hash_table_lookup (self->messages, key);
}

const char *
sme_catalog_get (SmeCatalog *self, const char *context, const char *msgid)
{
  const Message *message;

  g_return_val_if_fail (self != NULL && msgid != NULL, msgid);

  message = lookup (self, context, msgid);
  return message != NULL ? message->text : msgid;
}

const char *
sme_catalog_get_plural (SmeCatalog *self,
                        const char *context,
                        const char *msgid,
                        const char *msgid_plural,
                        gulong n)
{
  const Message *message;
  const char *second;

  g_return_val_if_fail (self != NULL && msgid != NULL && msgid_plural != NULL, msgid);

  message = lookup (self, context, msgid);
  if (message == NULL)
    return n == 1 ? msgid : msgid_plural;

  second = message->text + strlen (message->text) + 1;
  if (n == 1 || second > message->text + message->length)
    return message->text;

  for (const char *next = second; next <= message->text + message->length;
       next += strlen (next) + 1)
    second = next;
  return second;
}
