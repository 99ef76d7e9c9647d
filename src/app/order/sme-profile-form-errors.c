/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the form, shown where it is wrong. */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include "app/form/sme-field-subject.h"
#include "app/form/sme-reason-text.h"
#include "app/form/sme-row-focus.h"
#include "base/sme-time.h"
#include "core/sme-citizen-id.h"
#include "core/sme-field-error.h"
#include "core/sme-name-rules.h"
#include "core/sme-profile-rules.h"
#include "core/sme-registration-number.h"

#include <glib/gi18n.h>

static int
get_today (void)
{
  return sme_date_from_time (g_get_real_time () / 1000);
}

static gboolean
is_entry (guint i)
{
  return sme_profile_fields[i].kind == SME_PROFILE_FIELD_TEXT ||
         sme_profile_fields[i].kind == SME_PROFILE_FIELD_DATE;
}

static SmeFieldRow *
get_entry (SmeProfileForm *self, guint i)
{
  return SME_FIELD_ROW (self->rows[i]);
}

/* A date that was typed but can't be read is not merely missing. */
static const char *
refine (SmeProfileForm *self, guint i, const char *code)
{
  const char *text;

  if (sme_profile_fields[i].kind != SME_PROFILE_FIELD_DATE ||
      (!g_str_equal (code, "required") && !g_str_equal (code, "date")))
    return code;
  text = sme_field_row_get_text (get_entry (self, i));
  if (sme_date_is_no_day (text))
    return "no-such-day";
  return text[0] != '\0' ? "date" : code;
}

static const char *
find_code (GPtrArray *errors, const char *pointer)
{
  for (guint i = 0; i < errors->len; i++)
    if (g_str_equal (sme_record_get_text (g_ptr_array_index (errors, i), "pointer"), pointer))
      return sme_record_get_text (g_ptr_array_index (errors, i), "code");
  return NULL;
}

/* What a right number is depends on the paper. */
static SmeFieldSubject
get_paper_subject (SmeProfileForm *self, const char *name)
{
  SmeChoiceRow *type = SME_CHOICE_ROW (self->rows[sme_profile_field_find ("/id_type")]);
  SmePickerRow *country = SME_PICKER_ROW (self->rows[sme_profile_field_find ("/nationality")]);
  gboolean passport = sme_choice_row_get_selected (type) == SME_ID_PASSPORT;
  const char *code = sme_picker_row_get_code (country);

  if (g_str_equal (name, "id_issued_on"))
    return passport ? SME_SUBJECT_PASSPORT_ISSUED_ON : SME_SUBJECT_CARD_ISSUED_ON;
  if (!passport)
    return SME_SUBJECT_IDENTITY_CARD;
  return code == NULL || g_str_equal (code, "VN") ? SME_SUBJECT_PASSPORT
                                                  : SME_SUBJECT_FOREIGN_PASSPORT;
}

static SmeFieldSubject
get_subject (SmeProfileForm *self, guint i)
{
  static const struct
  {
    const char *name;
    SmeFieldSubject subject;
  } subjects[] = {
    { "full_name", SME_SUBJECT_NAME },      { "representative", SME_SUBJECT_NAME },
    { "born_on", SME_SUBJECT_BORN_ON },     { "id_expires_on", SME_SUBJECT_EXPIRES_ON },
    { "phone", SME_SUBJECT_MOBILE },        { "email", SME_SUBJECT_EMAIL },
    { "province_code", SME_SUBJECT_PLACE }, { "district_code", SME_SUBJECT_PLACE },
    { "commune_code", SME_SUBJECT_PLACE },  { "nationality", SME_SUBJECT_PLACE },
    { "id_type", SME_SUBJECT_CHOICE },      { "sex", SME_SUBJECT_CHOICE },
  };
  const char *name = sme_profile_fields[i].name;
  gboolean household = self->customer_type == SME_CUSTOMER_HOUSEHOLD;

  if (g_str_equal (name, "id_number") || g_str_equal (name, "id_issued_on"))
    return get_paper_subject (self, name);
  if (g_str_equal (name, "tax_code"))
    return household ? SME_SUBJECT_TAX_CODE : SME_SUBJECT_ENTERPRISE_TAX_CODE;
  if (g_str_equal (name, "registration_number"))
    return household ? SME_SUBJECT_HOUSEHOLD_NUMBER : SME_SUBJECT_ENTERPRISE_NUMBER;
  for (guint n = 0; n < G_N_ELEMENTS (subjects); n++)
    if (g_str_equal (name, subjects[n].name))
      return subjects[n].subject;
  return SME_SUBJECT_TEXT;
}

void
sme_profile_form_set_error (SmeProfileForm *self, guint i, const char *code)
{
  const char *typed = is_entry (i) ? sme_field_row_get_text (get_entry (self, i)) : NULL;
  g_autofree char *text =
    code != NULL ? sme_field_subject_describe (get_subject (self, i), code, typed) : NULL;

  self->wrong[i] = code != NULL;
  if (is_entry (i))
    sme_field_row_set_error (get_entry (self, i), text);
  else if (sme_profile_fields[i].kind == SME_PROFILE_FIELD_CHOICE)
    sme_choice_row_set_error (SME_CHOICE_ROW (self->rows[i]), text);
  else
    sme_picker_row_set_error (SME_PICKER_ROW (self->rows[i]), text);
}

/* Nine digits are an old identity card, but also three quarters of a number that is being typed. */
static gboolean
may_be_unfinished (SmeProfileForm *self, guint i, const char *code)
{
  return GTK_WIDGET (self->typing) == self->rows[i] && g_strcmp0 (code, "id-type-expired") == 0;
}

