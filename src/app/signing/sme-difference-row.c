/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-difference-row.h"

#include <glib/gi18n.h>

struct _SmeDifferenceRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *field;
  GtkLabel *declared;
  GtkLabel *found;
};

G_DEFINE_FINAL_TYPE (SmeDifferenceRow, sme_difference_row, ADW_TYPE_PREFERENCES_ROW)

static const char *
name_field (SmeContractField field)
{
  static const char *const names[] = {
    [SME_CONTRACT_NAME] = N_ ("Full name"),
    [SME_CONTRACT_ORGANISATION] = N_ ("Name of the organisation"),
    [SME_CONTRACT_TAX_CODE] = N_ ("Tax code"),
    [SME_CONTRACT_ID_NUMBER] = N_ ("Number of the identity paper"),
    [SME_CONTRACT_BORN_ON] = N_ ("Date of birth"),
    [SME_CONTRACT_ID_ISSUED_ON] = N_ ("Date of issue"),
    [SME_CONTRACT_ID_EXPIRES_ON] = N_ ("Valid until"),
    [SME_CONTRACT_ID_ISSUED_BY] = N_ ("Place of issue"),
    [SME_CONTRACT_ADDRESS] = N_ ("Address"),
    [SME_CONTRACT_PHONE] = N_ ("Phone number"),
    [SME_CONTRACT_EMAIL] = N_ ("Email address"),
    [SME_CONTRACT_PLAN] = N_ ("Plan"),
    [SME_CONTRACT_PRICE] = N_ ("Total with tax"),
  };

  return _ (names[field]);
}

static void
sme_difference_row_class_init (SmeDifferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-difference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDifferenceRow, field);
  gtk_widget_class_bind_template_child (widget_class, SmeDifferenceRow, declared);
  gtk_widget_class_bind_template_child (widget_class, SmeDifferenceRow, found);
}

static void
sme_difference_row_init (SmeDifferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_difference_row_new (const SmeContractDifference *difference)
{
  SmeDifferenceRow *self;
  const char *field, *found;
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (difference != NULL, NULL);
  self = g_object_new (SME_TYPE_DIFFERENCE_ROW, NULL);
  field = name_field (difference->field);
  found = difference->found != NULL ? difference->found : C_ ("contract", "not there");
  gtk_label_set_label (self->field, field);
  gtk_label_set_label (self->declared, difference->declared);
  gtk_label_set_label (self->found, found);
  /* Translators: a field of the contract, what was declared for it, what the contract says. */
  spoken = g_strdup_printf (_ ("%s. Declared: %s. On the contract: %s"), field,
                            difference->declared, found);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}
