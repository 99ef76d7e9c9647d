/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-registration-form.h"

#include "app/account/sme-account-rules.h"
#include "app/account/sme-new-password.h"
#include "app/form/sme-choice-row.h"
#include "base/sme-text.h"
#include "core/sme-email.h"
#include "core/sme-phone.h"
#include "core/sme-registration-rules.h"

#include <glib/gi18n.h>

struct _SmeRegistrationForm
{
  AdwBin parent_instance;

  SmeChoiceRow *type_row;
  SmeFieldRow *organisation_row;
  SmeFieldRow *number_row;
  SmeFieldRow *tax_code_row;
  SmeFieldRow *name_row;
  SmeFieldRow *position_row;
  SmeFieldRow *phone_row;
  SmeFieldRow *email_row;
  SmeFieldRow *password_row;
  SmePasswordMeter *meter;
  SmeFieldRow *repeat_row;

  SmeFormChecker *checker;
};

static guint signal_activated;

G_DEFINE_FINAL_TYPE (SmeRegistrationForm, sme_registration_form, ADW_TYPE_BIN)

static SmeCustomerType
get_type (SmeRegistrationForm *self)
{
  return (SmeCustomerType) MAX (0, sme_choice_row_get_selected (self->type_row));
}

static const char *
judge_tax_code (const char *text, gpointer data)
{
  return sme_account_judge_tax_code (text, get_type (data));
}

static const char *
judge_number (const char *text, gpointer data)
{
  return sme_account_judge_registration_number (text, get_type (data));
}

static void
on_type_edited (SmeRegistrationForm *self)
{
  SmeCustomerType type = get_type (self);
  gboolean organisation = type != SME_CUSTOMER_PERSON;

  gtk_widget_set_visible (GTK_WIDGET (self->organisation_row), organisation);
  gtk_widget_set_visible (GTK_WIDGET (self->number_row), organisation);
  gtk_widget_set_visible (GTK_WIDGET (self->position_row), organisation);
  /* Whoever buys as a person may want it on the invoice. */
  g_object_set (self->tax_code_row, "required", organisation, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->organisation_row),
                                 sme_account_organisation_title (type));
  sme_field_row_set_note (
    self->tax_code_row, organisation ? NULL : _ ("Since 01/07/2025 the 12-digit personal number."));
  sme_form_checker_refresh (self->checker, self->number_row);
  sme_form_checker_refresh (self->checker, self->tax_code_row);
}

static void
on_email_edited (SmeRegistrationForm *self)
{
  g_autofree char *email = NULL;

  sme_email_check (sme_field_row_get_text (self->email_row), &email);
  sme_new_password_set_email (self->checker, self->password_row, email);
}

static void
on_last_entered (SmeRegistrationForm *self)
{
  g_signal_emit (self, signal_activated, 0);
}

static void
watch_fields (SmeRegistrationForm *self)
{
  self->checker = sme_form_checker_new (self);
  sme_form_checker_add (self->checker, self->organisation_row, "/organisation_name",
                        sme_account_judge_organisation);
  sme_form_checker_add (self->checker, self->number_row, "/registration_number", judge_number);
  sme_form_checker_add (self->checker, self->tax_code_row, "/tax_code", judge_tax_code);
  sme_form_checker_add (self->checker, self->name_row, "/full_name", sme_account_judge_name);
  sme_form_checker_add (self->checker, self->position_row, "/position", sme_account_judge_position);
  sme_form_checker_add (self->checker, self->phone_row, "/phone", sme_account_judge_phone);
  sme_form_checker_add (self->checker, self->email_row, "/email", sme_account_judge_email);
  sme_new_password_watch (self->checker, self->password_row, "/password", self->meter,
                          self->repeat_row);
  g_signal_connect_object (self->email_row, "edited", G_CALLBACK (on_email_edited), self,
                           G_CONNECT_SWAPPED);
}

static void
sme_registration_form_dispose (GObject *object)
{
  g_clear_object (&SME_REGISTRATION_FORM (object)->checker);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_REGISTRATION_FORM);
  G_OBJECT_CLASS (sme_registration_form_parent_class)->dispose (object);
}

