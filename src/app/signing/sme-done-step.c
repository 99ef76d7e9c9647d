/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-done-step.h"

#include "app/order/sme-qr-code.h"
#include "app/signing/sme-next-contract.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

/* Where the phone app is found, and "Try it now" leads to (A3). */
#define PHONE_APP "https://smartca.vnpt.vn"

struct _SmeDoneStep
{
  SmeSigningStep parent_instance;

  GtkLabel *heading;
  GtkLabel *when;
  GtkButton *view;
  GtkWidget *manage;
  SmeNextContract *next;
  GtkWidget *in_use;
  GtkWidget *phone;
  GtkButton *follow;
  SmeQrCode *qr;
};

G_DEFINE_FINAL_TYPE (SmeDoneStep, sme_done_step, SME_TYPE_SIGNING_STEP)

static char *
describe_time (SmeDoneStep *self, SmeDossier *dossier)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));
  g_autofree char *time =
    sme_format_date_time (sme_record_get_int (SME_RECORD (dossier), "completed_at"));

  if (sme_signing_flow_get_kind (flow) == SME_DOSSIER_ACCEPTANCE)
    /* Translators: %s is a date and a time. */
    return g_strdup_printf (_ ("You signed the acceptance record electronically on %s, and the "
                               "provider sealed it."),
                            time);
  /* Translators: %s is a date and a time. */
  return g_strdup_printf (
    _ ("You signed the contract electronically on %s, and the provider sealed it."), time);
}

static void
set_route (GtkButton *button, const char *route)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
}

static void
update (SmeDoneStep *self)
{
  SmeSigningStep *step = SME_SIGNING_STEP (self);
  SmeDossier *dossier = sme_signing_flow_get_dossier (sme_signing_step_get_flow (step));
  gboolean signer = sme_signing_flow_is_of_signer (sme_signing_step_get_flow (step));
  const char *order_id;
  g_autofree char *text = NULL, *view = NULL, *follow = NULL;

  if (dossier == NULL)
    return;
  order_id = sme_record_get_text (SME_RECORD (dossier), "order_id");
  text = describe_time (self, dossier);
  if (signer)
    view = sme_route_build ("dossier", sme_record_get_text (SME_RECORD (dossier), "id"), NULL);
  else
    view = g_strconcat ("contract:", order_id,
                        sme_signing_step_pick (step, "", "?purpose=acceptance"), NULL);
  follow = g_strconcat ("certificate:", order_id, NULL);
  gtk_label_set_label (self->when, text);
  /* The order, its certificate and its subscription are on the buyer's pages. */
  gtk_widget_set_visible (self->manage, !signer);
  gtk_widget_set_visible (GTK_WIDGET (self->follow), !signer);
  set_route (self->view, view);
  set_route (self->follow, follow);
  if (!signer)
    sme_next_contract_look (self->next, sme_page_get_context (SME_PAGE (self)), order_id);
}

static void
sme_done_step_constructed (GObject *object)
{
  SmeDoneStep *self = SME_DONE_STEP (object);
  SmeSigningStep *step = SME_SIGNING_STEP (object);
  gboolean acceptance =
    sme_signing_flow_get_kind (sme_signing_step_get_flow (step)) == SME_DOSSIER_ACCEPTANCE;

  G_OBJECT_CLASS (sme_done_step_parent_class)->constructed (object);
  gtk_label_set_label (self->heading,
                       sme_signing_step_pick (step, _ ("The contract is signed"),
                                              _ ("The acceptance record is signed")));
  sme_page_set_title (SME_PAGE (self), gtk_label_get_label (self->heading));
  gtk_button_set_label (self->view, sme_signing_step_pick (step, _ ("View the contract"),
                                                           _ ("View the acceptance record")));
  gtk_widget_set_visible (self->phone, !acceptance);
  gtk_widget_set_visible (self->in_use, acceptance);
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

  G_OBJECT_CLASS (klass)->constructed = sme_done_step_constructed;
  SME_PAGE_CLASS (klass)->shown = sme_done_step_shown;
  g_type_ensure (SME_TYPE_QR_CODE);
  g_type_ensure (SME_TYPE_NEXT_CONTRACT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-done-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, when);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, view);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, heading);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, in_use);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, manage);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, next);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, phone);
  gtk_widget_class_bind_template_child (widget_class, SmeDoneStep, follow);
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
