/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-profile-form.h"

#include "app/form/sme-choice-row.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-picker-row.h"
#include "app/form/sme-reason-text.h"
#include "app/order/sme-division-picker.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-address.h"
#include "core/sme-field-error.h"
#include "core/sme-identity-rules.h"
#include "core/sme-organisation.h"
#include "core/sme-profile-rules.h"

#include <glib/gi18n.h>

/* After the last key, before errors show: not while a word is still being typed. */
#define PAUSE_MS 1200

typedef enum
{
  FIELD_TEXT,
  FIELD_DATE,
} FieldKind;

/* The text fields: where they stand in the profile, in the order of the form. */
static const struct
{
  const char *pointer;
  const char *group; /* NULL, "address" or "organisation" */
  const char *name;
  FieldKind kind;
  gboolean required;
  GtkInputPurpose purpose;
  const char *title;
} fields[] = {
  { "/organisation/name", "organisation", "name", FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Name of the organisation") },
  { "/organisation/tax_code", "organisation", "tax_code", FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Tax code") },
  { "/organisation/registration_number", "organisation", "registration_number", FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Registration number") },
  { "/organisation/representative", "organisation", "representative", FIELD_TEXT, TRUE,
    GTK_INPUT_PURPOSE_NAME, N_ ("Representative") },
  { "/organisation/position", "organisation", "position", FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("Position") },
  { "/full_name", NULL, "full_name", FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_NAME, N_ ("Full name") },
  { "/id_number", NULL, "id_number", FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Document number") },
  { "/id_issued_on", NULL, "id_issued_on", FIELD_DATE, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Date of issue") },
  { "/id_issued_by", NULL, "id_issued_by", FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Place of issue") },
  { "/born_on", NULL, "born_on", FIELD_DATE, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Date of birth") },
  { "/phone", NULL, "phone", FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_PHONE, N_ ("Phone number") },
  { "/email", NULL, "email", FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_EMAIL, N_ ("Email address") },
  { "/address/street", "address", "street", FIELD_TEXT, TRUE, GTK_INPUT_PURPOSE_FREE_FORM,
    N_ ("Street") },
  { "/address/house_number", "address", "house_number", FIELD_TEXT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM, N_ ("House number") },
};

#define N_FIELDS G_N_ELEMENTS (fields)

struct _SmeProfileForm
{
  GtkWidget parent_instance;
  GtkStack *stack;
  SmeContext *context;
  SmeCustomerType customer_type;
  SmeFieldRow *rows[N_FIELDS];
  gboolean touched[N_FIELDS];
  SmeChoiceRow *id_type;
  SmeChoiceRow *sex;
  SmePickerRow *province;
  SmePickerRow *commune;
  SmePickerRow *picking;
  GtkBox *suggestions;
  GtkLabel *address_line;
  SmeDivisionPicker *picker;
  SmeProfile *base; /* what the form does not show is kept */
  gboolean filling;
  gboolean all_touched;
  SmeFieldRow *typing; /* where the person types now, or NULL */
  guint pause;
};

static guint signal_edited;

G_DEFINE_FINAL_TYPE (SmeProfileForm, sme_profile_form, GTK_TYPE_WIDGET)

static int
get_today (void)
{
  return sme_date_from_time (g_get_real_time () / 1000);
}

static SmeRecord *
get_group (SmeRecord *profile, const char *group)
{
  return group == NULL ? profile : sme_record_get_object (profile, group);
}

static void
read_field (SmeProfileForm *self, SmeRecord *profile, guint i)
{
  SmeRecord *record = get_group (profile, fields[i].group);
  g_autofree char *text = g_strstrip (g_strdup (sme_field_row_get_text (self->rows[i])));
  int date;

  if (text[0] == '\0')
    sme_record_unset (record, fields[i].name);
  else if (fields[i].kind == FIELD_TEXT)
    sme_record_set_text (record, fields[i].name, text);
  else if (sme_date_parse_typed (text, &date))
    sme_record_set_int (record, fields[i].name, date);
  else
    sme_record_unset (record, fields[i].name);
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
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->rows[i] != NULL)
      read_field (self, record, i);
  if (sme_choice_row_get_selected (self->id_type) >= 0)
    sme_record_set_int (record, "id_type", sme_choice_row_get_selected (self->id_type));
  if (sme_choice_row_get_selected (self->sex) >= 0)
    sme_record_set_int (record, "sex", sme_choice_row_get_selected (self->sex));
  read_address (self, address);
  return profile;
}

/* "Tỉnh An Giang" -> type and name stand together already. */
char *
sme_profile_form_get_address_line (SmeProfileForm *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *texts[4] = { NULL };

  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (g_str_equal (fields[i].pointer, "/address/house_number"))
        texts[0] = sme_field_row_get_text (self->rows[i]);
      if (g_str_equal (fields[i].pointer, "/address/street"))
        texts[1] = sme_field_row_get_text (self->rows[i]);
    }
  texts[2] = sme_picker_row_get_label (self->commune);
  texts[3] = sme_picker_row_get_label (self->province);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && texts[i][0] != '\0')
      g_ptr_array_add (parts, g_strstrip (g_strdup (texts[i])));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* A date that was typed but can't be read is not merely missing. */
static const char *
refine (SmeProfileForm *self, guint i, const char *code)
{
  if (fields[i].kind == FIELD_DATE && g_str_equal (code, "required") &&
      sme_field_row_get_text (self->rows[i])[0] != '\0')
    return "date";
  return code;
}

static const char *
find_code (GPtrArray *errors, const char *pointer)
{
  for (guint i = 0; i < errors->len; i++)
    if (g_str_equal (sme_record_get_text (g_ptr_array_index (errors, i), "pointer"), pointer))
      return sme_record_get_text (g_ptr_array_index (errors, i), "code");
  return NULL;
}

static const char *
get_conflict_note (SmeRecord *profile)
{
  SmeIdentityConflicts conflicts = SME_IDENTITY_CONFLICT_NONE;
  int sex = sme_record_has (profile, "sex") ? (int) sme_record_get_int (profile, "sex") : -1;

  if (sme_record_get_int (profile, "id_type") == SME_ID_CITIZEN_ID &&
      sme_record_has (profile, "id_number"))
    conflicts = sme_identity_find_conflicts (sme_record_get_text (profile, "id_number"), sex,
                                             (int) sme_record_get_int (profile, "born_on"), 0);
  if (conflicts & SME_IDENTITY_CONFLICT_BIRTH_YEAR)
    return _ ("The number names another year of birth. Please check both; they are printed on the"
              " contract.");
  if (conflicts & SME_IDENTITY_CONFLICT_SEX)
    return _ ("The number names the other sex. Please check both.");
  return NULL;
}

/* Nine digits are an old identity card, but also three quarters of a number that is being typed. */
static gboolean
may_be_unfinished (SmeProfileForm *self, guint i, const char *code)
{
  return self->typing == self->rows[i] && g_strcmp0 (code, "id-type-expired") == 0;
}

static void
show_field_error (SmeProfileForm *self, guint i, GPtrArray *errors)
{
  const char *code = find_code (errors, fields[i].pointer);
  gboolean show = self->touched[i] || self->all_touched;

  /* Nothing is judged while it is being composed; an error that is mended goes at once. */
  if (code == NULL || may_be_unfinished (self, i, code))
    sme_field_row_set_error (self->rows[i], NULL);
  else if (show && !sme_field_row_is_composing (self->rows[i]))
    sme_field_row_set_error (self->rows[i], sme_reason_text (refine (self, i, code)));
}

static void
show_errors (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, self->customer_type, get_today ());
  gboolean all = self->all_touched;
  const char *code;

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->rows[i] != NULL)
      show_field_error (self, i, errors);
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].pointer, "/id_number"))
      sme_field_row_set_note (self->rows[i], get_conflict_note (SME_RECORD (profile)));
  code = find_code (errors, "/sex");
  sme_choice_row_set_error (self->sex, code != NULL && all ? sme_reason_text (code) : NULL);
  code = find_code (errors, "/id_type");
  sme_choice_row_set_error (self->id_type, code != NULL && all ? sme_reason_text (code) : NULL);
  code = find_code (errors, "/address/province_code");
  sme_picker_row_set_error (self->province, code != NULL && all ? sme_reason_text (code) : NULL);
  code = find_code (errors, "/address/commune_code");
  sme_picker_row_set_error (self->commune, code != NULL && all ? sme_reason_text (code) : NULL);
}

