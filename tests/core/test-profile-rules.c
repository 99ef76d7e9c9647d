/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-profile-rules.h"

#include "core/sme-billing-rules.h"
#include "core/sme-record-json.h"
#include "core/sme-registration-number.h"

#include <string.h>

#define TODAY 20261123

#define PERSON \
  "{\"full_name\":\"Nguyễn Thị Lan\",\"id_type\":\"citizen_id\",\"id_number\":\"031186004567\"," \
  "\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\",\"born_on\":\"1986-02-03\"," \
  "\"sex\":\"female\",\"phone\":\"0912345678\",\"email\":\"lan@vidu.vn\",\"address\":{" \
  "\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\",\"street\":\"Khu " \
  "3\"}," \
  "\"organisation\":{\"name\":\"Biển Xanh\",\"tax_code\":\"0100684378\"," \
  "\"registration_number\":\"0100684378\",\"representative\":\"Lê Văn Cả\"," \
  "\"position\":\"Giám đốc\"}}"

static gpointer
read_json (GType type, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  gpointer record = sme_record_from_bytes (type, bytes, SME_DECODE_PARTIAL, NULL, &error);

  g_assert_no_error (error);
  return record;
}

static char *
describe (GPtrArray *errors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < errors->len; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "",
                            sme_record_get_text (g_ptr_array_index (errors, i), "pointer"),
                            sme_record_get_text (g_ptr_array_index (errors, i), "code"));
  return g_string_free (text, FALSE);
}

static char *
check (const char *json, SmeCustomerType type)
{
  g_autoptr (SmeProfile) profile = read_json (SME_TYPE_PROFILE, json);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, type, TODAY);

  return describe (errors);
}

