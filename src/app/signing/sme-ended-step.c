/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-ended-step.h"

#include <glib/gi18n.h>

struct _SmeEndedStep
{
  SmeSigningStep parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeEndedStep, sme_ended_step, SME_TYPE_SIGNING_STEP)

static void
on_restarted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sme_signing_flow_restart_finish (SME_SIGNING_FLOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sme_ended_step_apply_async (SmeStep *step,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  GTask *task = g_task_new (step, cancellable, callback, data);

  g_task_set_source_tag (task, sme_ended_step_apply_async);
  sme_signing_flow_restart_async (sme_signing_step_get_flow (SME_SIGNING_STEP (step)), cancellable,
                                  on_restarted, task);
}

/* Here every error is news: it is what keeps the new session from beginning. */
static gboolean
sme_ended_step_take_error (SmeStep *step, const GError *error)
{
  return FALSE;
}

static void
sme_ended_step_class_init (SmeEndedStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SME_STEP_CLASS (klass)->apply_async = sme_ended_step_apply_async;
  SME_STEP_CLASS (klass)->take_error = sme_ended_step_take_error;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-ended-step.ui");
}

static void
sme_ended_step_init (SmeEndedStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_step_set_primary_label (SME_STEP (self), _ ("Agree"));
  sme_step_set_complete (SME_STEP (self), TRUE, NULL);
}
