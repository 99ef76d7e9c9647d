/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes files that want to do harm. Nothing of it is stored: what a file is can be read here. */
#include "hostile-files.h"

#include "hostile-pages.h"
#include "pdf-writer.h"
#include "viewer-fixture.h"

#include <string.h>

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

  pdf_begin (&pdf, "", "");
  return pdf_finish (&pdf,
                     "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
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
  pdf_add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_add (&pdf, "<</Type/Pages/Count 10000/Kids[%s]>>", kids->str);
  for (guint i = 0; i < 10000; i++)
    pdf_add (&pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  file = pdf_finish (&pdf, "");
  g_string_free (kids, TRUE);
  return file;
}

static GBytes *
make_lying_count (void)
{
  Pdf pdf = { NULL };

  pdf_add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_add (&pdf, "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>");
  pdf_add (&pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  return pdf_finish (&pdf, "");
}

static GBytes *
make_large_page (void)
{
  return fixture_make_bare_pdf ("0 0 14400 14400", "");
}

static GBytes *
make_deep_arrays (void)
{
  g_autoptr (GBytes) open = pdf_repeat ("[", 200000);
  g_autoptr (GString) array = g_string_new_len (g_bytes_get_data (open, NULL), 200000);
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "/Deep 4 0 R", "/Deep 4 0 R");
  pdf_add (&pdf, "%s", array->str);
  return pdf_finish (&pdf, "");
}

static GBytes *
make_deep_page_tree (void)
{
  Pdf pdf = { NULL };

  pdf_add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  for (guint i = 2; i < 2000; i++)
    pdf_add (&pdf, "<</Type/Pages/Kids[%u 0 R]/Count 1/Parent %u 0 R>>", i + 1, i - 1);
  pdf_add (&pdf, "<</Type/Page/Parent 1999 0 R/MediaBox[0 0 595 842]>>");
  return pdf_finish (&pdf, "");
}

static GBytes *
make_page_tree_loop (void)
{
  Pdf pdf = { NULL };

  pdf_add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_add (&pdf, "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>");
  pdf_add (&pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  return pdf_finish (&pdf, "");
}

/* poppler keeps some 1.5 KB per state saved, without end (docs/viewer.md, "Hostile files"). */
static GBytes *
make_saves (void)
{
  return pdf_make_bomb ("q ", 100000, "");
}

/* A picture that draws itself. */
static GBytes *
make_self_drawing (void)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("/X Do /X Do", 11);
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "", "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
  pdf_add_stream (&pdf, "", content);
  pdf_add_stream (&pdf,
                  "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>",
                  content);
  return pdf_finish (&pdf, "");
}

/* Twelve pictures, each of which draws the next one four times. */
static GBytes *
make_doubling_drawing (void)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("/X Do /X Do /X Do /X Do", 23);
  g_autoptr (GBytes) end = g_bytes_new_static ("0 0 9 9 re f", 12);
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "", "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
  pdf_add_stream (&pdf, "", content);
  for (guint i = 5; i < 12; i++)
    {
      g_autofree char *entries = g_strdup_printf ("/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
                                                  "/Resources<</XObject<</X %u 0 R>>>>",
                                                  i + 1);

      pdf_add_stream (&pdf, entries, content);
    }
  pdf_add_stream (&pdf, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]", end);
  return pdf_finish (&pdf, "");
}

