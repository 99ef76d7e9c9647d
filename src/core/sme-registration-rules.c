/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-registration-rules.h"

#include "base/sme-text.h"
#include "core/sme-citizen-id.h"
#include "core/sme-email.h"
#include "core/sme-field-error.h"
#include "core/sme-password-rules.h"
#include "core/sme-phone.h"
#include "core/sme-registration-number.h"

#include <string.h>

static void
add (GPtrArray *errors, const char *pointer, SmeReason reason)
{
  if (reason != SME_REASON_OK)
    g_ptr_array_add (errors, sme_field_error_new_full (pointer, sme_reason_to_code (reason)));
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

SmeTaxCodeForms
sme_registration_get_tax_code_forms (SmeCustomerType type)
{
  if (type == SME_CUSTOMER_PERSON)
    return SME_TAX_CODE_MAIN | SME_TAX_CODE_PERSONAL;
  return type == SME_CUSTOMER_HOUSEHOLD ? SME_TAX_CODE_ANY : SME_TAX_CODE_ENTERPRISE;
}

SmeReason
sme_registration_check_tax_code (const char *text, SmeCustomerType type, int today)
{
  SmeTaxCodeForms forms = sme_registration_get_tax_code_forms (type);
  g_autofree char *code = NULL;
  SmeReason reason = sme_tax_code_check (text, forms, &code);

  if (reason != SME_REASON_OK ||
      sme_tax_code_check (code, forms & SME_TAX_CODE_PERSONAL, NULL) != SME_REASON_OK)
    return reason;
  return sme_citizen_id_check (code, today, NULL);
}

SmeReason
sme_registration_check_number (const char *text, SmeCustomerType type)
{
  if (type == SME_CUSTOMER_HOUSEHOLD)
    return sme_registration_number_check (text, type, NULL);
  return sme_tax_code_check (text, SME_TAX_CODE_ENTERPRISE, NULL);
}

static SmeReason
check_name (const char *name)
{
  if (is_blank (name))
    return SME_REASON_REQUIRED;
  return sme_text_is_name (name) ? SME_REASON_OK : SME_REASON_CHARACTERS;
}

/* What only a business has. */
static void
refuse_business_fields (SmeRecord *record, GPtrArray *errors)
{
  static const char *const names[] = { "organisation_name", "registration_number", "position" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pointer = g_strconcat ("/", names[i], NULL);

      if (!is_blank (sme_record_get_text (record, names[i])))
        add (errors, pointer, SME_REASON_WRONG_KIND);
    }
}

static void
check_tax_code (SmeRecord *record, SmeCustomerType type, int today, GPtrArray *errors)
{
  add (errors, "/tax_code",
       sme_registration_check_tax_code (sme_record_get_text (record, "tax_code"), type, today));
}

/* It may be left out. */
static void
check_number (SmeRecord *record, SmeCustomerType type, GPtrArray *errors)
{
  const char *number = sme_record_get_text (record, "registration_number");

  if (!is_blank (number))
    add (errors, "/registration_number", sme_registration_check_number (number, type));
}

GPtrArray *
sme_registration_check (SmeRegistration *registration, int today)
{
  SmeRecord *record = SME_RECORD (registration);
  SmeCustomerType type = (SmeCustomerType) sme_record_get_int (record, "customer_type");
  GPtrArray *errors = g_ptr_array_new_with_free_func (g_object_unref);

  add (errors, "/email", sme_email_check (sme_record_get_text (record, "email"), NULL));
  add (errors, "/password",
       sme_password_check (sme_record_get_text (record, "password"),
                           sme_record_get_text (record, "email")));
  add (errors, "/full_name", check_name (sme_record_get_text (record, "full_name")));
  add (errors, "/phone", sme_phone_check_mobile (sme_record_get_text (record, "phone"), NULL));
  if (type == SME_CUSTOMER_PERSON)
    refuse_business_fields (record, errors);
  else if (is_blank (sme_record_get_text (record, "organisation_name")))
    add (errors, "/organisation_name", SME_REASON_REQUIRED);
  if (type != SME_CUSTOMER_PERSON)
    check_number (record, type, errors);
  if (type != SME_CUSTOMER_PERSON || sme_record_has (record, "tax_code"))
    check_tax_code (record, type, today, errors);
  return errors;
}

GPtrArray *
sme_account_update_check (SmeAccountUpdate *update, SmeCustomerType type, int today)
{
  SmeRecord *record = SME_RECORD (update);
  GPtrArray *errors = g_ptr_array_new_with_free_func (g_object_unref);

  if (sme_record_has (record, "full_name"))
    add (errors, "/full_name", check_name (sme_record_get_text (record, "full_name")));
  if (type == SME_CUSTOMER_PERSON)
    refuse_business_fields (record, errors);
  else if (sme_record_has (record, "organisation_name") &&
           is_blank (sme_record_get_text (record, "organisation_name")))
    add (errors, "/organisation_name", SME_REASON_REQUIRED);
  if (type != SME_CUSTOMER_PERSON)
    check_number (record, type, errors);
  if (sme_record_has (record, "tax_code"))
    check_tax_code (record, type, today, errors);
  return errors;
}

static void
take (SmeRecord *record, const char *name, char *text)
{
  if (text != NULL)
    sme_record_set_text (record, name, text);
  g_free (text);
}

static void
normalize_names (SmeRecord *record)
{
  static const char *const names[] = { "full_name", "organisation_name", "registration_number",
                                       "position" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (sme_record_has (record, names[i]))
      take (record, names[i], sme_text_normalize_name (sme_record_get_text (record, names[i])));
}

void
sme_registration_normalize (SmeRecord *record)
{
  char *tax_code = NULL, *number = NULL, *phone = NULL, *email = NULL;

  normalize_names (record);
  if (sme_record_has (record, "tax_code"))
    sme_tax_code_check (sme_record_get_text (record, "tax_code"), SME_TAX_CODE_ANY, &tax_code);
  if (sme_record_has (record, "registration_number"))
    sme_tax_code_check (sme_record_get_text (record, "registration_number"), SME_TAX_CODE_ANY,
                        &number);
  take (record, "tax_code", tax_code);
  take (record, "registration_number", number);
  if (!SME_IS_REGISTRATION (record))
    return;
  sme_phone_check_mobile (sme_record_get_text (record, "phone"), &phone);
  sme_email_check (sme_record_get_text (record, "email"), &email);
  take (record, "phone", phone);
  take (record, "email", email);
}
