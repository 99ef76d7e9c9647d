/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-last-call.h"

#include "client/sme-secret.h"
#include "client/sme-transport.h"
#include "core/sme-problem.h"

typedef struct
{
  GTask *task;
  char *token;
} LastCall;

static void
last_call_free (LastCall *call)
{
  g_object_unref (call->task);
  sme_secret_free (call->token);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LastCall, last_call_free)

static char *
get_token (SmeAuth auth, gpointer user_data)
{
  return g_strdup (((LastCall *) user_data)->token);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LastCall) call = user_data;
  GError *error = NULL;

  sme_transport_set_token_func (SME_TRANSPORT (source), NULL, NULL);
  if (sme_caller_void_finish (SME_CALLER (source), result, &error) ||
      g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION))
    {
      g_clear_error (&error);
      g_task_return_boolean (call->task, TRUE);
      return;
    }
  g_task_return_error (call->task, error);
}

void
sme_last_call_send (const char *base_url, SmeOperationId op, char *token, GTask *task)
{
  g_autoptr (SmeTransport) transport = NULL;
  LastCall *call;

  if (token == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  transport = sme_transport_new (base_url, NULL);
  call = g_new0 (LastCall, 1);
  call->task = task;
  call->token = token;
  sme_transport_set_token_func (transport, get_token, call);
  sme_caller_send_async (SME_CALLER (transport), op, NULL, NULL, NULL,
                         g_task_get_cancellable (task), on_sent, call);
}
