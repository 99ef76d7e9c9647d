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
  self->rows[i] = row;
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
  g_signal_connect_object (self->id_type, "edited", G_CALLBACK (sme_profile_form_on_choice_edited),
                           self, 0);
  g_signal_connect_object (self->sex, "edited", G_CALLBACK (sme_profile_form_on_choice_edited),
                           self, 0);

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
  g_signal_connect_object (self->province, "open", G_CALLBACK (sme_profile_form_on_pick_province),
                           self, 0);
  g_signal_connect_object (self->commune, "open", G_CALLBACK (sme_profile_form_on_pick_commune),
                           self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->province));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->commune));
  add_field (self, group, "/address/street");
  add_field (self, group, "/address/house_number");
  sme_field_row_set_note (
    self->rows[sme_profile_field_find ("/address/street")],
    _ ("Where there is no street: the hamlet, village or residential group."));
  add_plain_row (group, _ ("Address"), make_address_line (self));
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
  sme_choice_row_set_selected (self->id_type, SME_ID_CITIZEN_ID);
  sme_profile_form_suggest_issuers (self);
}
