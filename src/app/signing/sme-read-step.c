/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-read-step.h"

#include <glib/gi18n.h>

struct _SmeReadStep
{
  SmeSigningStep parent_instance;

  GtkWidget *heading;
  GtkWidget *explanation;
  GtkWidget *footnote;
  GtkCheckButton *check;
  gboolean seen;
};

G_DEFINE_FINAL_TYPE (SmeReadStep, sme_read_step, SME_TYPE_SIGNING_STEP)

static void
update (SmeReadStep *self)
{
  sme_step_set_complete (
    SME_STEP (self), self->seen || gtk_check_button_get_active (self->check),
    _ ("Read the contract to its last page, or confirm that you have read it."));
}

static void
on_check_toggled (SmeReadStep *self)
{
  update (self);
}

void
sme_read_step_set_seen (SmeReadStep *self, gboolean seen)
{
  g_return_if_fail (SME_IS_READ_STEP (self));
  self->seen = seen;
  update (self);
}

void
sme_read_step_set_compact (SmeReadStep *self, gboolean compact)
{
  g_return_if_fail (SME_IS_READ_STEP (self));
  gtk_widget_set_visible (self->heading, !compact);
  gtk_widget_set_visible (self->explanation, !compact);
  gtk_widget_set_visible (self->footnote, !compact);
}

static void
sme_read_step_apply_async (SmeStep *step,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (step, cancellable, callback, data);

  g_task_set_source_tag (task, sme_read_step_apply_async);
  sme_signing_flow_confirm_read (sme_signing_step_get_flow (SME_SIGNING_STEP (step)));
  g_task_return_boolean (task, TRUE);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "call"))
    gtk_widget_activate_action (GTK_WIDGET (data), "page.hotline", NULL);
}

/* Nothing is signed yet, so the data can still be put right, by people (A49). */
static void
on_wrong_data_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *text = sme_signing_step_make_hotline_text (
    SME_SIGNING_STEP (widget),
    _ ("Nothing is signed yet. Please contact the hotline 1800 1260 (free): your order is corrected"
       " and the contract is made anew. Until then, please don't sign."));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Wrong information on the contract"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"), "call",
                                    _ ("Call 1800 1260"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "call",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "call");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sme_read_step_class_init (SmeReadStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SME_STEP_CLASS (klass)->apply_async = sme_read_step_apply_async;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-read-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, heading);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, explanation);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, footnote);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, check);
  gtk_widget_class_bind_template_callback (widget_class, on_check_toggled);
  gtk_widget_class_install_action (widget_class, "signing.wrong-data", NULL,
                                   on_wrong_data_activated);
}

static void
sme_read_step_init (SmeReadStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_step_set_primary_label (SME_STEP (self), _ ("Continue"));
  update (self);
}
