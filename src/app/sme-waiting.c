/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-waiting.h"

#include "app/sme-context.h"
#include "client/sme-caller.h"
#include "core/sme-enums.h"
#include "core/sme-order-query.h"
#include "core/sme-subscription-query.h"

/* Several notices in a row (an order, its payment, its subscription) are one reason to ask. */
#define QUIET_MS 250
#define MOST_ORDERS 50

struct _SmeWaiting
{
  GObject parent_instance;

  SmeContext *context; /* owns us */
  GListStore *from_orders;
  GListStore *from_subscriptions;
  GCancellable *cancellable;
  guint refresh_source;
};

static void sme_waiting_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeWaiting,
                               sme_waiting,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sme_waiting_list_init))

static GType
sme_waiting_get_item_type (GListModel *list)
{
  return SME_TYPE_WAITING_ITEM;
}

static guint
sme_waiting_get_n_items (GListModel *list)
{
  SmeWaiting *self = SME_WAITING (list);

  return g_list_model_get_n_items (G_LIST_MODEL (self->from_orders)) +
         g_list_model_get_n_items (G_LIST_MODEL (self->from_subscriptions));
}

static gpointer
sme_waiting_get_item (GListModel *list, guint position)
{
  SmeWaiting *self = SME_WAITING (list);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->from_orders));

  return position < n
           ? g_list_model_get_item (G_LIST_MODEL (self->from_orders), position)
           : g_list_model_get_item (G_LIST_MODEL (self->from_subscriptions), position - n);
}

static void
sme_waiting_list_init (GListModelInterface *iface)
{
  iface->get_item_type = sme_waiting_get_item_type;
  iface->get_n_items = sme_waiting_get_n_items;
  iface->get_item = sme_waiting_get_item;
}

static SmeWaitingItem *
make_item (gpointer record)
{
  return SME_IS_ORDER (record) ? sme_waiting_item_new_for_order (record)
                               : sme_waiting_item_new_for_subscription (record);
}

/* Replaces what @store holds by what waits in @records. */
static void
fill (SmeWaiting *self, GListStore *store, GListModel *records)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint first =
    store == self->from_orders ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->from_orders));
  guint n = records != NULL ? g_list_model_get_n_items (records) : 0;
  guint after;

  g_list_store_remove_all (store);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) record = g_list_model_get_item (records, i);
      g_autoptr (SmeWaitingItem) item = make_item (record);

      if (item != NULL)
        g_list_store_append (store, item);
    }
  after = g_list_model_get_n_items (G_LIST_MODEL (store));
  if (before > 0 || after > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before, after);
}

static void
take_answer (SmeWaiting *self, GListStore *store, SmeCaller *caller, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records = sme_caller_list_finish (caller, result, NULL, NULL, &error);

  if (records != NULL && self->context != NULL)
    fill (self, store, records);
}

static void
on_orders_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeWaiting) self = data;

  take_answer (self, self->from_orders, SME_CALLER (source), result);
}

static void
on_subscriptions_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeWaiting) self = data;

  take_answer (self, self->from_subscriptions, SME_CALLER (source), result);
}

static void
fetch (SmeWaiting *self)
{
  SmeCaller *caller = SME_CALLER (sme_context_get_shop (self->context));
  g_autoptr (SmeRecord) orders = SME_RECORD (sme_order_query_new ());
  g_autoptr (SmeRecord) subscriptions = SME_RECORD (sme_subscription_query_new ());

  sme_record_set_int (orders, "limit", MOST_ORDERS);
  sme_record_set_int (subscriptions, "state", SME_SUBSCRIPTION_EXPIRING);
  sme_caller_send_async (caller, SME_OP_LIST_ORDERS, NULL, orders, NULL, self->cancellable,
                         on_orders_ready, g_object_ref (self));
  sme_caller_send_async (caller, SME_OP_LIST_SUBSCRIPTIONS, NULL, subscriptions, NULL,
                         self->cancellable, on_subscriptions_ready, g_object_ref (self));
}

static gboolean
on_refresh_due (gpointer data)
{
  SmeWaiting *self = data;

  self->refresh_source = 0;
  sme_waiting_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_something_changed (SmeWaiting *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add (QUIET_MS, on_refresh_due, self);
}

static void
sme_waiting_dispose (GObject *object)
{
  SmeWaiting *self = SME_WAITING (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->context), (gpointer *) &self->context);
  self->context = NULL;
  G_OBJECT_CLASS (sme_waiting_parent_class)->dispose (object);
}

static void
sme_waiting_finalize (GObject *object)
{
  SmeWaiting *self = SME_WAITING (object);

  g_object_unref (self->from_orders);
  g_object_unref (self->from_subscriptions);
  G_OBJECT_CLASS (sme_waiting_parent_class)->finalize (object);
}

static void
sme_waiting_class_init (SmeWaitingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_waiting_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_waiting_finalize;
}

static void
sme_waiting_init (SmeWaiting *self)
{
  self->from_orders = g_list_store_new (SME_TYPE_WAITING_ITEM);
  self->from_subscriptions = g_list_store_new (SME_TYPE_WAITING_ITEM);
}

SmeWaiting *
sme_waiting_new (SmeContext *context)
{
  SmeWaiting *self = g_object_new (SME_TYPE_WAITING, NULL);
  SmeShop *shop = sme_context_get_shop (context);

  self->context = context;
  g_object_add_weak_pointer (G_OBJECT (context), (gpointer *) &self->context);
  g_signal_connect_object (context, "notify::signed-in", G_CALLBACK (sme_waiting_refresh), self,
                           G_CONNECT_SWAPPED);
  if (shop != NULL)
    {
      g_signal_connect_object (shop, "changed", G_CALLBACK (on_something_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (shop, "resync", G_CALLBACK (on_something_changed), self,
                               G_CONNECT_SWAPPED);
    }
  sme_waiting_refresh (self);
  return self;
}

guint
sme_waiting_count (SmeWaiting *self, const char *section)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeWaitingItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      count += g_str_equal (sme_waiting_item_get_section (item), section) ? 1 : 0;
    }
  return count;
}

void
sme_waiting_refresh (SmeWaiting *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context == NULL || sme_context_get_shop (self->context) == NULL)
    return;
  if (!sme_context_is_signed_in (self->context))
    {
      fill (self, self->from_orders, NULL);
      fill (self, self->from_subscriptions, NULL);
      return;
    }
  self->cancellable = g_cancellable_new ();
  fetch (self);
}
