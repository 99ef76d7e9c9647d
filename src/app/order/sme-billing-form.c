/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-billing-form.h"

#include "app/form/sme-choice-row.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-reason-text.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-address-line.h"
#include "core/sme-billing-rules.h"
#include "core/sme-contact.h"
#include "core/sme-enums.h"
#include "core/sme-field-error.h"
#include "core/sme-invoice-data.h"

#include <glib/gi18n.h>

#define ANY (1 << SME_INVOICE_CONSUMER | 1 << SME_INVOICE_PERSON | 1 << SME_INVOICE_ORGANISATION)

/* The fields, and the kinds of invoice that have them. */
static const struct
{
  const char *group;
  const char *name;
  guint kinds;
  gboolean required;
  const char *title;
} fields[] = {
  { "invoice", "name", 1 << SME_INVOICE_PERSON | 1 << SME_INVOICE_ORGANISATION, TRUE,
    N_ ("Name on the invoice") },
  { "invoice", "tax_code", 1 << SME_INVOICE_ORGANISATION, TRUE, N_ ("Tax code") },
  { "invoice", "nationality", 1 << SME_INVOICE_PERSON, FALSE, N_ ("Nationality") },
  { "invoice", "personal_number", 1 << SME_INVOICE_PERSON, TRUE, N_ ("Personal number") },
  { "invoice", "passport_number", 1 << SME_INVOICE_PERSON, TRUE, N_ ("Passport number") },
  { "invoice", "address", 1 << SME_INVOICE_PERSON | 1 << SME_INVOICE_ORGANISATION, TRUE,
    N_ ("Address on the invoice") },
  { "invoice", "email", ANY, FALSE, N_ ("Email address for the invoice") },
  { "contact", "name", ANY, TRUE, N_ ("Contact's name") },
  { "contact", "phone", ANY, TRUE, N_ ("Contact's phone number") },
  { "contact", "email", ANY, TRUE, N_ ("Contact's email address") },
};

#define N_FIELDS G_N_ELEMENTS (fields)

struct _SmeBillingForm
{
  AdwBin parent_instance;
  SmeChoiceRow *kind;
  SmeFieldRow *rows[N_FIELDS];
  gboolean filling; /* what changes is not typed */
};

static guint signal_edited;

G_DEFINE_FINAL_TYPE (SmeBillingForm, sme_billing_form, ADW_TYPE_BIN)

static const char *
get_text (SmeBillingForm *self, const char *name)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].name, name))
      return sme_field_row_get_text (self->rows[i]);
  g_return_val_if_reached ("");
}

static gboolean
is_foreign (SmeBillingForm *self)
{
  const char *nationality = get_text (self, "nationality");

  return nationality[0] != '\0' && g_ascii_strcasecmp (nationality, "VN") != 0;
}

static gboolean
is_asked (SmeBillingForm *self, guint i)
{
  int kind = sme_choice_row_get_selected (self->kind);

  if (g_str_equal (fields[i].name, "personal_number") && is_foreign (self))
    return FALSE;
  if (g_str_equal (fields[i].name, "passport_number") && !is_foreign (self))
    return FALSE;
  return kind >= 0 && (fields[i].kinds & 1u << kind) != 0;
}

static void
show_fields (SmeBillingForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), is_asked (self, i));
}

static SmeRecord *
get_group (SmeBilling *billing, guint i)
{
  return sme_record_get_object (SME_RECORD (billing), fields[i].group);
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
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (sme_field_row_get_text (self->rows[i])));

      if (text[0] != '\0' && is_asked (self, i))
        sme_record_set_text (get_group (billing, i), fields[i].name, text);
    }
  return billing;
}

static const char *
find_code (GPtrArray *errors, guint i)
{
  g_autofree char *pointer = g_strdup_printf ("/%s/%s", fields[i].group, fields[i].name);

  for (guint n = 0; n < errors->len; n++)
    if (g_str_equal (sme_record_get_text (g_ptr_array_index (errors, n), "pointer"), pointer))
      return sme_record_get_text (g_ptr_array_index (errors, n), "code");
  return NULL;
}

gboolean
sme_billing_form_take_errors (SmeBillingForm *self, GPtrArray *errors)
{
  guint found = 0;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *code = find_code (errors, i);

      sme_field_row_set_error (self->rows[i], code != NULL ? sme_reason_text (code) : NULL);
      if (code != NULL && found++ == 0)
        sme_field_row_focus (self->rows[i]);
    }
  return found == errors->len;
}

gboolean
sme_billing_form_check (SmeBillingForm *self)
{
  g_autoptr (SmeBilling) billing = sme_billing_form_get_billing (self);
  g_autoptr (GPtrArray) errors =
    sme_billing_check (billing, sme_date_from_time (g_get_real_time () / 1000));

  sme_billing_form_take_errors (self, errors);
  return errors->len == 0;
}

/* An error that is mended goes at once; a new one waits until the field is left. */
static void
judge (SmeBillingForm *self, SmeFieldRow *left)
{
  g_autoptr (SmeBilling) billing = sme_billing_form_get_billing (self);
  g_autoptr (GPtrArray) errors =
    sme_billing_check (billing, sme_date_from_time (g_get_real_time () / 1000));

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *code = find_code (errors, i);
      gboolean typed = sme_field_row_get_text (self->rows[i])[0] != '\0';

      if (code == NULL)
        sme_field_row_set_error (self->rows[i], NULL);
      else if (self->rows[i] == left && typed && !sme_field_row_is_composing (left))
        sme_field_row_set_error (left, sme_reason_text (code));
    }
}

