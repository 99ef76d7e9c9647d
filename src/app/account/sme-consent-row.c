/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-consent-row.h"

#include "app/account/sme-consent-text.h"
#include "app/form/sme-announcement.h"
#include "app/form/sme-row-focus.h"
#include "app/sme-route.h"

#include <glib/gi18n.h>

struct _SmeConsentRow
{
  AdwPreferencesRow parent_instance;

  GtkCheckButton *check;
  GtkWidget *star;
  GtkLabel *label;
  GtkLabel *note;
  GtkButton *read_button;

  SmeTermsItem *item;
};

static guint signal_edited;

G_DEFINE_FINAL_TYPE (SmeConsentRow, sme_consent_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_toggled (SmeConsentRow *self)
{
  g_signal_emit (self, signal_edited, 0);
}

static void
show_item (SmeConsentRow *self)
{
  SmeRecord *item = SME_RECORD (self->item);
  g_autofree char *text = sme_consent_text (sme_record_get_text (item, "purpose"));
  g_autofree char *route = sme_route_build ("terms", sme_record_get_text (item, "version"), NULL);
  g_autofree char *spoken = g_strdup_printf (_ ("Read: %s"), text);
  gboolean required = sme_consent_row_get_required (self);

  gtk_label_set_label (self->label, text);
  /* Its place stays, so that the texts stand below each other. */
  gtk_widget_set_opacity (self->star, required ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !required);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read_button), "s", route);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, required, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->read_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  sme_announcement_describe (GTK_WIDGET (self->check), required ? C_ ("consent", "Required") : "");
}

static gboolean
sme_consent_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SME_CONSENT_ROW (widget)->check));
}

static void
sme_consent_row_dispose (GObject *object)
{
  g_clear_object (&SME_CONSENT_ROW (object)->item);
  G_OBJECT_CLASS (sme_consent_row_parent_class)->dispose (object);
}

static void
sme_consent_row_class_init (SmeConsentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_consent_row_dispose;
  widget_class->grab_focus = sme_consent_row_grab_focus;
  widget_class->focus = sme_row_focus_inside;
  signal_edited = g_signal_new ("edited", SME_TYPE_CONSENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-consent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeConsentRow, check);
  gtk_widget_class_bind_template_child (widget_class, SmeConsentRow, star);
  gtk_widget_class_bind_template_child (widget_class, SmeConsentRow, label);
  gtk_widget_class_bind_template_child (widget_class, SmeConsentRow, note);
  gtk_widget_class_bind_template_child (widget_class, SmeConsentRow, read_button);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
sme_consent_row_init (SmeConsentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_consent_row_new (SmeTermsItem *item)
{
  SmeConsentRow *self = g_object_new (SME_TYPE_CONSENT_ROW, NULL);

  self->item = g_object_ref (item);
  show_item (self);
  return GTK_WIDGET (self);
}

gboolean
sme_consent_row_get_required (SmeConsentRow *self)
{
  g_return_val_if_fail (SME_IS_CONSENT_ROW (self), FALSE);
  return sme_record_get_int (SME_RECORD (self->item), "required") != 0;
}

gboolean
sme_consent_row_get_agreed (SmeConsentRow *self)
{
  g_return_val_if_fail (SME_IS_CONSENT_ROW (self), FALSE);
  return gtk_check_button_get_active (self->check);
}

SmeConsent *
sme_consent_row_make_consent (SmeConsentRow *self)
{
  SmeRecord *item = SME_RECORD (self->item);
  SmeConsent *consent;

  if (!sme_consent_row_get_agreed (self))
    return NULL;
  consent = sme_consent_new ();
  sme_record_set_text (SME_RECORD (consent), "purpose", sme_record_get_text (item, "purpose"));
  sme_record_set_text (SME_RECORD (consent), "version", sme_record_get_text (item, "version"));
  return consent;
}
