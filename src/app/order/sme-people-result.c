/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-people-result.h"

#include "app/form/sme-reason-text.h"
#include "base/sme-format.h"
#include "core/sme-name-rules.h"
#include "core/sme-profile-rules.h"

#include <glib/gi18n.h>

/* More is not read at once by anybody. */
#define MOST_FAULTS 50

struct _SmePeopleResult
{
  AdwBin parent_instance;
  GtkBox *box;
  AdwPreferencesGroup *faults; /* in the box, or NULL */
};

G_DEFINE_FINAL_TYPE (SmePeopleResult, sme_people_result, ADW_TYPE_BIN)

void
sme_people_result_clear (SmePeopleResult *self)
{
  GtkWidget *child;

  self->faults = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static AdwPreferencesGroup *
add_group (SmePeopleResult *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_button (SmePeopleResult *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (self->box, button);
}

void
sme_people_result_say (SmePeopleResult *self,
                       const char *title,
                       const char *description,
                       const char *label,
                       const char *action)
{
  sme_people_result_clear (self);
  add_group (self, title, description);
  if (action != NULL)
    add_button (self, label, action);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return row;
}

void
sme_people_result_begin_faults (SmePeopleResult *self)
{
  sme_people_result_clear (self);
  self->faults = add_group (
    self, _ ("Please correct the table"),
    _ ("Nobody has been ordered for. Correct the cells below, save the file and choose it again."));
}

static char *
name_place (guint line, const char *column)
{
  if (line == 0)
    return g_strdup (_ ("The whole file"));
  if (column == NULL)
    /* Translators: of a table. */
    return g_strdup_printf (_ ("Row %u"), line);
  /* Translators: of a table. %s is the name of a column. */
  return g_strdup_printf (_ ("Row %u, column “%s”"), line, column);
}

void
sme_people_result_add_fault (SmePeopleResult *self,
                             guint line,
                             const char *column,
                             const char *code)
{
  g_autofree char *place = name_place (line, column);

  g_return_if_fail (self->faults != NULL);

  add_row (self->faults, place, sme_reason_text (code));
}

static const char *
get_csv_code (const GError *error)
{
  static const char *const codes[] = {
    [SME_CSV_ERROR_ENCODING] = "not-utf-8",
    [SME_CSV_ERROR_QUOTES] = "quotes",
    [SME_CSV_ERROR_EMPTY] = "required",
    [SME_CSV_ERROR_TOO_LARGE] = "too-long",
  };

  return error->domain == SME_CSV_ERROR ? codes[error->code] : "unreadable";
}

void
sme_people_result_show_error (SmePeopleResult *self, guint line, const GError *error)
{
  sme_people_result_begin_faults (self);
  sme_people_result_add_fault (self, line, NULL, get_csv_code (error));
}

void
sme_people_result_show_faults (SmePeopleResult *self, GPtrArray *faults)
{
  sme_people_result_begin_faults (self);
  for (guint i = 0; i < faults->len && i < MOST_FAULTS; i++)
    {
      SmeSheetFault *fault = g_ptr_array_index (faults, i);

      sme_people_result_add_fault (self, fault->line, fault->column, fault->code);
    }
  if (faults->len > MOST_FAULTS)
    {
      guint more = faults->len - MOST_FAULTS;
      /* Translators: of bad cells of a table. */
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      add_row (self->faults, text, NULL);
    }
}

/* The address of the table is the head office, which is not compared. */
static SmeIdentityConflicts
find_conflicts (SmeProfile *person)
{
  return sme_profile_find_conflicts (person, SME_CUSTOMER_ENTERPRISE);
}

/* The text says all of it; the picture is for the eye that goes over many rows. */
static void
mark_warning (GtkWidget *row, const char *warning)
{
  GtkWidget *image =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                  "dialog-warning-symbolic", NULL);

  gtk_widget_add_css_class (image, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  warning, -1);
}

/* What is to be looked at of a person, a line each; NULL for nothing. */
static char *
describe_warnings (SmeProfile *person)
{
  g_autofree char *conflicts = sme_reason_dup_conflicts_text (find_conflicts (person));
  g_autofree char *letters = sme_profile_find_foreign_letters (person);
  g_autofree char *name = sme_reason_dup_letters_text (letters);

  if (conflicts == NULL || name == NULL)
    return conflicts != NULL ? g_steal_pointer (&conflicts) : g_steal_pointer (&name);
  return g_strconcat (conflicts, "\n", name, NULL);
}

static void
add_person (AdwPreferencesGroup *group, SmeRecord *person)
{
  g_autofree char *warning = describe_warnings (SME_PROFILE (person));
  g_autofree char *phone = sme_format_phone (sme_record_get_text (person, "phone"));
  g_autofree char *subtitle =
    g_strdup_printf ("%s · %s · %s%s%s", sme_record_get_text (person, "id_number"), phone,
                     sme_record_get_text (person, "email"), warning != NULL ? "\n" : "",
                     warning != NULL ? warning : "");
  GtkWidget *row = add_row (group, sme_record_get_text (person, "full_name"), subtitle);

  if (warning != NULL)
    mark_warning (row, warning);
}

static guint
count_conflicts (GPtrArray *people)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    n += find_conflicts (g_ptr_array_index (people, i)) != SME_IDENTITY_CONFLICT_NONE;
  return n;
}

static guint
count_foreign_names (GPtrArray *people)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *letters = sme_profile_find_foreign_letters (g_ptr_array_index (people, i));

      n += letters != NULL;
    }
  return n;
}

static void
append_sentence (GString *text, guint n, const char *sentence)
{
  if (n == 0)
    return;
  g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

/* Who has something to be looked at may be out of sight in a long list. */
static char *
describe_people (GPtrArray *people)
{
  guint conflicts = count_conflicts (people), names = count_foreign_names (people);
  GString *text = g_string_new (_ ("Each gets an order of the same plan. The OTP of each contract"
                                   " goes to the phone number in the table."));
  g_autofree char *about_numbers = g_strdup_printf (
    /* Translators: of the people in a table; the number is that of the identity card. */
    ngettext ("The document number of %u person does not match the sex or the year of birth in the"
              " table: please check the row with the warning sign before you order.",
              "The document numbers of %u people do not match the sex or the year of birth in the"
              " table: please check the rows with the warning sign before you order.",
              conflicts),
    conflicts);
  g_autofree char *about_names = g_strdup_printf (
    ngettext ("The name of %u person has letters that are not in the Vietnamese alphabet: please"
              " check the row with the warning sign before you order.",
              "The names of %u people have letters that are not in the Vietnamese alphabet: please"
              " check the rows with the warning sign before you order.",
              names),
    names);

  append_sentence (text, conflicts, about_numbers);
  append_sentence (text, names, about_names);
  return g_string_free (text, FALSE);
}

void
sme_people_result_show_people (SmePeopleResult *self, GPtrArray *people)
{
  guint n = people->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  g_autofree char *label =
    g_strdup_printf (ngettext ("Order for %u person", "Order for %u people", n), n);
  g_autofree char *description = describe_people (people);
  AdwPreferencesGroup *group;

  sme_people_result_clear (self);
  group = add_group (self, title, description);
  for (guint i = 0; i < n; i++)
    add_person (group, g_ptr_array_index (people, i));
  add_button (self, label, "people.order");
}

static void
sme_people_result_class_init (SmePeopleResultClass *klass)
{
}

static void
sme_people_result_init (SmePeopleResult *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
sme_people_result_new (void)
{
  return g_object_new (SME_TYPE_PEOPLE_RESULT, NULL);
}
