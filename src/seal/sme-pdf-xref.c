/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-xref.h"

#include "seal/sme-pdf-lexer.h"
#include "seal/sme-pdf-stream.h"
#include "seal/sme-seal-error.h"

#include <string.h>

#define TAIL 1024                      /* where readers look for startxref */
#define MAX_SECTIONS 2000              /* updates of one file */
#define MAX_ENTRIES 1000000            /* over all sections */
#define MAX_DECODED (32 * 1024 * 1024) /* bytes of one decoded section */
#define MAX_NUMBER 8388607             /* highest object number, ISO 32000-1, annex C */

struct _SmePdfXref
{
  GBytes *bytes;
  GHashTable *entries; /* number -> SmePdfEntry */
  GArray *offsets;     /* of guint64: every offset any section names */
  GHashTable *visited; /* section offsets: guint64 set */
  SmePdfObject *trailer;
  guint64 start;
  gboolean is_stream;
  guint32 highest;
  guint entries_left;
};

static gboolean
malformed (const char *what, GError **error)
{
  g_set_error_literal (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED, what);
  return FALSE;
}

static gboolean
too_much (const char *what, GError **error)
{
  g_set_error_literal (error, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT, what);
  return FALSE;
}

/* Sections are read newest first, so the first entry of a number is the one that holds. */
static gboolean
add_entry (SmePdfXref *self, guint64 number, const SmePdfEntry *entry, GError **error)
{
  gpointer key = GUINT_TO_POINTER ((guint) number);

  if (number > MAX_NUMBER || self->entries_left == 0)
    return too_much ("Too many objects", error);
  self->entries_left--;
  self->highest = MAX (self->highest, (guint32) number);
  if (!entry->free && !entry->compressed)
    g_array_append_val (self->offsets, entry->offset);
  if (!g_hash_table_contains (self->entries, key))
    g_hash_table_insert (self->entries, key, g_memdup2 (entry, sizeof *entry));
  return TRUE;
}

static gboolean
read_table_entry (SmePdfXref *self, SmePdfLexer *lexer, guint64 number, GError **error)
{
  SmePdfEntry entry = { 0 };
  guint64 generation = 0;

  if (!sme_pdf_lexer_read_unsigned (lexer, &entry.offset) ||
      !sme_pdf_lexer_read_unsigned (lexer, &generation) || generation > G_MAXUINT16)
    return malformed ("A bad cross-reference entry", error);
  entry.generation = (guint32) generation;
  entry.free = sme_pdf_lexer_accept (lexer, "f");
  if (!entry.free && !sme_pdf_lexer_accept (lexer, "n"))
    return malformed ("A bad cross-reference entry", error);
  return add_entry (self, number, &entry, error);
}

/* After "xref". Returns the trailer. */
static SmePdfObject *
read_table (SmePdfXref *self, SmePdfLexer *lexer, GError **error)
{
  guint64 first = 0;
  guint64 count = 0;

  while (!sme_pdf_lexer_accept (lexer, "trailer"))
    {
      if (!sme_pdf_lexer_read_unsigned (lexer, &first) ||
          !sme_pdf_lexer_read_unsigned (lexer, &count))
        {
          malformed ("A bad cross-reference section", error);
          return NULL;
        }
      for (guint64 i = 0; i < count; i++)
        if (!read_table_entry (self, lexer, first + i, error))
          return NULL;
    }
  return sme_pdf_lexer_read_object (lexer, error);
}

typedef struct
{
  const guint8 *data;
  gsize left;
  guint widths[3];
} Rows;

static guint64
read_field (Rows *rows, guint index, guint64 fallback)
{
  guint64 value = rows->widths[index] == 0 ? fallback : 0;

  for (guint i = 0; i < rows->widths[index]; i++)
    value = value << 8 | *rows->data++;
  rows->left -= rows->widths[index];
  return value;
}

