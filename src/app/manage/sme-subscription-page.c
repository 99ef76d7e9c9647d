/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-subscription-page.h"

#include "app/catalog/sme-price-text.h"
#include "app/manage/sme-fact-row.h"
#include "app/manage/sme-next-step.h"
#include "app/manage/sme-state-label.h"
#include "app/manage/sme-state-text.h"
#include "app/manage/sme-subscription-text.h"
#include "app/sme-wrap-box.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "client/sme-caller.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeSubscriptionPage
{
  SmePage parent_instance;

  GtkLabel *plan_label;
  SmeStateLabel *state_label;
  SmeStateLabel *order_state_label;
  GtkButton *next_button;
  GtkButton *contract_button;
  GtkButton *certificate_button;
  GtkButton *acceptance_button;
  GtkButton *signer_button;
  GtkButton *payments_button;
  SmeFactRow *service_row;
  SmeFactRow *period_row;
  SmeFactRow *trial_row;
  SmeFactRow *cycle_row;
  SmeFactRow *price_row;
  SmeFactRow *renewal_row;
  SmeFactRow *certificate_row;
  SmeFactRow *order_row;
  SmeFactRow *ordered_row;

  SmeSubscription *subscription;
};

G_DEFINE_FINAL_TYPE (SmeSubscriptionPage, sme_subscription_page, SME_TYPE_PAGE)

/* Whether the order says something of itself: when both are in use, once is enough. */
static gboolean
has_own_order_state (SmeRecord *record)
{
  const char *state =
    sme_state_text_find (SME_TYPE_SUBSCRIPTION_STATE, (int) sme_record_get_int (record, "state"))
      .text;
  const char *order_state =
    sme_state_text_find (SME_TYPE_ORDER_STATE, (int) sme_record_get_int (record, "order_state"))
      .text;

  return sme_record_has (record, "order_state") && g_strcmp0 (state, order_state) != 0;
}

static void
show_states (SmeSubscriptionPage *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  gboolean has_order_state = has_own_order_state (record);

  sme_state_label_set_state (self->state_label, SME_TYPE_SUBSCRIPTION_STATE,
                             (int) sme_record_get_int (record, "state"));
  gtk_widget_set_visible (GTK_WIDGET (self->order_state_label), has_order_state);
  if (has_order_state)
    sme_state_label_set_state (self->order_state_label, SME_TYPE_ORDER_STATE,
                               (int) sme_record_get_int (record, "order_state"));
}

/* While it is activated the next step leads to it. */
static void
show_certificate_button (SmeSubscriptionPage *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  gint64 state = sme_record_get_int (record, "order_state");
  g_autofree char *route =
    sme_next_step_build_route (SME_NEXT_ACTIVATE, sme_record_get_text (record, "order_id"));

  sme_next_step_set_route (GTK_ACTIONABLE (self->certificate_button), route);
  gtk_widget_set_visible (GTK_WIDGET (self->certificate_button),
                          state == SME_ORDER_ACCEPTING || state == SME_ORDER_ACTIVE);
}

/* What was signed stays in reach; what is to be signed is the next step. */
static void
show_acceptance_button (SmeSubscriptionPage *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  g_autofree char *route = sme_route_build ("contract", sme_record_get_text (record, "order_id"),
                                            "purpose", "acceptance", NULL);

  sme_next_step_set_route (GTK_ACTIONABLE (self->acceptance_button), route);
  gtk_widget_set_visible (GTK_WIDGET (self->acceptance_button),
                          sme_record_has (record, "acceptance_dossier_id") &&
                            !sme_next_step_allows (record, SME_NEXT_SIGN_ACCEPTANCE));
}

static void
show_signer_button (SmeSubscriptionPage *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  g_autofree char *route =
    sme_route_build ("signer", sme_record_get_text (record, "order_id"), NULL);

  sme_next_step_set_route (GTK_ACTIONABLE (self->signer_button), route);
  gtk_widget_set_visible (GTK_WIDGET (self->signer_button),
                          sme_next_step_allows (record, SME_NEXT_SIGN_CONTRACT) ||
                            sme_next_step_allows (record, SME_NEXT_SIGN_ACCEPTANCE));
}

