/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers that an account is registered with (acceptance A17, A23). */
#include "core/sme-registration-rules.h"

#include "core/sme-field-error.h"

#define TODAY 20261123

static void
test_tax_code (void)
{
  static const struct
  {
    SmeCustomerType type;
    const char *text;
    SmeReason reason;
  } rows[] = {
    { SME_CUSTOMER_PERSON, "031090001234", SME_REASON_OK },
    { SME_CUSTOMER_PERSON, "0310 9000 1234", SME_REASON_OK },
    { SME_CUSTOMER_PERSON, "001226000001", SME_REASON_OK }, /* 2026 */
    { SME_CUSTOMER_PERSON, "001227000001", SME_REASON_BIRTH_IN_FUTURE },
    { SME_CUSTOMER_PERSON, "001399000001", SME_REASON_BIRTH_IN_FUTURE }, /* 2099 */
    { SME_CUSTOMER_PERSON, "123456789012", SME_REASON_BIRTH_IN_FUTURE }, /* 2156 */
    { SME_CUSTOMER_PERSON, "0100684378", SME_REASON_OK },
    { SME_CUSTOMER_PERSON, "0100684379", SME_REASON_CHECK_DIGIT },
    { SME_CUSTOMER_PERSON, "0100684378-001", SME_REASON_WRONG_KIND },
    { SME_CUSTOMER_PERSON, "003090001234", SME_REASON_UNKNOWN_PROVINCE },
    { SME_CUSTOMER_HOUSEHOLD, "031090001234", SME_REASON_OK },
    { SME_CUSTOMER_HOUSEHOLD, "001399000001", SME_REASON_BIRTH_IN_FUTURE },
    { SME_CUSTOMER_HOUSEHOLD, "0100684378-001", SME_REASON_OK },
    { SME_CUSTOMER_ENTERPRISE, "0100684378-001", SME_REASON_OK },
    { SME_CUSTOMER_ENTERPRISE, "001399000001", SME_REASON_WRONG_KIND },
    { SME_CUSTOMER_ENTERPRISE, "", SME_REASON_REQUIRED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (sme_registration_check_tax_code (rows[i].text, rows[i].type, TODAY), ==,
                       rows[i].reason);
    }
  g_assert_cmpint (sme_registration_check_tax_code ("001227000001", SME_CUSTOMER_PERSON, 20270101),
                   ==, SME_REASON_OK);
}

static void
test_number (void)
{
  static const struct
  {
    SmeCustomerType type;
    const char *text;
    SmeReason reason;
  } rows[] = {
    { SME_CUSTOMER_ENTERPRISE, "0100684378", SME_REASON_OK },
    { SME_CUSTOMER_ENTERPRISE, "0100 684 378", SME_REASON_OK },
    { SME_CUSTOMER_ENTERPRISE, "0100684378-001", SME_REASON_OK },
    { SME_CUSTOMER_ENTERPRISE, "12", SME_REASON_TOO_SHORT },
    { SME_CUSTOMER_ENTERPRISE, "0100684379", SME_REASON_CHECK_DIGIT },
    { SME_CUSTOMER_ENTERPRISE, "41A8012345", SME_REASON_CHARACTERS },
    { SME_CUSTOMER_ENTERPRISE, "031090001234", SME_REASON_WRONG_KIND },
    { SME_CUSTOMER_HOUSEHOLD, "41A8012345", SME_REASON_OK },
    { SME_CUSTOMER_HOUSEHOLD, "12", SME_REASON_TOO_SHORT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (sme_registration_check_number (rows[i].text, rows[i].type), ==,
                       rows[i].reason);
    }
}

/* What the holder changes later on is held to the same. */
static void
test_update (void)
{
  g_autoptr (SmeRecord) update = SME_RECORD (sme_account_update_new ());
  g_autoptr (GPtrArray) good = NULL, wrong = NULL;

  sme_record_set_text (update, "registration_number", "0100 684 378");
  good = sme_account_update_check (SME_ACCOUNT_UPDATE (update), SME_CUSTOMER_ENTERPRISE, TODAY);
  g_assert_cmpuint (good->len, ==, 0);
  sme_registration_normalize (update);
  g_assert_cmpstr (sme_record_get_text (update, "registration_number"), ==, "0100684378");
  sme_record_set_text (update, "registration_number", "12");
  wrong = sme_account_update_check (SME_ACCOUNT_UPDATE (update), SME_CUSTOMER_ENTERPRISE, TODAY);
  g_assert_cmpuint (wrong->len, ==, 1);
  g_assert_cmpstr (sme_record_get_text (g_ptr_array_index (wrong, 0), "pointer"), ==,
                   "/registration_number");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registration-rules/a17-a23/nobody-is-born-in-the-future", test_tax_code);
  g_test_add_func ("/registration-rules/a17-a23/the-number-of-a-business", test_number);
  g_test_add_func ("/registration-rules/a17/the-same-for-changes", test_update);
  return g_test_run ();
}
