/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-session-keeper.h"

#include "client/sme-secret.h"
#include "core/sme-problem.h"
#include "core/sme-refresh-request.h"

#define MARGIN_US (30 * G_TIME_SPAN_SECOND)

enum
{
  RENEWED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _SmeSessionKeeper
{
  GObject parent_instance;

  SmeTransport *transport;
  char *access_token;
  char *refresh_token;
  gint64 expires_at; /* monotonic */
  guint serial;
  guint generation; /* of sessions: an answer for another one is dropped */
  gboolean renewing;
  GPtrArray *waiters; /* GTask */
};

G_DEFINE_FINAL_TYPE (SmeSessionKeeper, sme_session_keeper, G_TYPE_OBJECT)

static void
take_tokens (SmeSessionKeeper *self, SmeSession *session)
{
  SmeRecord *record = SME_RECORD (session);
  gint64 lifetime = sme_record_get_int (record, "expires_in") * G_TIME_SPAN_SECOND;

  sme_secret_set (&self->access_token, sme_record_get_text (record, "access_token"));
  sme_secret_set (&self->refresh_token, sme_record_get_text (record, "refresh_token"));
  /* A short-lived token is used for most of its life all the same. */
  self->expires_at = g_get_monotonic_time () + lifetime - MIN (MARGIN_US, lifetime / 4);
  self->serial++;
}

static void
answer_waiters (SmeSessionKeeper *self, const GError *error)
{
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->waiters);

  self->waiters = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiters->len; i++)
    {
      GTask *task = g_ptr_array_index (waiters, i);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static gboolean
is_refused (const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION) ||
         g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_CREDENTIALS);
}

static void
end_session (SmeSessionKeeper *self)
{
  g_autoptr (GError) error = NULL;

  sme_problem_set (&error, SME_PROBLEM_NO_SESSION, NULL);
  sme_session_keeper_clear (self);
  g_signal_emit (self, signals[ENDED], 0);
  answer_waiters (self, error);
}

typedef struct
{
  SmeSessionKeeper *self;
  guint generation;
} Renewal;

static void
on_renewal_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Renewal *renewal = user_data;
  g_autoptr (SmeSessionKeeper) self = renewal->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSession) session = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (renewal->generation != self->generation)
    return;
  self->renewing = FALSE;
  if (session != NULL)
    {
      take_tokens (self, session);
      g_signal_emit (self, signals[RENEWED], 0, session);
      answer_waiters (self, NULL);
    }
  else if (is_refused (error))
    end_session (self);
  else
    answer_waiters (self, error);
}

static void
start_renewal (SmeSessionKeeper *self)
{
  g_autoptr (SmeRefreshRequest) request = sme_refresh_request_new ();
  Renewal *renewal = g_new0 (Renewal, 1);

  renewal->self = g_object_ref (self);
  renewal->generation = self->generation;
  self->renewing = TRUE;
  sme_record_set_text (SME_RECORD (request), "refresh_token", self->refresh_token);
  sme_caller_send_async (SME_CALLER (self->transport), SME_OP_REFRESH_SESSION, NULL, NULL,
                         SME_RECORD (request), NULL, on_renewal_ready, renewal);
}

static gboolean
on_waiter_cancelled (GCancellable *cancellable, gpointer user_data)
{
  GTask *task = user_data;
  SmeSessionKeeper *self = g_task_get_source_object (task);

  if (g_ptr_array_find (self->waiters, task, NULL))
    {
      g_task_return_error_if_cancelled (task);
      g_ptr_array_remove (self->waiters, task);
    }
  return G_SOURCE_REMOVE;
}

