/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-finish-step.h"

#include "app/signing/sme-signature-pad.h"
#include "app/signing/sme-signature-view.h"

#include <glib/gi18n.h>

struct _SmeFinishStep
{
  SmeSigningStep parent_instance;

  SmeSignaturePad *preview;
  SmeSignatureView *typed;
  GtkButton *again;
  GtkLabel *meaning;
};

G_DEFINE_FINAL_TYPE (SmeFinishStep, sme_finish_step, SME_TYPE_SIGNING_STEP)

static SmeSigningFlow *
get_flow (SmeFinishStep *self)
{
  return sme_signing_step_get_flow (SME_SIGNING_STEP (self));
}

static void
on_ink_changed (SmeFinishStep *self)
{
  if (sme_signing_flow_get_ink (get_flow (self)) != NULL)
    sme_signature_pad_set_ink (self->preview, sme_signing_flow_get_ink (get_flow (self)));
}

static void
on_state_changed (SmeFinishStep *self)
{
  const SmeInkPath *outline = sme_signing_flow_get_outline (get_flow (self));
  SmeInkImage *image = sme_signing_flow_get_image (get_flow (self));
  gboolean drawn;

  if (sme_signing_flow_get_state (get_flow (self)) != SME_SIGNING_FINISHING)
    return;
  drawn = outline == NULL && image == NULL;
  sme_signature_view_set_outline (self->typed, outline);
  sme_signature_view_set_image (self->typed, image);
  gtk_widget_set_visible (GTK_WIDGET (self->typed), !drawn);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), drawn);
  gtk_button_set_label (self->again, drawn ? _ ("Draw again") : _ ("Change the signature"));
}

static void
on_draw_again_clicked (SmeFinishStep *self)
{
  if (!sme_step_get_applying (SME_STEP (self)))
    sme_signing_flow_draw_again (get_flow (self));
}

static void
on_completed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sme_signing_flow_complete_finish (SME_SIGNING_FLOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sme_finish_step_apply_async (SmeStep *step,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task = g_task_new (step, cancellable, callback, data);

  g_task_set_source_tag (task, sme_finish_step_apply_async);
  sme_signing_flow_complete_async (get_flow (SME_FINISH_STEP (step)), cancellable, on_completed,
                                   task);
}

static void
sme_finish_step_constructed (GObject *object)
{
  SmeFinishStep *self = SME_FINISH_STEP (object);

  G_OBJECT_CLASS (sme_finish_step_parent_class)->constructed (object);
  g_signal_connect_object (get_flow (self), "notify::ink", G_CALLBACK (on_ink_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_flow (self), "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  on_ink_changed (self);
  gtk_label_set_label (
    self->meaning,
    sme_signing_step_pick (SME_SIGNING_STEP (self),
                           _ ("With “Finish” you sign the contract electronically. The provider "
                              "then seals it, and it can no longer be changed."),
                           _ ("With “Finish” you sign the acceptance record electronically. The "
                              "provider then seals it, and it can no longer be changed.")));
}

static void
sme_finish_step_class_init (SmeFinishStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_finish_step_constructed;
  SME_STEP_CLASS (klass)->apply_async = sme_finish_step_apply_async;
  g_type_ensure (SME_TYPE_SIGNATURE_PAD);
  g_type_ensure (SME_TYPE_SIGNATURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-finish-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeFinishStep, preview);
  gtk_widget_class_bind_template_child (widget_class, SmeFinishStep, typed);
  gtk_widget_class_bind_template_child (widget_class, SmeFinishStep, again);
  gtk_widget_class_bind_template_child (widget_class, SmeFinishStep, meaning);
  gtk_widget_class_bind_template_callback (widget_class, on_draw_again_clicked);
}

static void
sme_finish_step_init (SmeFinishStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Your signature"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->typed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Your signature"), -1);
  sme_step_set_primary_label (SME_STEP (self), _ ("Finish"));
  sme_step_set_complete (SME_STEP (self), TRUE, NULL);
}
