/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-read-step.h"

#include "app/signing/sme-contract-compare.h"
#include "app/support/sme-case-dialog.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

struct _SmeReadStep
{
  SmeSigningStep parent_instance;

  GtkLabel *heading;
  GtkWidget *explanation;
  GtkLabel *footnote;
  GtkCheckButton *check;
  GtkLabel *check_label;
  GtkLabel *wrong_label;
  SmeContractCompare *compare; /* of the contract; the acceptance record has other data */
  GtkWidget *invite;
  gboolean seen;
};

G_DEFINE_FINAL_TYPE (SmeReadStep, sme_read_step, SME_TYPE_SIGNING_STEP)

static gboolean
is_settled (SmeReadStep *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self->compare)) ||
         sme_contract_compare_get_settled (self->compare);
}

static void
update (SmeReadStep *self)
{
  gboolean read = self->seen || gtk_check_button_get_active (self->check);

  if (read && !is_settled (self))
    {
      sme_step_set_complete (
        SME_STEP (self), FALSE,
        _ ("Wait until the contract is compared, and say whether the differences are right."));
      return;
    }
  sme_step_set_complete (
    SME_STEP (self), read,
    sme_signing_step_pick (
      SME_SIGNING_STEP (self),
      _ ("Read the contract to its last page, or confirm that you have read it."),
      _ ("Read the acceptance record to its last page, or confirm that you have read it.")));
}

static void
on_check_toggled (SmeReadStep *self)
{
  update (self);
}

static void
on_documents_changed (SmeReadStep *self)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));
  SmeContext *context = sme_page_get_context (SME_PAGE (self));
  gboolean signer = sme_signing_flow_is_of_signer (flow);
  GPtrArray *documents = sme_signing_flow_get_documents (flow);
  SmeShownDocument *contract =
    documents != NULL ? sme_shown_documents_find_contract (documents) : NULL;

  /* What is signed already is not compared any more. */
  if (contract == NULL || context == NULL ||
      sme_signing_flow_get_state (flow) > SME_SIGNING_READING ||
      sme_signing_flow_get_kind (flow) != SME_DOSSIER_CONTRACT)
    return;
  sme_contract_compare_start (self->compare,
                              signer ? SME_CALLER (sme_signing_flow_get_econtract (flow))
                                     : SME_CALLER (sme_context_get_shop (context)),
                              signer ? SME_OP_GET_DECLARATION : SME_OP_GET_ORDER,
                              signer ? sme_signing_flow_get_dossier_id (flow)
                                     : sme_signing_flow_get_order_id (flow),
                              contract->bytes);
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
  gtk_widget_set_visible (GTK_WIDGET (self->heading), !compact);
  gtk_widget_set_visible (self->explanation, !compact);
  gtk_widget_set_visible (GTK_WIDGET (self->footnote), !compact);
  gtk_widget_set_visible (self->invite,
                          !compact && !sme_signing_flow_is_of_signer (
                                        sme_signing_step_get_flow (SME_SIGNING_STEP (self))));
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

/* The order waits for the support now, and says so on a page of its own; a holder who was invited
 * has the dossier for that. */
static void
on_case_opened (SmePage *page, SmeCase *opened)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (page));
  g_autofree char *route =
    sme_signing_flow_is_of_signer (flow)
      ? sme_route_build ("dossier", sme_signing_flow_get_dossier_id (flow), NULL)
      : sme_route_build ("support", sme_signing_flow_get_order_id (flow), NULL);

  sme_page_replace (page, route);
}

/* Nothing is signed yet, so the data can still be put right, by people (A49, A50). */
static void
on_wrong_data_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeSigningStep *step = SME_SIGNING_STEP (widget);
  SmeSigningFlow *flow = sme_signing_step_get_flow (step);
  gboolean acceptance = sme_signing_flow_get_kind (flow) == SME_DOSSIER_ACCEPTANCE;
  SmeCasePlace place = sme_signing_step_get_case_place (step);
  g_autofree char *text = sme_signing_step_make_hotline_text (
    step, sme_signing_step_pick (
            step,
            _ ("Nothing is signed yet. Please contact the hotline 1800 1260 (free): your order is "
               "corrected and the contract is made anew. Until then, please don't sign."),
            _ ("Nothing is signed yet. Please contact the hotline 1800 1260 (free), branch 1: the "
               "acceptance record is made anew. Until then, please don't sign.")));

  sme_case_dialog_present (
    SME_PAGE (widget), &place, acceptance ? SME_CASE_ACCEPTANCE_FAILED : SME_CASE_WRONG_DATA,
    gtk_label_get_label (SME_READ_STEP (widget)->wrong_label), text, on_case_opened);
}

/* An invited holder invites nobody. The record has other data than the declaration. */
static void
show_for_whom (SmeReadStep *self)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));
  gboolean signer = sme_signing_flow_is_of_signer (flow);

  gtk_widget_set_visible (GTK_WIDGET (self->compare),
                          sme_signing_flow_get_kind (flow) == SME_DOSSIER_CONTRACT);
  gtk_widget_set_visible (self->invite, !signer);
}

static void
on_invite_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (widget));
  g_autofree char *route = sme_route_build ("signer", sme_signing_flow_get_order_id (flow), NULL);

  sme_page_open (SME_PAGE (widget), route);
}

static void
sme_read_step_constructed (GObject *object)
{
  SmeReadStep *self = SME_READ_STEP (object);
  SmeSigningStep *step = SME_SIGNING_STEP (object);

  G_OBJECT_CLASS (sme_read_step_parent_class)->constructed (object);
  gtk_label_set_label (self->heading,
                       sme_signing_step_pick (step, _ ("Please read the contract first"),
                                              _ ("Please read the acceptance record first")));
  gtk_label_set_label (self->check_label,
                       sme_signing_step_pick (step, _ ("I have read the contract"),
                                              _ ("I have read the acceptance record")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->check_label), -1);
  gtk_label_set_label (self->wrong_label,
                       sme_signing_step_pick (step, _ ("Wrong information on the contract"),
                                              _ ("Wrong information on the acceptance record")));
  gtk_label_set_label (self->footnote,
                       sme_signing_step_pick (
                         step,
                         _ ("You sign electronically, with an OTP and a signature that you draw or "
                            "type; the provider then seals the contract."),
                         _ ("You sign electronically, with an OTP and a signature that you draw or "
                            "type; the provider then seals the acceptance record.")));
  show_for_whom (self);
  g_signal_connect_object (sme_signing_step_get_flow (step), "notify::documents",
                           G_CALLBACK (on_documents_changed), self, G_CONNECT_SWAPPED);
  on_documents_changed (self);
  update (self);
}

static void
sme_read_step_class_init (SmeReadStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_read_step_constructed;
  SME_STEP_CLASS (klass)->apply_async = sme_read_step_apply_async;
  g_type_ensure (SME_TYPE_CONTRACT_COMPARE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-read-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, heading);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, explanation);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, footnote);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, invite);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, check);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, check_label);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, wrong_label);
  gtk_widget_class_bind_template_child (widget_class, SmeReadStep, compare);
  gtk_widget_class_bind_template_callback (widget_class, on_check_toggled);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "signing.invite", NULL, on_invite_activated);
  gtk_widget_class_install_action (widget_class, "signing.wrong-data", NULL,
                                   on_wrong_data_activated);
}

static void
sme_read_step_init (SmeReadStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_step_set_primary_label (SME_STEP (self), _ ("Continue"));
}