static void
destroy_source (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
wait_for_renewal (SmeSessionKeeper *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_ptr_array_add (self->waiters, g_object_ref (task));
  if (cancellable != NULL)
    {
      GSource *source = g_cancellable_source_new (cancellable);

      /* The source goes with the task, so it holds none. */
      g_source_set_callback (source, G_SOURCE_FUNC (on_waiter_cancelled), task, NULL);
      g_source_attach (source, g_task_get_context (task));
      g_task_set_task_data (task, source, destroy_source);
    }
  if (!self->renewing)
    start_renewal (self);
}

static void
sme_session_keeper_finalize (GObject *object)
{
  SmeSessionKeeper *self = SME_SESSION_KEEPER (object);

  g_assert (self->waiters->len == 0);
  g_ptr_array_unref (self->waiters);
  sme_secret_clear (&self->access_token);
  sme_secret_clear (&self->refresh_token);
  g_clear_object (&self->transport);
  G_OBJECT_CLASS (sme_session_keeper_parent_class)->finalize (object);
}

static void
sme_session_keeper_class_init (SmeSessionKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_session_keeper_finalize;

  signals[RENEWED] = g_signal_new ("renewed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, SME_TYPE_SESSION);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_session_keeper_init (SmeSessionKeeper *self)
{
  self->waiters = g_ptr_array_new_with_free_func (g_object_unref);
}

SmeSessionKeeper *
sme_session_keeper_new (SmeTransport *transport)
{
  SmeSessionKeeper *self = g_object_new (SME_TYPE_SESSION_KEEPER, NULL);

  self->transport = g_object_ref (transport);
  return self;
}

void
sme_session_keeper_clear (SmeSessionKeeper *self)
{
  g_return_if_fail (SME_IS_SESSION_KEEPER (self));

  sme_secret_clear (&self->access_token);
  sme_secret_clear (&self->refresh_token);
  self->expires_at = 0;
  self->generation++;
  if (self->renewing)
    {
      g_autoptr (GError) error = NULL;

      self->renewing = FALSE;
      sme_problem_set (&error, SME_PROBLEM_NO_SESSION, NULL);
      answer_waiters (self, error);
    }
}

void
sme_session_keeper_set_session (SmeSessionKeeper *self, SmeSession *session)
{
  g_return_if_fail (SME_IS_SESSION_KEEPER (self));

  sme_session_keeper_clear (self);
  take_tokens (self, session);
}

void
sme_session_keeper_set_refresh_token (SmeSessionKeeper *self, const char *token)
{
  g_return_if_fail (SME_IS_SESSION_KEEPER (self));

  sme_session_keeper_clear (self);
  sme_secret_set (&self->refresh_token, token);
}

gboolean
sme_session_keeper_has_session (SmeSessionKeeper *self)
{
  g_return_val_if_fail (SME_IS_SESSION_KEEPER (self), FALSE);

  return self->refresh_token != NULL;
}

gboolean
sme_session_keeper_needs_renewal (SmeSessionKeeper *self)
{
  g_return_val_if_fail (SME_IS_SESSION_KEEPER (self), FALSE);

  return self->refresh_token != NULL &&
         (self->access_token == NULL || g_get_monotonic_time () >= self->expires_at);
}

gboolean
sme_session_keeper_get_renewing (SmeSessionKeeper *self)
{
  g_return_val_if_fail (SME_IS_SESSION_KEEPER (self), FALSE);

  return self->renewing;
}

guint
sme_session_keeper_get_serial (SmeSessionKeeper *self)
{
  return self->serial;
}

char *
sme_session_keeper_dup_access_token (SmeSessionKeeper *self)
{
  return g_strdup (self->access_token);
}

void
sme_session_keeper_renew_async (SmeSessionKeeper *self,
                                guint serial,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_session_keeper_renew_async);
  if (self->refresh_token == NULL)
    {
      GError *error = NULL;

      sme_problem_set (&error, SME_PROBLEM_NO_SESSION, NULL);
      g_task_return_error (task, error);
    }
  else if (serial != self->serial && self->access_token != NULL && !self->renewing)
    g_task_return_boolean (task, TRUE);
  else
    wait_for_renewal (self, task);
}

gboolean
sme_session_keeper_renew_finish (SmeSessionKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
