/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the rows of the form and what is asked for. */
#include "config.h"

#include "app/order/sme-billing-form-private.h"

#include "base/sme-format.h"
#include "core/sme-billing-default.h"
#include "core/sme-contact.h"

#include <glib/gi18n.h>

#define ANY (1 << SME_INVOICE_CONSUMER | 1 << SME_INVOICE_PERSON | 1 << SME_INVOICE_ORGANISATION)

const SmeBillingField sme_billing_fields[SME_N_BILLING_FIELDS] = {
  { "invoice", "name", 1 << SME_INVOICE_PERSON | 1 << SME_INVOICE_ORGANISATION, TRUE,
    SME_SUBJECT_NAME, N_ ("Name on the invoice") },
  { "invoice", "tax_code", 1 << SME_INVOICE_ORGANISATION, TRUE, SME_SUBJECT_TAX_CODE,
    N_ ("Tax code") },
  { "invoice", "nationality", 1 << SME_INVOICE_PERSON, FALSE, SME_SUBJECT_COUNTRY,
    N_ ("Nationality") },
  { "invoice", "personal_number", 1 << SME_INVOICE_PERSON, TRUE, SME_SUBJECT_IDENTITY_CARD,
    N_ ("Personal number") },
  { "invoice", "passport_number", 1 << SME_INVOICE_PERSON, TRUE, SME_SUBJECT_FOREIGN_PASSPORT,
    N_ ("Passport number") },
  { "invoice", "address", 1 << SME_INVOICE_PERSON | 1 << SME_INVOICE_ORGANISATION, TRUE,
    SME_SUBJECT_TEXT, N_ ("Address on the invoice") },
  { "invoice", "email", ANY, FALSE, SME_SUBJECT_EMAIL, N_ ("Email address for the invoice") },
  { "contact", "name", ANY, TRUE, SME_SUBJECT_NAME, N_ ("Contact's name") },
  { "contact", "phone", ANY, TRUE, SME_SUBJECT_PHONE, N_ ("Contact's phone number") },
  { "contact", "email", ANY, TRUE, SME_SUBJECT_EMAIL, N_ ("Contact's email address") },
};

gboolean
sme_billing_form_is_of_invoice (guint i)
{
  return g_str_equal (sme_billing_fields[i].group, "invoice");
}

static SmeRecord *
get_group (SmeBilling *billing, guint i)
{
  return sme_record_get_object (SME_RECORD (billing), sme_billing_fields[i].group);
}

SmeBilling *
sme_billing_form_get_billing (SmeBillingForm *self)
{
  SmeBilling *billing = sme_billing_new ();
  g_autoptr (SmeRecord) invoice = SME_RECORD (sme_invoice_data_new ());
  g_autoptr (SmeRecord) contact = SME_RECORD (sme_contact_new ());

  sme_record_set_object (SME_RECORD (billing), "invoice", invoice);
  sme_record_set_object (SME_RECORD (billing), "contact", contact);
  if (sme_choice_row_get_selected (self->kind) >= 0)
    sme_record_set_int (invoice, "kind", sme_choice_row_get_selected (self->kind));
  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (sme_field_row_get_text (self->rows[i])));

      if (text[0] != '\0' && sme_billing_form_is_asked (self, i))
        sme_record_set_text (get_group (billing, i), sme_billing_fields[i].name, text);
    }
  return billing;
}

/* What stands in the rows, as the invoice of the kind that is shown. */
void
sme_billing_form_store (SmeBillingForm *self)
{
  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    if (sme_billing_form_is_of_invoice (i))
      sme_record_set_text (self->invoices[self->shown], sme_billing_fields[i].name,
                           sme_field_row_get_text (self->rows[i]));
}

void
sme_billing_form_load (SmeBillingForm *self, int kind)
{
  self->shown = kind;
  self->filling = TRUE;
  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    if (sme_billing_form_is_of_invoice (i))
      {
        sme_field_row_set_text (
          self->rows[i], sme_record_get_text (self->invoices[kind], sme_billing_fields[i].name));
        sme_field_row_set_error (self->rows[i], NULL);
      }
  self->filling = FALSE;
}

/* What was taken out stays out. The other one of the two numbers is not taken out: it was not
 * asked for. */
static void
take_invoice (SmeBillingForm *self, SmeRecord *invoice)
{
  SmeRecord *kept = self->invoices[sme_record_get_int (invoice, "kind")];

  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    if (sme_billing_form_is_of_invoice (i) &&
        (sme_record_has (invoice, sme_billing_fields[i].name) ||
         !g_str_has_suffix (sme_billing_fields[i].name, "_number")))
      sme_record_set_text (kept, sme_billing_fields[i].name,
                           sme_record_get_text (invoice, sme_billing_fields[i].name));
}

static void
fill_contact (SmeBillingForm *self, SmeRecord *contact)
{
  g_autofree char *phone = sme_format_phone (sme_record_get_text (contact, "phone"));

  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    if (!sme_billing_form_is_of_invoice (i))
      {
        gboolean is_phone = g_str_equal (sme_billing_fields[i].name, "phone");

        sme_field_row_set_text (
          self->rows[i],
          is_phone ? phone : sme_record_get_text (contact, sme_billing_fields[i].name));
        sme_field_row_set_error (self->rows[i], NULL);
      }
}

void
sme_billing_form_fill (SmeBillingForm *self,
                       SmeBilling *billing,
                       SmeProfile *profile,
                       SmeAccount *account)
{
  g_autoptr (SmeRecord) asked = billing != NULL ? g_object_ref (SME_RECORD (billing)) : NULL;
  SmeRecord *contact = asked != NULL ? sme_record_get_object (asked, "contact") : NULL;
  int kind = (int) sme_billing_default_get_kind (profile);

  self->filling = TRUE;
  for (int k = 0; k < SME_N_INVOICE_KINDS; k++)
    {
      g_autoptr (SmeRecord) guess =
        SME_RECORD (sme_billing_default_make (profile, account, (SmeInvoiceKind) k));

      g_set_object (&self->invoices[k], sme_record_get_object (guess, "invoice"));
      if (k == 0 && contact == NULL)
        fill_contact (self, sme_record_get_object (guess, "contact"));
    }
  if (asked != NULL)
    {
      take_invoice (self, sme_record_get_object (asked, "invoice"));
      kind = (int) sme_record_get_int (sme_record_get_object (asked, "invoice"), "kind");
    }
  if (contact != NULL)
    fill_contact (self, contact);
  sme_choice_row_set_selected (self->kind, kind);
  sme_billing_form_load (self, kind);
  sme_billing_form_show_fields (self);
}
