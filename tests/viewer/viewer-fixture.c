/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer-fixture.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define WAIT_SECONDS 180

static cairo_status_t
write_to_array (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

#define PARAGRAPH \
  "Trang %u của hợp đồng cung cấp và sử dụng dịch vụ chứng thực chữ ký số công cộng. Bên A là " \
  "khách hàng Nguyễn Thị Thuỷ, thường trú tại 14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, " \
  "Hải Phòng. Giá trị hợp\nđồng là 220.000 ₫, đã gồm thuế giá trị gia tăng."

static void
draw_page (cairo_t *cr, guint page, guint n_paragraphs)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  GString *text = g_string_new ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                                "Độc lập - Tự do - Hạnh phúc\n\n");

  g_string_append_printf (text, "Hợp đồng số %u\n\n", page + 1);
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, i > 0 ? "\n" PARAGRAPH : PARAGRAPH, page + 1);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, 451 * PANGO_SCALE);
  pango_layout_set_text (layout, text->str, -1);
  cairo_move_to (cr, 72, 72);
  pango_cairo_show_layout (cr, layout);
  cairo_rectangle (cr, 72, 600, 200, 80);
  cairo_stroke (cr);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_string_free (text, TRUE);
}

static GBytes *
make_contract (guint n_pages, guint n_paragraphs)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (write_to_array, array, 595.276, 841.89);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Hợp đồng\tdịch vụ");
  for (guint i = 0; i < n_pages; i++)
    {
      draw_page (cr, i, n_paragraphs);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (array);
}

GBytes *
fixture_make_contract (guint n_pages)
{
  return make_contract (n_pages, 1);
}

GBytes *
fixture_make_dense_contract (guint n_pages)
{
  return make_contract (n_pages, 8);
}

static void
add_link (cairo_t *cr, double x, const char *attributes)
{
  g_autofree char *all = g_strdup_printf ("rect=[%g 20 100 20] %s", x, attributes);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, all);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
add_outline (cairo_surface_t *surface)
{
  int third;

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "Điều 1", "page=1", 0);
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "Điều 2", "page=2 pos=[0 421]",
                                 0);
  third = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "Điều 3", "page=3", 0);
  cairo_pdf_surface_add_outline (surface, third, "Khoản 3.1", "page=3 pos=[0 400]", 0);
}

static GBytes *
make_linked_contract (guint n_pages, guint n_paragraphs)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_to_array, array, 595, 842);
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpuint (n_pages, >=, 3);
  for (guint i = 0; i < n_pages; i++)
    {
      draw_page (cr, i, n_paragraphs);
      if (i == 0)
        {
          add_link (cr, 72, "dest='three'");
          add_link (cr, 200, "uri='https://smartca.vnpt.vn'");
        }
      if (i == 2)
        {
          /* By name: cairo 1.16 writes a broken file for a page that is yet to come. */
          cairo_tag_begin (cr, CAIRO_TAG_DEST, "name='three' x=0 y=0");
          cairo_tag_end (cr, CAIRO_TAG_DEST);
        }
      cairo_show_page (cr);
    }
  add_outline (surface); /* at the end, for the same reason */
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (array);
}

GBytes *
fixture_make_linked_contract (guint n_pages)
{
  return make_linked_contract (n_pages, 1);
}

GBytes *
fixture_make_dense_linked_contract (guint n_pages)
{
  return make_linked_contract (n_pages, 8);
}

GBytes *
fixture_make_bare_pdf (const char *media_box, const char *trailer)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  gsize offsets[4];
  gsize xref;

  offsets[1] = pdf->len;
  g_string_append (pdf, "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
  offsets[2] = pdf->len;
  g_string_append (pdf, "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
  offsets[3] = pdf->len;
  g_string_append_printf (pdf, "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[%s]>> endobj\n",
                          media_box);
  xref = pdf->len;
  g_string_append (pdf, "xref\n0 4\n0000000000 65535 f \n");
  for (int i = 1; i < 4; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (pdf, "trailer <</Size 4/Root 1 0 R%s>>\nstartxref\n%zu\n%%%%EOF\n",
                          trailer, xref);
  return g_string_free_to_bytes (pdf);
}

void
fixture_keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

static gboolean
on_wait_too_long (gpointer user_data)
{
  g_error ("Waited for more than %d seconds", WAIT_SECONDS);
  return G_SOURCE_REMOVE;
}

void
fixture_run_until_func (gboolean (*condition) (gpointer), gpointer user_data)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, on_wait_too_long, NULL);

  while (!condition (user_data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gboolean
is_true (gpointer condition)
{
  return *(const gboolean *) condition;
}

void
fixture_run_until (const gboolean *condition)
{
  fixture_run_until_func (is_true, (gpointer) condition);
}

static gboolean
is_there (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

void
fixture_await (GAsyncResult **result)
{
  fixture_run_until_func (is_there, result);
}

SmeDocument *
fixture_open (GBytes *bytes, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_document_open_bytes_async (bytes, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  return sme_document_open_finish (result, error);
}

SmeDocument *
fixture_open_contract (guint n_pages)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (n_pages);
  g_autoptr (GError) error = NULL;
  SmeDocument *document = fixture_open (bytes, &error);

  g_assert_no_error (error);
  return document;
}