/* The contract has a button of its own, so it is no next step here. */
static void
show_buttons (SmeSubscriptionPage *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  const char *order_id = sme_record_get_text (record, "order_id");
  g_autofree char *contract = sme_next_step_build_route (SME_NEXT_VIEW_CONTRACT, order_id);
  g_autofree char *payments = sme_route_build ("payments", order_id, NULL);
  SmeNextStep step;

  sme_next_step_fill_button (self->next_button, record, order_id);
  if (sme_next_step_find (record, &step) && step.action == SME_NEXT_VIEW_CONTRACT)
    gtk_widget_set_visible (GTK_WIDGET (self->next_button), FALSE);
  sme_next_step_set_route (GTK_ACTIONABLE (self->payments_button), payments);
  sme_next_step_set_route (GTK_ACTIONABLE (self->contract_button), contract);
  gtk_widget_set_visible (GTK_WIDGET (self->contract_button),
                          sme_next_step_allows (record, SME_NEXT_VIEW_CONTRACT));
  show_certificate_button (self);
  show_acceptance_button (self);
  show_signer_button (self);
}

static void
show_dates (SmeSubscriptionPage *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  g_autofree char *period = sme_subscription_text_period (self->subscription);
  g_autofree char *trial = sme_subscription_text_trial (self->subscription);
  g_autofree char *ordered =
    sme_record_has (record, "created_at")
      ? sme_format_date (sme_date_from_time (sme_record_get_int (record, "created_at")))
      : NULL;

  sme_fact_row_set_value (self->period_row, period);
  sme_fact_row_set_value (self->trial_row, trial);
  sme_fact_row_set_value (self->ordered_row, ordered);
}

static void
show_subscription (SmeSubscriptionPage *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  g_autofree char *cycle = sme_subscription_text_cycle (self->subscription);
  const char *mark = sme_price_text_mark (record);
  g_autofree char *money = sme_format_money (sme_record_get_int (record, "price"));
  g_autofree char *price = g_strconcat (money, mark != NULL ? " · " : NULL, mark, NULL);

  sme_page_set_title (SME_PAGE (self), sme_record_get_text (record, "plan_name"));
  gtk_label_set_label (self->plan_label, sme_record_get_text (record, "plan_name"));
  sme_fact_row_set_value (self->service_row, sme_record_get_text (record, "service_name"));
  sme_fact_row_set_value (self->cycle_row, cycle);
  sme_fact_row_set_value (self->price_row, price);
  sme_fact_row_set_value (self->renewal_row, !sme_record_has (record, "auto_renew") ? NULL
                                             : sme_record_get_int (record, "auto_renew") != 0
                                               ? _ ("On")
                                               : _ ("Off"));
  sme_fact_row_set_value (
    self->certificate_row,
    sme_record_has (record, "certificate_state")
      ? sme_state_text_find (SME_TYPE_CERTIFICATE_STATE,
                             (int) sme_record_get_int (record, "certificate_state"))
          .text
      : NULL);
  sme_fact_row_set_value (self->order_row, sme_record_get_text (record, "order_number"));
  show_dates (self);
  show_states (self);
  show_buttons (self);
}

static void
follow (SmeSubscriptionPage *self, SmeSubscription *subscription)
{
  if (self->subscription != NULL)
    g_signal_handlers_disconnect_by_data (self->subscription, self);
  g_set_object (&self->subscription, subscription);
  if (subscription != NULL)
    g_signal_connect_object (subscription, "notify", G_CALLBACK (show_subscription), self,
                             G_CONNECT_SWAPPED);
}

static void
on_subscription_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSubscriptionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSubscription) subscription =
    sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (subscription == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  follow (self, subscription);
  show_subscription (self);
  sme_page_show_content (SME_PAGE (self));
}

static void
sme_subscription_page_load (SmePage *page)
{
  SmeCaller *shop = SME_CALLER (sme_context_get_shop (sme_page_get_context (page)));
  const char *id = sme_route_get_id (sme_page_get_route (page));
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "subscription without an id");
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (shop, SME_OP_GET_SUBSCRIPTION, id, NULL, NULL,
                         sme_page_get_cancellable (page), on_subscription_ready,
                         g_object_ref (page));
}

static void
sme_subscription_page_dispose (GObject *object)
{
  follow (SME_SUBSCRIPTION_PAGE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_SUBSCRIPTION_PAGE);
  G_OBJECT_CLASS (sme_subscription_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_STATE_LABEL);
  g_type_ensure (SME_TYPE_WRAP_BOX);
  g_type_ensure (SME_TYPE_FACT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-subscription-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, plan_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, order_state_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, contract_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, certificate_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, payments_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, certificate_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, signer_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, acceptance_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, service_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, period_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, trial_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, cycle_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, price_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, renewal_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, order_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionPage, ordered_row);
}

static void
sme_subscription_page_class_init (SmeSubscriptionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_subscription_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_subscription_page_load;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_subscription_page_init (SmeSubscriptionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Subscription"));
}
