/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-contract-check.h"

#include "core/sme-record-json.h"

#include <string.h>

#define ORDER \
  "{\"id\":\"o1\",\"number\":\"OSM1\",\"state\":\"paid\",\"created_at\":\"2026-11-22T03:15:00Z\"," \
  "\"profile\":{\"full_name\":\"Nguyễn Thị Lan\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031186004567\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công " \
  "an\"," \
  "\"born_on\":\"1986-02-03\",\"sex\":\"female\",\"phone\":\"+84912345678\"," \
  "\"email\":\"lan@vidu.vn\",\"address\":{\"edition\":\"2025\",\"province_code\":\"31\"," \
  "\"commune_code\":\"11455\",\"street\":\"Khu 3\"," \
  "\"line\":\"14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng\"}}," \
  "\"plan\":{\"id\":\"p\",\"name\":\"SMARTCA CÁ NHÂN CƠ BẢN\"}," \
  "\"quote\":{\"plan_id\":\"p\",\"cycle_months\":12,\"quantity\":1,\"total\":1242000}}"

static const char contract[] =
  "HỢP ĐỒNG\nBÊN A: KHÁCH HÀNG (BÊN SỬ DỤNG DỊCH VỤ)\n"
  "Họ và tên: Nguyễn Thị Lan\nNgày sinh: 03/02/1986\nGiới tính: Nữ\nQuốc tịch: Việt Nam\n"
  "Loại giấy tờ: Thẻ căn cước\nSố giấy tờ: 031186004567\nNgày cấp: 10/05/2022\n"
  "Nơi cấp: Bộ Công an\nĐịa chỉ: 14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng\n"
  "Số điện thoại: 0912 345 678\nĐịa chỉ email: lan@vidu.vn\n"
  "BÊN B: BÊN CUNG CẤP DỊCH VỤ\nMã số thuế: 0100684378\nĐịa chỉ: 57 Huỳnh Thúc Kháng\n"
  "\fGói dịch vụ: SMARTCA CÁ NHÂN CƠ BẢN\nChu kỳ thanh toán: 12 tháng\n"
  "Tổng giá trị hợp đồng (đã gồm thuế GTGT) 1.242.000 ₫\nBằng chữ: Một triệu";

/* @old: (nullable): what another person declared differently */
static SmeOrder *
make_order (const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (ORDER, old != NULL ? old : "\t", 2);
  char *json = g_strjoinv (new, parts);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GError) error = NULL;
  SmeOrder *order = sme_record_from_bytes (SME_TYPE_ORDER, bytes, SME_DECODE_PARTIAL, NULL, &error);

  g_assert_no_error (error);
  return order;
}

static char *
change (const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (contract, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoin (new, parts[0], parts[1], NULL);
}

/* "" or "FIELD found" */
static char *
compare_with (const char *text, const char *old, const char *new)
{
  g_autoptr (SmeOrder) order = make_order (old, new);
  g_autoptr (SmeDeclaration) declaration = sme_declaration_new_of_order (order);
  g_autoptr (GPtrArray) differences = sme_contract_check_compare (text, declaration);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      SmeContractDifference *difference = g_ptr_array_index (differences, i);

      g_assert_cmpstr (difference->declared, !=, "");
      g_string_append_printf (all, "%s%d %s", i > 0 ? "; " : "", difference->field,
                              difference->found != NULL ? difference->found : "-");
    }
  return g_string_free (all, FALSE);
}

static char *
compare (const char *text)
{
  return compare_with (text, NULL, NULL);
}

