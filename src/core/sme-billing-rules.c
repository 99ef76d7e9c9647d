/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-billing-rules.h"

#include <string.h>

#include "base/sme-text.h"
#include "core/sme-country.h"
#include "core/sme-email.h"
#include "core/sme-enums.h"
#include "core/sme-field-error.h"
#include "core/sme-identity-rules.h"
#include "core/sme-name-rules.h"
#include "core/sme-phone.h"
#include "core/sme-registration-rules.h"
#include "core/sme-tax-code.h"

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

static void
require (SmeRecord *record, const char *name, const char *pointer, GPtrArray *errors)
{
  add (errors, pointer,
       is_blank (sme_record_get_text (record, name)) ? SME_REASON_REQUIRED : SME_REASON_OK);
}

static gboolean
is_foreign (SmeRecord *invoice)
{
  const char *nationality = sme_record_get_text (invoice, "nationality");

  return nationality != NULL && g_ascii_strcasecmp (nationality, "VN") != 0;
}

/* ISO 3166 alpha-2, as it is typed. */
static gboolean
is_country (const char *text)
{
  g_autofree char *code = g_ascii_strup (text, -1);

  return sme_country_find (code) != NULL;
}

static void
check_person (SmeRecord *invoice, int today, GPtrArray *errors)
{
  gboolean foreign = is_foreign (invoice);
  const char *field = foreign ? "passport_number" : "personal_number";
  g_autofree char *pointer = g_strconcat ("/invoice/", field, NULL);

  add (errors, "/invoice/name", sme_name_check (sme_record_get_text (invoice, "name")));
  require (invoice, "address", "/invoice/address", errors);
  if (foreign && !is_blank (sme_record_get_text (invoice, "nationality")) &&
      !is_country (sme_record_get_text (invoice, "nationality")))
    add (errors, "/invoice/nationality", SME_REASON_FORMAT);
  add (errors, pointer,
       is_blank (sme_record_get_text (invoice, field))
         ? SME_REASON_REQUIRED
         : sme_identity_check_number (foreign ? SME_ID_PASSPORT : SME_ID_CITIZEN_ID,
                                      sme_record_get_text (invoice, "nationality"),
                                      sme_record_get_text (invoice, field), today, NULL));
}

static void
check_organisation (SmeRecord *invoice, int today, GPtrArray *errors)
{
  require (invoice, "name", "/invoice/name", errors);
  require (invoice, "address", "/invoice/address", errors);
  /* A household business has its owner's number. */
  add (errors, "/invoice/tax_code",
       sme_registration_check_tax_code (sme_record_get_text (invoice, "tax_code"),
                                        SME_CUSTOMER_HOUSEHOLD, today));
}

static void
check_contact (SmeRecord *contact, GPtrArray *errors)
{
  add (errors, "/contact/name", sme_name_check (sme_record_get_text (contact, "name")));
  add (errors, "/contact/phone",
       is_blank (sme_record_get_text (contact, "phone"))
         ? SME_REASON_REQUIRED
         : sme_phone_check (sme_record_get_text (contact, "phone"), NULL, NULL));
  add (errors, "/contact/email", sme_email_check (sme_record_get_text (contact, "email"), NULL));
}

GPtrArray *
sme_billing_check (SmeBilling *billing, int today)
{
  GPtrArray *errors = g_ptr_array_new_with_free_func (g_object_unref);
  SmeRecord *invoice = sme_record_get_object (SME_RECORD (billing), "invoice");
  SmeRecord *contact = sme_record_get_object (SME_RECORD (billing), "contact");

  if (invoice == NULL || !sme_record_has (invoice, "kind"))
    add (errors, "/invoice/kind", SME_REASON_REQUIRED);
  else if (sme_record_get_int (invoice, "kind") == SME_INVOICE_PERSON)
    check_person (invoice, today, errors);
  else if (sme_record_get_int (invoice, "kind") == SME_INVOICE_ORGANISATION)
    check_organisation (invoice, today, errors);
  if (invoice != NULL && !is_blank (sme_record_get_text (invoice, "email")))
    add (errors, "/invoice/email", sme_email_check (sme_record_get_text (invoice, "email"), NULL));
  if (contact != NULL)
    check_contact (contact, errors);
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
drop (SmeRecord *invoice)
{
  gint64 kind = sme_record_get_int (invoice, "kind");

  if (kind == SME_INVOICE_CONSUMER)
    {
      sme_record_unset (invoice, "name");
      sme_record_unset (invoice, "address");
    }
  if (kind != SME_INVOICE_ORGANISATION)
    sme_record_unset (invoice, "tax_code");
  if (kind != SME_INVOICE_PERSON || is_foreign (invoice))
    sme_record_unset (invoice, "personal_number");
  if (kind != SME_INVOICE_PERSON || !is_foreign (invoice))
    sme_record_unset (invoice, "passport_number");
  if (kind != SME_INVOICE_PERSON)
    sme_record_unset (invoice, "nationality");
}

/* "kr" is how it is typed. */
static void
normalize_country (SmeRecord *invoice)
{
  if (sme_record_has (invoice, "nationality"))
    take (invoice, "nationality", g_ascii_strup (sme_record_get_text (invoice, "nationality"), -1));
}

static void
normalize_text (SmeRecord *record, const char *name)
{
  const char *text = sme_record_get_text (record, name);

  if (is_blank (text))
    sme_record_unset (record, name);
  else
    take (record, name, sme_text_normalize_name (text));
}

/* Blanks between the digits are how it stands on the card, not what it is. */
static void
normalize_number (SmeRecord *invoice, const char *field, SmeIdType type, int today)
{
  char *number = NULL;

  if (!sme_record_has (invoice, field))
    return;
  sme_identity_check_number (type, sme_record_get_text (invoice, "nationality"),
                             sme_record_get_text (invoice, field), today, &number);
  take (invoice, field, number);
}

void
sme_billing_normalize (SmeBilling *billing, int today)
{
  SmeRecord *invoice = sme_record_get_object (SME_RECORD (billing), "invoice");
  SmeRecord *contact = sme_record_get_object (SME_RECORD (billing), "contact");
  char *tax_code = NULL, *email = NULL, *phone = NULL, *contact_email = NULL;

  if (invoice != NULL)
    {
      drop (invoice);
      normalize_text (invoice, "name");
      normalize_text (invoice, "address");
      normalize_text (invoice, "email");
      normalize_country (invoice);
      normalize_number (invoice, "personal_number", SME_ID_CITIZEN_ID, today);
      normalize_number (invoice, "passport_number", SME_ID_PASSPORT, today);
      sme_tax_code_check (sme_record_get_text (invoice, "tax_code"), SME_TAX_CODE_ANY, &tax_code);
      take (invoice, "tax_code", tax_code);
      sme_email_check (sme_record_get_text (invoice, "email"), &email);
      take (invoice, "email", email);
    }
  if (contact != NULL)
    {
      normalize_text (contact, "name");
      sme_phone_check (sme_record_get_text (contact, "phone"), NULL, &phone);
      take (contact, "phone", phone);
      sme_email_check (sme_record_get_text (contact, "email"), &contact_email);
      take (contact, "email", contact_email);
    }
}
