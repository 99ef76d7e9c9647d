/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-document-row.h"

#include "app/manage/sme-state-label.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeDocumentRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkLabel *name_label;
  SmeStateLabel *state_label;
  GtkLabel *date_label;
  GtkWidget *view_button;
  GtkWidget *download_button;

  SmeDocumentInfo *info;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeDocumentRow, sme_document_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_toggled (SmeDocumentRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/* @format: has a %s for the name. */
static void
speak (GtkWidget *widget, const char *format, const char *name)
{
  g_autoptr (GString) spoken = g_string_new (format);

  g_string_replace (spoken, "%s", name, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken->str, -1);
}

static void
show_info (SmeDocumentRow *self)
{
  SmeRecord *info = SME_RECORD (self->info);
  const char *id = sme_record_get_text (info, "id");
  const char *name = sme_record_get_text (info, "name");
  g_autofree char *date = sme_format_date ((int) sme_record_get_int (info, "changed_on"));

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->date_label, date);
  sme_state_label_set_state (self->state_label, SME_TYPE_DOCUMENT_STATE,
                             (int) sme_record_get_int (info, "state"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->view_button), "s", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->download_button), "s", id);
  speak (GTK_WIDGET (self), "%s", name);
  speak (GTK_WIDGET (self->check), _ ("Select %s"), name);
  speak (self->view_button, _ ("View %s"), name);
  speak (self->download_button, _ ("Download %s"), name);
}

SmeDocumentInfo *
sme_document_row_get_info (SmeDocumentRow *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_ROW (self), NULL);
  return self->info;
}

gboolean
sme_document_row_get_selected (SmeDocumentRow *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_ROW (self), FALSE);
  return gtk_check_button_get_active (self->check);
}

void
sme_document_row_set_selected (SmeDocumentRow *self, gboolean selected)
{
  g_return_if_fail (SME_IS_DOCUMENT_ROW (self));
  gtk_check_button_set_active (self->check, selected);
}

static void
sme_document_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_boolean (value, sme_document_row_get_selected (SME_DOCUMENT_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_document_row_dispose (GObject *object)
{
  g_clear_object (&SME_DOCUMENT_ROW (object)->info);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_DOCUMENT_ROW);
  G_OBJECT_CLASS (sme_document_row_parent_class)->dispose (object);
}

static void
sme_document_row_class_init (SmeDocumentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_document_row_get_property;
  object_class->dispose = sme_document_row_dispose;
  props[PROP_SELECTED] =
    g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (SME_TYPE_STATE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-document-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentRow, check);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentRow, date_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentRow, view_button);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentRow, download_button);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
sme_document_row_init (SmeDocumentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_document_row_new (SmeDocumentInfo *info)
{
  SmeDocumentRow *self = g_object_new (SME_TYPE_DOCUMENT_ROW, NULL);

  self->info = g_object_ref (info);
  show_info (self);
  return GTK_WIDGET (self);
}