static gboolean
read_rows (SmePdfXref *self, Rows *rows, guint64 first, guint64 count, GError **error)
{
  gsize width = rows->widths[0] + rows->widths[1] + rows->widths[2];

  for (guint64 i = 0; i < count; i++)
    {
      SmePdfEntry entry = { 0 };
      guint64 type;

      if (rows->left < width)
        return malformed ("A cross-reference stream that is too short", error);
      type = read_field (rows, 0, 1);
      entry.offset = read_field (rows, 1, 0);
      entry.generation = (guint32) read_field (rows, 2, 0);
      entry.free = type != 1 && type != 2;
      entry.compressed = type == 2;
      if (!add_entry (self, first + i, &entry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_widths (const SmePdfObject *dict, Rows *rows)
{
  const SmePdfObject *widths = sme_pdf_object_get (dict, "W");
  gsize total = 0;

  for (guint i = 0; i < 3; i++)
    {
      gint64 width = sme_pdf_object_get_integer (sme_pdf_object_at (widths, i), -1);

      if (width < 0 || width > 8)
        return FALSE;
      rows->widths[i] = (guint) width;
      total += (gsize) width;
    }
  return total > 0;
}

static gboolean
read_stream_entries (SmePdfXref *self, const SmePdfObject *dict, GBytes *decoded, GError **error)
{
  const SmePdfObject *index = sme_pdf_object_get (dict, "Index");
  gint64 size = sme_pdf_object_get_integer (sme_pdf_object_get (dict, "Size"), -1);
  Rows rows = { 0 };

  rows.data = g_bytes_get_data (decoded, &rows.left);
  if (!read_widths (dict, &rows) || size < 0)
    return malformed ("A bad cross-reference stream", error);
  if (index == NULL)
    return read_rows (self, &rows, 0, (guint64) size, error);
  for (guint i = 0; i + 1 < sme_pdf_object_get_length (index); i += 2)
    {
      gint64 first = sme_pdf_object_get_integer (sme_pdf_object_at (index, i), -1);
      gint64 count = sme_pdf_object_get_integer (sme_pdf_object_at (index, i + 1), -1);

      if (first < 0 || count < 0)
        return malformed ("A bad cross-reference stream", error);
      if (!read_rows (self, &rows, (guint64) first, (guint64) count, error))
        return FALSE;
    }
  return TRUE;
}

/* After "N G obj". Returns the stream's dictionary, which is also the trailer. */
static SmePdfObject *
read_stream (SmePdfXref *self, SmePdfLexer *lexer, GError **error)
{
  g_autoptr (SmePdfObject) dict = sme_pdf_lexer_read_object (lexer, error);
  g_autoptr (GBytes) decoded = NULL;
  gint64 length;

  if (dict == NULL)
    return NULL;
  length = sme_pdf_object_get_integer (sme_pdf_object_get (dict, "Length"), -1);
  if (!sme_pdf_object_is_name (sme_pdf_object_get (dict, "Type"), "XRef") || length < 0 ||
      !sme_pdf_lexer_enter_stream (lexer) || (guint64) length > lexer->size - lexer->pos)
    {
      malformed ("Not a cross-reference section", error);
      return NULL;
    }
  decoded =
    sme_pdf_stream_decode (dict, lexer->data + lexer->pos, (gsize) length, MAX_DECODED, error);
  if (decoded == NULL || !read_stream_entries (self, dict, decoded, error))
    return NULL;
  return g_steal_pointer (&dict);
}

static SmePdfObject *
read_section (SmePdfXref *self, guint64 offset, gboolean *is_stream, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  SmePdfLexer lexer;
  guint32 number = 0;
  guint32 generation = 0;

  *is_stream = FALSE;
  if (offset >= size || g_hash_table_contains (self->visited, &offset) ||
      g_hash_table_size (self->visited) >= MAX_SECTIONS)
    {
      malformed ("Cross-reference sections go in circles or out of the file", error);
      return NULL;
    }
  g_hash_table_add (self->visited, g_memdup2 (&offset, sizeof offset));
  sme_pdf_lexer_init (&lexer, data, size, (gsize) offset);
  if (sme_pdf_lexer_accept (&lexer, "xref"))
    return read_table (self, &lexer, error);
  *is_stream = TRUE;
  if (sme_pdf_lexer_read_header (&lexer, &number, &generation))
    return read_stream (self, &lexer, error);
  malformed ("No cross-reference section where one should be", error);
  return NULL;
}

/* A classic section may name a stream that is read right after it (7.5.8.4). */
static gboolean
read_hybrid (SmePdfXref *self, const SmePdfObject *trailer, GError **error)
{
  gint64 offset = sme_pdf_object_get_integer (sme_pdf_object_get (trailer, "XRefStm"), -1);
  gboolean is_stream = FALSE;
  g_autoptr (SmePdfObject) dict = NULL;

  if (offset < 0)
    return TRUE;
  dict = read_section (self, (guint64) offset, &is_stream, error);
  return dict != NULL;
}

static gboolean
read_chain (SmePdfXref *self, GError **error)
{
  gint64 offset = (gint64) self->start;

  while (offset >= 0)
    {
      gboolean is_stream = FALSE;
      g_autoptr (SmePdfObject) trailer = NULL;

      trailer = read_section (self, (guint64) offset, &is_stream, error);
      if (trailer == NULL)
        return FALSE;
      if (!sme_pdf_object_is (trailer, SME_PDF_DICT))
        return malformed ("A trailer that is no dictionary", error);
      if (!is_stream && !read_hybrid (self, trailer, error))
        return FALSE;
      offset = sme_pdf_object_get_integer (sme_pdf_object_get (trailer, "Prev"), -1);
      if (self->trailer == NULL)
        {
          self->trailer = g_steal_pointer (&trailer);
          self->is_stream = is_stream;
        }
    }
  return TRUE;
}

static gboolean
find_start (SmePdfXref *self, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  gsize from = size > TAIL ? size - TAIL : 0;
  const guint8 *last = NULL;
  SmePdfLexer lexer;

  for (gsize at = from; at + 9 <= size; at++)
    if (memcmp (data + at, "startxref", 9) == 0)
      last = data + at;
  if (last == NULL)
    return malformed ("No startxref", error);
  sme_pdf_lexer_init (&lexer, data, size, (gsize) (last - data));
  if (!sme_pdf_lexer_accept (&lexer, "startxref") ||
      !sme_pdf_lexer_read_unsigned (&lexer, &self->start))
    return malformed ("No number after startxref", error);
  return TRUE;
}

void
sme_pdf_xref_free (SmePdfXref *self)
{
  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->entries);
  g_array_unref (self->offsets);
  g_hash_table_unref (self->visited);
  g_clear_pointer (&self->trailer, sme_pdf_object_unref);
  g_free (self);
}

SmePdfXref *
sme_pdf_xref_new (GBytes *bytes, GError **error)
{
  g_autoptr (SmePdfXref) self = g_new0 (SmePdfXref, 1);

  self->bytes = g_bytes_ref (bytes);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->visited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->entries_left = MAX_ENTRIES;
  if (!find_start (self, error) || !read_chain (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const SmePdfEntry *
sme_pdf_xref_lookup (SmePdfXref *self, guint32 number)
{
  const SmePdfEntry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (number));

  return entry != NULL && !entry->free ? entry : NULL;
}

SmePdfObject *
sme_pdf_xref_get_trailer (SmePdfXref *self)
{
  return self->trailer;
}

guint64
sme_pdf_xref_get_start (SmePdfXref *self)
{
  return self->start;
}

gboolean
sme_pdf_xref_is_stream (SmePdfXref *self)
{
  return self->is_stream;
}

guint32
sme_pdf_xref_get_size (SmePdfXref *self)
{
  gint64 size = sme_pdf_object_get_integer (sme_pdf_object_get (self->trailer, "Size"), 0);

  return MAX (self->highest + 1, (guint32) CLAMP (size, 0, MAX_NUMBER));
}

guint
sme_pdf_xref_count_sections_from (SmePdfXref *self, guint64 offset)
{
  GHashTableIter iter;
  gpointer key;
  guint count = 0;

  g_hash_table_iter_init (&iter, self->visited);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (*(guint64 *) key >= offset)
      count++;
  return count;
}

gboolean
sme_pdf_xref_has_offset (SmePdfXref *self, guint64 offset)
{
  for (guint i = 0; i < self->offsets->len; i++)
    if (g_array_index (self->offsets, guint64, i) == offset)
      return TRUE;
  return FALSE;
}
