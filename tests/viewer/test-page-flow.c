/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a page for a window of any width: which line ends stay. */
#include "viewer-fixture.h"
#include "viewer/sme-page-flow.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

typedef struct
{
  double x, y;
  double width; /* of the column, in points; 0: no line is broken */
  const char *text;
} Piece;

static cairo_status_t
write_to_array (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_piece (cairo_t *cr, const Piece *piece)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");

  pango_layout_set_font_description (layout, font);
  if (piece->width > 0)
    pango_layout_set_width (layout, (int) (piece->width * PANGO_SCALE));
  pango_layout_set_text (layout, piece->text, -1);
  cairo_move_to (cr, piece->x, piece->y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

/* A page of A4 with @pieces, as poppler reads it. */
static SmePageText *
read_page (const Piece *pieces, gsize n_pieces)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_to_array, array, 595, 842);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SmeDocument) document = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SmePageText *text;

  for (gsize i = 0; i < n_pieces; i++)
    draw_piece (cr, &pieces[i]);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (array);
  document = fixture_open (bytes, &error);
  g_assert_no_error (error);
  sme_document_get_text_async (document, 0, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  text = sme_document_get_text_finish (document, result, &error);
  g_assert_no_error (error);
  return text;
}

/* Returns: the paragraphs of the page; all else is as it was. */
static char **
flow (const Piece *pieces, gsize n_pieces)
{
  g_autoptr (SmePageText) text = read_page (pieces, n_pieces);
  g_autofree char *flowing = sme_page_flow_dup_text (text);
  g_autofree char *before = g_strdup (sme_page_text_get_text (text));

  g_test_message ("%s", before);
  g_assert_cmpuint (strlen (flowing), ==, strlen (before));
  for (char *p = before, *q = flowing; *p != '\0'; p++, q++)
    g_assert_true (*p == *q || (*p == '\n' && *q == ' '));
  return g_strsplit (flowing, "\n", -1);
}

#define SENTENCE \
  "Bên A là khách hàng thường trú tại Khu Đoàn Kết, phường Hải Sơn, quận Đồ Sơn, thành phố Hải " \
  "Phòng, đã đọc và đồng ý với các điều khoản của hợp đồng cung cấp và sử dụng dịch vụ chứng " \
  "thực chữ ký số công cộng được hai bên ký kết dưới đây và các phụ lục kèm theo."

static void
assert_lines (char **lines, const char *const *wanted)
{
  guint i;

  for (i = 0; wanted[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, wanted[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, i);
}

#define ASSERT_FLOW(pieces, ...) \
  G_STMT_START \
  { \
    g_auto (GStrv) lines = flow (pieces, G_N_ELEMENTS (pieces)); \
    static const char *const wanted[] = { __VA_ARGS__, NULL }; \
    assert_lines (lines, wanted); \
  } \
  G_STMT_END

/* One under the other, with a first line that stands in, and without space between. */
static void
test_paragraphs (void)
{
  static const Piece apart[] = { { 72, 72, 451, SENTENCE }, { 72, 160, 451, SENTENCE } };
  static const Piece close[] = { { 72, 72, 451, SENTENCE "\n" SENTENCE } };

  ASSERT_FLOW (apart, SENTENCE, SENTENCE);
  ASSERT_FLOW (close, SENTENCE, SENTENCE);
}

static void
test_headings (void)
{
  static const Piece pieces[] = {
    { 200, 72, 0, "HỢP ĐỒNG DỊCH VỤ" },
    { 72, 100, 451, "ĐIỀU 1. QUYỀN VÀ NGHĨA VỤ CỦA CÁC BÊN\n" SENTENCE },
    { 72, 180, 451, "Điều 2. Giá trị hợp đồng\n" SENTENCE },
  };

  ASSERT_FLOW (pieces, "HỢP ĐỒNG DỊCH VỤ", "ĐIỀU 1. QUYỀN VÀ NGHĨA VỤ CỦA CÁC BÊN", SENTENCE,
               "Điều 2. Giá trị hợp đồng", SENTENCE);
}

/* Items as long as the page is wide, one of them standing out to the left. */
static void
test_lists (void)
{
#define FULL "của hợp đồng cung cấp và sử dụng dịch vụ chứng thực"
  static const Piece pieces[] = {
    { 72, 72, 451, "Hai bên thống nhất các nội dung sau đây, trừ khi có thoả thuận khác, gồm có:" },
    { 72, 100, 0, "a) Điều khoản thứ nhất " FULL },
    { 72, 113, 0, "b) Điều khoản thứ hai " FULL },
    { 72, 126, 0, "- Điều khoản thứ ba " FULL },
    { 72, 139, 0, "1.2. Điều khoản thứ tư " FULL },
    { 72, 160, 451, "2. " SENTENCE },
  };

  ASSERT_FLOW (pieces,
               "Hai bên thống nhất các nội dung sau đây, trừ khi có thoả thuận khác, gồm có:",
               "a) Điều khoản thứ nhất " FULL, "b) Điều khoản thứ hai " FULL,
               "- Điều khoản thứ ba " FULL, "1.2. Điều khoản thứ tư " FULL, "2. " SENTENCE);
}

/* Also where the longest of them is longer than a line of a paragraph must be. */
static void
test_values (void)
{
  static const Piece pieces[] = {
    { 72, 72, 0, "Bên A: Công ty TNHH Dịch vụ Chứng thực và Thương mại Điện tử Miền Bắc" },
    { 72, 86, 0, "Mã số thuế: 0100000000" },
    { 72, 100, 0, "Địa chỉ: 14, Khu Đoàn Kết 3, phường Hải Sơn, quận Đồ Sơn, thành phố Hải Phòng" },
    { 72, 114, 0, "Đại diện: Ông Nguyễn Văn A" },
  };

  g_auto (GStrv) lines = flow (pieces, G_N_ELEMENTS (pieces));

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    g_assert_cmpstr (lines[i], ==, pieces[i].text);
}

/* Cells stay in their rows, short lines (an address) stay lines. */
static void
test_tables (void)
{
  static const Piece pieces[] = {
    { 72, 72, 451, SENTENCE },         { 72, 150, 0, "Chứng thư số cá nhân" },
    { 380, 150, 0, "1.200.000 đồng" }, { 72, 164, 0, "Thiết bị lưu khoá" },
    { 380, 164, 0, "550.000 đồng" },   { 72, 200, 0, "Công ty Dịch vụ" },
    { 72, 214, 0, "14 Trần Phú" },     { 72, 228, 0, "Hà Nội" },
  };
  g_auto (GStrv) lines = flow (pieces, G_N_ELEMENTS (pieces));
  g_autofree char *all = g_strjoinv ("|", lines);

  g_assert_true (g_str_has_prefix (all, SENTENCE "|"));
  g_assert_null (strstr (all, "cá nhân Thiết"));
  g_assert_null (strstr (all, "đồng Thiết"));
  g_assert_null (strstr (all, "đồng 550"));
  g_assert_nonnull (strstr (all, "Công ty Dịch vụ|14 Trần Phú|Hà Nội"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-flow/paragraphs-are-joined", test_paragraphs);
  g_test_add_func ("/page-flow/headings-stay-apart", test_headings);
  g_test_add_func ("/page-flow/lists-stay-apart", test_lists);
  g_test_add_func ("/page-flow/values-stay-apart", test_values);
  g_test_add_func ("/page-flow/tables-stay-apart", test_tables);
  return g_test_run ();
}