static GBytes *
make_actions (void)
{
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "/OpenAction 5 0 R/AA<</WC 6 0 R>>/Names<</JavaScript<</Names[(a) 6 0 R]>>>>",
             "/AA<</O 5 0 R/C 6 0 R>>/Annots[4 0 R 7 0 R 8 0 R]");
  pdf_add (&pdf, "<</Type/Annot/Subtype/Link/Rect[0 742 200 842]/A 5 0 R>>");
  pdf_add (&pdf,
           "<</S/Launch/F(/usr/bin/touch)/Unix<</F(/usr/bin/touch)/P(%s)>>"
           "/Win<</F(touch)/P(%s)>>>>",
           HOSTILE_TRACE, HOSTILE_TRACE);
  pdf_add (&pdf, "<</S/JavaScript/JS(while \\(true\\) app.alert\\(1\\))>>");
  pdf_add (&pdf, "<</Type/Annot/Subtype/Link/Rect[200 742 400 842]/A 6 0 R>>");
  pdf_add (&pdf, "<</Type/Annot/Subtype/Link/Rect[400 742 500 842]"
                 "/A<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>>>");
  return pdf_finish (&pdf, "");
}

static GBytes *
make_outside_links (void)
{
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "", "/Annots[4 0 R 5 0 R]");
  pdf_add (&pdf, "<</Type/Annot/Subtype/Link/Rect[0 742 200 842]"
                 "/A<</S/URI/URI(file:///etc/passwd)>>>>");
  pdf_add (&pdf, "<</Type/Annot/Subtype/Link/Rect[200 742 400 842]"
                 "/A<</S/URI/URI(https://vnpt.vn)>>>>");
  return pdf_finish (&pdf, "");
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
  pdf_begin (&pdf, "", page);
  for (guint i = 0; i < 9000; i++)
    pdf_add (&pdf, "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://vnpt.vn)>>>>");
  return pdf_finish (&pdf, "");
}

/* Each heading is followed, and has below it, itself. */
static GBytes *
make_endless_outline (void)
{
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "/Outlines 4 0 R", "");
  pdf_add (&pdf, "<</Type/Outlines/First 5 0 R/Last 5 0 R/Count 1>>");
  pdf_add (&pdf,
           "<</Title(A)/Parent 4 0 R/Next 6 0 R/First 6 0 R/Last 6 0 R/Count 1/Dest[3 0 R/Fit]>>");
  pdf_add (&pdf,
           "<</Title(B)/Parent 4 0 R/Next 5 0 R/First 5 0 R/Last 5 0 R/Count 1/Dest[3 0 R/Fit]>>");
  return pdf_finish (&pdf, "");
}

static GBytes *
make_missing_fonts (void)
{
  static const char text[] = "BT /A 20 Tf 72 700 Td (Hop dong) Tj /B 20 Tf 0 -40 Td (so 1) Tj ET";
  g_autoptr (GBytes) content = g_bytes_new_static (text, sizeof text - 1);
  Pdf pdf = { NULL };

  pdf_begin (&pdf, "", "/Contents 4 0 R/Resources<</Font<</A 5 0 R/B 6 0 R>>>>");
  pdf_add_stream (&pdf, "", content);
  pdf_add (&pdf, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  pdf_add (&pdf, "<</Type/Font/Subtype/TrueType/BaseFont/NoSuchFontAnywhere>>");
  return pdf_finish (&pdf, "");
}

static GBytes *
make_inflating (void)
{
  return pdf_make_bomb (" ", 100 * 1000 * 1000, "");
}

static GBytes *
make_slow_page (void)
{
  return pdf_make_bomb ("0 0 m 595 842 l 595 0 l 0 842 l S\n", 5000, "");
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

  pdf_add (&pdf, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_add (&pdf, "<</Type/Pages/Kids[]/Count 0>>");
  return pdf_finish (&pdf, "");
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
  { "endless-drawing", hostile_make_endless_drawing, HOSTILE_OPENS, 1 },
  { "packed-saves", hostile_make_packed_saves, HOSTILE_OPENS, 1 },
  { "inline-image", hostile_make_inline_image, HOSTILE_OPENS, 1 },
  { "hidden-image", hostile_make_hidden_image, HOSTILE_OPENS, 1 },
  { "huge-image", hostile_make_huge_image, SME_DOCUMENT_ERROR_TOO_LARGE, 0 },
  { NULL, NULL, 0, 0 },
};
