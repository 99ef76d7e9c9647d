/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include "core/sme-identity-rules.h"
#include "core/sme-tax-code.h"

#include <string.h>

/* After the last key, before errors show: not while a word is still being typed. */
#define PAUSE_MS 1200

static guint signal_edited;

G_DEFINE_FINAL_TYPE (SmeProfileForm, sme_profile_form, GTK_TYPE_WIDGET)

void
sme_profile_form_judge (SmeProfileForm *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (SME_IS_FIELD_ROW (self->rows[i]) &&
        sme_field_row_is_focused (SME_FIELD_ROW (self->rows[i])) &&
        sme_field_row_get_text (SME_FIELD_ROW (self->rows[i]))[0] != '\0')
      self->touched[i] = TRUE;
  sme_profile_form_show_errors (self);
}

static gboolean
on_paused (gpointer user_data)
{
  SmeProfileForm *self = user_data;

  self->pause = 0;
  sme_profile_form_judge (self);
  return G_SOURCE_REMOVE;
}

void
sme_profile_form_edited (SmeProfileForm *self)
{
  if (self->filling)
    return;
  sme_profile_form_update_address (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_paused, self);
  g_signal_emit (self, signal_edited, 0);
}

static guint
find_row (SmeProfileForm *self, SmeFieldRow *row)
{
  guint i = 0;

  while (i < SME_N_PROFILE_FIELDS - 1 && self->rows[i] != GTK_WIDGET (row))
    i++;
  return i;
}

void
sme_profile_form_on_row_edited (SmeFieldRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (!self->filling)
    {
      /* First, as the row it fills in tells of it too. */
      sme_profile_form_follow_printed (self, row);
      self->typing = row;
    }
  sme_profile_form_edited (self);
  if (!self->filling && GTK_WIDGET (row) == self->rows[sme_profile_field_find ("/id_issued_on")])
    sme_profile_form_suggest_issuers (self);
}

/* An enterprise's registration number is its tax code: who has typed that need not type it again.
 */
static void
suggest_registration_number (SmeProfileForm *self, SmeFieldRow *left)
{
  GtkWidget *row = self->rows[sme_profile_field_find ("/organisation/registration_number")];
  g_autofree char *code = NULL;

  if (self->customer_type != SME_CUSTOMER_ENTERPRISE || row == NULL ||
      GTK_WIDGET (left) != self->rows[sme_profile_field_find ("/organisation/tax_code")] ||
      sme_field_row_get_text (SME_FIELD_ROW (row))[0] != '\0')
    return;
  if (sme_tax_code_check (sme_field_row_get_text (left), SME_TAX_CODE_ENTERPRISE, &code) ==
      SME_REASON_OK)
    sme_field_row_set_text (SME_FIELD_ROW (row), code);
}

void
sme_profile_form_on_row_left (SmeFieldRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  self->typing = NULL;
  if (sme_field_row_get_text (row)[0] != '\0')
    self->touched[find_row (self, row)] = TRUE;
  suggest_registration_number (self, row);
  sme_profile_form_show_errors (self);
}

static void
add_suggestion (SmeProfileForm *self, const char *issuer)
{
  GtkWidget *button = gtk_button_new_with_label (issuer);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.issuer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", issuer);
  gtk_box_append (self->suggestions, button);
}

/* Called while the date is typed, not when it is left: a press on a suggestion is what leaves it,
 * and a button that goes while it is pressed hangs GTK 4.8. */
void
sme_profile_form_suggest_issuers (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_auto (GStrv) issuers = sme_identity_suggest_issuers (
    (SmeIdType) MAX (0, sme_record_get_int (SME_RECORD (profile), "id_type")),
    (int) sme_record_get_int (SME_RECORD (profile), "id_issued_on"), NULL);
  GtkWidget *child;

  if (self->issuers != NULL &&
      g_strv_equal ((const char *const *) issuers, (const char *const *) self->issuers))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_box_remove (self->suggestions, child);
  for (guint i = 0; issuers[i] != NULL; i++)
    add_suggestion (self, issuers[i]);
  g_strfreev (self->issuers);
  self->issuers = g_steal_pointer (&issuers);
}

static void
on_issuer_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeProfileForm *self = SME_PROFILE_FORM (widget);
  int i = sme_profile_field_find ("/id_issued_by");

  sme_field_row_set_text (SME_FIELD_ROW (self->rows[i]), g_variant_get_string (parameter, NULL));
  self->touched[i] = TRUE;
  sme_profile_form_show_errors (self);
}

void
sme_profile_form_on_choice_edited (SmeChoiceRow *row, gpointer user_data)
{
  sme_profile_form_edited (user_data);
  sme_profile_form_show_nationality (user_data);
  sme_profile_form_suggest_issuers (user_data);
}

/* Only who has a passport is asked for it: an identity card is of a Vietnamese. */
void
sme_profile_form_show_nationality (SmeProfileForm *self)
{
  SmeChoiceRow *id_type = SME_CHOICE_ROW (self->rows[sme_profile_field_find ("/id_type")]);

  gtk_widget_set_visible (self->rows[sme_profile_field_find ("/nationality")],
                          sme_choice_row_get_selected (id_type) == SME_ID_PASSPORT);
}

static void
on_convert_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_profile_form_convert (SME_PROFILE_FORM (widget), g_variant_get_string (parameter, NULL));
}

static void
sme_profile_form_dispose (GObject *object)
{
  SmeProfileForm *self = SME_PROFILE_FORM (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->successors);
  sme_profile_form_clear_places (self);
  g_clear_object (&self->base);
  g_clear_object (&self->context);
  g_clear_pointer (&self->issuers, g_strfreev);
  g_clear_pointer (&self->printed, g_free);
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
  gtk_widget_class_install_action (widget_class, "profile.convert", "s", on_convert_activated);
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
  g_autoptr (SmeProfile) empty = sme_profile_new ();

  self->context = g_object_ref (context);
  self->customer_type = customer_type;
  sme_profile_form_build (self);
  sme_profile_form_set_profile (self, empty);
  return GTK_WIDGET (self);
}