/* The declaration with @old replaced. */
static char *
change (const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (PERSON, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strconcat (parts[0], new, parts[1], NULL);
}

static void
test_complete (void)
{
  for (SmeCustomerType type = SME_CUSTOMER_PERSON; type <= SME_CUSTOMER_ENTERPRISE; type++)
    {
      g_autofree char *text = check (PERSON, type);

      g_assert_cmpstr (text, ==, "");
    }
}

static void
test_nothing (void)
{
  g_autofree char *person = check ("{}", SME_CUSTOMER_PERSON);
  g_autofree char *enterprise =
    check ("{\"address\":{\"edition\":\"2024\"},\"organisation\":{}}", SME_CUSTOMER_ENTERPRISE);

  g_assert_cmpstr (person, ==,
                   "/full_name required; /id_type required; /born_on required;"
                   " /id_issued_on required; /id_issued_by required; /sex required;"
                   " /phone required; /email required; /address required");
  g_assert_nonnull (strstr (enterprise, "/address/district_code required"));
  g_assert_nonnull (strstr (enterprise, "/organisation/name required"));
  g_assert_nonnull (strstr (enterprise, "/organisation/tax_code required"));
  g_assert_nonnull (strstr (enterprise, "/organisation/registration_number required"));
  g_assert_nonnull (strstr (enterprise, "/organisation/representative required"));
  g_assert_nonnull (strstr (enterprise, "/organisation/position required"));
}

static void
test_person (void)
{
  static const struct
  {
    const char *old, *new, *wanted;
  } rows[] = {
    { "Nguyễn Thị Lan", "Lan 2", "/full_name characters" },
    { "Nguyễn Thị Lan", " ", "/full_name required" },
    { "citizen_id", "old_id", "/id_type id-type-expired" },
    { "031186004567", "031456789", "/id_number id-type-expired" },
    { "031186004567", "097186004567", "/id_number unknown-province" },
    { "031186004567", "003186004567", "/id_number unknown-province" },
    /* A birth abroad: nothing is known of the country. */
    { "031186004567", "999186004567", "" },
    { "1986-02-03", "2027-01-01", "/born_on birth-in-future; /id_issued_on before-birth" },
    { "2022-05-10", "2026-11-24", "/id_issued_on in-future" },
    { "2022-05-10", "1999-05-10", "/id_issued_on before-birth" },
    { "\"sex\"", "\"id_expires_on\":\"2026-11-22\",\"sex\"", "/id_expires_on expired" },
    { "\"sex\"", "\"id_expires_on\":\"2022-05-10\",\"sex\"",
      "/id_expires_on expires-before-issue" },
    { "0912345678", "02437741234", "/phone not-mobile" },
    { "0912345678", "01682345678", "/phone old-mobile" },
    { "lan@vidu.vn", "lan@vidu", "/email format" },
    { "\"sex\"", "\"nationality\":\"ZZ\",\"sex\"", "/nationality format" },
    { "Khu 3", " ", "/address/street required" },
    /* Sex and year of birth may differ from the number: a warning, no error. */
    { "1986-02-03", "1985-02-03", "" },
    { "\"female\"", "\"male\"", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = change (rows[i].old, rows[i].new);
      g_autofree char *text = check (json, SME_CUSTOMER_PERSON);

      g_assert_cmpstr (text, ==, rows[i].wanted);
    }
}

static void
test_organisation (void)
{
  static const struct
  {
    SmeCustomerType type;
    const char *old, *new, *wanted;
  } rows[] = {
    { SME_CUSTOMER_ENTERPRISE, "\"tax_code\":\"0100684378\"", "\"tax_code\":\"0100684379\"",
      "/organisation/tax_code check-digit" },
    { SME_CUSTOMER_ENTERPRISE, "\"tax_code\":\"0100684378\"", "\"tax_code\":\"031186004567\"",
      "/organisation/tax_code wrong-kind" },
    { SME_CUSTOMER_HOUSEHOLD, "\"tax_code\":\"0100684378\"", "\"tax_code\":\"031186004567\"", "" },
    { SME_CUSTOMER_ENTERPRISE, "\"tax_code\":\"0100684378\"", "\"tax_code\":\"0100684378-001\"",
      "" },
    { SME_CUSTOMER_ENTERPRISE, "\"registration_number\":\"0100684378\"",
      "\"registration_number\":\"41A8012345\"", "/organisation/registration_number characters" },
    { SME_CUSTOMER_HOUSEHOLD, "\"registration_number\":\"0100684378\"",
      "\"registration_number\":\"41A8012345\"", "" },
    { SME_CUSTOMER_ENTERPRISE, "Giám đốc", "", "/organisation/position required" },
    { SME_CUSTOMER_HOUSEHOLD, "Giám đốc", "", "" },
    { SME_CUSTOMER_ENTERPRISE, "Lê Văn Cả", "Lê Văn Cả @",
      "/organisation/representative characters" },
    { SME_CUSTOMER_PERSON, "Lê Văn Cả", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = change (rows[i].old, rows[i].new);
      g_autofree char *text = check (json, rows[i].type);

      g_assert_cmpstr (text, ==, rows[i].wanted);
    }
}

static void
test_registration_numbers (void)
{
  static const struct
  {
    SmeCustomerType type;
    const char *text;
    SmeReason reason;
    const char *normalized;
  } rows[] = {
    { SME_CUSTOMER_ENTERPRISE, "0100684378", SME_REASON_OK, "0100684378" },
    { SME_CUSTOMER_ENTERPRISE, "0103012345", SME_REASON_OK, "0103012345" },
    { SME_CUSTOMER_ENTERPRISE, "0100 684 378", SME_REASON_OK, "0100684378" },
    { SME_CUSTOMER_ENTERPRISE, "0100684378-001", SME_REASON_OK, "0100684378-001" },
    { SME_CUSTOMER_ENTERPRISE, "0100684378001", SME_REASON_OK, "0100684378001" },
    { SME_CUSTOMER_ENTERPRISE, "010068437-8001", SME_REASON_FORMAT, NULL },
    { SME_CUSTOMER_ENTERPRISE, "01006843780", SME_REASON_FORMAT, NULL },
    { SME_CUSTOMER_ENTERPRISE, "010068437", SME_REASON_TOO_SHORT, NULL },
    { SME_CUSTOMER_ENTERPRISE, "01006843780012", SME_REASON_TOO_LONG, NULL },
    { SME_CUSTOMER_ENTERPRISE, "", SME_REASON_REQUIRED, NULL },
    { SME_CUSTOMER_ENTERPRISE, NULL, SME_REASON_REQUIRED, NULL },
    { SME_CUSTOMER_HOUSEHOLD, "41a8012345", SME_REASON_OK, "41A8012345" },
    { SME_CUSTOMER_HOUSEHOLD, "01/HKD-1234", SME_REASON_OK, "01/HKD-1234" },
    { SME_CUSTOMER_HOUSEHOLD, "HKD1", SME_REASON_TOO_SHORT, NULL },
    { SME_CUSTOMER_HOUSEHOLD, "ABCDEFG", SME_REASON_FORMAT, NULL },
    { SME_CUSTOMER_HOUSEHOLD, "41Ă8012345", SME_REASON_CHARACTERS, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normalized = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (sme_registration_number_check (rows[i].text, rows[i].type, &normalized), ==,
                       rows[i].reason);
      g_assert_cmpstr (normalized, ==, rows[i].normalized);
    }
  g_assert_true (sme_registration_number_differs ("0103012345", "0100684378"));
  g_assert_false (sme_registration_number_differs ("0100684378", "0100684378-001"));
  g_assert_false (sme_registration_number_differs ("01030", "0100684378"));
}

static void
test_billing (void)
{
  static const struct
  {
    const char *json, *wanted;
  } rows[] = {
    { "{\"invoice\":{\"kind\":\"consumer\"}}", "" },
    { "{}", "/invoice/kind required" },
    { "{\"invoice\":{\"kind\":\"consumer\",\"email\":\"x\"}}", "/invoice/email format" },
    { "{\"invoice\":{\"kind\":\"person\"}}",
      "/invoice/name required; /invoice/address required; /invoice/personal_number required" },
    { "{\"invoice\":{\"kind\":\"person\",\"name\":\"Lan\",\"address\":\"14 Đồ Sơn\","
      "\"personal_number\":\"031186004567\"}}",
      "" },
    { "{\"invoice\":{\"kind\":\"person\",\"name\":\"Kim\",\"address\":\"14 Đồ Sơn\","
      "\"nationality\":\"KR\",\"personal_number\":\"031186004567\"}}",
      "/invoice/passport_number required" },
    { "{\"invoice\":{\"kind\":\"person\",\"name\":\"Kim\",\"address\":\"14 Đồ Sơn\","
      "\"nationality\":\"KR\",\"passport_number\":\"M12345678\"}}",
      "" },
    { "{\"invoice\":{\"kind\":\"organisation\",\"name\":\"Cty 3\",\"address\":\"Hà Nội\","
      "\"tax_code\":\"0100684379\"}}",
      "/invoice/tax_code check-digit" },
    { "{\"invoice\":{\"kind\":\"organisation\",\"name\":\"Cty 3\",\"address\":\"Hà Nội\","
      "\"tax_code\":\"0100684378\"}}",
      "" },
    { "{\"invoice\":{\"kind\":\"organisation\"}}",
      "/invoice/name required; /invoice/address required; /invoice/tax_code required" },
    { "{\"invoice\":{\"kind\":\"consumer\"},\"contact\":{\"name\":\"Lan\","
      "\"phone\":\"02437741234\",\"email\":\"lan@vidu.vn\"}}",
      "" },
    { "{\"invoice\":{\"kind\":\"consumer\"},\"contact\":{\"name\":\"Lan 2\"}}",
      "/contact/name characters; /contact/phone required; /contact/email required" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeBilling) billing = read_json (SME_TYPE_BILLING, rows[i].json);
      g_autoptr (GPtrArray) errors = sme_billing_check (billing, TODAY);
      g_autofree char *text = describe (errors);

      g_assert_cmpstr (text, ==, rows[i].wanted);
    }
}

/* What was typed for one kind of invoice does not get onto another. */
static void
test_billing_kinds (void)
{
  g_autoptr (SmeBilling) billing =
    read_json (SME_TYPE_BILLING, "{\"invoice\":{\"kind\":\"organisation\",\"name\":\" Cty  Ba \","
                                 "\"address\":\"Hà Nội\",\"tax_code\":\"0100684378001\","
                                 "\"personal_number\":\"031186004567\"}}");
  SmeRecord *invoice = sme_record_get_object (SME_RECORD (billing), "invoice");

  sme_billing_normalize (billing, 20261123);
  g_assert_cmpstr (sme_record_get_text (invoice, "name"), ==, "Cty Ba");
  g_assert_cmpstr (sme_record_get_text (invoice, "tax_code"), ==, "0100684378-001");
  g_assert_false (sme_record_has (invoice, "personal_number"));
  sme_record_set_int (invoice, "kind", SME_INVOICE_CONSUMER);
  sme_billing_normalize (billing, 20261123);
  g_assert_false (sme_record_has (invoice, "name"));
  g_assert_false (sme_record_has (invoice, "tax_code"));
}

/* Numbers as they stand on a card or in a passport, with blanks and small letters. */
static void
test_billing_numbers (void)
{
  g_autoptr (SmeBilling) person =
    read_json (SME_TYPE_BILLING, "{\"invoice\":{\"kind\":\"person\",\"name\":\"Lan\",\"address\":"
                                 "\"Hà Nội\",\"personal_number\":\"031 186 004 567\"}}");
  g_autoptr (SmeBilling) foreigner = read_json (
    SME_TYPE_BILLING, "{\"invoice\":{\"kind\":\"person\",\"name\":\"Ann\",\"address\":\"Hà Nội\","
                      "\"nationality\":\"FR\",\"passport_number\":\"12 ab 34567\"}}");

  sme_billing_normalize (person, 20261123);
  g_assert_cmpstr (
    sme_record_get_text (sme_record_get_object (SME_RECORD (person), "invoice"), "personal_number"),
    ==, "031186004567");
  sme_billing_normalize (foreigner, 20261123);
  g_assert_cmpstr (sme_record_get_text (sme_record_get_object (SME_RECORD (foreigner), "invoice"),
                                        "passport_number"),
                   ==, "12AB34567");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a21-a22-a23/what-is-complete-passes", test_complete);
  g_test_add_func ("/a20/every-missing-field-is-named", test_nothing);
  g_test_add_func ("/a21/rules-of-a-person", test_person);
  g_test_add_func ("/a23/rules-of-an-organisation", test_organisation);
  g_test_add_func ("/a23/registration-numbers", test_registration_numbers);
  g_test_add_func ("/a30/rules-of-an-invoice", test_billing);
  g_test_add_func ("/a30/numbers-of-an-invoice", test_billing_numbers);
  g_test_add_func ("/a30/each-kind-of-invoice-has-its-own-data", test_billing_kinds);
  return g_test_run ();
}
