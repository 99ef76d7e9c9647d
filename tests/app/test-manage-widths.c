/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of orders and subscriptions with all that can stand on them. */
#include "manage-samples.h"
#include "page-widths.h"
#include "shop-widths.h"

#define PLAN "SMARTCA DOANH NGHIỆP CƠ BẢN (TRẢ TRƯỚC MỘT NĂM)"
#define SUBSCRIPTION(state, actions, more) \
  "{\"id\":\"s1\",\"order_id\":\"o1\",\"order_number\":\"12726\"," \
  "\"service_name\":\"Ký số từ xa - VNPT SmartCA ON\",\"plan_name\":\"" PLAN "\"," \
  "\"state\":\"" state "\",\"next_actions\":[" actions "],\"cycle_months\":12," \
  "\"price\":12734370,\"auto_renew\":false,\"created_at\":\"2026-11-22T03:15:00Z\"" more "}"
#define TO_SIGN \
  SUBSCRIPTION ("pending", "\"sign_contract\",\"contact_support\"", ",\"order_state\":\"signing\"")
#define EXPIRING \
  SUBSCRIPTION ("expiring", "\"renew\",\"view_contract\"", \
                ",\"order_state\":\"active\",\"starts_on\":\"2025-12-22\"," \
                "\"trial_ends_on\":\"2026-01-06\",\"ends_on\":\"2026-12-22\"," \
                "\"plan_id\":\"basic\",\"service_id\":\"smartca-on\"," \
                "\"acceptance_dossier_id\":\"d9\",\"certificate_state\":\"expiring\"")
#define TO_ACCEPT \
  SUBSCRIPTION ("pending", "\"sign_acceptance\",\"view_contract\"", \
                ",\"order_state\":\"accepting\",\"certificate_state\":\"issued\"")
#define ORDER \
  SAMPLE_ORDER ("o1", "activating", "\"activate\",\"view_contract\",\"contact_support\"")
#define ACCEPTING \
  SAMPLE_ORDER ("o1", "accepting", "\"sign_acceptance\",\"view_contract\",\"contact_support\"")
#define ON_HOLD SAMPLE_ORDER ("o1", "on_hold", "\"contact_support\"")
#define CERTIFICATE(state, more) \
  "{\"id\":\"o1\",\"order_id\":\"o1\",\"state\":\"" state \
  "\",\"code_sent_to\":\"0912 *** 678\",\"code_mailed_to\":\"n***n@congtybienxanhhaiphong.vn\"," \
  "\"code_sent_at\":\"2026-11-22T03:15:00Z\",\"server_time\":\"2026-11-22T03:15:20Z\"" more "}"
#define STARTED ",\"activated_at\":\"2026-11-22T03:30:00Z\",\"ekyc_at\":\"2026-11-22T03:40:00Z\""
#define SENT \
  CERTIFICATE ("code_sent", ",\"resend_after\":\"2026-11-22T03:16:00Z\"," \
                            "\"code_expires_at\":\"2026-11-29T03:15:00Z\"")
#define REFUSED \
  CERTIFICATE ("refused", STARTED ",\"refused_at\":\"2026-11-22T03:50:00Z\",\"refusal\":" \
                                  "\"face_mismatch\",\"refusal_note\":\"Xin chụp lại.\"")
#define ISSUED \
  CERTIFICATE ("issued", STARTED ",\"issued_at\":\"2026-11-22T03:50:00Z\",\"serial_number\":" \
                                 "\"5401010187654321098765432109876543210987\",\"valid_from\":" \
                                 "\"2026-11-22\",\"valid_until\":\"2027-11-21\"")
#define CASE \
  "{\"id\":\"c1\",\"number\":\"482913\",\"order_id\":\"o1\",\"kind\":\"wrong_data\"," \
  "\"state\":\"open\",\"text\":\"Sai ngày sinh\",\"created_at\":\"2026-11-22T03:15:00Z\"}"
#define PROFILE \
  ",\"profile\":{\"full_name\":\"Nguyễn Thị Phương Lan\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031186004567\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":" \
  "\"Bộ Công an\",\"born_on\":\"1986-02-03\",\"sex\":\"female\",\"phone\":" \
  "\"+84987654321\",\"email\":\"nguyenthiphuonglan@congtybienxanhhaiphong.vn\"," \
  "\"address\":{\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\"," \
  "\"street\":\"Khu Đoàn Kết 3\"}}"
#define TO_PAY(id) \
  SAMPLE_ORDER_MORE (id, "awaiting_payment", "\"pay\",\"edit\",\"cancel\"", PROFILE)
#define ORDER_DONE \
  SAMPLE_ORDER_MORE ("o4", "active", "\"view_contract\"", PROFILE ",\"subscription_id\":\"s1\"")
#define INVITABLE SAMPLE_ORDER_MORE ("o1", "signing", "\"sign_contract\"", PROFILE)
#define INVITATION \
  "{\"order_id\":\"o1\",\"state\":\"invited\",\"name\":\"Nguyễn Thị Phương Lan\",\"email\":" \
  "\"nguyenthiphuonglan@congtybienxanhhaiphong.vn\",\"phone\":\"0987 *** 321\"," \
  "\"invited_at\":\"2026-11-22T03:00:00Z\",\"sent_at\":\"2026-11-22T03:00:00Z\"," \
  "\"resend_after\":\"2026-11-22T03:01:00Z\",\"server_time\":\"2026-11-22T03:00:00Z\"}"

static const ShopWidths rows[] = {
  { "subscriptions",
    "subscriptions",
    NULL,
    640,
    { { "GET /v1/subscriptions", SAMPLE_ITEMS (TO_SIGN "," EXPIRING "," TO_ACCEPT, 3) } } },
  { "orders",
    "orders",
    NULL,
    640,
    { { "GET /v1/orders", SAMPLE_ITEMS (TO_PAY ("o1") "," TO_PAY ("o2") "," ORDER_DONE, 3) } } },
  { "subscription-to-sign",
    "subscription:s1",
    NULL,
    640,
    { { "GET /v1/subscriptions/s1", TO_SIGN } },
    .local = TRUE },
  { "subscription-expiring",
    "subscription:s1",
    NULL,
    640,
    { { "GET /v1/subscriptions/s1", EXPIRING } } },
  { "subscription-to-accept",
    "subscription:s1",
    NULL,
    640,
    { { "GET /v1/subscriptions/s1", TO_ACCEPT } } },
  { "certificate-code-sent",
    "certificate:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER }, { "GET /v1/orders/o1/certificate", SENT } },
    .local = TRUE },
  { "certificate-refused",
    "certificate:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER }, { "GET /v1/orders/o1/certificate", REFUSED } },
    .local = TRUE },
  { "certificate-issued",
    "certificate:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ACCEPTING }, { "GET /v1/orders/o1/certificate", ISSUED } } },
  { "support",
    "support:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ON_HOLD }, { "GET /v1/orders/o1/cases", SAMPLE_ITEMS (CASE, 1) } },
    .local = TRUE },
  { "support-of-a-record",
    "support:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ACCEPTING }, { "GET /v1/orders/o1/cases", SAMPLE_ITEMS ("", 0) } } },
  { "signer",
    "signer:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", INVITABLE }, { "GET /v1/orders/o1/signer-invitation", "" } } },
  { "signer-invited",
    "signer:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", INVITABLE }, { "GET /v1/orders/o1/signer-invitation", INVITATION } } },
};

int
main (int argc, char *argv[])
{
  page_widths_init (&argc, &argv);
  shop_widths_add (rows, G_N_ELEMENTS (rows));
  return g_test_run ();
}
