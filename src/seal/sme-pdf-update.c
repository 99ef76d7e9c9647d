/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-update.h"

#include "seal/sme-pdf-stream.h"
#include "seal/sme-seal-digest.h"

#include <string.h>

#define WORTH_DEFLATING 256 /* bytes */

typedef struct
{
  guint32 number;
  guint32 generation;
  gsize offset;
} Written;

struct _SmePdfUpdate
{
  SmePdfFile *file;
  GString *text;   /* what comes after the file */
  GArray *written; /* of Written */
  gsize base;      /* size of the file */
  guint32 next;    /* the next free object number */
};

SmePdfUpdate *
sme_pdf_update_new (SmePdfFile *file)
{
  SmePdfUpdate *self = g_new0 (SmePdfUpdate, 1);
  const guint8 *data = g_bytes_get_data (sme_pdf_file_get_bytes (file), &self->base);

  self->file = file;
  self->text = g_string_new (NULL);
  self->written = g_array_new (FALSE, FALSE, sizeof (Written));
  self->next = sme_pdf_xref_get_size (sme_pdf_file_get_xref (file));
  if (data[self->base - 1] != '\n')
    g_string_append_c (self->text, '\n');
  return self;
}

void
sme_pdf_update_free (SmePdfUpdate *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->written);
  g_free (self);
}

guint32
sme_pdf_update_reserve (SmePdfUpdate *self)
{
  return self->next++;
}

static void
begin_object (SmePdfUpdate *self, guint32 number)
{
  Written written = { number, sme_pdf_file_get_generation (self->file, number),
                      self->base + self->text->len };

  g_array_append_val (self->written, written);
  g_string_append_printf (self->text, "%u %u obj\n", number, written.generation);
}

void
sme_pdf_update_put (SmePdfUpdate *self, guint32 number, const SmePdfObject *object)
{
  begin_object (self, number);
  sme_pdf_object_write (object, self->text);
  g_string_append (self->text, "\nendobj\n");
}

static void
append_stream (SmePdfUpdate *self, SmePdfObject *dict, GBytes *content)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (content, &size);

  sme_pdf_object_set (dict, "Length", sme_pdf_object_new_integer ((gint64) size));
  sme_pdf_object_write (dict, self->text);
  g_string_append (self->text, "\nstream\n");
  g_string_append_len (self->text, data, (gssize) size);
  g_string_append (self->text, "\nendstream\nendobj\n");
}

void
sme_pdf_update_put_stream (SmePdfUpdate *self, guint32 number, SmePdfObject *dict, GBytes *content)
{
  g_autoptr (GBytes) deflated = NULL;

  begin_object (self, number);
  if (g_bytes_get_size (content) >= WORTH_DEFLATING)
    deflated = sme_pdf_stream_deflate (content);
  if (deflated != NULL)
    sme_pdf_object_set (dict, "Filter", sme_pdf_object_new_name ("FlateDecode"));
  append_stream (self, dict, deflated != NULL ? deflated : content);
}

gsize
sme_pdf_update_put_text (SmePdfUpdate *self, guint32 number, const char *text)
{
  gsize offset;

  begin_object (self, number);
  offset = self->base + self->text->len;
  g_string_append (self->text, text);
  g_string_append (self->text, "\nendobj\n");
  return offset;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = ((const Written *) a)->number;
  guint32 right = ((const Written *) b)->number;

  return left < right ? -1 : left > right;
}

/* The length of the run of consecutive numbers that begins at @index. */
static guint
run_length (SmePdfUpdate *self, guint index)
{
  const Written *written = (const Written *) (gpointer) self->written->data;
  guint length = 1;

  while (index + length < self->written->len &&
         written[index + length].number == written[index].number + length)
    length++;
  return length;
}

/* The file identifier (14.4): the first half stays, the second is new and made from the content,
 * so that the same input gives the same output. */
static SmePdfObject *
make_id (SmePdfUpdate *self, SmePdfObject *trailer)
{
  g_autoptr (GBytes) added = g_bytes_new (self->text->str, self->text->len);
  g_autoptr (SmePdfObject) old = sme_pdf_file_get (self->file, trailer, "ID");
  SmePdfObject *first = sme_pdf_object_at (old, 0);
  SmePdfObject *id = sme_pdf_object_new_array ();
  guint8 digest[SME_SEAL_DIGEST_SIZE];

  if (sme_pdf_object_is (first, SME_PDF_STRING))
    sme_pdf_object_append (id, sme_pdf_object_ref (first));
  else
    {
      sme_seal_digest (sme_pdf_file_get_bytes (self->file), digest);
      sme_pdf_object_append (id, sme_pdf_object_new_string (digest, 16, TRUE));
    }
  sme_seal_digest (added, digest);
  sme_pdf_object_append (id, sme_pdf_object_new_string (digest, 16, TRUE));
  return id;
}

