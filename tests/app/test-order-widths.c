/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of an order with all that can stand on them: how narrow a window may be, with usual
 * letters and with letters twice as large, in the language of ONESME_TEST_LANGUAGE. */
#include "catalog-samples.h"
#include "page-widths.h"
#include "shop-widths.h"

#define ADDRESS "Số 14, Khu Đoàn Kết 3, Phường Nam Đồ Sơn, Thành phố Hải Phòng"
#define PROFILE \
  "\"profile\":{\"full_name\":\"Nguyễn Thị Phương Lan\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031186004567\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":" \
  "\"Cục Cảnh sát quản lý hành chính về trật tự xã hội\",\"born_on\":\"1986-02-03\"," \
  "\"sex\":\"female\",\"phone\":\"+84912345678\",\"email\":\"nguyenthiphuonglan@bienxanh.vn\"," \
  "\"address\":{\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\"," \
  "\"street\":\"Khu Đoàn Kết 3\",\"line\":\"" ADDRESS "\",\"printed\":\"Quận Đồ Sơn\"}," \
  "\"organisation\":{\"name\":\"Công ty Trách nhiệm hữu hạn Thương mại Biển Xanh\"," \
  "\"tax_code\":\"0100684378-001\",\"registration_number\":\"0100684378\"," \
  "\"representative\":\"Lê Văn Cả\",\"position\":\"Giám đốc\"}}"
#define PRICED \
  "{\"plan_id\":\"basic\",\"cycle_months\":12,\"quantity\":1,\"basis\":\"assumed\"," \
  "\"lines\":[{\"kind\":\"plan\",\"label\":\"SMARTCA DOANH NGHIỆP CƠ BẢN\",\"quantity\":3," \
  "\"unit_price\":1273000,\"amount\":3819000},{\"kind\":\"discount\",\"label\":\"TRINHDIEN10\"," \
  "\"quantity\":1,\"unit_price\":-381900,\"amount\":-381900}],\"discount\":381900," \
  "\"net\":3124636,\"vat_rate\":10,\"vat\":312464,\"total\":3437100," \
  "\"starts_on\":\"2026-12-22\",\"ends_on\":\"2027-12-21\"}"
#define QUOTE "\"quote\":" PRICED
#define ORDER(id, state, actions, more) \
  "{\"id\":\"" id "\",\"number\":\"12726\",\"state\":\"" state "\",\"next_actions\":[" actions \
  "]," \
  "\"created_at\":\"2026-11-22T03:15:00Z\",\"updated_at\":\"2026-11-22T03:15:00Z\"," \
  "\"terms_version\":\"2026-11\",\"plan\":" SAMPLE_PLAN_BASIC "," QUOTE more "}"
#define PAYMENT(state) \
  "{\"id\":\"p1\",\"order_id\":\"o1\",\"order_ids\":[\"o1\"],\"state\":\"" state "\"," \
  "\"method\":\"vietqr\",\"amount\":3437100,\"received\":1000000," \
  "\"created_at\":\"2026-11-22T03:15:00Z\",\"server_time\":\"2026-11-22T03:15:00Z\"," \
  "\"expires_at\":\"2026-11-22T03:30:00Z\",\"vietqr\":{\"payload\":\"00020101\",\"bank_bin\":" \
  "\"970499\"," \
  "\"account\":\"OSM0000000000012726\",\"account_name\":\"CONG TY CO PHAN CONG NGHE BIEN XANH\"," \
  "\"bank_name\":\"Ngân hàng trình diễn\",\"reference\":\"OSM12726ABCDEFGH\"}," \
  "\"receipts\":[{\"id\":\"c1\",\"amount\":1000000,\"state\":\"applied\"," \
  "\"received_at\":\"2026-11-22T03:17:00Z\"}]}"
#define INVOICES \
  SAMPLE_LIST ("{\"id\":\"i1\",\"series\":\"1C26TOS\",\"number\":7,\"order_id\":\"o1\"," \
               "\"payment_id\":\"p1\",\"total\":3437100,\"issued_at\":\"2026-11-22T03:16:00Z\"}", \
               1)
#define REQUEST(state, more) \
  "\"refund_request\":{\"id\":\"q1\",\"state\":\"" state "\",\"ground\":\"changed_mind\"," \
  "\"amount\":3437100,\"created_at\":\"2026-11-22T03:20:00Z\"" more "}"
