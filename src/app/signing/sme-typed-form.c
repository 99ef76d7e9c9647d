/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-typed-form.h"

#include "app/form/sme-field-row.h"
#include "app/form/sme-reason-text.h"
#include "app/signing/sme-ink-reason.h"
#include "app/signing/sme-signature-record.h"
#include "app/signing/sme-signature-view.h"
#include "ink/sme-ink-typed.h"

#include <glib/gi18n.h>

struct _SmeTypedForm
{
  AdwBin parent_instance;

  SmeFieldRow *name;
  SmeSignatureView *preview;

  const char *reason;
  gboolean touched; /* the person typed: what is wrong may be said */
  gboolean presetting;
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeTypedForm, sme_typed_form, ADW_TYPE_BIN)

static void
name_preview (SmeTypedForm *self)
{
  g_autofree char *label = NULL;

  if (self->reason == NULL)
    /* Translators: %s is a person's name, typed as a signature. */
    label = g_strdup_printf (_ ("The signature as it will appear: %s"),
                             sme_field_row_get_text (self->name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : sme_reason_text (self->reason), -1);
}

static void
update (SmeTypedForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeInkPath) outline =
    sme_ink_typed (sme_field_row_get_text (self->name), NULL, SME_SIGNATURE_TYPED_WIDTH,
                   SME_SIGNATURE_TYPED_HEIGHT, &error);

  self->reason = outline == NULL ? sme_ink_reason_code (error) : NULL;
  sme_signature_view_set_outline (self->preview, outline);
  sme_typed_form_refuse (self, self->touched ? self->reason : NULL);
  name_preview (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_edited (SmeTypedForm *self)
{
  if (sme_field_row_is_composing (self->name))
    return;
  self->touched = self->touched || !self->presetting;
  update (self);
}

static void
on_activated (SmeTypedForm *self)
{
  self->touched = TRUE;
  update (self);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
sme_typed_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_TYPED_FORM);
  G_OBJECT_CLASS (sme_typed_form_parent_class)->dispose (object);
}

static void
sme_typed_form_class_init (SmeTypedFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_typed_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", SME_TYPE_TYPED_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", SME_TYPE_TYPED_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_SIGNATURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-typed-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeTypedForm, name);
  gtk_widget_class_bind_template_child (widget_class, SmeTypedForm, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
sme_typed_form_init (SmeTypedForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWidget *
sme_typed_form_new (void)
{
  return g_object_new (SME_TYPE_TYPED_FORM, NULL);
}

const char *
sme_typed_form_get_name (SmeTypedForm *self)
{
  g_return_val_if_fail (SME_IS_TYPED_FORM (self), NULL);
  return sme_field_row_get_text (self->name);
}

const char *
sme_typed_form_get_reason (SmeTypedForm *self)
{
  g_return_val_if_fail (SME_IS_TYPED_FORM (self), NULL);
  return self->reason;
}

void
sme_typed_form_preset (SmeTypedForm *self, const char *name)
{
  g_return_if_fail (SME_IS_TYPED_FORM (self));

  if (self->touched || name == NULL)
    return;
  self->presetting = TRUE;
  sme_field_row_set_text (self->name, name);
  self->presetting = FALSE;
}

void
sme_typed_form_set_name (SmeTypedForm *self, const char *name)
{
  g_return_if_fail (SME_IS_TYPED_FORM (self) && name != NULL);

  self->touched = TRUE;
  sme_field_row_set_text (self->name, name);
}

gboolean
sme_typed_form_is_touched (SmeTypedForm *self)
{
  g_return_val_if_fail (SME_IS_TYPED_FORM (self), FALSE);
  return self->touched;
}

void
sme_typed_form_refuse (SmeTypedForm *self, const char *code)
{
  g_return_if_fail (SME_IS_TYPED_FORM (self));
  sme_field_row_set_error (self->name, code != NULL ? sme_reason_text (code) : NULL);
}

void
sme_typed_form_focus (SmeTypedForm *self)
{
  g_return_if_fail (SME_IS_TYPED_FORM (self));
  sme_field_row_focus (self->name);
}
