/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = SME_SHOP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_shop_call_finish (self, result, &error);

  if (error != NULL)
    {
      if (self->signed_in)
        sme_shop_open_stream (self);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  sme_shop_forget_account (self);
  g_task_return_pointer (task, g_steal_pointer (&answer), g_object_unref);
}

void
sme_shop_end_async (SmeShop *self,
                    SmeOperationId op,
                    SmeRecord *body,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SHOP (self));
  g_return_if_fail (op == SME_OP_END_ALL_SESSIONS || op == SME_OP_DELETE_ME);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_shop_end_async);
  /* The server ends the stream before it answers; that must not be taken for a session that
   * somebody else ended. */
  sme_shop_close_stream (self);
  sme_shop_call_async (self, op, NULL, NULL, body, cancellable, on_done, task);
}

gpointer
sme_shop_end_finish (SmeShop *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
