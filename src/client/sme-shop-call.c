/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"

#include "core/sme-problem.h"

typedef struct
{
  SmeOperationId op;
  char *path_id;
  SmeRecord *query;
  SmeRecord *body;
  guint generation;
  guint serial; /* of the access token that was sent */
  guint64 begun;
  gboolean renewed;
} Call;

static void transmit (GTask *task);

static void
call_free (Call *call)
{
  g_free (call->path_id);
  g_clear_object (&call->query);
  g_clear_object (&call->body);
  g_free (call);
}

static gboolean
takes_token (Call *call)
{
  SmeAuth auth = sme_operation_get (call->op)->auth;

  return auth == SME_AUTH_ACCESS || auth == SME_AUTH_OPTIONAL;
}

static gboolean
needs_token (Call *call)
{
  return sme_operation_get (call->op)->auth == SME_AUTH_ACCESS;
}

static void
return_no_session (GTask *task)
{
  GError *error = NULL;

  sme_problem_set (&error, SME_PROBLEM_NO_SESSION, NULL);
  g_task_return_error (task, error);
}

static void
on_renewal_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;

  sme_session_keeper_renew_finish (SME_SESSION_KEEPER (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sme_shop_note_reached (self, error);
  if (needs_token (call) && error == NULL && call->generation != self->generation)
    return_no_session (task);
  else if (error == NULL ||
           (!needs_token (call) && g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION)))
    transmit (g_steal_pointer (&task));
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_clear_error (&error);
}

static void
renew (GTask *task)
{
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  call->renewed = TRUE;
  sme_session_keeper_renew_async (self->keeper, call->serial, g_task_get_cancellable (task),
                                  on_renewal_ready, task);
}

static gboolean
may_renew (SmeShop *self, Call *call, const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION) && takes_token (call) &&
         !call->renewed && call->generation == self->generation &&
         sme_session_keeper_has_session (self->keeper);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (SME_CALLER (source), result, &error);

  sme_shop_note_reached (self, error);
  if (answer == NULL && may_renew (self, call, error))
    renew (g_steal_pointer (&task));
  else if (answer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (needs_token (call) && call->generation != self->generation)
    return_no_session (task);
  else if (takes_token (call) && call->generation != self->generation)
    {
      /* Asked as somebody who has left meanwhile; it can be asked as nobody. */
      call->generation = self->generation;
      transmit (g_steal_pointer (&task));
    }
  else
    {
      sme_live_table_absorb (self->live, answer, call->op, call->begun);
      g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) sme_answer_free);
    }
}

/* Takes @task over. */
static void
transmit (GTask *task)
{
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  call->serial = sme_session_keeper_get_serial (self->keeper);
  call->begun = sme_live_table_begin (self->live);
  sme_caller_send_async (SME_CALLER (self->transport), call->op, call->path_id, call->query,
                         call->body, g_task_get_cancellable (task), on_sent, task);
}

static Call *
call_new (SmeShop *self, SmeOperationId op, const char *path_id, SmeRecord *query, SmeRecord *body)
{
  Call *call = g_new0 (Call, 1);

  call->op = op;
  call->path_id = g_strdup (path_id);
  call->query = query != NULL ? sme_record_copy (query) : NULL;
  call->body = body != NULL ? sme_record_copy (body) : NULL;
  call->generation = self->generation;
  call->serial = sme_session_keeper_get_serial (self->keeper);
  return call;
}

static void
sme_shop_send_async (SmeCaller *caller,
                     SmeOperationId op,
                     const char *path_id,
                     SmeRecord *query,
                     SmeRecord *body,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  SmeShop *self = SME_SHOP (caller);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Call *call = call_new (self, op, path_id, query, body);

  g_task_set_source_tag (task, sme_shop_send_async);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  if (needs_token (call) && !sme_session_keeper_has_session (self->keeper))
    return_no_session (task);
  else if (takes_token (call) && sme_session_keeper_needs_renewal (self->keeper))
    renew (g_steal_pointer (&task));
  else
    transmit (g_steal_pointer (&task));
}

static SmeAnswer *
sme_shop_send_finish (SmeCaller *caller, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, caller), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_shop_init_caller (SmeCallerInterface *iface)
{
  iface->send_async = sme_shop_send_async;
  iface->send_finish = sme_shop_send_finish;
}

void
sme_shop_call_async (SmeShop *self,
                     SmeOperationId op,
                     const char *path_id,
                     SmeRecord *query,
                     SmeRecord *body,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  sme_caller_send_async (SME_CALLER (self), op, path_id, query, body, cancellable, callback,
                         user_data);
}

gpointer
sme_shop_call_finish (SmeShop *self, GAsyncResult *result, GError **error)
{
  return sme_caller_record_finish (SME_CALLER (self), result, error);
}

gboolean
sme_shop_call_finish_void (SmeShop *self, GAsyncResult *result, GError **error)
{
  return sme_caller_void_finish (SME_CALLER (self), result, error);
}

GListModel *
sme_shop_list_finish (SmeShop *self,
                      GAsyncResult *result,
                      gint64 *total,
                      char **next,
                      GError **error)
{
  return sme_caller_list_finish (SME_CALLER (self), result, total, next, error);
}
