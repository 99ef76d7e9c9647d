/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-payment-herald.h"

#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-enums.h"
#include "core/sme-order.h"

#include <glib/gi18n.h>

#define KEY "awaited-orders"
/* Twice as many as one payment takes; beyond that the oldest are given up. */
#define MOST_ORDERS 100

struct _SmePaymentHerald
{
  GObject parent_instance;
  GApplication *application; /* owns us */
  SmeContext *context;
  GCancellable *cancellable;
  GPtrArray *paid; /* SmeOrder, to be told of when all have answered */
  guint asked;     /* and have not answered */
};

G_DEFINE_FINAL_TYPE (SmePaymentHerald, sme_payment_herald, G_TYPE_OBJECT)

static void
change (SmeContext *context, const char *order_id, gboolean awaited)
{
  GSettings *settings = sme_context_get_settings (context);
  g_auto (GStrv) before = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;
  guint n = before != NULL ? g_strv_length (before) : 0;

  if (settings == NULL || order_id == NULL ||
      g_strv_contains ((const char *const *) before, order_id) == awaited)
    return;
  for (guint i = awaited && n >= MOST_ORDERS ? n - MOST_ORDERS + 1 : 0; i < n; i++)
    if (!g_str_equal (before[i], order_id))
      g_strv_builder_add (builder, before[i]);
  if (awaited)
    g_strv_builder_add (builder, order_id);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (settings, KEY, (const char *const *) after);
}

void
sme_payment_herald_await (SmeContext *context, const char *order_id)
{
  change (context, order_id, TRUE);
}

void
sme_payment_herald_forget (SmeContext *context, const char *order_id)
{
  change (context, order_id, FALSE);
}

static void
send (SmePaymentHerald *self,
      const char *tag,
      const char *body,
      const char *button,
      const char *link)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("Payment received"));

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open", "s", link);
  g_notification_add_button_with_target (notification, button, "app.open", "s", link);
  g_application_send_notification (self->application, tag, notification);
}

static void
tell_of_one (SmePaymentHerald *self, SmeRecord *order)
{
  const char *id = sme_record_get_text (order, "id");
  g_autofree char *link = g_strconcat ("onesme://sign/", id, NULL);
  g_autofree char *tag = g_strconcat ("paid-", id, NULL);
  g_autofree char *body = g_strdup_printf (
    /* Translators: %s is an order number. */
    _ ("Order %s is paid. The next step is to sign the contract."),
    sme_record_get_text (order, "number"));

  send (self, tag, body, _ ("Sign the contract"), link);
}

/* A payment of several orders comes at once, and is told at once. */
static void
tell_of_several (SmePaymentHerald *self, guint n)
{
  g_autofree char *body =
    /* Translators: %u is a number of orders, two or more. */
    g_strdup_printf (ngettext ("%u order is paid. The next step is to sign the contract.",
                               "%u orders are paid. The next step is to sign the contracts.", n),
                     n);

  send (self, "paid-several", body, C_ ("section", "Orders"), "onesme://orders");
}

static void
tell (SmePaymentHerald *self)
{
  guint n = self->paid->len;

  if (n == 1)
    tell_of_one (self, g_ptr_array_index (self->paid, 0));
  else if (n > 1)
    tell_of_several (self, n);
  g_ptr_array_set_size (self->paid, 0);
}

static gboolean
is_over (SmeRecord *order)
{
  gint64 state = sme_record_get_int (order, "state");

  return state != SME_ORDER_DECLARED && state != SME_ORDER_AWAITING_PAYMENT;
}

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePaymentHerald) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (self->context == NULL)
    return;
  self->asked--;
  /* What cannot be asked now is asked at the next start. */
  if (order != NULL && is_over (order))
    {
      sme_payment_herald_forget (self->context, sme_record_get_text (order, "id"));
      if (sme_record_get_int (order, "state") == SME_ORDER_PAID)
        g_ptr_array_add (self->paid, g_object_ref (order));
    }
  if (self->asked == 0)
    tell (self);
}

static void
ask (SmePaymentHerald *self)
{
  GSettings *settings = sme_context_get_settings (self->context);
  SmeShop *shop = sme_context_get_shop (self->context);
  g_auto (GStrv) ids = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;

  if (shop == NULL || !sme_context_is_signed_in (self->context))
    return;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++, self->asked++)
    sme_caller_send_async (SME_CALLER (shop), SME_OP_GET_ORDER, ids[i], NULL, NULL,
                           self->cancellable, on_order_ready, g_object_ref (self));
}

static void
sme_payment_herald_dispose (GObject *object)
{
  SmePaymentHerald *self = SME_PAYMENT_HERALD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_payment_herald_parent_class)->dispose (object);
}

static void
sme_payment_herald_finalize (GObject *object)
{
  g_ptr_array_unref (SME_PAYMENT_HERALD (object)->paid);
  G_OBJECT_CLASS (sme_payment_herald_parent_class)->finalize (object);
}

static void
sme_payment_herald_class_init (SmePaymentHeraldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_payment_herald_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_payment_herald_finalize;
}

static void
sme_payment_herald_init (SmePaymentHerald *self)
{
  self->cancellable = g_cancellable_new ();
  self->paid = g_ptr_array_new_with_free_func (g_object_unref);
}

SmePaymentHerald *
sme_payment_herald_new (GApplication *application, SmeContext *context)
{
  SmePaymentHerald *self = g_object_new (SME_TYPE_PAYMENT_HERALD, NULL);

  self->application = application;
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::signed-in", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}
