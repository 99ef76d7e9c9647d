/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form, group by group. */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include <glib/gi18n.h>

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
  int i = sme_profile_field_find (pointer);
  const SmeProfileField *field = &sme_profile_fields[i];
  SmeFieldRow *row = SME_FIELD_ROW (sme_field_row_new (_ (field->title), field->required));

  g_object_set (row, "purpose", field->purpose, NULL);
  if (field->kind == SME_PROFILE_FIELD_DATE)
    g_object_set (row, "placeholder", _ ("dd/mm/yyyy"), NULL);
  g_signal_connect_object (row, "edited", G_CALLBACK (sme_profile_form_on_row_edited), self, 0);
  g_signal_connect_object (row, "left", G_CALLBACK (sme_profile_form_on_row_left), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  self->rows[i] = GTK_WIDGET (row);
}

static SmeFieldRow *
get_field (SmeProfileForm *self, const char *pointer)
{
  return SME_FIELD_ROW (self->rows[sme_profile_field_find (pointer)]);
}

static void
add_choice (SmeProfileForm *self,
            GtkWidget *group,
            const char *pointer,
            const char *first,
            const char *second)
{
  int i = sme_profile_field_find (pointer);
  GtkWidget *row = sme_choice_row_new (_ (sme_profile_fields[i].title), TRUE);

  sme_choice_row_append (SME_CHOICE_ROW (row), first);
  sme_choice_row_append (SME_CHOICE_ROW (row), second);
  g_signal_connect_object (row, "edited", G_CALLBACK (sme_profile_form_on_choice_edited), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->rows[i] = row;
}

static void
add_place (SmeProfileForm *self, GtkWidget *group, const char *pointer)
{
  int i = sme_profile_field_find (pointer);
  GtkWidget *row = sme_picker_row_new (_ (sme_profile_fields[i].title), TRUE);

  g_signal_connect_object (row, "open", G_CALLBACK (sme_profile_form_on_pick), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->rows[i] = row;
}

static void
add_organisation (SmeProfileForm *self, GtkBox *box)
{
  gboolean household = self->customer_type == SME_CUSTOMER_HOUSEHOLD;
  GtkWidget *group = make_group (
    box, household ? _ ("Household business") : _ ("Enterprise"),
    _ ("As on the business registration: it is printed on the contract and on the invoice."));

  add_field (self, group, "/organisation/name");
  add_field (self, group, "/organisation/tax_code");
  add_field (self, group, "/organisation/registration_number");
  add_field (self, group, "/organisation/representative");
  add_field (self, group, "/organisation/position");
  if (household)
    sme_field_row_set_note (get_field (self, "/organisation/tax_code"),
                            _ ("Since 01/07/2025 the owner's 12-digit personal number."));
  else
    g_object_set (get_field (self, "/organisation/position"), "required", TRUE, NULL);
}

/* A row of the list that is no field and can't be pressed. What is no row at all would stand below
 * the whole list. */
static GtkWidget *
add_plain_row (GtkWidget *group, const char *title, GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_paper (SmeProfileForm *self, GtkWidget *group)
{
  add_choice (self, group, "/id_type", _ ("Identity card"), _ ("Passport"));
  add_field (self, group, "/id_number");
  add_place (self, group, "/nationality");
  add_field (self, group, "/id_issued_on");
  add_field (self, group, "/id_expires_on");
  add_field (self, group, "/id_issued_by");
  self->suggestions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  add_plain_row (group, _ ("Suggestions"), GTK_WIDGET (self->suggestions));
}

static void
add_person (SmeProfileForm *self, GtkBox *box)
{
  GtkWidget *group =
    make_group (box, _ ("Person"),
                _ ("Fields with a red star are required. Please spell everything exactly"
                   " as on the identity paper: it is printed on the contract."));

  add_field (self, group, "/full_name");
  add_paper (self, group);
  add_field (self, group, "/born_on");
  add_choice (self, group, "/sex", C_ ("sex", "Male"), C_ ("sex", "Female"));
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

/* What an old ward or commune belongs to now. */
static GtkWidget *
make_conversion (SmeProfileForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->conversion_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->conversion_text, TRUE);
  gtk_label_set_xalign (self->conversion_text, 0);
  self->conversion_choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->conversion_text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->conversion_choices));
  gtk_widget_add_css_class (box, "sme-row");
  return box;
}

static void
add_places (SmeProfileForm *self, GtkWidget *group)
{
  self->edition = SME_CHOICE_ROW (sme_choice_row_new (_ ("Administrative units"), FALSE));
  sme_choice_row_append (self->edition, _ ("Two levels, in force"));
  sme_choice_row_append (self->edition, _ ("Three levels, as on older papers"));
  g_signal_connect_object (self->edition, "edited", G_CALLBACK (sme_profile_form_on_edition_edited),
                           self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->edition));
  add_place (self, group, "/address/province_code");
  add_place (self, group, "/address/district_code");
  add_place (self, group, "/address/commune_code");
  self->conversion = add_plain_row (group, _ ("The present address"), make_conversion (self));
  gtk_widget_set_visible (self->conversion, FALSE);
}

static void
add_address (SmeProfileForm *self, GtkBox *box)
{
  gboolean person = self->customer_type == SME_CUSTOMER_PERSON;
  GtkWidget *group =
    make_group (box, person ? _ ("Address") : _ ("Head office"),
                person ? NULL : _ ("Enter exactly the business registration address"));

  add_places (self, group);
  add_field (self, group, "/address/street");
  add_field (self, group, "/address/house_number");
  sme_field_row_set_note (
    get_field (self, "/address/street"),
    _ ("Where there is no street: the hamlet, village or residential group."));
  add_plain_row (group, _ ("Address"), make_address_line (self));
  add_field (self, group, "/address/printed");
  sme_field_row_set_note (
    get_field (self, "/address/printed"),
    _ ("Only if the paper shows another one, for example from before 01/07/2025. It is printed on"
       " the contract beside the present address."));
}

void
sme_profile_form_build (SmeProfileForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  if (self->customer_type != SME_CUSTOMER_PERSON)
    add_organisation (self, GTK_BOX (box));
  add_person (self, GTK_BOX (box));
  add_address (self, GTK_BOX (box));
  gtk_stack_add_named (self->stack, box, "form");
  self->picker = SME_DIVISION_PICKER (sme_division_picker_new (self->context));
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (sme_profile_form_on_division_chosen),
                           self, 0);
  g_signal_connect_object (self->picker, "cancelled",
                           G_CALLBACK (sme_profile_form_on_division_cancelled), self, 0);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->picker), "picker");
}
