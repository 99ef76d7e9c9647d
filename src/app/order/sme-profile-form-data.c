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
    SME_PROFILE_FIELD_TEXT, FALSE, GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Registration number") },
  { "/organisation/representative", "organisation", "representative", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_NAME, N_ ("Representative") },
  { "/organisation/position", "organisation", "position", SME_PROFILE_FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Position") },
  { "/full_name", NULL, "full_name", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_NAME,
    N_ ("Full name") },
  { "/id_number", NULL, "id_number", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Document number") },
  { "/id_issued_on", NULL, "id_issued_on", SME_PROFILE_FIELD_DATE, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Date of issue") },
  { "/id_issued_by", NULL, "id_issued_by", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Place of issue") },
  { "/born_on", NULL, "born_on", SME_PROFILE_FIELD_DATE, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Date of birth") },
  { "/phone", NULL, "phone", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_PHONE,
    N_ ("Phone number") },
  { "/email", NULL, "email", SME_PROFILE_FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_EMAIL,
    N_ ("Email address") },
  { "/address/street", "address", "street", SME_PROFILE_FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Street") },
  { "/address/house_number", "address", "house_number", SME_PROFILE_FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("House number") },
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

static void
read_field (SmeProfileForm *self, SmeRecord *profile, guint i)
{
  SmeRecord *record = get_group (profile, sme_profile_fields[i].group);
  g_autofree char *text = g_strstrip (g_strdup (sme_field_row_get_text (self->rows[i])));
  int date;

  if (text[0] == '\0')
    sme_record_unset (record, sme_profile_fields[i].name);
  else if (sme_profile_fields[i].kind == SME_PROFILE_FIELD_TEXT)
    sme_record_set_text (record, sme_profile_fields[i].name, text);
  else if (sme_date_parse_typed (text, &date))
    sme_record_set_int (record, sme_profile_fields[i].name, date);
  else
    sme_record_unset (record, sme_profile_fields[i].name);
}

static void
read_address (SmeProfileForm *self, SmeRecord *address)
{
  g_autofree char *line = sme_profile_form_get_address_line (self);

  sme_record_set_int (address, "edition", SME_EDITION_2025);
  sme_record_set_text (address, "province_code", sme_picker_row_get_code (self->province));
  sme_record_set_text (address, "commune_code", sme_picker_row_get_code (self->commune));
  sme_record_set_text (address, "printed", line[0] != '\0' ? line : NULL);
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
  if (sme_choice_row_get_selected (self->id_type) >= 0)
    sme_record_set_int (record, "id_type", sme_choice_row_get_selected (self->id_type));
  if (sme_choice_row_get_selected (self->sex) >= 0)
    sme_record_set_int (record, "sex", sme_choice_row_get_selected (self->sex));
  read_address (self, address);
  return profile;
}

static const char *
get_text (SmeProfileForm *self, const char *pointer)
{
  return sme_field_row_get_text (self->rows[sme_profile_field_find (pointer)]);
}

gboolean
sme_profile_form_get_unreadable (SmeProfileForm *self)
{
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    {
      const char *text = self->rows[i] != NULL ? sme_field_row_get_text (self->rows[i]) : "";

      if (sme_profile_fields[i].kind == SME_PROFILE_FIELD_DATE && *text != '\0' &&
          !sme_date_parse_typed (text, &(int){ 0 }))
        return TRUE;
    }
  return FALSE;
}

/* "Tỉnh An Giang" -> type and name stand together already. */
char *
sme_profile_form_get_address_line (SmeProfileForm *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *texts[4] = { NULL };

  texts[0] = get_text (self, "/address/house_number");
  texts[1] = get_text (self, "/address/street");
  texts[2] = sme_picker_row_get_label (self->commune);
  texts[3] = sme_picker_row_get_label (self->province);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && texts[i][0] != '\0')
      g_ptr_array_add (parts, g_strstrip (g_strdup (texts[i])));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
write_field (SmeProfileForm *self, SmeRecord *profile, guint i)
{
  SmeRecord *record = get_group (profile, sme_profile_fields[i].group);
  g_autofree char *date = NULL;

  if (record == NULL || !sme_record_has (record, sme_profile_fields[i].name))
    {
      sme_field_row_set_text (self->rows[i], "");
      return;
    }
  if (sme_profile_fields[i].kind == SME_PROFILE_FIELD_TEXT)
    {
      sme_field_row_set_text (self->rows[i],
                              sme_record_get_text (record, sme_profile_fields[i].name));
      return;
    }
  date = sme_format_date ((int) sme_record_get_int (record, sme_profile_fields[i].name));
  sme_field_row_set_text (self->rows[i], date);
}

/* The line as printed ends with ward and province; the codes alone have no names to show. */
static void
write_divisions (SmeProfileForm *self, SmeRecord *address)
{
  const char *printed = address != NULL ? sme_record_get_text (address, "printed") : NULL;
  g_auto (GStrv) parts = printed != NULL ? g_strsplit (printed, ", ", -1) : NULL;
  guint n = parts != NULL ? g_strv_length (parts) : 0;
  const char *province = address != NULL ? sme_record_get_text (address, "province_code") : NULL;
  const char *commune = address != NULL ? sme_record_get_text (address, "commune_code") : NULL;

  sme_picker_row_set_value (self->province, province,
                            province != NULL ? (n > 0 ? parts[n - 1] : province) : NULL);
  sme_picker_row_set_value (self->commune, commune,
                            commune != NULL ? (n > 1 ? parts[n - 2] : commune) : NULL);
}

void
sme_profile_form_set_profile (SmeProfileForm *self, SmeProfile *profile)
{
  SmeRecord *record = SME_RECORD (profile);

  self->filling = TRUE;
  g_clear_object (&self->base);
  self->base = sme_record_copy (record);
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL)
      write_field (self, record, i);
  sme_choice_row_set_selected (self->id_type, sme_record_has (record, "id_type")
                                                ? (int) sme_record_get_int (record, "id_type")
                                                : SME_ID_CITIZEN_ID);
  sme_choice_row_set_selected (
    self->sex, sme_record_has (record, "sex") ? (int) sme_record_get_int (record, "sex") : -1);
  write_divisions (self, sme_record_get_object (record, "address"));
  self->filling = FALSE;
  sme_profile_form_update_address (self);
  sme_profile_form_suggest_issuers (self);
}