static void
show_field_error (SmeProfileForm *self, guint i, GPtrArray *errors)
{
  const char *code = find_code (errors, sme_profile_fields[i].pointer);
  gboolean composing = is_entry (i) && sme_field_row_is_composing (get_entry (self, i));

  /* A date that may be left out is wrong all the same when it can't be read. */
  if (code == NULL && sme_profile_fields[i].kind == SME_PROFILE_FIELD_DATE &&
      sme_field_row_get_text (get_entry (self, i))[0] != '\0' &&
      !sme_date_parse_typed (sme_field_row_get_text (get_entry (self, i)), &(int){ 0 }))
    code = "date";
  /* Nothing is judged while it is being composed; an error that is mended goes at once. */
  if (code == NULL || may_be_unfinished (self, i, code))
    sme_profile_form_set_error (self, i, NULL);
  else if ((self->touched[i] || self->all_touched) && !composing)
    sme_profile_form_set_error (self, i, refine (self, i, code));
}

/* What the number says, so that a slip in it is seen. */
static char *
describe_number (const char *number)
{
  SmeCitizenIdParts parts;
  const char *province;

  if (sme_citizen_id_check (number, get_today (), &parts) != SME_REASON_OK)
    return NULL;
  province = parts.province != 0 ? sme_citizen_id_province_name (parts.province) : _ ("abroad");
  /* Translators: what an identity number says. %d: year of birth; first %s: "male" or "female";
   * second %s: where the birth was registered, a province or "abroad". */
  return g_strdup_printf (
    _ ("The number says: born in %d, %s, birth registered in: %s."), parts.birth_year,
    parts.female ? C_ ("in a sentence", "female") : C_ ("in a sentence", "male"), province);
}

static void
warn_about_number (SmeProfileForm *self, SmeRecord *profile)
{
  SmeIdentityConflicts conflicts =
    sme_profile_find_conflicts (SME_PROFILE (profile), self->customer_type);
  g_autofree char *warning = sme_reason_dup_conflicts_text (conflicts);
  SmeFieldRow *row = SME_FIELD_ROW (self->rows[sme_profile_field_find ("/id_number")]);
  gboolean citizen = sme_record_get_int (profile, "id_type") == SME_ID_CITIZEN_ID &&
                     sme_record_has (profile, "id_number");
  g_autofree char *note =
    citizen ? describe_number (sme_record_get_text (profile, "id_number")) : NULL;

  sme_field_row_set_note (row, note);
  sme_field_row_set_warning (row, warning);
}

static void
warn_about_registration (SmeProfileForm *self, SmeRecord *profile)
{
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");
  GtkWidget *row = self->rows[sme_profile_field_find ("/organisation/registration_number")];
  gboolean differs;

  if (row == NULL)
    return;
  differs =
    self->customer_type == SME_CUSTOMER_ENTERPRISE &&
    sme_registration_number_differs (sme_record_get_text (organisation, "registration_number"),
                                     sme_record_get_text (organisation, "tax_code"));
  sme_field_row_set_warning (
    SME_FIELD_ROW (row),
    differs ? _ ("An enterprise's registration number is its tax code, except on older papers."
                 " Please check both.")
            : NULL);
}

/* Not of what the input method has not finished. */
static void
warn_about_name (SmeProfileForm *self, SmeRecord *profile)
{
  SmeFieldRow *row = SME_FIELD_ROW (self->rows[sme_profile_field_find ("/full_name")]);
  g_autofree char *letters = sme_profile_find_foreign_letters (SME_PROFILE (profile));
  g_autofree char *warning = sme_reason_dup_letters_text (letters);

  if (warning == NULL || !sme_field_row_is_composing (row))
    sme_field_row_set_warning (row, warning);
}

static void
warn (SmeProfileForm *self, SmeProfile *profile)
{
  warn_about_name (self, SME_RECORD (profile));
  warn_about_number (self, SME_RECORD (profile));
  warn_about_registration (self, SME_RECORD (profile));
}

void
sme_profile_form_show_warnings (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);

  warn (self, profile);
}

void
sme_profile_form_show_errors (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, self->customer_type, get_today ());

  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL)
      show_field_error (self, i, errors);
  warn (self, profile);
}

gboolean
sme_profile_form_get_valid (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, self->customer_type, get_today ());

  return errors->len == 0 && !sme_profile_form_get_unreadable (self);
}

static void
focus_first_error (SmeProfileForm *self)
{
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL && self->wrong[i] && gtk_widget_get_visible (self->rows[i]))
      {
        gtk_widget_grab_focus (self->rows[i]);
        /* With its caption and its message: GTK itself shows no more than what has the focus. */
        sme_row_focus_show (self->rows[i]);
        return;
      }
}

gboolean
sme_profile_form_check_all (SmeProfileForm *self)
{
  self->all_touched = TRUE;
  self->typing = NULL;
  sme_profile_form_close_picker (self);
  sme_profile_form_show_errors (self);
  if (sme_profile_form_get_valid (self))
    return TRUE;
  focus_first_error (self);
  return FALSE;
}

gboolean
sme_profile_form_take_errors (SmeProfileForm *self, GPtrArray *errors)
{
  guint found = 0;

  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    {
      const char *code = find_code (errors, sme_profile_fields[i].pointer);

      if (self->rows[i] == NULL || code == NULL)
        continue;
      sme_profile_form_set_error (self, i, code);
      found++;
    }
  if (found > 0)
    focus_first_error (self);
  return found > 0 && found == errors->len;
}
