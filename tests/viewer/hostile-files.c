/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes files that want to do harm. Nothing of it is stored: what a file is can be read here. */
#include "hostile-files.h"

#include "viewer-fixture.h"

#include <string.h>

/* Objects of a file, from number 1 on. */
typedef struct
{
  GPtrArray *objects; /* of GString */
} Pdf;

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

G_GNUC_PRINTF (2, 3)
static guint
add (Pdf *pdf, const char *format, ...)
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

static guint
add_stream (Pdf *pdf, const char *entries, GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  guint number = add (pdf, "<<%s/Length %zu>>\nstream\n", entries, size);
  GString *object = g_ptr_array_index (pdf->objects, number - 1);

  g_string_append_len (object, data, (gssize) size);
  g_string_append (object, "\nendstream");
  return number;
}

/* Frees what was added. */
static GBytes *
finish (Pdf *pdf, const char *trailer)
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
static void
begin (Pdf *pdf, const char *root, const char *page)
{
  add (pdf, "<</Type/Catalog/Pages 2 0 R%s>>", root);
  add (pdf, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
  add (pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>", page);
}

static GBytes *
deflate (GBytes *content)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (content);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static GBytes *
repeat (const char *text, gsize times)
{
  gsize length = strlen (text);
  char *all = g_malloc (length * times);

  for (gsize i = 0; i < times; i++)
    memcpy (all + i * length, text, length);
  return g_bytes_new_take (all, length * times);
}

/* A page whose content is @text, @times over, packed small. */
static GBytes *
make_content_bomb (const char *text, gsize times, const char *resources)
{
  g_autoptr (GBytes) content = repeat (text, times);
  g_autoptr (GBytes) packed = deflate (content);
  g_autofree char *page = g_strconcat ("/Contents 4 0 R", resources, NULL);
  Pdf pdf = { NULL };

  begin (&pdf, "", page);
  add_stream (&pdf, "/Filter/FlateDecode", packed);
  return finish (&pdf, "");
}

static GBytes *
make_empty (void)
{
  return g_bytes_new_static ("", 0);
}

static GBytes *
make_web_page (void)
{
  return g_bytes_new_static ("<!DOCTYPE html><title>404</title>", 33);
}

static GBytes *
make_half (void)
{
  g_autoptr (GBytes) whole = fixture_make_contract (6);

  return g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
}

static GBytes *
make_without_end (void)
{
  g_autoptr (GBytes) whole = fixture_make_contract (6);

  return g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - 10);
}

static GBytes *
make_encrypted (void)
{
  Pdf pdf = { NULL };

  begin (&pdf, "", "");
  return finish (&pdf, "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
                       "/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                       "/O<0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20>"
                       "/U<2102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20>>>");
}

static GBytes *
make_many_pages (void)
{
  GString *kids = g_string_new (NULL);
  Pdf pdf = { NULL };
  GBytes *file;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (kids, "%u 0 R ", i + 3);
  add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  add (&pdf, "<</Type/Pages/Count 10000/Kids[%s]>>", kids->str);
  for (guint i = 0; i < 10000; i++)
    add (&pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  file = finish (&pdf, "");
  g_string_free (kids, TRUE);
  return file;
}

static GBytes *
make_lying_count (void)
{
  Pdf pdf = { NULL };

  add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  add (&pdf, "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>");
  add (&pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  return finish (&pdf, "");
}

static GBytes *
make_large_page (void)
{
  return fixture_make_bare_pdf ("0 0 14400 14400", "");
}

static GBytes *
make_deep_arrays (void)
{
  g_autoptr (GBytes) open = repeat ("[", 200000);
  g_autoptr (GString) array = g_string_new_len (g_bytes_get_data (open, NULL), 200000);
  Pdf pdf = { NULL };

  begin (&pdf, "/Deep 4 0 R", "/Deep 4 0 R");
  add (&pdf, "%s", array->str);
  return finish (&pdf, "");
}

static GBytes *
make_deep_page_tree (void)
{
  Pdf pdf = { NULL };

  add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  for (guint i = 2; i < 2000; i++)
    add (&pdf, "<</Type/Pages/Kids[%u 0 R]/Count 1/Parent %u 0 R>>", i + 1, i - 1);
  add (&pdf, "<</Type/Page/Parent 1999 0 R/MediaBox[0 0 595 842]>>");
  return finish (&pdf, "");
}

static GBytes *
make_page_tree_loop (void)
{
  Pdf pdf = { NULL };

  add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  add (&pdf, "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>");
  add (&pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  return finish (&pdf, "");
}

/* poppler keeps some 1.5 KB per state saved, without end (docs/viewer.md, "Hostile files"). */
static GBytes *
make_saves (void)
{
  return make_content_bomb ("q ", 100000, "");
}

/* A picture that draws itself. */
static GBytes *
make_self_drawing (void)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("/X Do /X Do", 11);
  Pdf pdf = { NULL };

  begin (&pdf, "", "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
  add_stream (&pdf, "", content);
  add_stream (&pdf,
              "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>",
              content);
  return finish (&pdf, "");
}

/* Twelve pictures, each of which draws the next one four times. */
static GBytes *
make_doubling_drawing (void)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("/X Do /X Do /X Do /X Do", 23);
  g_autoptr (GBytes) end = g_bytes_new_static ("0 0 9 9 re f", 12);
  Pdf pdf = { NULL };

  begin (&pdf, "", "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
  add_stream (&pdf, "", content);
  for (guint i = 5; i < 12; i++)
    {
      g_autofree char *entries = g_strdup_printf ("/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
                                                  "/Resources<</XObject<</X %u 0 R>>>>",
                                                  i + 1);

      add_stream (&pdf, entries, content);
    }
  add_stream (&pdf, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]", end);
  return finish (&pdf, "");
}

static GBytes *
make_actions (void)
{
  Pdf pdf = { NULL };

  begin (&pdf, "/OpenAction 5 0 R/AA<</WC 6 0 R>>/Names<</JavaScript<</Names[(a) 6 0 R]>>>>",
         "/AA<</O 5 0 R/C 6 0 R>>/Annots[4 0 R 7 0 R 8 0 R]");
  add (&pdf, "<</Type/Annot/Subtype/Link/Rect[0 742 200 842]/A 5 0 R>>");
  add (&pdf,
       "<</S/Launch/F(/usr/bin/touch)/Unix<</F(/usr/bin/touch)/P(%s)>>"
       "/Win<</F(touch)/P(%s)>>>>",
       HOSTILE_TRACE, HOSTILE_TRACE);
  add (&pdf, "<</S/JavaScript/JS(while \\(true\\) app.alert\\(1\\))>>");
  add (&pdf, "<</Type/Annot/Subtype/Link/Rect[200 742 400 842]/A 6 0 R>>");
  add (&pdf, "<</Type/Annot/Subtype/Link/Rect[400 742 500 842]"
             "/A<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>>>");
  return finish (&pdf, "");
}

static GBytes *
make_outside_links (void)
{
  Pdf pdf = { NULL };

  begin (&pdf, "", "/Annots[4 0 R 5 0 R]");
  add (&pdf, "<</Type/Annot/Subtype/Link/Rect[0 742 200 842]"
             "/A<</S/URI/URI(file:///etc/passwd)>>>>");
  add (&pdf, "<</Type/Annot/Subtype/Link/Rect[200 742 400 842]"
             "/A<</S/URI/URI(https://vnpt.vn)>>>>");
  return finish (&pdf, "");
}

static GBytes *
make_many_links (void)
{
  GString *links = g_string_new (NULL);
  g_autofree char *page = NULL;
  Pdf pdf = { NULL };

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (links, "%u 0 R ", i + 4);
  page = g_strdup_printf ("/Annots[%s]", links->str);
  g_string_free (links, TRUE);
  begin (&pdf, "", page);
  for (guint i = 0; i < 9000; i++)
    add (&pdf, "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://vnpt.vn)>>>>");
  return finish (&pdf, "");
}

/* Each heading is followed, and has below it, itself. */
static GBytes *
make_endless_outline (void)
{
  Pdf pdf = { NULL };

  begin (&pdf, "/Outlines 4 0 R", "");
  add (&pdf, "<</Type/Outlines/First 5 0 R/Last 5 0 R/Count 1>>");
  add (&pdf,
       "<</Title(A)/Parent 4 0 R/Next 6 0 R/First 6 0 R/Last 6 0 R/Count 1/Dest[3 0 R/Fit]>>");
  add (&pdf,
       "<</Title(B)/Parent 4 0 R/Next 5 0 R/First 5 0 R/Last 5 0 R/Count 1/Dest[3 0 R/Fit]>>");
  return finish (&pdf, "");
}

static GBytes *
make_missing_fonts (void)
{
  static const char text[] = "BT /A 20 Tf 72 700 Td (Hop dong) Tj /B 20 Tf 0 -40 Td (so 1) Tj ET";
  g_autoptr (GBytes) content = g_bytes_new_static (text, sizeof text - 1);
  Pdf pdf = { NULL };

  begin (&pdf, "", "/Contents 4 0 R/Resources<</Font<</A 5 0 R/B 6 0 R>>>>");
  add_stream (&pdf, "", content);
  add (&pdf, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  add (&pdf, "<</Type/Font/Subtype/TrueType/BaseFont/NoSuchFontAnywhere>>");
  return finish (&pdf, "");
}

static GBytes *
make_inflating (void)
{
  return make_content_bomb (" ", 100 * 1000 * 1000, "");
}

static GBytes *
make_slow_page (void)
{
  return make_content_bomb ("0 0 m 595 842 l 595 0 l 0 842 l S\n", 5000, "");
}

/* A billion black pixels, a few kilobytes packed. */
static GBytes *
make_huge_image (void)
{
  g_autoptr (GBytes) row = g_bytes_new_static ("/X Do", 5);
  g_autoptr (GBytes) pixels = repeat ("\377", 30000 / 8 * 30000);
  g_autoptr (GBytes) packed = deflate (pixels);
  Pdf pdf = { NULL };

  begin (&pdf, "", "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
  add_stream (&pdf, "", row);
  add_stream (&pdf,
              "/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1"
              "/ColorSpace/DeviceGray/Filter/FlateDecode",
              packed);
  return finish (&pdf, "");
}

static GBytes *
make_xref_loop (void)
{
  static const char file[] = "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \n"
                             "trailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n";

  return g_bytes_new_static (file, sizeof file - 1);
}

static GBytes *
make_no_pages (void)
{
  Pdf pdf = { NULL };

  add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  add (&pdf, "<</Type/Pages/Kids[]/Count 0>>");
  return finish (&pdf, "");
}

const HostileFile hostile_files[] = {
  { "empty", make_empty, SME_DOCUMENT_ERROR_EMPTY, 0 },
  { "web-page", make_web_page, SME_DOCUMENT_ERROR_NOT_PDF, 0 },
  { "half", make_half, SME_DOCUMENT_ERROR_DAMAGED, 0 },
  { "without-end", make_without_end, SME_DOCUMENT_ERROR_DAMAGED, 0 },
  { "encrypted", make_encrypted, SME_DOCUMENT_ERROR_ENCRYPTED, 0 },
  { "no-pages", make_no_pages, SME_DOCUMENT_ERROR_DAMAGED, 0 },
  { "lying-count", make_lying_count, SME_DOCUMENT_ERROR_DAMAGED, 0 },
  { "xref-loop", make_xref_loop, SME_DOCUMENT_ERROR_DAMAGED, 0 },
  { "many-pages", make_many_pages, HOSTILE_OPENS, 10000 },
  { "large-page", make_large_page, HOSTILE_OPENS, 1 },
  { "deep-arrays", make_deep_arrays, HOSTILE_OPENS, 1 },
  { "deep-page-tree", make_deep_page_tree, HOSTILE_OPENS, 1 },
  { "page-tree-loop", make_page_tree_loop, SME_DOCUMENT_ERROR_DAMAGED, 0 },
  { "saves", make_saves, HOSTILE_OPENS, 1 },
  { "self-drawing", make_self_drawing, HOSTILE_OPENS, 1 },
  { "doubling-drawing", make_doubling_drawing, HOSTILE_OPENS, 1 },
  { "actions", make_actions, HOSTILE_OPENS, 1 },
  { "outside-links", make_outside_links, HOSTILE_OPENS, 1 },
  { "many-links", make_many_links, HOSTILE_OPENS, 1 },
  { "endless-outline", make_endless_outline, HOSTILE_OPENS, 1 },
  { "missing-fonts", make_missing_fonts, HOSTILE_OPENS, 1 },
  { "inflating", make_inflating, HOSTILE_OPENS, 1 },
  { "slow-page", make_slow_page, HOSTILE_OPENS, 1 },
  { "huge-image", make_huge_image, SME_DOCUMENT_ERROR_TOO_LARGE, 0 },
  { NULL, NULL, 0, 0 },
};
