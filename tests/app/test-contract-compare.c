/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-contract-compare.h"

#include "app-fixture.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define ORDER(name) \
  "{\"id\":\"o1\",\"number\":\"OSM1\",\"state\":\"paid\",\"created_at\":\"2026-11-22T03:15:00Z\"," \
  "\"profile\":{\"full_name\":\"" name "\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031186004567\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công " \
  "an\"," \
  "\"born_on\":\"1986-02-03\",\"sex\":\"female\",\"phone\":\"+84912345678\"," \
  "\"email\":\"lan@vidu.vn\",\"address\":{\"edition\":\"2025\",\"province_code\":\"31\"," \
  "\"commune_code\":\"11455\",\"street\":\"Khu 3\",\"line\":\"14, Khu 3, Hải Phòng\"}}}"

static const char contract[] =
  "BÊN A: KHÁCH HÀNG\nHọ và tên: Nguyễn Thị Lan\nNgày sinh: 03/02/1986\n"
  "Số giấy tờ: 031186004567\nNgày cấp: 10/05/2022\nNơi cấp: Bộ Công an\n"
  "Địa chỉ: 14, Khu 3, Hải Phòng\nSố điện thoại: 0912 345 678\nĐịa chỉ email: lan@vidu.vn\n"
  "BÊN B: BÊN CUNG CẤP DỊCH VỤ\nTên: Bên cung cấp\n";

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_pdf (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 60, 60);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
has_said (gpointer compare)
{
  return !app_shows (compare, "is being compared");
}

static gboolean
has_compared (gpointer compare)
{
  return app_shows (compare, "differs");
}

static SmeContractCompare *
show (AppFixture *f, const char *text)
{
  g_autoptr (GBytes) pdf = make_pdf (text);
  SmeContractCompare *compare = SME_CONTRACT_COMPARE (sme_contract_compare_new ());

  app_fixture_show (f, GTK_WIDGET (compare), 360, 500);
  sme_contract_compare_start (compare, SME_CALLER (f->shop), SME_OP_GET_ORDER, "o1", pdf);
  app_run_until (has_said, compare);
  app_run_idle ();
  return compare;
}

static void
test_same (AppFixture *f, gconstpointer data)
{
  SmeContractCompare *compare;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, NULL, ORDER ("Nguyễn Thị Lan"));
  compare = show (f, contract);
  g_assert_true (sme_contract_compare_get_settled (compare));
  g_assert_true (app_shows (GTK_WIDGET (compare), "The contract says what you declared"));
  g_assert_null (app_find (GTK_WIDGET (compare), GTK_TYPE_BUTTON, NULL));
}

static void
assert_side_by_side (GtkWidget *compare, const char *left_text, const char *right_text)
{
  GtkWidget *left = app_find (compare, GTK_TYPE_LABEL, left_text);
  GtkWidget *right = app_find (compare, GTK_TYPE_LABEL, right_text);
  graphene_rect_t left_place, right_place;

  g_assert_true (gtk_widget_compute_bounds (left, compare, &left_place));
  g_assert_true (gtk_widget_compute_bounds (right, compare, &right_place));
  g_assert_cmpfloat (left_place.origin.y, ==, right_place.origin.y);
  g_assert_cmpfloat (left_place.origin.x + left_place.size.width, <=, right_place.origin.x);
}

static void
test_different (AppFixture *f, gconstpointer data)
{
  SmeContractCompare *compare;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, NULL, ORDER ("Nguyễn Thị Loan"));
  compare = show (f, contract);
  g_assert_false (sme_contract_compare_get_settled (compare));
  g_assert_true (app_shows (GTK_WIDGET (compare), "1 value on the contract differs"));
  g_assert_true (app_shows (GTK_WIDGET (compare), "Nguyễn Thị Loan"));
  assert_side_by_side (GTK_WIDGET (compare), "Nguyễn Thị Loan", "Nguyễn Thị Lan");
  gtk_widget_activate_action (GTK_WIDGET (compare), "compare.right", NULL);
  g_assert_true (sme_contract_compare_get_settled (compare));
}

/* No connection is no comparison: it is made as soon as there is one. */
static void
test_tried_again (AppFixture *f, gconstpointer data)
{
  SmeContractCompare *compare;

  fake_shop_refuse (f->shop, SME_OP_GET_ORDER, SME_PROBLEM_UNREACHABLE);
  compare = show (f, contract);
  g_assert_false (sme_contract_compare_get_settled (compare));
  g_assert_true (app_shows (GTK_WIDGET (compare), "not compared with your declaration yet"));
  fake_shop_answer (f->shop, SME_OP_GET_ORDER, NULL, ORDER ("Nguyễn Thị Loan"));
  app_click (GTK_WIDGET (compare), "Try again");
  app_run_until (has_compared, compare);
  g_assert_false (sme_contract_compare_get_settled (compare));
  g_assert_true (app_shows (GTK_WIDGET (compare), "1 value on the contract differs"));
}

/* A picture of a contract, or nothing declared: the person looks alone. */
static void
test_nothing_to_compare (AppFixture *f, gconstpointer data)
{
  SmeContractCompare *compare;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, NULL,
                    "{\"id\":\"o1\",\"number\":\"OSM1\",\"state\":\"paid\","
                    "\"created_at\":\"2026-11-22T03:15:00Z\"}");
  compare = show (f, contract);
  g_assert_true (sme_contract_compare_get_settled (compare));
  g_assert_true (app_shows (GTK_WIDGET (compare), "Please check the data yourself."));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/a40/what-was-declared-is-on-the-contract", AppFixture, NULL, app_fixture_set_up,
              test_same, app_fixture_tear_down);
  g_test_add ("/a40/differences-are-shown-before-the-otp", AppFixture, NULL, app_fixture_set_up,
              test_different, app_fixture_tear_down);
  g_test_add ("/a40-a82/a-comparison-is-tried-again", AppFixture, NULL, app_fixture_set_up,
              test_tried_again, app_fixture_tear_down);
  g_test_add ("/contract-compare/nothing-to-compare", AppFixture, NULL, app_fixture_set_up,
              test_nothing_to_compare, app_fixture_tear_down);
  return g_test_run ();
}