gboolean
sme_profile_form_get_valid (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, self->customer_type, get_today ());

  return errors->len == 0;
}

static void
update_address (SmeProfileForm *self)
{
  g_autofree char *line = sme_profile_form_get_address_line (self);

  gtk_label_set_label (self->address_line, line[0] != '\0' ? line : "–");
}

void
sme_profile_form_judge (SmeProfileForm *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->rows[i] != NULL && sme_field_row_is_focused (self->rows[i]) &&
        sme_field_row_get_text (self->rows[i])[0] != '\0')
      self->touched[i] = TRUE;
  show_errors (self);
}

static gboolean
on_paused (gpointer user_data)
{
  SmeProfileForm *self = user_data;

  self->pause = 0;
  sme_profile_form_judge (self);
  return G_SOURCE_REMOVE;
}

static void
edited (SmeProfileForm *self)
{
  if (self->filling)
    return;
  update_address (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_paused, self);
  g_signal_emit (self, signal_edited, 0);
}

static guint
find_row (SmeProfileForm *self, SmeFieldRow *row)
{
  guint i = 0;

  while (i < N_FIELDS - 1 && self->rows[i] != row)
    i++;
  return i;
}

static void
on_row_edited (SmeFieldRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (!self->filling)
    self->typing = row;
  edited (self);
}

