/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the invoice is made out to: the contract announces it, and the invoice says the same. */
#include "backend/paper/sme-paper-invoice.h"
#include "core/sme-records.h"
#include "paper-fixture.h"

#include <string.h>

#define CONSUMER "Bán cho người tiêu dùng"
#define COMPANY "Tên người mua: CÔNG TY TNHH BIỂN XANH Mã số thuế: 0100684378"
#define PERSON "Tên người mua: Nguyễn Thị Phương Thảo Số định danh cá nhân: 031190001234"
#define PLACE "Địa chỉ: " FIXTURE_ADDRESS

static char *
read_contract (SmeOrder *order, SmeCustomerType type)
{
  g_autoptr (GBytes) pdf = fixture_draw (order, type, NULL);

  return fixture_get_text (pdf);
}

static char *
read_invoice (SmeOrder *order, SmeCustomerType type)
{
  g_autoptr (SmeInvoice) invoice = sme_invoice_new ();
  SmePaperInvoice input = { .invoice = invoice,
                            .order = order,
                            .customer_type = type,
                            .address_line = FIXTURE_ADDRESS,
                            .demonstration = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  sme_record_set_text (SME_RECORD (invoice), "series", "1C26TOS");
  sme_record_set_int (SME_RECORD (invoice), "number", 7);
  sme_record_set_int (SME_RECORD (invoice), "issued_at", FIXTURE_TIME);
  pdf = sme_paper_draw_invoice (&input, &error);
  g_assert_no_error (error);
  return fixture_get_text (pdf);
}

static void
assert_both (SmeOrder *order, SmeCustomerType type, const char *words)
{
  g_autofree char *contract = read_contract (order, type);
  g_autofree char *invoice = read_invoice (order, type);

  fixture_assert_says (contract, words);
  fixture_assert_says (invoice, words);
}

static void
assert_neither (SmeOrder *order, SmeCustomerType type, const char *words)
{
  g_autofree char *contract = read_contract (order, type);
  g_autofree char *invoice = read_invoice (order, type);
  g_autofree char *squeezed = fixture_squeeze (words);

  g_assert_null (strstr (contract, squeezed));
  g_assert_null (strstr (invoice, squeezed));
}

/* Nothing was asked for: who is declared has given data. */
static void
test_left_out (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();

  sme_record_unset (SME_RECORD (order), "billing");
  assert_both (order, SME_CUSTOMER_PERSON, PERSON);
  assert_both (order, SME_CUSTOMER_PERSON, PLACE);
  assert_neither (order, SME_CUSTOMER_PERSON, CONSUMER);
  /* A person's organisation is nobody's to check. */
  assert_neither (order, SME_CUSTOMER_PERSON, "CÔNG TY TNHH BIỂN XANH");
  assert_both (order, SME_CUSTOMER_ENTERPRISE, COMPANY);
  assert_neither (order, SME_CUSTOMER_ENTERPRISE, CONSUMER);
}

/* Who does not want to be named is not. */
static void
test_consumer (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();
  SmeRecord *billing = sme_record_get_object (SME_RECORD (order), "billing");
  g_autoptr (SmeRecord) invoice = SME_RECORD (sme_invoice_data_new ());

  sme_record_set_int (invoice, "kind", SME_INVOICE_CONSUMER);
  sme_record_set_object (billing, "invoice", invoice);
  assert_both (order, SME_CUSTOMER_PERSON, CONSUMER);
  assert_neither (order, SME_CUSTOMER_PERSON, "Tên người mua: Nguyễn");
}

static void
test_asked_for (void)
{
  g_autoptr (SmeOrder) order = fixture_order_new ();

  assert_both (order, SME_CUSTOMER_ENTERPRISE, PERSON);
  assert_both (order, SME_CUSTOMER_ENTERPRISE, "Địa chỉ: Đồ Sơn, Hải Phòng");
  assert_neither (order, SME_CUSTOMER_ENTERPRISE, CONSUMER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a30/buyer/left-out", test_left_out);
  g_test_add_func ("/a30/buyer/a-consumer", test_consumer);
  g_test_add_func ("/a30/buyer/asked-for", test_asked_for);
  return g_test_run ();
}