/* However a page breaks its lines and writes its letters. */
static void
test_same (void)
{
  static const struct
  {
    const char *old;
    const char *new;
  } cases[] = {
    { "HỢP ĐỒNG", "HỢP ĐỒNG" },
    { "Phường Đồ Sơn", "Phường Đồ\n  Sơn" },
    { "Khu Đoàn Kết 3", "Khu Đo\u00adàn K\nết 3" },
    { "Nguyễn Thị Lan", "Nguyễn\u00a0Thị   Lan" },
    { "lan@vidu.vn", "lan@vi\ndu.vn" },
    { "031186004567", "031 186 004 567" },
    { "0912 345 678", "0912.345.678" },
    { "1.242.000 ₫", "1,242,000 đồng" },
    { "1.242.000 ₫", "1 242 000 ₫" },
    { "1.242.000 ₫", "1242000" },
    { "lan@vidu.vn\nBÊN B", "lan@vidu.vn\nTrang 1/5\fBÊN B" },
    { "Họ và tên:", "Họ và tên:\u200b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = change (cases[i].old, cases[i].new);
      g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      g_autofree char *said = compare (text);
      g_autofree char *said_of_decomposed = compare (decomposed);

      g_assert_cmpstr (said, ==, "");
      g_assert_cmpstr (said_of_decomposed, ==, "");
    }
}

static void
test_different (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    SmeContractField field;
    const char *found;
  } cases[] = {
    { "Nguyễn Thị Lan", "Nguyễn Thị Làn", SME_CONTRACT_NAME, "Nguyễn Thị Làn" },
    { "Nguyễn Thị Lan", "Nguyễn Thị Lan Anh", SME_CONTRACT_NAME, "Nguyễn Thị Lan Anh" },
    { "Nguyễn Thị Lan", "Nguyễn Thị", SME_CONTRACT_NAME, "Nguyễn Thị" },
    { "031186004567", "031186004576", SME_CONTRACT_ID_NUMBER, "031186004576" },
    { "03/02/1986", "02/03/1986", SME_CONTRACT_BORN_ON, "02/03/1986" },
    { "10/05/2022", "10/05/2021", SME_CONTRACT_ID_ISSUED_ON, "10/05/2021" },
    { "Bộ Công an", "Cục Cảnh sát", SME_CONTRACT_ID_ISSUED_BY, "Cục Cảnh sát" },
    { "Phường Đồ Sơn", "Phường Hải Sơn", SME_CONTRACT_ADDRESS,
      "14, Khu Đoàn Kết 3, Phường Hải Sơn, Thành phố Hải Phòng" },
    { "0912 345 678", "0912 345 679", SME_CONTRACT_PHONE, "0912 345 679" },
    { "lan@vidu.vn", "lam@vidu.vn", SME_CONTRACT_EMAIL, "lam@vidu.vn" },
    { "SMARTCA CÁ NHÂN CƠ BẢN", "SMARTCA CÁ NHÂN NÂNG CAO", SME_CONTRACT_PLAN,
      "SMARTCA CÁ NHÂN NÂNG CAO" },
    { "1.242.000 ₫", "1.424.000 ₫", SME_CONTRACT_PRICE, "1.424.000 ₫" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = change (cases[i].old, cases[i].new);
      g_autofree char *expected = g_strdup_printf ("%d %s", cases[i].field, cases[i].found);
      g_autofree char *said = compare (text);

      g_assert_cmpstr (said, ==, expected);
    }
}

/* One glyph for several letters, and values that say the name of a field. */
static void
test_odd_values (void)
{
  static const struct
  {
    const char *was;
    const char *declared;
    const char *printed;
  } cases[] = {
    { "lan@vidu.vn", "office.fi@vid.vn", "oﬃce.ﬁ@vid.vn" },
    { "lan@vidu.vn", "tuyet.fl@vid.vn", "tuyet.ﬂ@vid.vn" },
    { "Nguyễn Thị Lan", "Griffin Stafford", "Griﬃn Staﬀord" },
    { "14, Khu Đoàn Kết 3", "14, Quán Ngày sinh: Vui", "14, Quán Ngày sinh: Vui" },
    { "14, Khu Đoàn Kết 3", "14, Ngõ Chức vụ: 3", "14, Ngõ Chức vụ: 3" },
  };
  g_autofree char *other = change ("14, Khu Đoàn Kết 3", "14, Quán Ngày sinh: Buồn");
  g_autofree char *said = compare_with (other, "14, Khu Đoàn Kết 3", "14, Quán Ngày sinh: Vui");

  g_assert_cmpstr (said, !=, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = change (cases[i].was, cases[i].printed);
      g_autofree char *same = compare_with (text, cases[i].was, cases[i].declared);

      g_assert_cmpstr (same, ==, "");
    }
}

/* Of another template: what is not behind a label known here may stand anywhere. */
static void
test_without_labels (void)
{
  g_autofree char *other = change ("Họ và tên: ", "Tên khách hàng ");
  g_autofree char *said = compare (other);
  g_autofree char *none = compare ("Một hợp đồng khác");
  g_auto (GStrv) differences = g_strsplit (none, ";", -1);

  g_assert_cmpstr (said, ==, "");
  g_assert_cmpuint (g_strv_length (differences), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contract-check/same", test_same);
  g_test_add_func ("/contract-check/different", test_different);
  g_test_add_func ("/contract-check/odd-values", test_odd_values);
  g_test_add_func ("/contract-check/without-labels", test_without_labels);
  return g_test_run ();
}