static void
on_row_left (SmeFieldRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  self->typing = NULL;
  if (sme_field_row_get_text (row)[0] != '\0')
    self->touched[find_row (self, row)] = TRUE;
  show_errors (self);
}

static void
suggest_issuers (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_auto (GStrv) issuers = sme_identity_suggest_issuers (
    (SmeIdType) MAX (0, sme_choice_row_get_selected (self->id_type)),
    (int) sme_record_get_int (SME_RECORD (profile), "id_issued_on"), NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_box_remove (self->suggestions, child);
  for (guint i = 0; issuers[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (issuers[i]);
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "caption");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.issuer");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", issuers[i]);
      gtk_box_append (self->suggestions, button);
    }
}

static void
on_issuer_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeProfileForm *self = SME_PROFILE_FORM (widget);

  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].pointer, "/id_issued_by"))
      {
        sme_field_row_set_text (self->rows[i], g_variant_get_string (parameter, NULL));
        self->touched[i] = TRUE;
      }
  show_errors (self);
}

static void
on_choice_edited (SmeChoiceRow *row, gpointer user_data)
{
  edited (user_data);
  suggest_issuers (user_data);
}

static void
on_date_left (SmeFieldRow *row, gpointer user_data)
{
  suggest_issuers (user_data);
}

static void
on_pick_province (SmePickerRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  self->picking = row;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->picker));
  sme_division_picker_open (self->picker, _ ("City/province"), SME_EDITION_2025, NULL);
}

static void
on_pick_commune (SmePickerRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (sme_picker_row_get_code (self->province) == NULL)
    {
      sme_picker_row_set_error (row, _ ("Please choose the city or province first."));
      return;
    }
  self->picking = row;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->picker));
  sme_division_picker_open (self->picker, _ ("Ward/commune"), SME_EDITION_2025,
                            sme_picker_row_get_code (self->province));
}

static void
close_picker (SmeProfileForm *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->picking));
}

static void
on_division_chosen (SmeDivisionPicker *picker,
                    const char *code,
                    const char *name,
                    gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (self->picking == self->province &&
      g_strcmp0 (code, sme_picker_row_get_code (self->province)) != 0)
    sme_picker_row_set_value (self->commune, NULL, NULL);
  sme_picker_row_set_value (self->picking, code, name);
  sme_picker_row_set_error (self->picking, NULL);
  close_picker (self);
  edited (self);
}

static void
on_division_cancelled (SmeDivisionPicker *picker, gpointer user_data)
{
  close_picker (user_data);
}

