/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-done-step.h"

#include "app/order/sme-qr-code.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

/* Where the phone app is found, and "Try it now" leads to (A3). */
#define PHONE_APP "https://smartca.vnpt.vn"

struct _SmeDoneStep
{
  SmeSigningStep parent_instance;

  GtkLabel *when;
  GtkButton *view;
  SmeQrCode *qr;
};

G_DEFINE_FINAL_TYPE (SmeDoneStep, sme_done_step, SME_TYPE_SIGNING_STEP)

static void
update (SmeDoneStep *self)
{
  SmeDossier *dossier =
    sme_signing_flow_get_dossier (sme_signing_step_get_flow (SME_SIGNING_STEP (self)));
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  g_autofree char *route = NULL;

  if (dossier == NULL)
    return;
  time = sme_format_date_time (sme_record_get_int (SME_RECORD (dossier), "completed_at"));
  /* Translators: %s is a date and a time. */
  text = g_strdup_printf (
    _ ("You signed the contract electronically on %s, and the provider sealed it."), time);
  route = g_strconcat ("contract:", sme_record_get_text (SME_RECORD (dossier), "order_id"), NULL);
  gtk_label_set_label (self->when, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->view), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->view), "win.open");
}

static void
sme_done_step_shown (SmePage *page)
{
  SME_PAGE_CLASS (sme_done_step_parent_class)->shown (page);
  update (SME_DONE_STEP (page));
}

static void
sme_done_step_class_init (SmeDoneStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SME_PAGE_CLASS (klass)->shown = sme_done_step_shown;
  g_type_ensure (SME_TYPE_QR_CODE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-done-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, when);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, view);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, qr);
}

static void
sme_done_step_init (SmeDoneStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_qr_code_set_text (self->qr, PHONE_APP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->qr), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("QR code that opens smartca.vnpt.vn on the phone"), -1);
  sme_step_set_primary_label (SME_STEP (self), "");
}
