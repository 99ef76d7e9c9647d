/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#include "core/sme-record-json.h"

static const char order_json[] =
  "{'id': 'o1', 'number': '12726', 'state': 'paid', 'created_at': '2026-11-22T03:00:00Z',"
  " 'terms_version': '2026-11',"
  " 'plan': {'id': 'p1', 'service_name': 'Ký số từ xa - VNPT SmartCA ON',"
  "          'name': 'SMARTCA CÁ NHÂN CƠ BẢN', 'model': 'flat', 'basis': 'seed',"
  "          'features': ['Lượt ký tối đa trong 24h: 500 lượt ký', 'Tốc độ ký: 01 lượt ký/giây']},"
  " 'quote': {'plan_id': 'p1', 'cycle_months': 12, 'quantity': 1, 'net': 200000, 'vat_rate': 10,"
  "           'vat': 20000, 'total': 220000, 'lines': [{'kind': 'plan', 'quantity': 1,"
  "           'label': 'SMARTCA CÁ NHÂN CƠ BẢN', 'unit_price': 220000, 'amount': 220000}]},"
  " 'profile': {'full_name': 'Nguyễn Thị Phương Thảo', 'id_type': 'citizen_id', 'sex': 'female',"
  "             'id_number': '031190001234', 'id_issued_on': '2021-05-12',"
  "             'id_issued_by': 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',"
  "             'born_on': '1990-03-08', 'phone': '+84912345678', 'email': 'thao@example.vn',"
  "             'address': {'edition': '2025', 'province_code': '31', 'commune_code': '11455',"
  "                         'street': 'Khu Đoàn Kết 3', 'house_number': '14'},"
  "             'organisation': {'name': 'CÔNG TY TNHH BIỂN XANH', 'tax_code': '0100684378',"
  "                              'registration_number': '0100684378', 'position': 'Giám đốc',"
  "                              'representative': 'Trần Văn Bình'}},"
  " 'billing': {'invoice': {'kind': 'person', 'name': 'Nguyễn Thị Phương Thảo',"
  "                         'personal_number': '031190001234', 'address': 'Đồ Sơn, Hải Phòng'}},"
  " 'payments': [{'id': 'y1', 'state': 'succeeded', 'method': 'vietqr', 'amount': 220000}]}";

SmeOrder *
fixture_order_new (void)
{
  g_autofree char *json = g_strdelimit (g_strdup (order_json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GError) error = NULL;
  SmeOrder *order =
    sme_record_from_bytes (SME_TYPE_ORDER, bytes, SME_DECODE_STRICT, &errors, &error);

  g_assert_no_error (error);
  g_assert_nonnull (order);
  return order;
}

GBytes *
fixture_draw (SmeOrder *order, SmeCustomerType type, SmePaperField *field)
{
  SmePaperContract contract = { .order = order,
                                .customer_type = type,
                                .address_line = FIXTURE_ADDRESS,
                                .drawn_at = FIXTURE_TIME,
                                .demonstration = TRUE };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = sme_paper_draw_contract (&contract, field, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

PopplerDocument *
fixture_open (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

char *
fixture_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));

  return g_string_free (squeezed, FALSE);
}

char *
fixture_get_page_text (PopplerDocument *document, int index)
{
  g_autoptr (FixturePage) page = poppler_document_get_page (document, index);
  g_autofree char *text = poppler_page_get_text (page);

  return fixture_squeeze (text);
}

char *
fixture_get_text (GBytes *pdf)
{
  g_autoptr (FixtureDocument) document = fixture_open (pdf);
  g_autoptr (GString) all = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = fixture_get_page_text (document, i);

      g_string_append (all, text);
    }

  return g_strdup (all->str);
}

void
fixture_assert_says (const char *text, const char *words)
{
  g_autofree char *squeezed = fixture_squeeze (words);

  if (strstr (text, squeezed) == NULL)
    g_error ("“%s” is not there", squeezed);
}
