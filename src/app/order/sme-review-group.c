/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-review-group.h"

#include "app/form/sme-country-text.h"
#include "base/sme-format.h"
#include "core/sme-address-line.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

AdwPreferencesGroup *
sme_review_group_new (const char *title, const char *action, const char *label)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Edit information"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label, -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  return ADW_PREFERENCES_GROUP (group);
}

void
sme_review_group_add (AdwPreferencesGroup *group, const char *name, const char *value)
{
  GtkWidget *row;

  if (value == NULL || value[0] == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title, const char *action, const char *label)
{
  AdwPreferencesGroup *group = sme_review_group_new (title, action, label);

  gtk_box_append (box, GTK_WIDGET (group));
  return group;
}

void
sme_review_group_append_invoice (GtkBox *box, SmeRecord *invoice)
{
  AdwPreferencesGroup *group =
    add_group (box, _ ("Invoice information"), "review.edit", _ ("Edit invoice and contact"));

  if (sme_record_get_int (invoice, "kind") == SME_INVOICE_CONSUMER)
    sme_review_group_add (group, _ ("Buyer"), _ ("Consumer, no data"));
  sme_review_group_add (group, _ ("Buyer"), sme_record_get_text (invoice, "name"));
  sme_review_group_add (group, _ ("Tax code"), sme_record_get_text (invoice, "tax_code"));
  sme_review_group_add (group, _ ("Personal number"),
                        sme_record_get_text (invoice, "personal_number"));
  sme_review_group_add (group, _ ("Passport number"),
                        sme_record_get_text (invoice, "passport_number"));
  sme_review_group_add (group, _ ("Nationality"),
                        sme_country_text_describe (sme_record_get_text (invoice, "nationality")));
  sme_review_group_add (group, _ ("Address"), sme_record_get_text (invoice, "address"));
  sme_review_group_add (group, _ ("Email address"), sme_record_get_text (invoice, "email"));
}

void
sme_review_group_append_customer (GtkBox *box, SmeRecord *profile)
{
  AdwPreferencesGroup *group =
    add_group (box, _ ("Customer information"), "wizard.back", _ ("Edit the declaration"));
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");
  SmeRecord *address = sme_record_get_object (profile, "address");
  g_autofree char *phone = sme_format_phone (sme_record_get_text (profile, "phone"));

  if (organisation != NULL)
    {
      sme_review_group_add (group, _ ("Name of the organisation"),
                            sme_record_get_text (organisation, "name"));
      sme_review_group_add (group, _ ("Tax code"), sme_record_get_text (organisation, "tax_code"));
      sme_review_group_add (group, _ ("Registration number"),
                            sme_record_get_text (organisation, "registration_number"));
      sme_review_group_add (group, _ ("Representative"),
                            sme_record_get_text (organisation, "representative"));
      sme_review_group_add (group, _ ("Position"), sme_record_get_text (organisation, "position"));
    }
  sme_review_group_add (group, _ ("Full name"), sme_record_get_text (profile, "full_name"));
  sme_review_group_add (group, _ ("Document number"), sme_record_get_text (profile, "id_number"));
  sme_review_group_add (group, organisation != NULL ? _ ("Head office") : _ ("Address"),
                        sme_address_get_line (SME_ADDRESS (address)));
  if (address != NULL && sme_record_has (address, "line"))
    sme_review_group_add (group, _ ("Address as printed on the paper"),
                          sme_record_get_text (address, "printed"));
  sme_review_group_add (group, _ ("Phone number"), phone);
  sme_review_group_add (group, _ ("Email address"), sme_record_get_text (profile, "email"));
}

void
sme_review_group_append_contact (GtkBox *box, SmeRecord *contact)
{
  AdwPreferencesGroup *group =
    add_group (box, _ ("Contact person"), "review.edit", _ ("Edit invoice and contact"));
  g_autofree char *phone = sme_format_phone (sme_record_get_text (contact, "phone"));

  sme_review_group_add (group, _ ("Full name"), sme_record_get_text (contact, "name"));
  sme_review_group_add (group, _ ("Phone number"), phone);
  sme_review_group_add (group, _ ("Email address"), sme_record_get_text (contact, "email"));
}
