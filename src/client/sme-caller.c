/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-caller.h"

G_DEFINE_INTERFACE (SmeCaller, sme_caller, G_TYPE_OBJECT)

static void
sme_caller_default_init (SmeCallerInterface *iface)
{
}

void
sme_caller_send_async (SmeCaller *self,
                       SmeOperationId op,
                       const char *path_id,
                       SmeRecord *query,
                       SmeRecord *body,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (SME_IS_CALLER (self));
  g_return_if_fail (op < SME_N_OPERATIONS);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SME_CALLER_GET_IFACE (self)->send_async (self, op, path_id, query, body, cancellable, callback,
                                           user_data);
}

SmeAnswer *
sme_caller_send_finish (SmeCaller *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SME_IS_CALLER (self), NULL);

  return SME_CALLER_GET_IFACE (self)->send_finish (self, result, error);
}

gpointer
sme_caller_record_finish (SmeCaller *self, GAsyncResult *result, GError **error)
{
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (self, result, error);

  return answer != NULL ? g_steal_pointer (&answer->record) : NULL;
}

gboolean
sme_caller_void_finish (SmeCaller *self, GAsyncResult *result, GError **error)
{
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (self, result, error);

  return answer != NULL;
}

GBytes *
sme_caller_bytes_finish (SmeCaller *self, GAsyncResult *result, GError **error)
{
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (self, result, error);

  return answer != NULL ? g_steal_pointer (&answer->bytes) : NULL;
}

GListModel *
sme_caller_list_finish (SmeCaller *self,
                        GAsyncResult *result,
                        gint64 *total,
                        char **next,
                        GError **error)
{
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (self, result, error);

  if (answer == NULL)
    return NULL;
  if (total != NULL)
    *total = answer->total;
  if (next != NULL)
    *next = g_steal_pointer (&answer->next);
  return G_LIST_MODEL (g_steal_pointer (&answer->items));
}
