/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-profile-rules.h"

#include "base/sme-text.h"
#include "core/sme-country.h"
#include "core/sme-email.h"
#include "core/sme-field-error.h"
#include "core/sme-name-rules.h"
#include "core/sme-phone.h"
#include "core/sme-registration-number.h"
#include "core/sme-registration-rules.h"
#include "core/sme-tax-code.h"

#include <string.h>

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

static void
add (GPtrArray *errors, const char *pointer, SmeReason reason)
{
  if (reason != SME_REASON_OK)
    g_ptr_array_add (errors, sme_field_error_new_full (pointer, sme_reason_to_code (reason)));
}

static SmeReason
check_present (const char *text)
{
  return is_blank (text) ? SME_REASON_REQUIRED : SME_REASON_OK;
}

/* ISO 3166 alpha-2; none is VN. */
static SmeReason
check_nationality (const char *code)
{
  return code == NULL || sme_country_find (code) != NULL ? SME_REASON_OK : SME_REASON_FORMAT;
}

static void
check_paper (SmeRecord *profile, int today, GPtrArray *errors)
{
  SmeIdType type = (SmeIdType) sme_record_get_int (profile, "id_type");
  const char *number = sme_record_get_text (profile, "id_number");
  int born_on = (int) sme_record_get_int (profile, "born_on");
  int issued_on = (int) sme_record_get_int (profile, "id_issued_on");
  SmeReason reason =
    sme_record_has (profile, "id_type") ? sme_identity_check_type (type) : SME_REASON_REQUIRED;

  add (errors, "/id_type", reason);
  if (reason == SME_REASON_OK)
    add (errors, "/id_number",
         is_blank (number)
           ? SME_REASON_REQUIRED
           : sme_identity_check_number (type, sme_record_get_text (profile, "nationality"), number,
                                        today, NULL));
  add (errors, "/born_on",
       born_on == 0 ? SME_REASON_REQUIRED : sme_identity_check_born_on (born_on, today));
  add (errors, "/id_issued_on",
       issued_on == 0 ? SME_REASON_REQUIRED
                      : sme_identity_check_issued_on (type, issued_on, born_on, today));
  add (errors, "/id_expires_on",
       sme_identity_check_expires_on ((int) sme_record_get_int (profile, "id_expires_on"),
                                      issued_on, today));
  add (errors, "/id_issued_by", check_present (sme_record_get_text (profile, "id_issued_by")));
}

static void
check_address (SmeRecord *address, GPtrArray *errors)
{
  if (address == NULL)
    {
      add (errors, "/address", SME_REASON_REQUIRED);
      return;
    }
  add (errors, "/address/province_code",
       check_present (sme_record_get_text (address, "province_code")));
  if (sme_record_get_int (address, "edition") == SME_EDITION_2024)
    add (errors, "/address/district_code",
         check_present (sme_record_get_text (address, "district_code")));
  add (errors, "/address/commune_code",
       check_present (sme_record_get_text (address, "commune_code")));
  add (errors, "/address/street", check_present (sme_record_get_text (address, "street")));
}

static void
check_organisation (SmeRecord *organisation, SmeCustomerType type, int today, GPtrArray *errors)
{
  if (organisation == NULL)
    {
      add (errors, "/organisation", SME_REASON_REQUIRED);
      return;
    }
  add (errors, "/organisation/name", check_present (sme_record_get_text (organisation, "name")));
  add (errors, "/organisation/tax_code",
       is_blank (sme_record_get_text (organisation, "tax_code"))
         ? SME_REASON_REQUIRED
         : sme_registration_check_tax_code (sme_record_get_text (organisation, "tax_code"), type,
                                            today));
  add (errors, "/organisation/registration_number",
       sme_registration_number_check (sme_record_get_text (organisation, "registration_number"),
                                      type, NULL));
  add (errors, "/organisation/representative",
       sme_name_check (sme_record_get_text (organisation, "representative")));
  /* Who acts for an enterprise does so in an office; the owner of a household business need not
   * hold one. */
  if (type == SME_CUSTOMER_ENTERPRISE)
    add (errors, "/organisation/position",
         check_present (sme_record_get_text (organisation, "position")));
}

