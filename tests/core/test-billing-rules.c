/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom an invoice is made out to when nothing was asked for: who gave data gets them on it. */
#include "core/sme-billing-default.h"
#include "core/sme-billing-rules.h"

#include "core/sme-enums.h"
#include "core/sme-record-json.h"

#include <string.h>

#define TODAY 20261123
#define PERSON \
  "\"full_name\":\"Nguyễn Thị Lan\",\"id_number\":\"%s\",\"phone\":\"+84912345678\"," \
  "\"email\":\"lan@vidu.vn\",\"address\":{\"edition\":\"2025\",\"line\":\"Đồ Sơn, Hải Phòng\"}"
#define COMPANY ",\"organisation\":{\"name\":\"Biển Xanh\",\"tax_code\":\"0100684378\"}"

static SmeBilling *
make (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeProfile) profile =
    sme_record_from_bytes (SME_TYPE_PROFILE, bytes, SME_DECODE_PARTIAL, NULL, NULL);

  g_assert_nonnull (profile);
  return sme_billing_default_make (profile, NULL, sme_billing_default_get_kind (profile));
}

static void
assert_invoice (const char *json,
                SmeInvoiceKind kind,
                const char *name,
                const char *number_field,
                const char *number)
{
  g_autoptr (SmeBilling) billing = make (json);
  SmeRecord *invoice = sme_record_get_object (SME_RECORD (billing), "invoice");
  SmeRecord *contact = sme_record_get_object (SME_RECORD (billing), "contact");

  g_assert_cmpint (sme_record_get_int (invoice, "kind"), ==, kind);
  g_assert_cmpstr (sme_record_get_text (invoice, "name"), ==, name);
  g_assert_cmpstr (sme_record_get_text (invoice, number_field), ==, number);
  g_assert_cmpstr (sme_record_get_text (invoice, "address"), ==, "Đồ Sơn, Hải Phòng");
  g_assert_cmpstr (sme_record_get_text (contact, "name"), ==, "Nguyễn Thị Lan");
  g_assert_cmpstr (sme_record_get_text (contact, "phone"), ==, "+84912345678");
}

static void
test_default (void)
{
  g_autofree char *citizen =
    g_strdup_printf ("{\"id_type\":\"citizen_id\"," PERSON "}", "031186004567");
  g_autofree char *company =
    g_strdup_printf ("{\"id_type\":\"citizen_id\"," PERSON COMPANY "}", "031186004567");
  g_autofree char *foreigner =
    g_strdup_printf ("{\"id_type\":\"passport\",\"nationality\":\"KR\"," PERSON "}", "M12345678");

  assert_invoice (citizen, SME_INVOICE_PERSON, "Nguyễn Thị Lan", "personal_number", "031186004567");
  assert_invoice (company, SME_INVOICE_ORGANISATION, "Biển Xanh", "tax_code", "0100684378");
  assert_invoice (foreigner, SME_INVOICE_PERSON, "Nguyễn Thị Lan", "passport_number", "M12345678");
}

/* What is proposed passes the rules: nobody has to mend it. */
static void
test_default_passes (void)
{
  g_autofree char *citizen =
    g_strdup_printf ("{\"id_type\":\"citizen_id\"," PERSON "}", "031186004567");
  g_autofree char *foreigner =
    g_strdup_printf ("{\"id_type\":\"passport\",\"nationality\":\"KR\"," PERSON "}", "M12345678");
  const char *const profiles[] = { citizen, foreigner };

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autoptr (SmeBilling) billing = make (profiles[i]);
      g_autoptr (GPtrArray) errors = sme_billing_check (billing, TODAY);

      g_assert_cmpuint (errors->len, ==, 0);
    }
}

/* Who does not want to be named is not: whatever else was typed goes. */
static void
test_consumer (void)
{
  g_autofree char *citizen =
    g_strdup_printf ("{\"id_type\":\"citizen_id\"," PERSON "}", "031186004567");
  g_autoptr (SmeBilling) billing = make (citizen);
  SmeRecord *invoice = sme_record_get_object (SME_RECORD (billing), "invoice");

  sme_record_set_int (invoice, "kind", SME_INVOICE_CONSUMER);
  sme_billing_normalize (billing, TODAY);
  g_assert_false (sme_record_has (invoice, "name"));
  g_assert_false (sme_record_has (invoice, "address"));
  g_assert_false (sme_record_has (invoice, "personal_number"));
  g_assert_true (sme_record_has (invoice, "email"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a30/billing/who-gave-data-gets-them-on-the-invoice", test_default);
  g_test_add_func ("/a30/billing/what-is-proposed-passes", test_default_passes);
  g_test_add_func ("/a30/billing/a-consumer-is-not-named", test_consumer);
  return g_test_run ();
}
