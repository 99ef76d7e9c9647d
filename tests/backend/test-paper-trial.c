/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the papers say of a trial: its days come before the cycle that is paid, and both are the
 * term. */
#include "backend/paper/sme-paper-acceptance.h"
#include "core/sme-records.h"
#include "paper-fixture.h"

#include <string.h>

static SmeOrder *
new_order (int trial_days)
{
  SmeOrder *order = fixture_order_new ();

  sme_record_set_int (sme_record_get_object (SME_RECORD (order), "plan"), "trial_days", trial_days);
  return order;
}

static SmeCertificate *
new_certificate (void)
{
  SmeCertificate *certificate = sme_certificate_new ();
  SmeRecord *record = SME_RECORD (certificate);

  sme_record_set_int (record, "state", SME_CERTIFICATE_ISSUED);
  sme_record_set_text (record, "serial_number", "5404FFFEB7033FB316D672201B7BA4FE");
  sme_record_set_int (record, "activated_at", FIXTURE_TIME);
  sme_record_set_int (record, "ekyc_at", FIXTURE_TIME);
  sme_record_set_int (record, "issued_at", FIXTURE_TIME);
  sme_record_set_int (record, "valid_from", 20261122);
  sme_record_set_int (record, "valid_until", 20271206);
  return certificate;
}

static char *
read_contract (int trial_days)
{
  g_autoptr (SmeOrder) order = new_order (trial_days);
  g_autoptr (GBytes) pdf = fixture_draw (order, SME_CUSTOMER_PERSON, NULL);

  return fixture_get_text (pdf);
}

static char *
read_acceptance (int trial_days)
{
  g_autoptr (SmeOrder) order = new_order (trial_days);
  g_autoptr (SmeCertificate) certificate = new_certificate ();
  SmePaperAcceptance acceptance = { .order = order,
                                    .certificate = certificate,
                                    .customer_type = SME_CUSTOMER_PERSON,
                                    .address_line = FIXTURE_ADDRESS,
                                    .contract_signed_at = FIXTURE_TIME,
                                    .drawn_at = FIXTURE_TIME };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = sme_paper_draw_acceptance (&acceptance, NULL, &error);

  g_assert_no_error (error);
  return fixture_get_text (pdf);
}

static void
test_contract (void)
{
  g_autofree char *text = read_contract (15);

  fixture_assert_says (text, "Dùng thử miễn phí: 15 ngày");
  fixture_assert_says (text, "3.1. Thời hạn sử dụng Dịch vụ gồm 15 ngày dùng thử miễn phí kể từ "
                             "ngày chứng thư chữ ký số được cấp, rồi 12 (mười hai) tháng đã thanh "
                             "toán tính từ ngày tiếp theo.");
}

static void
test_acceptance (void)
{
  g_autofree char *text = read_acceptance (15);

  fixture_assert_says (text, "15 ngày dùng thử và 12 (mười hai) tháng, từ ngày 22/11/2026 đến hết "
                             "ngày 06/12/2027");
}

static void
test_none (void)
{
  g_autofree char *contract = read_contract (0);
  g_autofree char *acceptance = read_acceptance (0);

  g_assert_null (strstr (contract, "thử"));
  g_assert_null (strstr (acceptance, "thử"));
  fixture_assert_says (contract, "3.1. Thời hạn sử dụng Dịch vụ là 12 (mười hai) tháng kể từ");
  fixture_assert_says (acceptance, "12 (mười hai) tháng, từ ngày 22/11/2026");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-trial/a-contract-has-its-days", test_contract);
  g_test_add_func ("/paper-trial/an-acceptance-record-has-its-days", test_acceptance);
  g_test_add_func ("/paper-trial/none-where-the-plan-has-none", test_none);

  return g_test_run ();
}
