/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-local-tools.h"

#include "client/sme-secret.h"
#include "client/sme-transport.h"

struct _SmeLocalTools
{
  GObject parent_instance;

  SmeTransport *transport;
  char *token;
};

static void caller_iface_init (SmeCallerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeLocalTools,
                               sme_local_tools,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SME_TYPE_CALLER, caller_iface_init))

static char *
get_token (SmeAuth auth, gpointer user_data)
{
  SmeLocalTools *self = user_data;

  return auth == SME_AUTH_LOCAL ? g_strdup (self->token) : NULL;
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SmeAnswer *answer = sme_caller_send_finish (SME_CALLER (source), result, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) sme_answer_free);
  else
    g_task_return_error (task, error);
}

/* The task holds the tools, whose token each try asks for. */
static void
sme_local_tools_send_async (SmeCaller *caller,
                            SmeOperationId op,
                            const char *path_id,
                            SmeRecord *query,
                            SmeRecord *body,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  SmeLocalTools *self = SME_LOCAL_TOOLS (caller);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_local_tools_send_async);
  sme_caller_send_async (SME_CALLER (self->transport), op, path_id, query, body, cancellable,
                         on_sent, task);
}

static SmeAnswer *
sme_local_tools_send_finish (SmeCaller *caller, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, caller), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
caller_iface_init (SmeCallerInterface *iface)
{
  iface->send_async = sme_local_tools_send_async;
  iface->send_finish = sme_local_tools_send_finish;
}

static void
sme_local_tools_finalize (GObject *object)
{
  SmeLocalTools *self = SME_LOCAL_TOOLS (object);

  if (self->transport != NULL)
    sme_transport_set_token_func (self->transport, NULL, NULL);
  g_clear_object (&self->transport);
  sme_secret_clear (&self->token);
  G_OBJECT_CLASS (sme_local_tools_parent_class)->finalize (object);
}

static void
sme_local_tools_class_init (SmeLocalToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_local_tools_finalize;
}

static void
sme_local_tools_init (SmeLocalTools *self)
{
}

SmeLocalTools *
sme_local_tools_new_for_url (const char *base_url, const char *token, GError **error)
{
  g_autoptr (SmeTransport) transport = sme_transport_new (base_url, error);
  SmeLocalTools *self;

  g_return_val_if_fail (token != NULL, NULL);

  if (transport == NULL)
    return NULL;
  self = g_object_new (SME_TYPE_LOCAL_TOOLS, NULL);
  self->token = g_strdup (token);
  self->transport = g_steal_pointer (&transport);
  sme_transport_set_token_func (self->transport, get_token, self);
  return self;
}

SmeLocalTools *
sme_local_tools_new (SmeLocalBackend *backend, GError **error)
{
  g_return_val_if_fail (SME_IS_LOCAL_BACKEND (backend), NULL);
  g_return_val_if_fail (sme_local_backend_get_token (backend) != NULL, NULL);

  return sme_local_tools_new_for_url (sme_local_backend_get_base_url (backend),
                                      sme_local_backend_get_token (backend), error);
}

void
sme_local_tools_call_async (SmeLocalTools *self,
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
sme_local_tools_call_finish (SmeLocalTools *self, GAsyncResult *result, GError **error)
{
  return sme_caller_record_finish (SME_CALLER (self), result, error);
}

GListModel *
sme_local_tools_list_finish (SmeLocalTools *self,
                             GAsyncResult *result,
                             gint64 *total,
                             char **next,
                             GError **error)
{
  return sme_caller_list_finish (SME_CALLER (self), result, total, next, error);
}