static void
write_field (SmeProfileForm *self, SmeRecord *profile, guint i)
{
  SmeRecord *record = get_group (profile, fields[i].group);
  g_autofree char *date = NULL;

  if (record == NULL || !sme_record_has (record, fields[i].name))
    {
      sme_field_row_set_text (self->rows[i], "");
      return;
    }
  if (fields[i].kind == FIELD_TEXT)
    {
      sme_field_row_set_text (self->rows[i], sme_record_get_text (record, fields[i].name));
      return;
    }
  date = sme_format_date ((int) sme_record_get_int (record, fields[i].name));
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
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->rows[i] != NULL)
      write_field (self, record, i);
  sme_choice_row_set_selected (self->id_type, sme_record_has (record, "id_type")
                                                ? (int) sme_record_get_int (record, "id_type")
                                                : SME_ID_CITIZEN_ID);
  sme_choice_row_set_selected (
    self->sex, sme_record_has (record, "sex") ? (int) sme_record_get_int (record, "sex") : -1);
  write_divisions (self, sme_record_get_object (record, "address"));
  self->filling = FALSE;
  update_address (self);
  suggest_issuers (self);
}

static void
focus_first_error (SmeProfileForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->rows[i] != NULL && sme_field_row_get_error (self->rows[i]) != NULL)
      {
        sme_field_row_focus (self->rows[i]);
        return;
      }
  if (sme_choice_row_get_selected (self->sex) < 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->sex));
  else if (sme_picker_row_get_code (self->province) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->province));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->commune));
}

gboolean
sme_profile_form_check_all (SmeProfileForm *self)
{
  self->all_touched = TRUE;
  self->typing = NULL;
  show_errors (self);
  if (sme_profile_form_get_valid (self))
    return TRUE;
  focus_first_error (self);
  return FALSE;
}

gboolean
sme_profile_form_take_errors (SmeProfileForm *self, GPtrArray *errors)
{
  guint found = 0;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *code = find_code (errors, fields[i].pointer);

      if (self->rows[i] == NULL || code == NULL)
        continue;
      sme_field_row_set_error (self->rows[i], sme_reason_text (code));
      found++;
    }
  if (find_code (errors, "/address/commune_code") != NULL)
    {
      sme_picker_row_set_error (self->commune,
                                sme_reason_text (find_code (errors, "/address/commune_code")));
      found++;
    }
  if (found > 0)
    focus_first_error (self);
  return found > 0 && found == errors->len;
}

static GtkWidget *
make_group (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (box, group);
  return group;
}

static void
add_field (SmeProfileForm *self, GtkWidget *group, const char *pointer)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      SmeFieldRow *row;

      if (!g_str_equal (fields[i].pointer, pointer))
        continue;
      row = SME_FIELD_ROW (sme_field_row_new (_ (fields[i].title), fields[i].required));
      g_object_set (row, "purpose", fields[i].purpose, NULL);
      if (fields[i].kind == FIELD_DATE)
        {
          g_object_set (row, "placeholder", _ ("dd/mm/yyyy"), NULL);
          g_signal_connect_object (row, "left", G_CALLBACK (on_date_left), self, 0);
        }
      g_signal_connect_object (row, "edited", G_CALLBACK (on_row_edited), self, 0);
      g_signal_connect_object (row, "left", G_CALLBACK (on_row_left), self, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
      self->rows[i] = row;
    }
}

static void
add_organisation (SmeProfileForm *self, GtkBox *box)
{
  GtkWidget *group = make_group (box, _ ("Organisation"), NULL);

  add_field (self, group, "/organisation/name");
  add_field (self, group, "/organisation/tax_code");
  add_field (self, group, "/organisation/registration_number");
  add_field (self, group, "/organisation/representative");
  add_field (self, group, "/organisation/position");
}

/* A row of the list that is no field and can't be pressed. What is no row at all would stand below
 * the whole list. */