static SmePdfObject *
make_trailer (SmePdfUpdate *self)
{
  SmePdfXref *xref = sme_pdf_file_get_xref (self->file);
  SmePdfObject *old = sme_pdf_xref_get_trailer (xref);
  SmePdfObject *trailer = sme_pdf_object_new_dict ();
  static const char *kept[] = { "Root", "Info" };

  sme_pdf_object_set (trailer, "Size", sme_pdf_object_new_integer (self->next));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (sme_pdf_object_get (old, kept[i]) != NULL)
      sme_pdf_object_set (trailer, kept[i], sme_pdf_object_ref (sme_pdf_object_get (old, kept[i])));
  sme_pdf_object_set (trailer, "ID", make_id (self, old));
  sme_pdf_object_set (trailer, "Prev",
                      sme_pdf_object_new_integer ((gint64) sme_pdf_xref_get_start (xref)));
  return trailer;
}

static void
append_table (SmePdfUpdate *self, SmePdfObject *trailer)
{
  const Written *written = (const Written *) (gpointer) self->written->data;
  guint length;

  g_string_append (self->text, "xref\n");
  for (guint i = 0; i < self->written->len; i += length)
    {
      length = run_length (self, i);
      g_string_append_printf (self->text, "%u %u\n", written[i].number, length);
      for (guint j = i; j < i + length; j++)
        g_string_append_printf (self->text, "%010" G_GSIZE_FORMAT " %05u n \n", written[j].offset,
                                written[j].generation);
    }
  g_string_append (self->text, "trailer\n");
  sme_pdf_object_write (trailer, self->text);
}

static void
append_row (GByteArray *rows, const Written *written)
{
  guint32 offset = GUINT32_TO_BE ((guint32) written->offset);
  guint16 generation = GUINT16_TO_BE ((guint16) written->generation);

  g_byte_array_append (rows, (const guint8 *) "\1", 1);
  g_byte_array_append (rows, (const guint8 *) &offset, 4);
  g_byte_array_append (rows, (const guint8 *) &generation, 2);
}

/* A file with cross-reference streams is continued with one; it lists itself as well. */
static void
append_xref_stream (SmePdfUpdate *self, guint32 number, SmePdfObject *trailer)
{
  const Written *written = (const Written *) (gpointer) self->written->data;
  SmePdfObject *index = sme_pdf_object_new_array ();
  SmePdfObject *widths = sme_pdf_object_new_array ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GBytes) content = NULL;
  guint length;

  for (guint i = 0; i < self->written->len; i += length)
    {
      length = run_length (self, i);
      sme_pdf_object_append (index, sme_pdf_object_new_integer (written[i].number));
      sme_pdf_object_append (index, sme_pdf_object_new_integer (length));
      for (guint j = i; j < i + length; j++)
        append_row (rows, &written[j]);
    }
  sme_pdf_object_append (widths, sme_pdf_object_new_integer (1));
  sme_pdf_object_append (widths, sme_pdf_object_new_integer (4));
  sme_pdf_object_append (widths, sme_pdf_object_new_integer (2));
  sme_pdf_object_set (trailer, "Type", sme_pdf_object_new_name ("XRef"));
  sme_pdf_object_set (trailer, "Index", index);
  sme_pdf_object_set (trailer, "W", widths);
  content = g_bytes_new (rows->data, rows->len);
  g_string_append_printf (self->text, "%u 0 obj\n", number);
  append_stream (self, trailer, content);
}

GByteArray *
sme_pdf_update_finish (SmePdfUpdate *self)
{
  gboolean as_stream = sme_pdf_xref_is_stream (sme_pdf_file_get_xref (self->file));
  gsize start = self->base + self->text->len;
  guint32 number = as_stream ? sme_pdf_update_reserve (self) : 0;
  g_autoptr (SmePdfObject) trailer = make_trailer (self);
  const guint8 *data = g_bytes_get_data (sme_pdf_file_get_bytes (self->file), NULL);
  GByteArray *out;

  if (as_stream)
    {
      Written itself = { number, 0, start };

      g_array_append_val (self->written, itself);
    }
  g_array_sort (self->written, compare_numbers);
  if (as_stream)
    append_xref_stream (self, number, trailer);
  else
    append_table (self, trailer);
  g_string_append_printf (self->text, "\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);

  out = g_byte_array_sized_new ((guint) (self->base + self->text->len));
  g_byte_array_append (out, data, (guint) self->base);
  g_byte_array_append (out, (const guint8 *) self->text->str, (guint) self->text->len);
  return out;
}
