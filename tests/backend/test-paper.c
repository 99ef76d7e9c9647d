/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "backend/paper/sme-paper-document.h"
#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-layout.h"
#include "core/sme-records.h"
#include "paper-fixture.h"
#include "seal/sme-seal.h"

static gpointer
get_part (SmeOrder *order, const char *name)
{
  return sme_record_get_object (SME_RECORD (order), name);
}

static void
assert_silent (const char *text, const char *words)
{
  g_autofree char *squeezed = fixture_squeeze (words);

  g_assert_null (strstr (text, squeezed));
}

static void
test_declared_data (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autofree char *text = fixture_get_text (pdf);
  static const char *const facts[] = {
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
    "Họ và tên: Nguyễn Thị Phương Thảo",
    "Ngày sinh: 08/03/1990",
    "Giới tính: Nữ",
    "Quốc tịch: Việt Nam",
    "Số giấy tờ: 031190001234",
    "Ngày cấp: 12/05/2021",
    "Nơi cấp: Cục Cảnh sát quản lý hành chính về trật tự xã hội",
    "Địa chỉ: " FIXTURE_ADDRESS,
    "Số điện thoại: 0912 345 678",
    "Địa chỉ email: thao@example.vn",
    "Số đơn hàng: 12726",
    "Gói dịch vụ: SMARTCA CÁ NHÂN CƠ BẢN",
    "Chu kỳ thanh toán: 12 tháng",
    "Giá chưa gồm thuế giá trị gia tăng (GTGT) 200.000 ₫",
    "Thuế GTGT (10%) 20.000 ₫",
    "Tổng giá trị hợp đồng (đã gồm thuế GTGT) 220.000 ₫",
    "Bằng chữ: Hai trăm hai mươi nghìn đồng.",
    "là giá đã gồm thuế GTGT",
    "Phương thức thanh toán: chuyển khoản theo mã VietQR",
    "Hôm nay, ngày 22 tháng 11 năm 2026",
    "là 12 (mười hai) tháng",
    "Hỗ trợ khách hàng: Đơn hàng này chỉ có trên máy tính này.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    fixture_assert_says (text, facts[i]);
  assert_silent (text, "BIỂN XANH");
  assert_silent (text, "Người liên hệ");
}

static void
test_organisations (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) enterprise = fixture_draw (order, SME_CUSTOMER_ENTERPRISE, NULL);
  g_autoptr (GBytes) household = fixture_draw (order, SME_CUSTOMER_HOUSEHOLD, NULL);
  g_autofree char *text = fixture_get_text (enterprise);
  g_autofree char *household_text = fixture_get_text (household);

  fixture_assert_says (text, "Tên doanh nghiệp: CÔNG TY TNHH BIỂN XANH Mã số thuế: 0100684378");
  fixture_assert_says (text, "Người đại diện: Trần Văn Bình Chức vụ: Giám đốc");
  fixture_assert_says (text, "Người khai báo: Nguyễn Thị Phương Thảo");
  fixture_assert_says (household_text, "Tên hộ kinh doanh: CÔNG TY TNHH BIỂN XANH");
}

/* Every letter of Vietnamese comes back as it was, small and capital. */
static void
test_letters (void)
{
  static const char letters[] =
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
  g_autofree char *capitals = g_utf8_strup (letters, -1);
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  sme_record_set_text (get_part (order, "plan"), "name", letters);
  sme_record_set_text (get_part (order, "profile"), "full_name", capitals);
  pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);

  text = fixture_get_text (pdf);

  /* So long a word is broken over lines. */
  fixture_assert_says (text, letters);
  fixture_assert_says (text, capitals);
}

static void
assert_every_page_says (PopplerDocument *document, const char *words)
{
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = fixture_get_page_text (document, i);

      fixture_assert_says (text, words);
    }
}

