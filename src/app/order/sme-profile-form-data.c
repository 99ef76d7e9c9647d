/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the rows of the form and the profile. */
#include "config.h"

#include "app/order/sme-profile-form-private.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-address.h"
#include "core/sme-organisation.h"

#include <glib/gi18n.h>

const SmeProfileField sme_profile_fields[SME_N_PROFILE_FIELDS] = {
  { "/organisation/name", "organisation", "name", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Name of the organisation") },
  { "/organisation/tax_code", "organisation", "tax_code", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Tax code") },
  { "/organisation/registration_number", "organisation", "registration_number",
    SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Registration number") },
  { "/organisation/representative", "organisation", "representative", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_NAME, N_ ("Representative") },
  { "/organisation/position", "organisation", "position", SME_PROFILE_FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Position") },
  { "/full_name", NULL, "full_name", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_NAME,
    N_ ("Full name") },
  { "/id_type", NULL, "id_type", SME_PROFILE_FIELD_CHOICE, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Identity paper") },
  { "/id_number", NULL, "id_number", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Document number") },
  { "/nationality", NULL, "nationality", SME_PROFILE_FIELD_COUNTRY, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Nationality") },
  { "/id_issued_on", NULL, "id_issued_on", SME_PROFILE_FIELD_DATE, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Date of issue") },
  { "/id_expires_on", NULL, "id_expires_on", SME_PROFILE_FIELD_DATE, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Valid until") },
  { "/id_issued_by", NULL, "id_issued_by", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Place of issue") },
  { "/born_on", NULL, "born_on", SME_PROFILE_FIELD_DATE, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Date of birth") },
  { "/sex", NULL, "sex", SME_PROFILE_FIELD_CHOICE, TRUE, GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Sex") },
  { "/phone", NULL, "phone", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_PHONE,
    N_ ("Phone number") },
  { "/email", NULL, "email", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_EMAIL,
    N_ ("Email address") },
  { "/address/province_code", "address", "province_code", SME_PROFILE_FIELD_PLACE, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("City/province") },
  { "/address/district_code", "address", "district_code", SME_PROFILE_FIELD_PLACE, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("District") },
  { "/address/commune_code", "address", "commune_code", SME_PROFILE_FIELD_PLACE, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Ward/commune") },
  { "/address/street", "address", "street", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Street") },
  { "/address/house_number", "address", "house_number", SME_PROFILE_FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("House number") },
  { "/address/printed", "address", "printed", SME_PROFILE_FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Address as printed on the paper") },
};

int
sme_profile_field_find (const char *pointer)
{
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (g_str_equal (sme_profile_fields[i].pointer, pointer))
      return (int) i;
  g_return_val_if_reached (0);
}

static SmeRecord *
get_group (SmeRecord *profile, const char *group)
{
  return group == NULL ? profile : sme_record_get_object (profile, group);
}

const char *
sme_profile_form_get_text (SmeProfileForm *self, const char *pointer)
{
  return sme_field_row_get_text (SME_FIELD_ROW (self->rows[sme_profile_field_find (pointer)]));
}

static void
read_text (SmeFieldRow *row, const SmeProfileField *field, SmeRecord *record)
{
  g_autofree char *text = g_strstrip (g_strdup (sme_field_row_get_text (row)));
  int date;

  if (text[0] == '\0')
    sme_record_unset (record, field->name);
  else if (field->kind == SME_PROFILE_FIELD_TEXT)
    sme_record_set_text (record, field->name, text);
  else if (sme_date_parse_typed (text, &date))
    sme_record_set_int (record, field->name, date);
  else
    sme_record_unset (record, field->name);
}

static void
read_field (SmeProfileForm *self, SmeRecord *profile, guint i)
{
  const SmeProfileField *field = &sme_profile_fields[i];
  SmeRecord *record = get_group (profile, field->group);
  int selected;

  switch (field->kind)
    {
    case SME_PROFILE_FIELD_CHOICE:
      selected = sme_choice_row_get_selected (SME_CHOICE_ROW (self->rows[i]));
      if (selected >= 0)
        sme_record_set_int (record, field->name, selected);
      break;
    case SME_PROFILE_FIELD_PLACE:
      break;
    case SME_PROFILE_FIELD_COUNTRY:
      sme_record_set_text (record, field->name,
                           sme_picker_row_get_code (SME_PICKER_ROW (self->rows[i])));
      break;
    default:
      read_text (SME_FIELD_ROW (self->rows[i]), field, record);
    }
}

SmeProfile *
sme_profile_form_get_profile (SmeProfileForm *self)
{
  SmeProfile *profile =
    self->base != NULL ? sme_record_copy (SME_RECORD (self->base)) : sme_profile_new ();
  SmeRecord *record = SME_RECORD (profile);
  g_autoptr (SmeRecord) address = SME_RECORD (sme_address_new ());

  sme_record_set_object (record, "address", address);
  if (self->customer_type != SME_CUSTOMER_PERSON)
    {
      g_autoptr (SmeRecord) organisation = SME_RECORD (sme_organisation_new ());
      sme_record_set_object (record, "organisation", organisation);
    }
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL)
      read_field (self, record, i);
  /* An identity card is of a Vietnamese. */
  if (sme_record_get_int (record, "id_type") != SME_ID_PASSPORT)
    sme_record_unset (record, "nationality");
  sme_profile_form_read_address (self, address);
  return profile;
}

gboolean
sme_profile_form_get_unreadable (SmeProfileForm *self)
{
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    {
      const char *text;

      if (sme_profile_fields[i].kind != SME_PROFILE_FIELD_DATE || self->rows[i] == NULL)
        continue;
      text = sme_field_row_get_text (SME_FIELD_ROW (self->rows[i]));
      if (*text != '\0' && !sme_date_parse_typed (text, &(int){ 0 }))
        return TRUE;
    }
  return FALSE;
}

static char *
format_value (SmeRecord *record, const SmeProfileField *field)
{
  if (record == NULL || !sme_record_has (record, field->name))
    return g_strdup ("");
  if (field->kind == SME_PROFILE_FIELD_DATE)
    return sme_format_date ((int) sme_record_get_int (record, field->name));
  return g_strdup (sme_record_get_text (record, field->name));
}

static void
write_field (SmeProfileForm *self, SmeRecord *profile, guint i)
{
  const SmeProfileField *field = &sme_profile_fields[i];
  SmeRecord *record = get_group (profile, field->group);
  g_autofree char *text = NULL;
  int selected;

  switch (field->kind)
    {
    case SME_PROFILE_FIELD_CHOICE:
      selected =
        sme_record_has (record, field->name) ? (int) sme_record_get_int (record, field->name) : -1;
      sme_choice_row_set_selected (SME_CHOICE_ROW (self->rows[i]), selected);
      break;
    case SME_PROFILE_FIELD_PLACE:
      break;
    case SME_PROFILE_FIELD_COUNTRY:
      sme_profile_form_set_country (self, record != NULL ? sme_record_get_text (record, field->name)
                                                         : NULL);
      break;
    default:
      text = format_value (record, field);
      sme_field_row_set_text (SME_FIELD_ROW (self->rows[i]), text);
    }
}

void
sme_profile_form_set_profile (SmeProfileForm *self, SmeProfile *profile)
{
  SmeRecord *record = SME_RECORD (profile);
  SmeChoiceRow *id_type = SME_CHOICE_ROW (self->rows[sme_profile_field_find ("/id_type")]);

  self->filling = TRUE;
  g_clear_object (&self->base);
  self->base = sme_record_copy (record);
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL)
      write_field (self, record, i);
  if (sme_choice_row_get_selected (id_type) < 0)
    sme_choice_row_set_selected (id_type, SME_ID_CITIZEN_ID);
  sme_profile_form_write_address (self, sme_record_get_object (record, "address"));
  sme_profile_form_recognize_printed (self);
  self->filling = FALSE;
  sme_profile_form_show_nationality (self);
  sme_profile_form_update_address (self);
  sme_profile_form_suggest_issuers (self);
  sme_profile_form_show_warnings (self);
}
