/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-billing-form-private.h"

#include "base/sme-time.h"
#include "core/sme-billing-rules.h"
#include "core/sme-field-error.h"
#include "core/sme-invoice-data.h"

#include <glib/gi18n.h>

static guint signal_edited;

G_DEFINE_FINAL_TYPE (SmeBillingForm, sme_billing_form, ADW_TYPE_BIN)

static const char *
get_text (SmeBillingForm *self, const char *name)
{
  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    if (g_str_equal (sme_billing_fields[i].name, name))
      return sme_field_row_get_text (self->rows[i]);
  g_return_val_if_reached ("");
}

static gboolean
is_foreign (SmeBillingForm *self)
{
  const char *nationality = get_text (self, "nationality");

  return nationality[0] != '\0' && g_ascii_strcasecmp (nationality, "VN") != 0;
}

gboolean
sme_billing_form_is_asked (SmeBillingForm *self, guint i)
{
  int kind = sme_choice_row_get_selected (self->kind);

  if (g_str_equal (sme_billing_fields[i].name, "personal_number") && is_foreign (self))
    return FALSE;
  if (g_str_equal (sme_billing_fields[i].name, "passport_number") && !is_foreign (self))
    return FALSE;
  return kind >= 0 && (sme_billing_fields[i].kinds & 1u << kind) != 0;
}

void
sme_billing_form_show_fields (SmeBillingForm *self)
{
  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), sme_billing_form_is_asked (self, i));
}

static const char *
find_code (GPtrArray *errors, guint i)
{
  g_autofree char *pointer =
    g_strdup_printf ("/%s/%s", sme_billing_fields[i].group, sme_billing_fields[i].name);

  for (guint n = 0; n < errors->len; n++)
    if (g_str_equal (sme_record_get_text (g_ptr_array_index (errors, n), "pointer"), pointer))
      return sme_record_get_text (g_ptr_array_index (errors, n), "code");
  return NULL;
}

static void
set_error (SmeBillingForm *self, guint i, const char *code)
{
  g_autofree char *text = NULL;

  if (code != NULL)
    text = sme_field_subject_describe (sme_billing_fields[i].subject, code,
                                       sme_field_row_get_text (self->rows[i]));
  sme_field_row_set_error (self->rows[i], text);
}

gboolean
sme_billing_form_take_errors (SmeBillingForm *self, GPtrArray *errors)
{
  guint found = 0;

  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    {
      const char *code = find_code (errors, i);

      set_error (self, i, code);
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

  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    {
      const char *code = find_code (errors, i);
      gboolean typed = sme_field_row_get_text (self->rows[i])[0] != '\0';

      if (code == NULL)
        set_error (self, i, NULL);
      else if (self->rows[i] == left && typed && !sme_field_row_is_composing (left))
        set_error (self, i, code);
    }
}

static void
on_edited (SmeBillingForm *self)
{
  sme_billing_form_show_fields (self);
  judge (self, NULL);
  if (!self->filling)
    g_signal_emit (self, signal_edited, 0);
}

/* A person's name is no organisation's: each kind of invoice has texts of its own. */
static void
on_kind_edited (SmeBillingForm *self)
{
  int kind = sme_choice_row_get_selected (self->kind);

  if (kind < 0 || kind == self->shown)
    return;
  sme_billing_form_store (self);
  sme_billing_form_load (self, kind);
  on_edited (self);
}

static void
on_left (SmeBillingForm *self, SmeFieldRow *row)
{
  judge (self, row);
}

static void
add_row (SmeBillingForm *self, AdwPreferencesGroup *group, guint i)
{
  self->rows[i] = SME_FIELD_ROW (
    sme_field_row_new (_ (sme_billing_fields[i].title), sme_billing_fields[i].required));
  if (g_str_equal (sme_billing_fields[i].name, "nationality"))
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
sme_billing_form_dispose (GObject *object)
{
  for (int k = 0; k < SME_N_INVOICE_KINDS; k++)
    g_clear_object (&SME_BILLING_FORM (object)->invoices[k]);
  G_OBJECT_CLASS (sme_billing_form_parent_class)->dispose (object);
}

static void
sme_billing_form_class_init (SmeBillingFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_billing_form_dispose;
  signal_edited = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_billing_form_init (SmeBillingForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *invoice = adw_preferences_group_new (), *contact = adw_preferences_group_new ();

  for (int k = 0; k < SME_N_INVOICE_KINDS; k++)
    self->invoices[k] = SME_RECORD (sme_invoice_data_new ());
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
  g_signal_connect_object (self->kind, "edited", G_CALLBACK (on_kind_edited), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (invoice), GTK_WIDGET (self->kind));
  for (guint i = 0; i < SME_N_BILLING_FIELDS; i++)
    add_row (self, ADW_PREFERENCES_GROUP (sme_billing_form_is_of_invoice (i) ? invoice : contact),
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