static void
test_demonstration (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmePaperContract contract = { .order = order,
                                .address_line = FIXTURE_ADDRESS,
                                .drawn_at = FIXTURE_TIME };
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autoptr (GBytes) real = sme_paper_draw_contract (&contract, NULL, NULL);
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  g_autofree char *text = fixture_get_text (real);

  assert_every_page_says (document, "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ");
  assert_silent (text, "KHÔNG CÓ GIÁ TRỊ PHÁP LÝ");
}

/* How many pixels of the first page are of a light grey, as only the watermark is. */
static guint
count_light_pixels (GBytes *pdf)
{
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  g_autoptr (FixturePage) page = poppler_document_get_page (document, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  poppler_page_render (page, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    for (int x = 0; x < 596; x++)
      {
        const guchar *row =
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

        n += row[4 * x] >= 238 && row[4 * x] <= 246;
      }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

/* It is seen, but so light that text on it is read, and not found as text. */
static void
test_watermark (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmePaperContract contract = { .order = order,
                                .address_line = FIXTURE_ADDRESS,
                                .drawn_at = FIXTURE_TIME };
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autoptr (GBytes) real = sme_paper_draw_contract (&contract, NULL, NULL);
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  g_autofree char *text = fixture_get_page_text (document, 1);

  g_assert_cmpuint (count_light_pixels (pdf), >, 10000);
  g_assert_cmpuint (count_light_pixels (real), <, 5000);
  g_assert_true (strstr (text, "TRÌNHDIỄN") == g_strrstr (text, "TRÌNHDIỄN"));
}

static void
test_pages (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();

  for (SmeCustomerType type = SME_CUSTOMER_PERSON; type <= SME_CUSTOMER_ENTERPRISE; type++)
    {
      g_autoptr (GBytes) pdf = fixture_draw (order, type, NULL);
      g_autoptr (FixtureDocument) document = fixture_open (pdf);
      int n_pages = poppler_document_get_n_pages (document);

      g_assert_cmpint (n_pages, >=, 3);
      g_assert_cmpint (n_pages, <=, 6);
      assert_every_page_says (
        document, "Đơn hàng 12726 - Mẫu hợp đồng phiên bản " SME_PAPER_CONTRACT_VERSION);
      for (int i = 0; i < n_pages; i++)
        {
          g_autofree char *text = fixture_get_page_text (document, i);
          g_autofree char *number = g_strdup_printf ("Trang %d/%d", i + 1, n_pages);

          fixture_assert_says (text, number);
        }
    }
}

static void
test_file (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *subject = poppler_document_get_subject (document);
  g_autofree char *version = poppler_document_get_pdf_version_string (document);
  PopplerFontInfo *fonts = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);

  g_assert_cmpstr (title, ==,
                   "Hợp đồng cung cấp và sử dụng dịch vụ chứng thực chữ ký số (VNPT SmartCA)");
  g_assert_cmpstr (author, ==, "OneSME demo (bên cung cấp trình diễn)");
  g_assert_cmpstr (subject, ==, "Đơn hàng 12726");
  g_assert_cmpstr (version, ==, "PDF-1.4");
  g_assert_cmpint (poppler_document_get_creation_date (document), ==, FIXTURE_TIME / 1000);
  g_assert_nonnull (memmem (bytes, size, "\nxref\n", 6));
  g_assert_nonnull (memmem (bytes, size, "/MarkInfo << /Marked true >>", 28));

  g_assert_true (poppler_font_info_scan (fonts, 100, &iter));
  do
    g_assert_true (poppler_fonts_iter_is_embedded (iter));
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
  g_object_unref (fonts);
}

static void
test_outline (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  int n = 0, last_page = 0;

  g_assert_nonnull (iter);
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      g_autofree char *page_text = NULL;
      PopplerDest *dest = action->goto_dest.dest;

      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      page_text = fixture_get_page_text (document, dest->page_num - 1);
      fixture_assert_says (page_text, action->any.title);
      g_assert_cmpint (dest->page_num, >=, last_page);
      last_page = dest->page_num;
      n++;
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));

  poppler_index_iter_free (iter);
  g_assert_cmpint (n, ==, 14); /* the two parties and twelve articles */
}