static void
on_edited (SmeBillingForm *self)
{
  show_fields (self);
  judge (self, NULL);
  if (!self->filling)
    g_signal_emit (self, signal_edited, 0);
}

static void
on_left (SmeBillingForm *self, SmeFieldRow *row)
{
  judge (self, row);
}

SmeBilling *
sme_billing_form_make_default (SmeProfile *profile)
{
  SmeBilling *billing = sme_billing_new ();
  SmeRecord *record = SME_RECORD (profile);
  SmeRecord *organisation = sme_record_get_object (record, "organisation");
  SmeRecord *address = sme_record_get_object (record, "address");
  g_autoptr (SmeRecord) invoice = SME_RECORD (sme_invoice_data_new ());
  g_autoptr (SmeRecord) contact = SME_RECORD (sme_contact_new ());
  gboolean passport = sme_record_get_int (record, "id_type") == SME_ID_PASSPORT;

  sme_record_set_int (invoice, "kind",
                      organisation != NULL ? SME_INVOICE_ORGANISATION : SME_INVOICE_PERSON);
  sme_record_set_text (invoice, "name",
                       organisation != NULL ? sme_record_get_text (organisation, "name")
                                            : sme_record_get_text (record, "full_name"));
  if (organisation != NULL)
    sme_record_set_text (invoice, "tax_code", sme_record_get_text (organisation, "tax_code"));
  else
    sme_record_set_text (invoice, passport ? "passport_number" : "personal_number",
                         sme_record_get_text (record, "id_number"));
  sme_record_set_text (invoice, "nationality", sme_record_get_text (record, "nationality"));
  if (address != NULL)
    sme_record_set_text (invoice, "address", sme_address_get_line (SME_ADDRESS (address)));
  sme_record_set_text (invoice, "email", sme_record_get_text (record, "email"));
  sme_record_set_text (contact, "name", sme_record_get_text (record, "full_name"));
  sme_record_set_text (contact, "phone", sme_record_get_text (record, "phone"));
  sme_record_set_text (contact, "email", sme_record_get_text (record, "email"));
  sme_record_set_object (SME_RECORD (billing), "invoice", invoice);
  sme_record_set_object (SME_RECORD (billing), "contact", contact);
  return billing;
}

void
sme_billing_form_fill (SmeBillingForm *self, SmeBilling *billing, SmeProfile *profile)
{
  g_autoptr (SmeBilling) guess = sme_billing_form_make_default (profile);
  SmeRecord *invoice =
    sme_record_get_object (SME_RECORD (billing != NULL ? billing : guess), "invoice");

  self->filling = TRUE;
  sme_choice_row_set_selected (self->kind, (int) sme_record_get_int (invoice, "kind"));
  for (guint i = 0; i < N_FIELDS; i++)
    {
      SmeRecord *record = billing != NULL ? get_group (billing, i) : NULL;
      g_autofree char *phone = NULL;
      const char *text;

      /* What one kind of invoice has not is offered when another is chosen. */
      if (record == NULL || !sme_record_has (record, fields[i].name))
        record = get_group (guess, i);
      text = sme_record_get_text (record, fields[i].name);
      if (g_str_equal (fields[i].name, "phone"))
        text = phone = sme_format_phone (text);
      sme_field_row_set_text (self->rows[i], text);
      sme_field_row_set_error (self->rows[i], NULL);
    }
  self->filling = FALSE;
  show_fields (self);
}

static void
add_row (SmeBillingForm *self, AdwPreferencesGroup *group, guint i)
{
  self->rows[i] = SME_FIELD_ROW (sme_field_row_new (_ (fields[i].title), fields[i].required));
  if (g_str_equal (fields[i].name, "nationality"))
    {
      g_object_set (self->rows[i], "placeholder", "VN", "max-length", 2, NULL);
      sme_field_row_set_note (
        self->rows[i],
        _ ("The two letters of the country, for example VN for Vietnam or KR for Korea."));
    }
  g_signal_connect_object (self->rows[i], "edited", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows[i], "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->rows[i]));
}

static void
sme_billing_form_class_init (SmeBillingFormClass *klass)
{
  signal_edited = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_billing_form_init (SmeBillingForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *invoice = adw_preferences_group_new (), *contact = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (invoice), _ ("Invoice information"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (invoice),
    _ ("An invoice to a consumer without data can't be used to deduct expenses. An organisation's"
       " name, address and tax code stand on it exactly as registered."));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (contact), _ ("Contact person"));
  self->kind = SME_CHOICE_ROW (sme_choice_row_new (_ ("Invoice for"), TRUE));
  sme_choice_row_append (self->kind, _ ("Consumer, no data"));
  sme_choice_row_append (self->kind, C_ ("invoice", "Person"));
  sme_choice_row_append (self->kind, C_ ("invoice", "Organisation"));
  g_signal_connect_object (self->kind, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (invoice), GTK_WIDGET (self->kind));
  for (guint i = 0; i < N_FIELDS; i++)
    add_row (self,
             ADW_PREFERENCES_GROUP (g_str_equal (fields[i].group, "invoice") ? invoice : contact),
             i);
  gtk_box_append (GTK_BOX (box), invoice);
  gtk_box_append (GTK_BOX (box), contact);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sme_billing_form_new (void)
{
  return g_object_new (SME_TYPE_BILLING_FORM, NULL);
}