GPtrArray *
sme_profile_check (SmeProfile *profile, SmeCustomerType customer_type, int today)
{
  SmeRecord *record = SME_RECORD (profile);
  GPtrArray *errors = g_ptr_array_new_with_free_func (g_object_unref);

  add (errors, "/full_name", sme_name_check (sme_record_get_text (record, "full_name")));
  check_paper (record, today, errors);
  add (errors, "/nationality", check_nationality (sme_record_get_text (record, "nationality")));
  add (errors, "/sex", sme_record_has (record, "sex") ? SME_REASON_OK : SME_REASON_REQUIRED);
  add (errors, "/phone",
       is_blank (sme_record_get_text (record, "phone"))
         ? SME_REASON_REQUIRED
         : sme_phone_check_mobile (sme_record_get_text (record, "phone"), NULL));
  add (errors, "/email",
       is_blank (sme_record_get_text (record, "email"))
         ? SME_REASON_REQUIRED
         : sme_email_check (sme_record_get_text (record, "email"), NULL));
  check_address (sme_record_get_object (record, "address"), errors);
  if (customer_type != SME_CUSTOMER_PERSON)
    check_organisation (sme_record_get_object (record, "organisation"), customer_type, today,
                        errors);
  return errors;
}

static void
normalize_text (SmeRecord *record, const char *name)
{
  const char *text = record != NULL ? sme_record_get_text (record, name) : NULL;
  g_autofree char *normal = text != NULL ? sme_text_normalize_name (text) : NULL;

  if (normal != NULL)
    sme_record_set_text (record, name, normal);
}

static void
normalize_contact (SmeRecord *record)
{
  g_autofree char *phone = NULL, *email = NULL;

  sme_phone_check_mobile (sme_record_get_text (record, "phone"), &phone);
  sme_email_check (sme_record_get_text (record, "email"), &email);
  if (phone != NULL)
    sme_record_set_text (record, "phone", phone);
  if (email != NULL)
    sme_record_set_text (record, "email", email);
}

static void
normalize_organisation (SmeRecord *organisation)
{
  g_autofree char *tax_code = NULL, *number = NULL;

  if (organisation == NULL)
    return;
  /* What passes for an enterprise passes for a household; only the latter may have letters. */
  sme_registration_number_check (sme_record_get_text (organisation, "registration_number"),
                                 SME_CUSTOMER_HOUSEHOLD, &number);
  if (number != NULL)
    sme_record_set_text (organisation, "registration_number", number);
  normalize_text (organisation, "name");
  normalize_text (organisation, "representative");
  normalize_text (organisation, "position");
  sme_tax_code_check (sme_record_get_text (organisation, "tax_code"),
                      SME_TAX_CODE_MAIN | SME_TAX_CODE_BRANCH | SME_TAX_CODE_PERSONAL, &tax_code);
  if (tax_code != NULL)
    sme_record_set_text (organisation, "tax_code", tax_code);
}

SmeIdentityConflicts
sme_profile_find_conflicts (SmeProfile *profile, SmeCustomerType customer_type)
{
  SmeRecord *record = SME_RECORD (profile);
  SmeRecord *address =
    customer_type == SME_CUSTOMER_PERSON ? sme_record_get_object (record, "address") : NULL;
  int sex = sme_record_has (record, "sex") ? (int) sme_record_get_int (record, "sex") : -1;

  if (sme_record_get_int (record, "id_type") != SME_ID_CITIZEN_ID ||
      !sme_record_has (record, "id_number"))
    return SME_IDENTITY_CONFLICT_NONE;
  return sme_identity_find_conflicts (
    sme_record_get_text (record, "id_number"), sex, (int) sme_record_get_int (record, "born_on"),
    address != NULL ? (SmeEdition) sme_record_get_int (address, "edition") : SME_EDITION_2025,
    address != NULL ? sme_record_get_text (address, "province_code") : NULL);
}

void
sme_profile_normalize (SmeProfile *profile, int today)
{
  SmeRecord *record = SME_RECORD (profile), *address = sme_record_get_object (record, "address");
  g_autofree char *number = NULL;

  normalize_text (record, "full_name");
  normalize_text (record, "id_issued_by");
  normalize_text (address, "street");
  normalize_text (address, "house_number");
  normalize_text (address, "printed");
  normalize_contact (record);
  normalize_organisation (sme_record_get_object (record, "organisation"));
  sme_identity_check_number ((SmeIdType) sme_record_get_int (record, "id_type"),
                             sme_record_get_text (record, "nationality"),
                             sme_record_get_text (record, "id_number"), today, &number);
  if (number != NULL)
    sme_record_set_text (record, "id_number", number);
}