static void
test_same_bytes (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (SmeOrder) copy = sme_record_copy (SME_RECORD (order));
  g_autoptr (GBytes) a = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autoptr (GBytes) b = fixture_draw (copy, SME_CUSTOMER_PERSON, NULL);
  g_autoptr (GBytes) c = NULL;

  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));

  sme_record_set_text (get_part (copy, "profile"), "full_name", "Nguyễn Thị Phương Thào");
  c = fixture_draw (copy, SME_CUSTOMER_PERSON, NULL);
  g_assert_false (g_bytes_equal (a, c));
}

static gpointer
draw_some (gpointer data)
{
  GBytes *expected = data;
  g_autoptr (SmeOrder) order = fixture_order_new ();

  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);

      if (!g_bytes_equal (pdf, expected))
        return GINT_TO_POINTER (FALSE);
    }

  return GINT_TO_POINTER (TRUE);
}

static void
test_threads (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) expected = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_some, expected);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

/* No letter within the box. Text boxes count from the top of the page, the field from its foot. */
static void
assert_box_is_empty (PopplerPage *page, const SmePaperField *field)
{
  g_autofree PopplerRectangle *boxes = NULL;
  double top = SME_PAPER_HEIGHT - field->y - field->height;
  guint n = 0;

  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n));
  for (guint i = 0; i < n; i++)
    g_assert_false (boxes[i].x2 > field->x && boxes[i].x1 < field->x + field->width &&
                    boxes[i].y2 > top + 1 && boxes[i].y1 < top + field->height - 1);
}

static void
assert_box_is_labelled (PopplerPage *page, const SmePaperField *field)
{
  GList *found = poppler_page_find_text (page, "Bên A ký điện tử");
  gboolean is_above = FALSE;

  for (GList *item = found; item != NULL; item = item->next)
    {
      const PopplerRectangle *label = item->data;
      is_above |= label->x1 > field->x && label->x2 < field->x + field->width &&
                  label->y1 > field->y + field->height - 2 &&
                  label->y2 < field->y + field->height + 25;
    }

  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  g_assert_true (is_above);
}

static void
assert_field_is_free (GBytes *pdf, const SmePaperField *field)
{
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  g_autoptr (FixturePage) page = poppler_document_get_page (document, (int) field->page);

  assert_box_is_empty (page, field);
  assert_box_is_labelled (page, field);
  g_assert_cmpfloat_with_epsilon (field->width / field->height, 12.0 / 5, 0.0001);
  g_assert_cmpfloat (field->x, >=, SME_PAPER_LEFT);
  g_assert_cmpfloat (field->x + field->width, <=, SME_PAPER_WIDTH - SME_PAPER_RIGHT);
  g_assert_cmpfloat (field->y, >=, SME_PAPER_BOTTOM);
}

static void
test_field (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmePaperField field;
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, &field);
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  g_autofree char *text = fixture_get_page_text (document, (int) field.page);

  assert_field_is_free (pdf, &field);
  g_assert_cmpint ((int) field.page, ==, poppler_document_get_n_pages (document) - 1);
  fixture_assert_says (text, "Bên B niêm phong điện tử");
  fixture_assert_says (text, "12.4. Bên A xác nhận đã đọc");
}

/* The room that seals finds all it needs in what is drawn here. */
static void
test_field_can_be_prepared (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmePaperField place;
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, &place);
  SmeSealField field = { .name = "customer",
                         .page = place.page,
                         .x = place.x,
                         .y = place.y,
                         .width = place.width,
                         .height = place.height };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) prepared = sme_seal_prepare (pdf, &field, &error);
  g_autoptr (FixtureDocument) document = NULL;

  g_assert_no_error (error);
  document = fixture_open (prepared);
  g_assert_cmpint (poppler_document_get_n_signatures (document), ==, 1);
  g_assert_cmpint (memcmp (g_bytes_get_data (prepared, NULL), g_bytes_get_data (pdf, NULL),
                           g_bytes_get_size (pdf)),
                   ==, 0);
}

