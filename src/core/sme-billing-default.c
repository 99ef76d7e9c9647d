/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-billing-default.h"

#include "core/sme-address-line.h"
#include "core/sme-contact.h"
#include "core/sme-invoice-data.h"

SmeInvoiceKind
sme_billing_default_get_kind (SmeProfile *profile)
{
  return sme_record_get_object (SME_RECORD (profile), "organisation") != NULL
           ? SME_INVOICE_ORGANISATION
           : SME_INVOICE_PERSON;
}

static gboolean
is_business (SmeAccount *account)
{
  return account != NULL &&
         sme_record_get_int (SME_RECORD (account), "customer_type") != SME_CUSTOMER_PERSON;
}

static void
copy_text (SmeRecord *to, const char *name, SmeRecord *from, const char *source)
{
  if (from != NULL && sme_record_has (from, source))
    sme_record_set_text (to, name, sme_record_get_text (from, source));
}

/* The address that was declared is a person's own, or a company's head office. */
static void
set_address (SmeRecord *invoice, SmeRecord *profile)
{
  SmeRecord *address = sme_record_get_object (profile, "address");

  if (address != NULL)
    sme_record_set_text (invoice, "address", sme_address_get_line (SME_ADDRESS (address)));
}

static void
fill_person (SmeRecord *invoice, SmeRecord *profile)
{
  gboolean passport = sme_record_get_int (profile, "id_type") == SME_ID_PASSPORT;

  copy_text (invoice, "name", profile, "full_name");
  copy_text (invoice, passport ? "passport_number" : "personal_number", profile, "id_number");
  if (passport)
    copy_text (invoice, "nationality", profile, "nationality");
  if (sme_record_get_object (profile, "organisation") == NULL)
    set_address (invoice, profile);
}

static void
fill_organisation (SmeRecord *invoice, SmeRecord *profile, SmeAccount *account)
{
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");

  if (is_business (account))
    {
      copy_text (invoice, "name", SME_RECORD (account), "organisation_name");
      copy_text (invoice, "tax_code", SME_RECORD (account), "tax_code");
    }
  if (organisation == NULL)
    return;
  /* What the contract says goes before what the account says. */
  copy_text (invoice, "name", organisation, "name");
  copy_text (invoice, "tax_code", organisation, "tax_code");
  set_address (invoice, profile);
}

static void
fill_invoice (SmeRecord *invoice, SmeRecord *profile, SmeAccount *account, SmeInvoiceKind kind)
{
  sme_record_set_int (invoice, "kind", kind);
  if (kind == SME_INVOICE_PERSON)
    fill_person (invoice, profile);
  else if (kind == SME_INVOICE_ORGANISATION)
    fill_organisation (invoice, profile, account);
  /* Invoices of a company go to the company, whoever of its people it was ordered for. */
  if (kind != SME_INVOICE_ORGANISATION)
    copy_text (invoice, "email", profile, "email");
  else if (is_business (account))
    copy_text (invoice, "email", SME_RECORD (account), "email");
}

SmeBilling *
sme_billing_default_make (SmeProfile *profile, SmeAccount *account, SmeInvoiceKind kind)
{
  SmeBilling *billing = sme_billing_new ();
  SmeRecord *record = SME_RECORD (profile);
  g_autoptr (SmeRecord) invoice = SME_RECORD (sme_invoice_data_new ());
  g_autoptr (SmeRecord) contact = SME_RECORD (sme_contact_new ());

  fill_invoice (invoice, record, account, kind);
  copy_text (contact, "name", record, "full_name");
  copy_text (contact, "phone", record, "phone");
  copy_text (contact, "email", record, "email");
  sme_record_set_object (SME_RECORD (billing), "invoice", invoice);
  sme_record_set_object (SME_RECORD (billing), "contact", contact);
  return billing;
}
