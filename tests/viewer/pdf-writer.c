/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-writer.h"

#include <gio/gio.h>
#include <string.h>

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

guint
pdf_add (Pdf *pdf, const char *format, ...)
{
  GString *object = g_string_new (NULL);
  va_list list;

  if (pdf->objects == NULL)
    pdf->objects = g_ptr_array_new_with_free_func (free_string);
  va_start (list, format);
  g_string_append_vprintf (object, format, list);
  va_end (list);
  g_ptr_array_add (pdf->objects, object);
  return pdf->objects->len;
}

guint
pdf_add_stream (Pdf *pdf, const char *entries, GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  guint number = pdf_add (pdf, "<<%s/Length %zu>>\nstream\n", entries, size);
  GString *object = g_ptr_array_index (pdf->objects, number - 1);

  g_string_append_len (object, data, (gssize) size);
  g_string_append (object, "\nendstream");
  return number;
}

/* Frees what was added. */
GBytes *
pdf_finish (Pdf *pdf, const char *trailer)
{
  GString *file = g_string_new ("%PDF-1.7\n");
  g_autofree gsize *offsets = g_new (gsize, pdf->objects->len);
  gsize xref;

  for (guint i = 0; i < pdf->objects->len; i++)
    {
      GString *object = g_ptr_array_index (pdf->objects, i);

      offsets[i] = file->len;
      g_string_append_printf (file, "%u 0 obj\n", i + 1);
      g_string_append_len (file, object->str, (gssize) object->len);
      g_string_append (file, "\nendobj\n");
    }
  xref = file->len;
  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", pdf->objects->len + 1);
  for (guint i = 0; i < pdf->objects->len; i++)
    g_string_append_printf (file, "%010zu 00000 n \n", offsets[i]);
  g_string_append_printf (file, "trailer\n<</Size %u/Root 1 0 R%s>>\nstartxref\n%zu\n%%%%EOF\n",
                          pdf->objects->len + 1, trailer, xref);
  g_clear_pointer (&pdf->objects, g_ptr_array_unref);
  return g_string_free_to_bytes (file);
}

/* A file of one page. @page: more entries of the page; @root: of the catalog. */
void
pdf_begin (Pdf *pdf, const char *root, const char *page)
{
  pdf_add (pdf, "<</Type/Catalog/Pages 2 0 R%s>>", root);
  pdf_add (pdf, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
  pdf_add (pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>", page);
}

GBytes *
pdf_deflate (GBytes *content)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (content);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

GBytes *
pdf_repeat (const char *text, gsize times)
{
  gsize length = strlen (text);
  char *all = g_malloc (length * times);

  for (gsize i = 0; i < times; i++)
    memcpy (all + i * length, text, length);
  return g_bytes_new_take (all, length * times);
}

/* A page whose content is @text, @times over, packed small. */
GBytes *
pdf_make_bomb (const char *text, gsize times, const char *resources)
{
  g_autoptr (GBytes) content = pdf_repeat (text, times);
  g_autoptr (GBytes) packed = pdf_deflate (content);
  g_autofree char *page = g_strconcat ("/Contents 4 0 R", resources, NULL);
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "", page);
  pdf_add_stream (&pdf, "/Filter/FlateDecode", packed);
  return pdf_finish (&pdf, "");
}