static gboolean
sme_registration_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SME_REGISTRATION_FORM (widget)->type_row));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_CHOICE_ROW);
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_PASSWORD_METER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-registration-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, type_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, number_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, position_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, tax_code_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, email_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, password_row);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, meter);
  gtk_widget_class_bind_template_child (widget_class, SmeRegistrationForm, repeat_row);
  gtk_widget_class_bind_template_callback (widget_class, on_type_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_last_entered);
}

static void
sme_registration_form_class_init (SmeRegistrationFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_registration_form_dispose;
  widget_class->grab_focus = sme_registration_form_grab_focus;
  signal_activated = g_signal_new ("activated", SME_TYPE_REGISTRATION_FORM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
sme_registration_form_init (SmeRegistrationForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_fields (self);
  sme_choice_row_append (self->type_row, _ ("INDIVIDUAL"));
  sme_choice_row_append (self->type_row, _ ("HOUSEHOLD BUSINESS"));
  sme_choice_row_append (self->type_row, _ ("ENTERPRISE"));
  sme_choice_row_set_selected (self->type_row, SME_CUSTOMER_PERSON);
  on_type_edited (self);
}

GtkWidget *
sme_registration_form_new (void)
{
  return g_object_new (SME_TYPE_REGISTRATION_FORM, NULL);
}

void
sme_registration_form_set_type (SmeRegistrationForm *self, SmeCustomerType type)
{
  g_return_if_fail (SME_IS_REGISTRATION_FORM (self));
  sme_choice_row_set_selected (self->type_row, (int) type);
  on_type_edited (self);
}

void
sme_registration_form_set_email (SmeRegistrationForm *self, const char *email)
{
  g_return_if_fail (SME_IS_REGISTRATION_FORM (self));
  sme_field_row_set_text (self->email_row, email);
}

gboolean
sme_registration_form_check (SmeRegistrationForm *self)
{
  g_return_val_if_fail (SME_IS_REGISTRATION_FORM (self), FALSE);
  return sme_form_checker_check_all (self->checker);
}

/* What is left empty is not sent. */
static void
set_text (SmeRecord *record, const char *name, SmeFieldRow *row)
{
  g_autofree char *text = sme_text_normalize_name (sme_field_row_get_text (row));

  if (*text != '\0')
    sme_record_set_text (record, name, text);
}

static void
set_organisation (SmeRegistrationForm *self, SmeRecord *record)
{
  set_text (record, "organisation_name", self->organisation_row);
  set_text (record, "registration_number", self->number_row);
  set_text (record, "position", self->position_row);
}

SmeRegistration *
sme_registration_form_make_request (SmeRegistrationForm *self)
{
  SmeRegistration *request = sme_registration_new ();
  SmeRecord *record = SME_RECORD (request);
  g_autofree char *name = sme_text_normalize_name (sme_field_row_get_text (self->name_row));
  g_autofree char *phone = NULL;
  g_autofree char *email = NULL;
  g_autofree char *tax_code = NULL;

  sme_phone_check_mobile (sme_field_row_get_text (self->phone_row), &phone);
  sme_email_check (sme_field_row_get_text (self->email_row), &email);
  sme_record_set_int (record, "customer_type", get_type (self));
  sme_record_set_text (record, "full_name", name);
  sme_record_set_text (record, "phone", phone);
  sme_record_set_text (record, "email", email);
  sme_record_set_text (record, "password", sme_field_row_get_text (self->password_row));
  sme_tax_code_check (sme_field_row_get_text (self->tax_code_row),
                      sme_registration_get_tax_code_forms (get_type (self)), &tax_code);
  sme_record_set_text (record, "tax_code", tax_code);
  if (get_type (self) != SME_CUSTOMER_PERSON)
    set_organisation (self, record);
  return request;
}

gboolean
sme_registration_form_take_error (SmeRegistrationForm *self, const GError *error)
{
  return sme_form_checker_take_error (self->checker, error);
}
