/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-billing-keeper.h"

#include "client/sme-shop.h"
#include "client/sme-vault.h"
#include "core/sme-account.h"
#include "core/sme-record-json.h"

/* Milliseconds. Each key press would be a file otherwise. */
#define PAUSE 500

struct _SmeBillingKeeper
{
  GObject parent_instance;
  SmeVault *vault; /* NULL: nobody is signed in, or there is none */
  char *name;
  SmeBilling *waiting; /* to be kept when the pause ends */
  guint source;
};

G_DEFINE_FINAL_TYPE (SmeBillingKeeper, sme_billing_keeper, G_TYPE_OBJECT)

static void
flush (SmeBillingKeeper *self)
{
  g_autoptr (GBytes) bytes = NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->waiting == NULL)
    return;
  bytes = sme_record_to_bytes (SME_RECORD (self->waiting));
  sme_vault_put_async (self->vault, self->name, bytes, NULL, NULL, NULL);
  g_clear_object (&self->waiting);
}

static gboolean
on_pause_ended (gpointer data)
{
  SmeBillingKeeper *self = data;

  self->source = 0;
  flush (self);
  return G_SOURCE_REMOVE;
}

void
sme_billing_keeper_keep (SmeBillingKeeper *self, SmeBilling *billing)
{
  g_return_if_fail (SME_IS_BILLING_KEEPER (self));

  if (self->vault == NULL)
    return;
  g_set_object (&self->waiting, billing);
  if (self->source == 0)
    self->source = g_timeout_add (PAUSE, on_pause_ended, self);
}

void
sme_billing_keeper_forget (SmeBillingKeeper *self)
{
  g_return_if_fail (SME_IS_BILLING_KEEPER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->waiting);
  if (self->vault != NULL)
    sme_vault_remove_async (self->vault, self->name, NULL, NULL, NULL);
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           bytes != NULL ? sme_record_from_bytes (SME_TYPE_BILLING, bytes,
                                                                  SME_DECODE_PARTIAL, NULL, NULL)
                                         : NULL,
                           g_object_unref);
}

void
sme_billing_keeper_load_async (SmeBillingKeeper *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (SME_IS_BILLING_KEEPER (self));

  g_task_set_source_tag (task, sme_billing_keeper_load_async);
  if (self->vault != NULL)
    {
      sme_vault_get_async (self->vault, self->name, cancellable, on_got, task);
      return;
    }
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

SmeBilling *
sme_billing_keeper_load_finish (SmeBillingKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sme_billing_keeper_dispose (GObject *object)
{
  flush (SME_BILLING_KEEPER (object));
  G_OBJECT_CLASS (sme_billing_keeper_parent_class)->dispose (object);
}

static void
sme_billing_keeper_finalize (GObject *object)
{
  SmeBillingKeeper *self = SME_BILLING_KEEPER (object);

  g_clear_object (&self->vault);
  g_free (self->name);
  G_OBJECT_CLASS (sme_billing_keeper_parent_class)->finalize (object);
}

static void
sme_billing_keeper_class_init (SmeBillingKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_billing_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_billing_keeper_finalize;
}

static void
sme_billing_keeper_init (SmeBillingKeeper *self)
{
}

SmeBillingKeeper *
sme_billing_keeper_new (SmeContext *context, const char *order_id)
{
  SmeBillingKeeper *self = g_object_new (SME_TYPE_BILLING_KEEPER, NULL);
  SmeShop *shop = sme_context_get_shop (context);
  g_autofree char *name = g_strconcat ("billing/", order_id, NULL);
  g_autoptr (SmeAccount) account = NULL;

  if (shop != NULL)
    g_object_get (shop, "account", &account, NULL);
  if (account == NULL)
    return self;
  g_set_object (&self->vault, sme_context_get_vault (context));
  self->name = sme_vault_name_own (sme_record_get_text (SME_RECORD (account), "id"), name);
  return self;
}
