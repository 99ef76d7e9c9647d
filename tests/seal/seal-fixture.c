/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-pdf-stream.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

static const char operators[] =
  "0 0 0.4 rg\n1.5 w\n10 40 m 40 90 60 10 90 50 c 120 90 160 20 230 60 c S\n"
  "200 80 m 200 82 l S\n";

static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_page (cairo_t *cairo, guint number)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cairo);
  g_autofree char *text = g_strdup_printf ("Hợp đồng - trang %u\nĐiều khoản về chữ ký số", number);

  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, 72, 72);
  pango_cairo_show_layout (cairo, layout);
  cairo_show_page (cairo);
}

GBytes *
seal_fixture_make_pdf (guint pages)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_write, out, 595, 842);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Hợp đồng");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  "2026-07-01T08:00:00+07:00");
  for (guint i = 0; i < pages; i++)
    draw_page (cairo, i + 1);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (out);
}

static void
append_deflated (GString *text, const char *entries, GBytes *content)
{
  g_autoptr (GBytes) deflated = sme_pdf_stream_deflate (content);
  gsize size = 0;
  const char *data = g_bytes_get_data (deflated, &size);

  g_string_append_printf (text, "<< %s /Filter /FlateDecode /Length %zu >>\nstream\n", entries,
                          size);
  g_string_append_len (text, data, (gssize) size);
  g_string_append (text, "\nendstream\nendobj\n");
}

static GBytes *
make_rows (gsize object_stream, gsize xref)
{
  /* type, offset or stream (two bytes), generation or index; after the PNG predictor "none" */
  const guint8 rows[6][5] = {
    { 0, 0, 0, 0, 0 },
    { 0, 2, 0, 4, 0 },
    { 0, 2, 0, 4, 1 },
    { 0, 2, 0, 4, 2 },
    { 0, 1, (guint8) (object_stream >> 8), (guint8) object_stream, 0 },
    { 0, 1, (guint8) (xref >> 8), (guint8) xref, 0 },
  };

  return g_bytes_new (rows, sizeof rows);
}

GBytes *
seal_fixture_make_stream_pdf (void)
{
  static const char objects[] = "1 0 2 34 3 76 "
                                "<< /Type /Catalog /Pages 2 0 R >> "
                                "<< /Type /Pages /Kids [ 3 0 R ] /Count 1>> "
                                "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] >>";
  g_autoptr (GBytes) content = g_bytes_new_static (objects, strlen (objects));
  g_autoptr (GBytes) rows = NULL;
  GString *text = g_string_new ("%PDF-1.5\n");
  gsize object_stream = text->len;
  gsize xref;

  g_string_append (text, "4 0 obj\n");
  append_deflated (text, "/Type /ObjStm /N 3 /First 14", content);
  xref = text->len;
  rows = make_rows (object_stream, xref);
  g_string_append (text, "5 0 obj\n");
  append_deflated (text,
                   "/Type /XRef /Size 6 /W [ 1 2 1 ] /Root 1 0 R "
                   "/DecodeParms << /Predictor 12 /Columns 4 >>",
                   rows);
  g_string_append_printf (text, "startxref\n%zu\n%%%%EOF\n", xref);
  return g_string_free_to_bytes (text);
}

GBytes *
seal_fixture_prepare (GBytes *pdf, const char *name, guint page)
{
  SmeSealField field = { name, "Chữ ký của khách hàng", page, 72, 100, 240, 100 };
  GBytes *prepared;
  g_autoptr (GError) error = NULL;

  prepared = sme_seal_prepare (pdf, &field, &error);
  g_assert_no_error (error);
  return prepared;
}

SmeSealSigner *
seal_fixture_get_authority (void)
{
  static SmeSealSigner *authority;

  if (authority == NULL)
    authority =
      sme_seal_authority_new ("OneSME demo", "OneSME demo CA", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_assert_nonnull (authority);
  return authority;
}

SmeSealSigner *
seal_fixture_get_signer (SmeSealKeyKind kind)
{
  static SmeSealSigner *signers[3];

  if (signers[kind] == NULL)
    signers[kind] = sme_seal_authority_issue (seal_fixture_get_authority (), "OneSME demo",
                                              SME_SEAL_USAGE_DOCUMENTS, kind, NULL, NULL);
  g_assert_nonnull (signers[kind]);
  return signers[kind];
}

void
seal_fixture_fill_request (SmeSealRequest *request, const char *field)
{
  *request = (SmeSealRequest){ 0 };
  request->field_name = field;
  request->name = "OneSME demo";
  request->reason = "Niêm phong hợp đồng";
  request->location = "Hà Nội";
  request->appearance.operators = g_bytes_new_static (operators, strlen (operators));
  request->appearance.x1 = 240;
  request->appearance.y1 = 100;
  request->certify = TRUE;
}

void
seal_fixture_clear_request (SmeSealRequest *request)
{
  g_clear_pointer (&request->appearance.operators, g_bytes_unref);
}

GBytes *
seal_fixture_sign (GBytes *prepared, const char *field, SmeSealSigner *signer)
{
  SmeSealRequest request;
  g_autoptr (GError) error = NULL;
  GBytes *sealed;

  seal_fixture_fill_request (&request, field);
  sealed = sme_seal_sign (prepared, signer, &request, &error);
  g_assert_no_error (error);
  seal_fixture_clear_request (&request);
  return sealed;
}

GBytes *
seal_fixture_make_signed (SmeSealKeyKind kind)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 1);

  return seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD, seal_fixture_get_signer (kind));
}

SmeSealReport *
seal_fixture_check (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  SmeSealReport *report;

  report =
    sme_seal_check (pdf, sme_seal_signer_get_chain (seal_fixture_get_authority ()), NULL, &error);
  g_assert_no_error (error);
  return report;
}

SmeSealSignature *
seal_fixture_get_only (SmeSealReport *report)
{
  g_assert_cmpuint (sme_seal_report_get_n_signatures (report), ==, 1);
  return sme_seal_report_get_signature (report, 0);
}

void
seal_fixture_assert (SmeSealReport *report, guint index, SmeSealVerdict verdict, SmeSealFlaw flaw)
{
  SmeSealSignature *signature;

  g_assert_cmpuint (sme_seal_report_get_n_signatures (report), >, index);
  signature = sme_seal_report_get_signature (report, index);
  g_assert_cmpint (sme_seal_signature_get_flaw (signature), ==, flaw);
  g_assert_cmpint (sme_seal_signature_get_verdict (signature), ==, verdict);
}

GBytes *
seal_fixture_replace (GBytes *bytes, gsize from, const char *what, const char *with)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint8 *found = memmem (data + from, size - from, what, strlen (what));
  GByteArray *out = g_byte_array_new ();

  g_assert_nonnull (found);
  g_byte_array_append (out, data, (guint) (found - data));
  g_byte_array_append (out, (const guint8 *) with, (guint) strlen (with));
  found += strlen (what);
  g_byte_array_append (out, found, (guint) (data + size - found));
  return g_byte_array_free_to_bytes (out);
}

gsize
seal_fixture_find_last (GBytes *bytes, const char *what)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (what);

  for (gsize at = size - length + 1; at-- > 0;)
    if (memcmp (data + at, what, length) == 0)
      return at;
  g_assert_not_reached ();
}

GBytes *
seal_fixture_append (GBytes *bytes, const char *text)
{
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
  return g_byte_array_free_to_bytes (out);
}
