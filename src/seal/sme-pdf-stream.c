/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-stream.h"

#include "seal/sme-seal-error.h"

#include <gio/gio.h>
#include <stdlib.h>

#define CHUNK 16384

/* Runs all of @data through @converter. */
static GByteArray *
convert (GConverter *converter, const guint8 *data, gsize size, gsize limit, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED)
    {
      guint8 chunk[CHUNK];
      gsize read = 0;
      gsize written = 0;

      result = g_converter_convert (converter, data, size, chunk, sizeof chunk,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      if (written > limit - out->len)
        {
          g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT, "A stream grows too large");
          return NULL;
        }
      g_byte_array_append (out, chunk, (guint) written);
      data += read;
      size -= read;
    }
  return g_steal_pointer (&out);
}

static guint8
paeth (int left, int up, int corner)
{
  int estimate = left + up - corner;
  int to_left = abs (estimate - left);
  int to_up = abs (estimate - up);
  int to_corner = abs (estimate - corner);

  if (to_left <= to_up && to_left <= to_corner)
    return (guint8) left;
  return (guint8) (to_up <= to_corner ? up : corner);
}

static guint8
predict (guint8 method, guint8 left, guint8 up, guint8 corner)
{
  switch (method)
    {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (guint8) ((left + up) / 2);
    case 4:
      return paeth (left, up, corner);
    default:
      return 0;
    }
}

/* PNG predictors (RFC 2083, 6) with one byte per sample, as cross-reference streams have them. */
static GByteArray *
undo_png (const GByteArray *in, gsize columns)
{
  GByteArray *out = g_byte_array_new ();
  gsize rows = in->len / (columns + 1);

  g_byte_array_set_size (out, (guint) (rows * columns));
  for (gsize row = 0; row < rows; row++)
    {
      const guint8 *source = in->data + row * (columns + 1);
      guint8 *target = out->data + row * columns;
      const guint8 *above = row > 0 ? target - columns : NULL;

      for (gsize i = 0; i < columns; i++)
        target[i] = (guint8) (source[i + 1] + predict (source[0], i > 0 ? target[i - 1] : 0,
                                                       above != NULL ? above[i] : 0,
                                                       i > 0 && above != NULL ? above[i - 1] : 0));
    }
  return out;
}

static const SmePdfObject *
only (const SmePdfObject *object)
{
  return sme_pdf_object_get_length (object) == 1 && sme_pdf_object_is (object, SME_PDF_ARRAY)
           ? sme_pdf_object_at (object, 0)
           : object;
}

static GBytes *
inflate (const SmePdfObject *dict, const guint8 *data, gsize size, gsize limit, GError **error)
{
  const SmePdfObject *parms = only (sme_pdf_object_get (dict, "DecodeParms"));
  gint64 predictor = sme_pdf_object_get_integer (sme_pdf_object_get (parms, "Predictor"), 1);
  gint64 columns = sme_pdf_object_get_integer (sme_pdf_object_get (parms, "Columns"), 1);
  gint64 colors = sme_pdf_object_get_integer (sme_pdf_object_get (parms, "Colors"), 1);
  gint64 bits = sme_pdf_object_get_integer (sme_pdf_object_get (parms, "BitsPerComponent"), 8);
  g_autoptr (GConverter) zlib =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GByteArray) out = NULL;

  if ((predictor != 1 && predictor < 10) || columns < 1 || columns > 65536 || colors != 1 ||
      bits != 8)
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_UNSUPPORTED, "An unusual predictor");
      return NULL;
    }
  out = convert (zlib, data, size, limit, error);
  if (out == NULL)
    return NULL;
  if (predictor >= 10)
    {
      GByteArray *plain = undo_png (out, (gsize) columns);

      g_byte_array_unref (out);
      out = plain;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
sme_pdf_stream_decode (const SmePdfObject *dict,
                       const guint8 *data,
                       gsize size,
                       gsize limit,
                       GError **error)
{
  const SmePdfObject *filter = only (sme_pdf_object_get (dict, "Filter"));

  if (sme_pdf_object_is_name (filter, "FlateDecode"))
    return inflate (dict, data, size, limit, error);
  if (filter == NULL && size <= limit)
    return g_bytes_new (data, size);
  g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_UNSUPPORTED, "A stream filter not handled");
  return NULL;
}

GBytes *
sme_pdf_stream_deflate (GBytes *bytes)
{
  g_autoptr (GConverter) zlib =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GByteArray *out = convert (zlib, data, size, G_MAXUINT, NULL);

  return out != NULL ? g_byte_array_free_to_bytes (out) : NULL;
}
