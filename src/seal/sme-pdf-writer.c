/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-object.h"

#include <string.h>

/* How objects are written into a file (ISO 32000-1, 7.3). */

static void
write_name (const char *name, GString *out)
{
  g_string_append_c (out, '/');
  for (const char *c = name; *c != '\0'; c++)
    if ((guchar) *c <= ' ' || (guchar) *c >= 0x7f || strchr ("#()<>[]{}/%", *c) != NULL)
      g_string_append_printf (out, "#%02X", (guchar) *c);
    else
      g_string_append_c (out, *c);
}

static void
write_string (const SmePdfObject *object, GString *out)
{
  gsize size = 0;
  const guint8 *data = sme_pdf_object_get_string (object, &size);
  gboolean as_hex = sme_pdf_object_is_hex (object);

  g_string_append_c (out, as_hex ? '<' : '(');
  for (gsize i = 0; i < size; i++)
    if (as_hex)
      g_string_append_printf (out, "%02X", data[i]);
    else if (data[i] < ' ' || data[i] >= 0x7f)
      g_string_append_printf (out, "\\%03o", data[i]);
    else
      {
        if (strchr ("()\\", data[i]) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, (char) data[i]);
      }
  g_string_append_c (out, as_hex ? '>' : ')');
}

static void
write_array (const SmePdfObject *array, GString *out)
{
  g_string_append (out, "[ ");
  for (guint i = 0; i < sme_pdf_object_get_length (array); i++)
    {
      sme_pdf_object_write (sme_pdf_object_at (array, i), out);
      g_string_append_c (out, ' ');
    }
  g_string_append_c (out, ']');
}

static void
write_dict (const SmePdfObject *dict, GString *out)
{
  SmePdfObject *value = NULL;

  g_string_append (out, "<< ");
  for (guint i = 0; i < sme_pdf_object_get_length (dict); i++)
    {
      write_name (sme_pdf_object_get_entry (dict, i, &value), out);
      g_string_append_c (out, ' ');
      sme_pdf_object_write (value, out);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, ">>");
}

static void
write_reference (const SmePdfObject *reference, GString *out)
{
  guint32 number = 0;
  guint32 generation = 0;

  sme_pdf_object_get_reference (reference, &number, &generation);
  g_string_append_printf (out, "%u %u R", number, generation);
}

void
sme_pdf_object_write (const SmePdfObject *object, GString *out)
{
  switch (sme_pdf_object_get_kind (object))
    {
    case SME_PDF_BOOLEAN:
      g_string_append (out, sme_pdf_object_get_boolean (object) ? "true" : "false");
      break;
    case SME_PDF_INTEGER:
    case SME_PDF_REAL:
      g_string_append (out, sme_pdf_object_get_token (object));
      break;
    case SME_PDF_NAME:
      write_name (sme_pdf_object_get_name (object), out);
      break;
    case SME_PDF_STRING:
      write_string (object, out);
      break;
    case SME_PDF_ARRAY:
      write_array (object, out);
      break;
    case SME_PDF_DICT:
      write_dict (object, out);
      break;
    case SME_PDF_REFERENCE:
      write_reference (object, out);
      break;
    case SME_PDF_NULL:
    default:
      g_string_append (out, "null");
      break;
    }
}