static void
assert_nothing_overflows (GBytes *pdf)
{
  g_autoptr (FixtureDocument) document = fixture_open (pdf);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (FixturePage) page = poppler_document_get_page (document, i);
      g_autofree PopplerRectangle *boxes = NULL;
      guint n = 0;

      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n));
      for (guint b = 0; b < n; b++)
        {
          g_assert_cmpfloat (boxes[b].x1, >=, SME_PAPER_LEFT - 1);
          g_assert_cmpfloat (boxes[b].x2, <=, SME_PAPER_WIDTH - SME_PAPER_RIGHT + 2);
          g_assert_cmpfloat (boxes[b].y2, <=, SME_PAPER_HEIGHT - 20);
        }
    }
}

static char *
repeat (const char *text, int n)
{
  GString *all = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

static void
test_hostile_input (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmeRecord *profile = get_part (order, "profile");
  g_autofree char *word = repeat ("Ẫ", 120);
  g_autofree char *email = repeat ("verylongname", 20);
  SmePaperField field;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  sme_record_set_text (profile, "full_name", word);
  sme_record_set_text (profile, "email", email);
  sme_record_set_text (profile, "id_issued_by",
                       "<span size='99'>&amp; </b>\n{{order_number}} | **x** __y__ !end \\ % ()");
  pdf = fixture_draw (order, SME_CUSTOMER_PERSON, &field);
  text = fixture_get_text (pdf);

  fixture_assert_says (text,
                       "<span size='99'>&amp; </b> {{order_number}} | **x** __y__ !end \\ % ()");
  assert_nothing_overflows (pdf);
  assert_field_is_free (pdf, &field);
}

/* Whatever gets through the checks before: pages come to an end, and the signature has its place.
 */
static void
test_endless_input (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autofree char *address = repeat ("đường dài, ", 3000);
  g_autofree char *name = repeat ("Ngô ", 2000);
  SmePaperContract contract = { .order = order, .address_line = address, .drawn_at = FIXTURE_TIME };
  SmePaperField field = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  sme_record_set_text (get_part (order, "profile"), "full_name", name);
  pdf = sme_paper_draw_contract (&contract, &field, &error);

  g_assert_no_error (error);
  assert_nothing_overflows (pdf);
  assert_field_is_free (pdf, &field);
}

static void
test_incomplete (void)
{
  static const char *const parts[] = { "plan", "quote", "profile" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (SmeOrder) order = fixture_order_new ();
      SmePaperContract contract = { .order = order, .address_line = FIXTURE_ADDRESS };
      g_autoptr (GError) error = NULL;

      sme_record_unset (SME_RECORD (order), parts[i]);
      g_assert_null (sme_paper_draw_contract (&contract, NULL, &error));
      g_assert_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_INCOMPLETE);
    }
}

static void
test_organisation_is_named (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmePaperContract contract = { .order = order,
                                .customer_type = SME_CUSTOMER_HOUSEHOLD,
                                .address_line = FIXTURE_ADDRESS };
  g_autoptr (GError) error = NULL;

  sme_record_unset (get_part (order, "profile"), "organisation");
  g_assert_null (sme_paper_draw_contract (&contract, NULL, &error));
  g_assert_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_INCOMPLETE);
}

static void
test_free_plan (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmeRecord *quote = get_part (order, "quote");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  sme_record_set_int (quote, "net", 0);
  sme_record_set_int (quote, "vat", 0);
  sme_record_set_int (quote, "total", 0);
  sme_record_unset (quote, "lines");
  pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  text = fixture_get_text (pdf);

  fixture_assert_says (text, "Bằng chữ: Không đồng.");
  fixture_assert_says (text, "2.2. Gói dịch vụ có giá 0 đồng");
}