static void
add_plain_row (GtkWidget *group, const char *title, GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_person (SmeProfileForm *self, GtkBox *box)
{
  GtkWidget *group =
    make_group (box, _ ("Person"),
                _ ("Fields with a red star are required. Please spell everything exactly"
                   " as on the identity paper: it is printed on the contract."));

  self->id_type = SME_CHOICE_ROW (sme_choice_row_new (_ ("Identity paper"), TRUE));
  sme_choice_row_append (self->id_type, _ ("Identity card"));
  sme_choice_row_append (self->id_type, _ ("Passport"));
  self->sex = SME_CHOICE_ROW (sme_choice_row_new (_ ("Sex"), TRUE));
  sme_choice_row_append (self->sex, C_ ("sex", "Male"));
  sme_choice_row_append (self->sex, C_ ("sex", "Female"));
  g_signal_connect_object (self->id_type, "edited", G_CALLBACK (on_choice_edited), self, 0);
  g_signal_connect_object (self->sex, "edited", G_CALLBACK (on_choice_edited), self, 0);

  add_field (self, group, "/full_name");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->id_type));
  add_field (self, group, "/id_number");
  add_field (self, group, "/id_issued_on");
  add_field (self, group, "/id_issued_by");
  self->suggestions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  add_plain_row (group, _ ("Suggestions"), GTK_WIDGET (self->suggestions));
  add_field (self, group, "/born_on");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->sex));
  add_field (self, group, "/phone");
  add_field (self, group, "/email");
}

/* The address as the contract will print it, below what it is. */
static GtkWidget *
make_address_line (SmeProfileForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *caption = gtk_label_new (_ ("Address"));

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  self->address_line = GTK_LABEL (gtk_label_new ("–"));
  gtk_label_set_wrap (self->address_line, TRUE);
  gtk_label_set_xalign (self->address_line, 0);
  gtk_label_set_selectable (self->address_line, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->address_line),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, NULL, -1);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->address_line));
  gtk_widget_add_css_class (box, "sme-row");
  return box;
}

static void
add_address (SmeProfileForm *self, GtkBox *box)
{
  const char *hint = self->customer_type == SME_CUSTOMER_PERSON
                       ? NULL
                       : _ ("Enter exactly the business registration address");
  GtkWidget *group = make_group (box, _ ("Address"), hint);

  self->province = SME_PICKER_ROW (sme_picker_row_new (_ ("City/province"), TRUE));
  self->commune = SME_PICKER_ROW (sme_picker_row_new (_ ("Ward/commune"), TRUE));
  g_signal_connect_object (self->province, "open", G_CALLBACK (on_pick_province), self, 0);
  g_signal_connect_object (self->commune, "open", G_CALLBACK (on_pick_commune), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->province));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->commune));
  add_field (self, group, "/address/street");
  add_field (self, group, "/address/house_number");
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].pointer, "/address/street"))
      sme_field_row_set_note (
        self->rows[i], _ ("Where there is no street: the hamlet, village or residential group."));

  add_plain_row (group, _ ("Address"), make_address_line (self));
}

static void
build (SmeProfileForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  if (self->customer_type != SME_CUSTOMER_PERSON)
    add_organisation (self, GTK_BOX (box));
  add_person (self, GTK_BOX (box));
  add_address (self, GTK_BOX (box));
  gtk_stack_add_named (self->stack, box, "form");
  self->picker = SME_DIVISION_PICKER (sme_division_picker_new (self->context));
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (on_division_chosen), self, 0);
  g_signal_connect_object (self->picker, "cancelled", G_CALLBACK (on_division_cancelled), self, 0);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->picker), "picker");
  sme_choice_row_set_selected (self->id_type, SME_ID_CITIZEN_ID);
  suggest_issuers (self);
}

static void
sme_profile_form_dispose (GObject *object)
{
  SmeProfileForm *self = SME_PROFILE_FORM (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->base);
  g_clear_object (&self->context);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  G_OBJECT_CLASS (sme_profile_form_parent_class)->dispose (object);
}

static void
sme_profile_form_class_init (SmeProfileFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_profile_form_dispose;
  signal_edited = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "profile.issuer", "s", on_issuer_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sme_profile_form_init (SmeProfileForm *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  /* Else the hidden page counts with the width that it has at its least height. */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
sme_profile_form_new (SmeContext *context, SmeCustomerType customer_type)
{
  SmeProfileForm *self = g_object_new (SME_TYPE_PROFILE_FORM, NULL);

  self->context = g_object_ref (context);
  self->customer_type = customer_type;
  build (self);
  return GTK_WIDGET (self);
}
