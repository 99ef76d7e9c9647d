/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the declaration and of the invoice say about what was typed: what is wrong,
 * and what a right one looks like. */
#include "app/form/sme-field-subject.h"

#include "app/form/sme-reason-text.h"
#include "core/sme-identity-rules.h"
#include "core/sme-phone.h"
#include "core/sme-registration-number.h"
#include "core/sme-registration-rules.h"

#include <string.h>

#define TODAY 20261123

static SmeReason
judge (SmeFieldSubject subject, const char *typed)
{
  switch (subject)
    {
    case SME_SUBJECT_IDENTITY_CARD:
      return sme_identity_check_number (SME_ID_CITIZEN_ID, NULL, typed, TODAY, NULL);
    case SME_SUBJECT_PASSPORT:
      return sme_identity_check_number (SME_ID_PASSPORT, NULL, typed, TODAY, NULL);
    case SME_SUBJECT_FOREIGN_PASSPORT:
      return sme_identity_check_number (SME_ID_PASSPORT, "KR", typed, TODAY, NULL);
    case SME_SUBJECT_MOBILE:
      return sme_phone_check_mobile (typed, NULL);
    case SME_SUBJECT_PHONE:
      return sme_phone_check (typed, NULL, NULL);
    case SME_SUBJECT_ENTERPRISE_TAX_CODE:
      return sme_registration_check_tax_code (typed, SME_CUSTOMER_ENTERPRISE, TODAY);
    case SME_SUBJECT_TAX_CODE:
      return sme_registration_check_tax_code (typed, SME_CUSTOMER_HOUSEHOLD, TODAY);
    case SME_SUBJECT_ENTERPRISE_NUMBER:
      return sme_registration_number_check (typed, SME_CUSTOMER_ENTERPRISE, NULL);
    case SME_SUBJECT_HOUSEHOLD_NUMBER:
      return sme_registration_number_check (typed, SME_CUSTOMER_HOUSEHOLD, NULL);
    default:
      g_assert_not_reached ();
    }
}

/* @says: what is wrong, or what a right one looks like */
static const struct
{
  SmeFieldSubject subject;
  const char *typed;
  const char *says;
} rows[] = {
  { SME_SUBJECT_IDENTITY_CARD, "0311900012", "This has 10 digits. An identity card" },
  { SME_SUBJECT_IDENTITY_CARD, "0311900012345", "This has 13 digits." },
  { SME_SUBJECT_IDENTITY_CARD, "03119000123a", "12 digits and nothing else" },
  { SME_SUBJECT_IDENTITY_CARD, "000190001234", "no code of a province" },
  { SME_SUBJECT_IDENTITY_CARD, "031290001234", "this year is still to come" },
  { SME_SUBJECT_PASSPORT, "C123456", "one letter and seven digits" },
  { SME_SUBJECT_PASSPORT, "12345678", "one letter and seven digits" },
  { SME_SUBJECT_FOREIGN_PASSPORT, "M1", "6 to 9 letters and digits" },
  { SME_SUBJECT_FOREIGN_PASSPORT, "M-12345", "6 to 9 letters and digits" },
  { SME_SUBJECT_MOBILE, "091234567", "This has 9 digits. A mobile number has 10" },
  { SME_SUBJECT_MOBILE, "+84 912 345 6789", "This has 11 digits. A mobile number has 10" },
  { SME_SUBJECT_MOBILE, "02812345", "begins like a landline number" },
  { SME_SUBJECT_MOBILE, "024 3825 4567", "A mobile number is needed" },
  { SME_SUBJECT_MOBILE, "0612345678", "begin with 03, 05, 07, 08 or 09" },
  { SME_SUBJECT_MOBILE, "0168 234 5678", "This one is 0382 345 678 now." },
  { SME_SUBJECT_MOBILE, "0912x", "no letters" },
  { SME_SUBJECT_PHONE, "02812345", "This has 8 digits. A landline number has 11" },
  { SME_SUBJECT_PHONE, "+84 28 12345", "This has 8 digits. A landline number has 11" },
  { SME_SUBJECT_PHONE, "091234567", "This has 9 digits. A mobile number has 10" },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "01006843781", "This has 11 digits. An enterprise's" },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "010068437", "This has 9 digits. An enterprise's" },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "0100684379", "the check digit does not match" },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "031190001234", "This has 12 digits. An enterprise's" },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "0100684378-000", "from 001 on" },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "MST 0100684378", "digits only" },
  { SME_SUBJECT_TAX_CODE, "01006843781", "This has 11 digits. A tax code" },
  { SME_SUBJECT_TAX_CODE, "031290001234", "compare its first six digits" },
  { SME_SUBJECT_ENTERPRISE_NUMBER, "010068437", "This has 9 digits. An enterprise's registration" },
  { SME_SUBJECT_ENTERPRISE_NUMBER, "01A8012345", "digits only" },
  { SME_SUBJECT_HOUSEHOLD_NUMBER, "01A8", "This has 4 characters. The registration number" },
  { SME_SUBJECT_HOUSEHOLD_NUMBER, "01Đ8012345", "letters without marks" },
};

static void
test_messages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SmeReason reason = judge (rows[i].subject, rows[i].typed);
      g_autofree char *text =
        sme_field_subject_describe (rows[i].subject, sme_reason_to_code (reason), rows[i].typed);

      g_test_message ("%s: %s: %s", rows[i].typed, sme_reason_to_code (reason), text);
      g_assert_cmpint (reason, !=, SME_REASON_OK);
      g_assert_nonnull (strstr (text, rows[i].says));
    }
}

/* What the examples show is right. */
static void
test_examples (void)
{
  static const struct
  {
    SmeFieldSubject subject;
    const char *typed;
  } examples[] = {
    { SME_SUBJECT_IDENTITY_CARD, "031190001234" },
    { SME_SUBJECT_PASSPORT, "C1234567" },
    { SME_SUBJECT_FOREIGN_PASSPORT, "M12345678" },
    { SME_SUBJECT_MOBILE, "0912 345 678" },
    { SME_SUBJECT_PHONE, "024 3825 4567" },
    { SME_SUBJECT_ENTERPRISE_TAX_CODE, "0100684378" },
    { SME_SUBJECT_ENTERPRISE_TAX_CODE, "0100684378-001" },
    { SME_SUBJECT_TAX_CODE, "031190001234" },
    { SME_SUBJECT_ENTERPRISE_NUMBER, "0100684378" },
    { SME_SUBJECT_HOUSEHOLD_NUMBER, "01A8012345" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_test_message ("%s", examples[i].typed);
      g_assert_cmpint (judge (examples[i].subject, examples[i].typed), ==, SME_REASON_OK);
    }
}

/* Nothing the rules of these fields can say is answered by a general sentence. */
static void
test_none_is_vague (void)
{
  static const char *const vague[] = { "too-short", "too-long", "characters", "format",
                                       "wrong-kind" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *code = sme_reason_to_code (judge (rows[i].subject, rows[i].typed));
      g_autofree char *text = sme_field_subject_describe (rows[i].subject, code, rows[i].typed);

      for (guint k = 0; k < G_N_ELEMENTS (vague); k++)
        g_assert_cmpstr (text, !=, sme_reason_text (vague[k]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a21-a22-a23/messages-say-what-is-right", test_messages);
  g_test_add_func ("/a21-a22-a23/examples-are-right", test_examples);
  g_test_add_func ("/a21-a22-a23/no-message-is-vague", test_none_is_vague);
  return g_test_run ();
}
