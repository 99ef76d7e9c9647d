/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-file.h"

#include "seal/sme-pdf-lexer.h"
#include "seal/sme-pdf-stream.h"
#include "seal/sme-seal-error.h"

#include <string.h>

#define MAX_SIZE (256 * 1024 * 1024)
#define MAX_OBJECT_STREAM (32 * 1024 * 1024)
#define MAX_HOPS 32
#define MAX_TREE_DEPTH 64

struct _SmePdfFile
{
  GBytes *bytes;
  SmePdfXref *xref;
  GHashTable *streams; /* number -> decoded object stream, GBytes */
  gint64 work_left;    /* bytes that may still be read as objects or decoded */
};

void
sme_pdf_file_free (SmePdfFile *self)
{
  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->xref, sme_pdf_xref_free);
  g_hash_table_unref (self->streams);
  g_free (self);
}

SmePdfFile *
sme_pdf_file_new (GBytes *bytes, GError **error)
{
  g_autoptr (SmePdfFile) self = g_new0 (SmePdfFile, 1);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  self->bytes = g_bytes_ref (bytes);
  self->streams = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref);
  /* Objects may overlap in a hostile file; reading the whole of it a few times is enough. */
  self->work_left = 4 * (gint64) size + 32 * 1024 * 1024;
  if (size > MAX_SIZE)
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT, "The file is too large");
      return NULL;
    }
  if (size < 5 || memcmp (data, "%PDF-", 5) != 0)
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED, "Not a PDF file");
      return NULL;
    }
  self->xref = sme_pdf_xref_new (bytes, error);
  return self->xref != NULL ? g_steal_pointer (&self) : NULL;
}

GBytes *
sme_pdf_file_get_bytes (SmePdfFile *self)
{
  return self->bytes;
}

SmePdfXref *
sme_pdf_file_get_xref (SmePdfFile *self)
{
  return self->xref;
}

gboolean
sme_pdf_file_is_encrypted (SmePdfFile *self)
{
  return sme_pdf_object_get (sme_pdf_xref_get_trailer (self->xref), "Encrypt") != NULL;
}

static SmePdfObject *
read_counted (SmePdfFile *self, SmePdfLexer *lexer)
{
  gsize before = lexer->pos;
  SmePdfObject *object = NULL;

  if (self->work_left > 0)
    object = sme_pdf_lexer_read_object (lexer, NULL);
  self->work_left -= (gint64) (lexer->pos - before) + 1;
  return object;
}

/* Leaves @lexer after the object, where a stream would begin. */
static SmePdfObject *
load_plain (SmePdfFile *self, guint32 number, const SmePdfEntry *entry, SmePdfLexer *lexer)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  guint32 found = 0;
  guint32 generation = 0;

  if (entry->offset >= size)
    return NULL;
  sme_pdf_lexer_init (lexer, data, size, (gsize) entry->offset);
  if (!sme_pdf_lexer_read_header (lexer, &found, &generation) || found != number ||
      generation != entry->generation)
    return NULL;
  return read_counted (self, lexer);
}

static gint64
stream_length (SmePdfFile *self, const SmePdfObject *dict)
{
  SmePdfObject *length = sme_pdf_object_get (dict, "Length");
  guint32 number = 0;
  const SmePdfEntry *entry;
  SmePdfLexer lexer;
  g_autoptr (SmePdfObject) loaded = NULL;

  if (!sme_pdf_object_get_reference (length, &number, NULL))
    return sme_pdf_object_get_integer (length, -1);
  /* Only a plain object: a length that is in an object stream could need itself. */
  entry = sme_pdf_xref_lookup (self->xref, number);
  if (entry != NULL && !entry->compressed)
    loaded = load_plain (self, number, entry, &lexer);
  return sme_pdf_object_get_integer (loaded, -1);
}

/* Of a plain stream, whatever is in it; @dict is its dictionary, (out) (transfer full). */
static GBytes *
decode_stream (SmePdfFile *self, guint32 number, SmePdfObject **dict)
{
  const SmePdfEntry *entry = sme_pdf_xref_lookup (self->xref, number);
  SmePdfLexer lexer;
  gint64 length;
  GBytes *decoded;

  *dict = NULL;
  if (entry == NULL || entry->compressed)
    return NULL;
  *dict = load_plain (self, number, entry, &lexer);
  length = stream_length (self, *dict);
  if (!sme_pdf_lexer_enter_stream (&lexer) || length < 0 ||
      (guint64) length > lexer.size - lexer.pos || self->work_left <= 0)
    return NULL;
  decoded = sme_pdf_stream_decode (*dict, lexer.data + lexer.pos, (gsize) length,
                                   (gsize) MIN (MAX_OBJECT_STREAM, self->work_left), NULL);
  self->work_left -= decoded != NULL ? (gint64) g_bytes_get_size (decoded) : length;
  return decoded;
}

/* The offsets in an object stream are counted from /First on: puts the objects there. */
static GBytes *
decode_object_stream (SmePdfFile *self, guint32 number)
{
  g_autoptr (SmePdfObject) dict = NULL;
  g_autoptr (GBytes) decoded = decode_stream (self, number, &dict);

  if (!sme_pdf_object_is_name (sme_pdf_object_get (dict, "Type"), "ObjStm"))
    return NULL;
  return g_steal_pointer (&decoded);
}

GBytes *
sme_pdf_file_load_stream (SmePdfFile *self, guint32 number)
{
  g_autoptr (SmePdfObject) dict = NULL;

  return decode_stream (self, number, &dict);
}

