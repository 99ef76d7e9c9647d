/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of some kilobytes that would take all the time or memory there is. */
#include "hostile-pages.h"

#include "pdf-writer.h"

#include <string.h>

#define SIDE 30000
#define TEXT_OF(value) #value
#define AS_TEXT(value) TEXT_OF (value)

/* A billion black pixels, a few kilobytes packed. */
GBytes *
hostile_make_huge_image (void)
{
  g_autoptr (GBytes) row = g_bytes_new_static ("/X Do", 5);
  g_autoptr (GBytes) pixels = pdf_repeat ("\377", 30000 / 8 * 30000);
  g_autoptr (GBytes) packed = pdf_deflate (pixels);
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "", "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
  pdf_add_stream (&pdf, "", row);
  pdf_add_stream (&pdf,
                  "/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1"
                  "/ColorSpace/DeviceGray/Filter/FlateDecode",
                  packed);
  return pdf_finish (&pdf, "");
}

/* The same within the page's content: no object tells of it before the page is drawn. */
GBytes *
hostile_make_inline_image (void)
{
  static const char head[] =
    "q 500 0 0 500 0 0 cm BI /W " AS_TEXT (SIDE) " /H " AS_TEXT (SIDE) " /BPC 8 /CS /G ID ";
  g_autoptr (GBytes) pixels = pdf_repeat ("\377", 1000 * 1000);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  Pdf pdf = { NULL };

  g_byte_array_append (content, (const guint8 *) head, sizeof head - 1);
  g_byte_array_append (content, g_bytes_get_data (pixels, NULL), 1000 * 1000);
  g_byte_array_append (content, (const guint8 *) " EI Q", 5);
  all = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  packed = pdf_deflate (all);
  pdf_begin (&pdf, "", "/Contents 4 0 R");
  pdf_add_stream (&pdf, "/Filter/FlateDecode", packed);
  return pdf_finish (&pdf, "");
}

/* The same in a file whose table of objects leads nowhere: poppler looks for the objects itself,
 * and whoever judges by the table sees none. */
GBytes *
hostile_make_hidden_image (void)
{
  g_autoptr (GBytes) image = hostile_make_huge_image ();
  gsize size;
  const char *data = g_bytes_get_data (image, &size);
  const char *end = memmem (data, size, "startxref", 9);
  GByteArray *file = g_byte_array_new ();
  static const char lie[] = "startxref\n7\n%%EOF\n";

  g_byte_array_append (file, (const guint8 *) data, (guint) (end - data));
  g_byte_array_append (file, (const guint8 *) lie, sizeof lie - 1);
  return g_byte_array_free_to_bytes (file);
}

/* Forty pictures, each of which draws the next one ten times. */
GBytes *
hostile_make_endless_drawing (void)
{
  g_autoptr (GBytes) content = pdf_repeat ("/X Do ", 10);
  g_autoptr (GBytes) end = pdf_repeat ("0 0 9 9 re f ", 1);
  const char *form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]";
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "", "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
  pdf_add_stream (&pdf, "", content);
  for (guint i = 5; i < 45; i++)
    {
      g_autofree char *entries =
        g_strdup_printf ("%s/Resources<</XObject<</X %u 0 R>>>>", form, i + 1);

      pdf_add_stream (&pdf, entries, content);
    }
  pdf_add_stream (&pdf, form, end);
  return pdf_finish (&pdf, "");
}

/* Of each state saved poppler keeps some 1.5 KB, without end: 4 GB for these 8 KB. */
GBytes *
hostile_make_packed_saves (void)
{
  return pdf_make_bomb ("q ", 3 * 1000 * 1000, "");
}