#define REFUSED \
  ",\"decided_at\":\"2026-11-23T03:20:00Z\",\"note\":\"Dịch vụ đã được cung cấp đúng như đã " \
  "khai báo.\""
#define SERVICE "{" SAMPLE_CARD_FIELDS ",\"plans\":[" SAMPLE_PLAN_BASIC "," SAMPLE_PLAN_PS "]}"

static const ShopWidths rows[] = {
  { "buy",
    "buy:basic?service=smartca-on&months=12",
    NULL,
    640,
    { { "GET /v1/services/smartca-on", SERVICE }, { "POST /v1/quotes", PRICED } } },
  { "declare",
    "order:o1?step=declare",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "draft", "\"declare\"", "") },
      { "GET /v1/orders/o1/draft", "{\"full_name\":\"Nguyễn Thị Phương Lan\"}" },
      { "GET /v1/orders", SAMPLE_LIST (ORDER ("o9", "active", "", "," PROFILE), 1) } } },
  { "declare-with-its-errors",
    "order:o1?step=declare",
    "Update",
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "draft", "\"declare\"", "") },
      { "GET /v1/orders/o1/draft", "{\"full_name\":\"3\"}" },
      { "GET /v1/orders", SAMPLE_LIST ("", 0) } } },
  { "review",
    "order:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "declared", "\"pay\",\"cancel\"", "," PROFILE) } } },
  { "review-as-it-is-edited",
    "order:o1",
    "Edit information",
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "declared", "\"pay\",\"cancel\"", "," PROFILE) } } },
  { "payment",
    "order:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1",
                                    "awaiting_payment",
                                    "\"pay\"",
                                    "," PROFILE ",\"payments\":[" PAYMENT ("underpaid") "]") },
      { "GET /v1/payments/p1", PAYMENT ("underpaid") } } },
  { "orders",
    "orders",
    NULL,
    360,
    { { "GET /v1/orders",
        SAMPLE_LIST (ORDER ("o1", "draft", "\"declare\",\"cancel\"", "") "," ORDER (
                       "o2",
                       "awaiting_payment",
                       "\"pay\",\"cancel\"",
                       "," PROFILE) "," ORDER ("o3",
                                               "declared",
                                               "\"pay\",\"cancel\"",
                                               "," PROFILE) "," ORDER ("o4",
                                                                       "signing",
                                                                       "\"sign_contract\"",
                                                                       "," PROFILE),
                     4) } } },
  { "payments",
    "payments:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1",
                                    "awaiting_payment",
                                    "\"pay\",\"cancel\"",
                                    "," PROFILE ",\"payments\":[" PAYMENT ("underpaid") "]") },
      { "GET /v1/invoices", INVOICES } } },
  { "asking-for-the-money-back",
    "payments:o1",
    "_Ask for the money back…",
    640,
    { { "GET /v1/orders/o1",
        ORDER ("o1", "signing", "\"sign_contract\",\"request_refund\"", "," PROFILE) },
      { "GET /v1/invoices", INVOICES } } },
  { "payments-of-a-request-to-be-decided",
    "payments:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1",
        ORDER ("o1", "signing", "\"sign_contract\"", "," PROFILE "," REQUEST ("asked", "")) },
      { "GET /v1/invoices", INVOICES } },
    .local = TRUE },
  { "payments-of-a-request-that-was-refused",
    "payments:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1",
                                    "signing",
                                    "\"sign_contract\"",
                                    "," PROFILE "," REQUEST ("refused", REFUSED)) },
      { "GET /v1/invoices", INVOICES } } },
  { "payments-of-an-order-to-be-accepted",
    "payments:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1",
                                    "accepting",
                                    "\"sign_acceptance\"",
                                    "," PROFILE "," REQUEST ("refused", REFUSED)) },
      { "GET /v1/invoices", INVOICES } } },
  { "people", "people:o1", NULL, 640, { { "GET /v1/orders/o1/draft", "{}" } } },
};

int
main (int argc, char *argv[])
{
  page_widths_init (&argc, &argv);
  shop_widths_add (rows, G_N_ELEMENTS (rows));
  return g_test_run ();
}