static GBytes *
get_object_stream (SmePdfFile *self, guint32 number)
{
  gpointer key = GUINT_TO_POINTER (number);
  GBytes *decoded = g_hash_table_lookup (self->streams, key);

  if (decoded != NULL)
    return decoded;
  decoded = decode_object_stream (self, number);
  if (decoded == NULL) /* remembered as an empty one */
    decoded = g_bytes_new (NULL, 0);
  g_hash_table_insert (self->streams, key, decoded);
  return decoded;
}

/* The head of an object stream is pairs of numbers and offsets; /First is where the first object
 * is, and every object follows the last pair. */
static SmePdfObject *
load_compressed (SmePdfFile *self, guint32 number, const SmePdfEntry *entry)
{
  gsize size = 0;
  const guint8 *data;
  SmePdfLexer lexer;
  guint64 found = 0;
  guint64 offset = 0;
  gint64 first;
  const SmePdfEntry *container;
  g_autoptr (SmePdfObject) dict = NULL;

  if (entry->offset > G_MAXUINT32)
    return NULL;
  container = sme_pdf_xref_lookup (self->xref, (guint32) entry->offset);
  if (container == NULL || container->compressed)
    return NULL;
  dict = load_plain (self, (guint32) entry->offset, container, &lexer);
  first = sme_pdf_object_get_integer (sme_pdf_object_get (dict, "First"), -1);
  data = g_bytes_get_data (get_object_stream (self, (guint32) entry->offset), &size);
  if (first < 0 || (guint64) first > size)
    return NULL;
  sme_pdf_lexer_init (&lexer, data, (gsize) first, 0);
  for (guint32 i = 0; i <= entry->generation; i++)
    if (!sme_pdf_lexer_read_unsigned (&lexer, &found) ||
        !sme_pdf_lexer_read_unsigned (&lexer, &offset))
      return NULL;
  if (found != number || offset >= size - (gsize) first)
    return NULL;
  self->work_left -= (gint64) lexer.pos / 8; /* digits only: quickly read */
  sme_pdf_lexer_init (&lexer, data, size, (gsize) first + (gsize) offset);
  return read_counted (self, &lexer);
}

SmePdfObject *
sme_pdf_file_load (SmePdfFile *self, guint32 number)
{
  const SmePdfEntry *entry = sme_pdf_xref_lookup (self->xref, number);
  SmePdfLexer lexer;

  if (entry == NULL)
    return NULL;
  return entry->compressed ? load_compressed (self, number, entry)
                           : load_plain (self, number, entry, &lexer);
}

SmePdfObject *
sme_pdf_file_resolve (SmePdfFile *self, SmePdfObject *object)
{
  SmePdfObject *current = object != NULL ? sme_pdf_object_ref (object) : NULL;
  guint32 number = 0;

  for (guint hops = 0; sme_pdf_object_get_reference (current, &number, NULL); hops++)
    {
      sme_pdf_object_unref (current);
      current = hops < MAX_HOPS ? sme_pdf_file_load (self, number) : NULL;
    }
  return current;
}

SmePdfObject *
sme_pdf_file_get (SmePdfFile *self, const SmePdfObject *dict, const char *key)
{
  return sme_pdf_file_resolve (self, sme_pdf_object_get (dict, key));
}

SmePdfObject *
sme_pdf_file_get_catalog (SmePdfFile *self, guint32 *number)
{
  SmePdfObject *root = sme_pdf_object_get (sme_pdf_xref_get_trailer (self->xref), "Root");
  g_autoptr (SmePdfObject) catalog = NULL;

  if (!sme_pdf_object_get_reference (root, number, NULL))
    return NULL;
  catalog = sme_pdf_file_load (self, *number);
  return sme_pdf_object_is (catalog, SME_PDF_DICT) ? g_steal_pointer (&catalog) : NULL;
}

typedef struct
{
  SmePdfFile *file;
  GHashTable *seen;
  guint pages_to_skip;
  guint32 number;
} PageSearch;

static SmePdfObject *
find_page (PageSearch *search, guint32 number, guint depth)
{
  g_autoptr (SmePdfObject) node = NULL;
  g_autoptr (SmePdfObject) kids = NULL;
  SmePdfObject *page = NULL;

  if (depth > MAX_TREE_DEPTH || !g_hash_table_add (search->seen, GUINT_TO_POINTER (number)))
    return NULL;
  node = sme_pdf_file_load (search->file, number);
  kids = sme_pdf_file_get (search->file, node, "Kids");
  if (kids == NULL && sme_pdf_object_is (node, SME_PDF_DICT))
    {
      search->number = number;
      return search->pages_to_skip-- == 0 ? g_steal_pointer (&node) : NULL;
    }
  for (guint i = 0; page == NULL && i < sme_pdf_object_get_length (kids); i++)
    {
      guint32 kid = 0;

      if (sme_pdf_object_get_reference (sme_pdf_object_at (kids, i), &kid, NULL))
        page = find_page (search, kid, depth + 1);
    }
  return page;
}

SmePdfObject *
sme_pdf_file_get_page (SmePdfFile *self, guint index, guint32 *number)
{
  guint32 root = 0;
  g_autoptr (SmePdfObject) catalog = sme_pdf_file_get_catalog (self, &root);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  PageSearch search = { self, seen, index, 0 };
  SmePdfObject *page = NULL;

  if (sme_pdf_object_get_reference (sme_pdf_object_get (catalog, "Pages"), &root, NULL))
    page = find_page (&search, root, 0);
  *number = search.number;
  return page;
}

guint32
sme_pdf_file_get_generation (SmePdfFile *self, guint32 number)
{
  const SmePdfEntry *entry = sme_pdf_xref_lookup (self->xref, number);

  return entry != NULL && !entry->compressed ? entry->generation : 0;
}
