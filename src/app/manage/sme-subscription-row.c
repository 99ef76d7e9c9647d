/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-subscription-row.h"

#include "app/catalog/sme-price-text.h"
#include "app/manage/sme-next-step.h"
#include "app/manage/sme-state-label.h"
#include "app/manage/sme-subscription-text.h"
#include "app/sme-route.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeSubscriptionRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *plan_label;
  GtkLabel *service_label;
  GtkLabel *period_label;
  SmeStateLabel *state_label;
  GtkLabel *price_label;
  GtkLabel *cycle_label;
  GtkLabel *basis_label;
  GtkButton *sign_button;

  SmeSubscription *subscription;
};

G_DEFINE_FINAL_TYPE (SmeSubscriptionRow, sme_subscription_row, GTK_TYPE_LIST_BOX_ROW)

/* What waits for the person is signed from here, and what ends is renewed; everything else is on
 * the subscription's page. */
static void
show_button (SmeSubscriptionRow *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  SmeNextStep step;
  gboolean waits = sme_next_step_find (record, &step) &&
                   (step.action == SME_NEXT_SIGN_CONTRACT ||
                    step.action == SME_NEXT_SIGN_ACCEPTANCE || step.action == SME_NEXT_RENEW);

  if (waits)
    sme_next_step_fill_button (self->sign_button, record, sme_record_get_text (record, "order_id"));
  gtk_widget_set_visible (GTK_WIDGET (self->sign_button), waits);
}

/* A price that nobody published must not pass for the seller's. */
static void
show_basis (SmeSubscriptionRow *self)
{
  const char *mark = sme_price_text_mark (SME_RECORD (self->subscription));

  gtk_label_set_label (self->basis_label, mark != NULL ? mark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->basis_label), mark != NULL);
}

static void
speak (SmeSubscriptionRow *self)
{
  const char *basis = gtk_label_get_label (self->basis_label);
  g_autofree char *spoken = g_strdup_printf (
    "%s, %s, %s, %s, %s, %s%s%s", gtk_label_get_label (self->plan_label),
    gtk_label_get_label (self->service_label), sme_state_label_get_text (self->state_label),
    gtk_label_get_label (self->period_label), gtk_label_get_label (self->price_label),
    gtk_label_get_label (self->cycle_label), *basis != '\0' ? ", " : "", basis);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_subscription (SmeSubscriptionRow *self)
{
  SmeRecord *record = SME_RECORD (self->subscription);
  g_autofree char *period = sme_subscription_text_term (self->subscription);
  g_autofree char *cycle = sme_subscription_text_cycle (self->subscription);
  g_autofree char *price = sme_format_money (sme_record_get_int (record, "price"));

  gtk_label_set_label (self->plan_label, sme_record_get_text (record, "plan_name"));
  gtk_label_set_label (self->service_label, sme_record_get_text (record, "service_name"));
  gtk_label_set_label (self->period_label, period);
  gtk_label_set_label (self->price_label, price);
  gtk_label_set_label (self->cycle_label, cycle);
  show_basis (self);
  sme_state_label_set_state (self->state_label, SME_TYPE_SUBSCRIPTION_STATE,
                             (int) sme_record_get_int (record, "state"));
  show_button (self);
  speak (self);
}

static void
sme_subscription_row_dispose (GObject *object)
{
  SmeSubscriptionRow *self = SME_SUBSCRIPTION_ROW (object);

  if (self->subscription != NULL)
    g_signal_handlers_disconnect_by_data (self->subscription, self);
  g_clear_object (&self->subscription);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SUBSCRIPTION_ROW);
  G_OBJECT_CLASS (sme_subscription_row_parent_class)->dispose (object);
}

static void
sme_subscription_row_class_init (SmeSubscriptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_STATE_LABEL);
  G_OBJECT_CLASS (klass)->dispose = sme_subscription_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-subscription-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, plan_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, service_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, period_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, price_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, cycle_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, basis_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionRow, sign_button);
}

static void
sme_subscription_row_init (SmeSubscriptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_subscription_row_new (SmeSubscription *subscription)
{
  SmeSubscriptionRow *self = g_object_new (SME_TYPE_SUBSCRIPTION_ROW, NULL);

  self->subscription = g_object_ref (subscription);
  g_signal_connect_object (subscription, "notify", G_CALLBACK (show_subscription), self,
                           G_CONNECT_SWAPPED);
  show_subscription (self);
  return GTK_WIDGET (self);
}

char *
sme_subscription_row_build_route (SmeSubscriptionRow *self)
{
  return sme_route_build ("subscription",
                          sme_record_get_text (SME_RECORD (self->subscription), "id"), NULL);
}