/* Acceptance A49a: what the customer does is called "ký điện tử", what the provider does "niêm
 * phong", and neither a digital signature of the customer. */
static void
test_words_for_signing (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autofree char *text = fixture_get_text (pdf);

  fixture_assert_says (text, "Bên A ký điện tử hợp đồng này bằng cách");
  fixture_assert_says (text, "Bên B niêm phong điện tử hợp đồng");
  fixture_assert_says (text, "không phải là chữ ký số");
  assert_silent (text, "chữ ký số của khách hàng");
  assert_silent (text, "chữ ký số của Bên A");
}

static void
test_law (void)
{
  static const char *const in_force[] = { "20/2023/QH15",   "23/2025/NĐ-CP", "91/2025/QH15",
                                          "356/2025/NĐ-CP", "19/2023/QH15",  "122/2025/QH15" };
  static const char *const replaced[] = { "51/2005", "130/2018", "22/2020", "13/2023/NĐ-CP",
                                          "123/2020" };
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);
  g_autofree char *text = fixture_get_text (pdf);

  for (gsize i = 0; i < G_N_ELEMENTS (in_force); i++)
    fixture_assert_says (text, in_force[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (replaced); i++)
    assert_silent (text, replaced[i]);
}

static void
test_provider (void)
{
  const SmePaperProvider provider = { .name = "CÔNG TY A",
                                      .tax_code = "0106869738",
                                      .address = "Hà Nội",
                                      .hotline = "Tổng đài 1800 1260" };
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmePaperContract contract = {
    .order = order, .address_line = FIXTURE_ADDRESS, .provider = &provider, .drawn_at = FIXTURE_TIME
  };
  g_autoptr (GBytes) pdf = sme_paper_draw_contract (&contract, NULL, NULL);
  g_autofree char *text = fixture_get_text (pdf);

  fixture_assert_says (text, "Tên: CÔNG TY A Mã số thuế: 0106869738 Địa chỉ: Hà Nội");
  assert_silent (text, "OneSME demo");
  assert_silent (text, "trên máy tính này");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/contract-states-declared-data", test_declared_data);
  g_test_add_func ("/paper/contract-names-organisations", test_organisations);
  g_test_add_func ("/paper/every-vietnamese-letter-comes-back", test_letters);
  g_test_add_func ("/paper/every-page-says-demonstration", test_demonstration);
  g_test_add_func ("/paper/watermark-is-light-and-no-text", test_watermark);
  g_test_add_func ("/paper/pages-are-few-and-numbered", test_pages);
  g_test_add_func ("/paper/file-is-described-embedded-and-tagged", test_file);
  g_test_add_func ("/paper/outline-leads-to-the-articles", test_outline);
  g_test_add_func ("/paper/same-input-makes-the-same-bytes", test_same_bytes);
  g_test_add_func ("/paper/four-threads-draw-at-once", test_threads);
  g_test_add_func ("/paper/field-is-free-and-labelled", test_field);
  g_test_add_func ("/paper/field-can-be-prepared-for-sealing", test_field_can_be_prepared);
  g_test_add_func ("/paper/hostile-input-is-only-text", test_hostile_input);
  g_test_add_func ("/paper/endless-input-comes-to-an-end", test_endless_input);
  g_test_add_func ("/paper/incomplete-orders-are-refused", test_incomplete);
  g_test_add_func ("/paper/organisations-must-be-named", test_organisation_is_named);
  g_test_add_func ("/paper/a-free-plan-says-so", test_free_plan);
  g_test_add_func ("/a49a/contract-calls-signing-by-its-name", test_words_for_signing);
  g_test_add_func ("/paper/law-in-force-is-named", test_law);
  g_test_add_func ("/paper/provider-is-who-is-given", test_provider);

  return g_test_run ();
}
