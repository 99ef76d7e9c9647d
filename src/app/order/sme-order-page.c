/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-page.h"

#include "app/order/sme-choose-step.h"
#include "app/order/sme-declare-step.h"
#include "app/order/sme-order-summary.h"
#include "app/order/sme-pay-step.h"
#include "app/order/sme-payment-herald.h"
#include "app/sme-wizard.h"
#include "client/sme-shop.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeOrderPage
{
  SmePage parent_instance;
  SmeOrder *order;
  SmeWizard *wizard;
  gboolean left; /* for the contract */
};

G_DEFINE_FINAL_TYPE (SmeOrderPage, sme_order_page, SME_TYPE_PAGE)

enum
{
  STEP_CHOOSE,
  STEP_DECLARE,
  STEP_PAY,
  STEP_SIGN,
};

/* Who comes to declare, or to go on with it, has chosen the plan before. */
static gboolean
is_declaring (SmeOrderPage *self)
{
  SmeRoute *route = sme_page_get_route (SME_PAGE (self));

  return g_strcmp0 (sme_route_get_param (route, "step"), "declare") == 0;
}

static guint
find_step (SmeOrderPage *self)
{
  SmeOrder *order = self->order;

  switch (sme_record_get_int (SME_RECORD (order), "state"))
    {
    case SME_ORDER_DRAFT:
      /* What was typed before is taken up where it was left. */
      return is_declaring (self) || sme_record_has (SME_RECORD (order), "profile") ? STEP_DECLARE
                                                                                   : STEP_CHOOSE;
    case SME_ORDER_DECLARED:
    case SME_ORDER_AWAITING_PAYMENT:
      return STEP_PAY;
    default:
      return STEP_SIGN;
    }
}

static void
show_cancelled (SmeOrderPage *self)
{
  sme_page_show_empty (SME_PAGE (self), "onesme-orders-symbolic", _ ("This order was cancelled"),
                       _ ("You can order the plan again at any time."));
  sme_page_set_empty_action (SME_PAGE (self), _ ("Home"), "win.open::home");
}

/* After payment each state has a page of its own. */
static const char *
find_sequel (SmeOrderPage *self)
{
  switch (sme_record_get_int (SME_RECORD (self->order), "state"))
    {
    case SME_ORDER_ACTIVATING:
    case SME_ORDER_ACCEPTING:
    case SME_ORDER_ACTIVE:
      return "certificate";
    case SME_ORDER_ON_HOLD:
    case SME_ORDER_REFUNDING:
    case SME_ORDER_REFUNDED:
      return "support";
    default:
      return "sign";
    }
}

static void
leave_for_sequel (SmeOrderPage *self)
{
  SmeRecord *record = SME_RECORD (self->order);
  const char *page = find_sequel (self);
  /* What is locked is the last thing that was to be signed. */
  gboolean acceptance =
    g_str_equal (page, "sign") && sme_record_has (record, "acceptance_dossier_id");
  g_autofree char *route =
    sme_route_build (page, sme_record_get_text (record, "id"), acceptance ? "purpose" : NULL,
                     acceptance ? "acceptance" : NULL, NULL);

  if (self->left)
    return;
  self->left = TRUE;
  sme_payment_herald_forget (sme_page_get_context (SME_PAGE (self)),
                             sme_record_get_text (record, "id"));
  sme_page_replace (SME_PAGE (self), route);
}

static void
on_state_changed (SmeOrderPage *self)
{
  if (sme_record_get_int (SME_RECORD (self->order), "state") == SME_ORDER_CANCELLED)
    show_cancelled (self);
  else if (find_step (self) == STEP_SIGN)
    leave_for_sequel (self);
}

/* The last step before the contract is done when the order is paid, which the order itself says. */
static void
on_finished (SmeOrderPage *self)
{
  on_state_changed (self);
}

static gboolean
sme_order_page_go_back (SmePage *page)
{
  SmeWizard *wizard = SME_ORDER_PAGE (page)->wizard;

  return wizard != NULL && sme_page_get_state (page) == SME_PAGE_CONTENT &&
         sme_page_go_back (
           SME_PAGE (sme_wizard_get_step (wizard, sme_wizard_get_current (wizard))));
}

static void
on_back_out (SmeOrderPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* "Cancel" in the form: the order stays, with all that was typed. */
static void
on_leave_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_page_go_back (SME_PAGE (widget));
  sme_page_toast (SME_PAGE (widget), _ ("What you typed is kept. You find it under Orders."));
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
build (SmeOrderPage *self)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (self));
  g_autofree char *title =
    /* Translators: %s is an order number. */
    g_strdup_printf (_ ("Order %s"), sme_record_get_text (SME_RECORD (self->order), "number"));

  sme_page_set_title (SME_PAGE (self), title);
  self->wizard = SME_WIZARD (sme_wizard_new ());
  sme_wizard_append (self->wizard, sme_choose_step_new (context, self->order));
  sme_wizard_append (self->wizard, sme_declare_step_new (context, self->order));
  sme_wizard_append (self->wizard, sme_pay_step_new (context, self->order));
  sme_wizard_append_sequel (self->wizard, _ ("Sign the contract"));
  sme_wizard_set_summary (self->wizard, sme_order_summary_new (self->order));
  g_signal_connect_object (self->wizard, "finished", G_CALLBACK (on_finished), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wizard, "back-out", G_CALLBACK (on_back_out), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  sme_wizard_set_current (self->wizard, MIN (find_step (self), STEP_PAY));
  sme_page_set_content (SME_PAGE (self), GTK_WIDGET (self->wizard));
}

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeOrder) order = sme_shop_call_finish (SME_SHOP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (order == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  if (g_set_object (&self->order, order) && find_step (self) != STEP_SIGN)
    build (self);
  sme_page_show_content (SME_PAGE (self));
  on_state_changed (self);
}

static void
sme_order_page_load (SmePage *page)
{
  SmeContext *context = sme_page_get_context (page);

  sme_shop_call_async (sme_context_get_shop (context), SME_OP_GET_ORDER,
                       sme_route_get_id (sme_page_get_route (page)), NULL, NULL,
                       sme_page_get_cancellable (page), on_order_ready, g_object_ref (page));
}

static void
sme_order_page_dispose (GObject *object)
{
  g_clear_object (&SME_ORDER_PAGE (object)->order);
  G_OBJECT_CLASS (sme_order_page_parent_class)->dispose (object);
}

static void
sme_order_page_class_init (SmeOrderPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_order_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_order_page_load;
  SME_PAGE_CLASS (klass)->go_back = sme_order_page_go_back;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "order.leave", NULL,
                                   on_leave_activated);
}

static void
sme_order_page_init (SmeOrderPage *self)
{
  sme_page_set_title (SME_PAGE (self), _ ("Order"));
}
