/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-keyring-private.h"

#include "client/sme-secret.h"

enum
{
  PROP_0,
  PROP_STATE,
  PROP_PERSISTENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeKeyring, sme_keyring, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SmeKeyringState,
                    sme_keyring_state,
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_AVAILABLE, "available"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_FAILED, "failed"))

static void
job_free (SmeKeyringJob *job)
{
  if (job->name != NULL)
    sme_secret_name_free (job->name);
  g_free (job->label);
  sme_secret_free (job->secret);
  g_free (job);
}

void
sme_keyring_set_state (SmeKeyring *self, SmeKeyringState state)
{
  gboolean was_persistent = sme_keyring_get_persistent (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
  if (was_persistent != sme_keyring_get_persistent (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSISTENT]);
}

static gboolean
on_idle_run (gpointer user_data)
{
  sme_keyring_run (user_data);
  return G_SOURCE_REMOVE;
}

GTask *
sme_keyring_peek_task (SmeKeyring *self)
{
  return g_queue_peek_head (&self->tasks);
}

SmeKeyringJob *
sme_keyring_peek_job (SmeKeyring *self)
{
  return g_task_get_task_data (sme_keyring_peek_task (self));
}

void
sme_keyring_push_first (SmeKeyring *self, SmeKeyringJob *job)
{
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_source_tag (task, sme_keyring_push_first);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_queue_push_head (&self->tasks, task);
}

void
sme_keyring_next (SmeKeyring *self)
{
  g_object_unref (g_queue_pop_head (&self->tasks));
  sme_keyring_run (self);
}

static void
sme_keyring_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeKeyring *self = SME_KEYRING (object);

  if (prop_id == PROP_STATE)
    g_value_set_enum (value, self->state);
  else if (prop_id == PROP_PERSISTENT)
    g_value_set_boolean (value, sme_keyring_get_persistent (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_keyring_finalize (GObject *object)
{
  SmeKeyring *self = SME_KEYRING (object);

  /* A task holds the keyring, so none is waiting. */
  g_assert (g_queue_is_empty (&self->tasks));
  g_clear_object (&self->collection);
  g_clear_pointer (&self->memory, sme_secret_memory_free);
  G_OBJECT_CLASS (sme_keyring_parent_class)->finalize (object);
}

static void
sme_keyring_class_init (SmeKeyringClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_keyring_get_property;
  object_class->finalize = sme_keyring_finalize;

  props[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, SME_TYPE_KEYRING_STATE, SME_KEYRING_UNKNOWN, flags);
  props[PROP_PERSISTENT] = g_param_spec_boolean ("persistent", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_keyring_init (SmeKeyring *self)
{
  self->memory = sme_secret_memory_new ();
  g_queue_init (&self->tasks);
  self->service_ms = 5000;
  self->prompt_ms = 120000;
}

SmeKeyring *
sme_keyring_new (void)
{
  return g_object_new (SME_TYPE_KEYRING, NULL);
}

SmeKeyringState
sme_keyring_get_state (SmeKeyring *self)
{
  g_return_val_if_fail (SME_IS_KEYRING (self), SME_KEYRING_UNKNOWN);

  return self->state;
}

gboolean
sme_keyring_get_persistent (SmeKeyring *self)
{
  g_return_val_if_fail (SME_IS_KEYRING (self), FALSE);

  return self->state == SME_KEYRING_AVAILABLE;
}

static void
ask (SmeKeyring *self,
     SmeKeyringVerb verb,
     SmeSecretName *name,
     const char *label,
     const char *secret,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SmeKeyringJob *job = g_new0 (SmeKeyringJob, 1);

  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  job->verb = verb;
  job->name = name;
  job->label = g_strdup (label);
  job->secret = g_strdup (secret);
  job->quiet = self->quiet;
  g_queue_push_tail (&self->tasks, task);
  if (self->tasks.length == 1)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_idle_run, g_object_ref (self), g_object_unref);
}

void
sme_keyring_store_async (SmeKeyring *self,
                         const char *kind,
                         const char *server,
                         const char *account,
                         const char *label,
                         const char *secret,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (SME_IS_KEYRING (self));
  g_return_if_fail (kind != NULL && server != NULL && account != NULL && secret != NULL);

  ask (self, SME_KEYRING_STORE, sme_secret_name_new (kind, server, account), label, secret,
       cancellable, callback, user_data);
}

gboolean
sme_keyring_store_finish (SmeKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_keyring_lookup_async (SmeKeyring *self,
                          const char *kind,
                          const char *server,
                          const char *account,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (SME_IS_KEYRING (self));
  g_return_if_fail (kind != NULL && server != NULL && account != NULL);

  ask (self, SME_KEYRING_LOOKUP, sme_secret_name_new (kind, server, account), NULL, NULL,
       cancellable, callback, user_data);
}

char *
sme_keyring_lookup_finish (SmeKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_keyring_list_async (SmeKeyring *self,
                        const char *kind,
                        const char *server,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (SME_IS_KEYRING (self));
  g_return_if_fail (kind != NULL && server != NULL);

  ask (self, SME_KEYRING_LIST, sme_secret_name_new (kind, server, NULL), NULL, NULL, cancellable,
       callback, user_data);
}

GStrv
sme_keyring_list_finish (SmeKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_keyring_clear_async (SmeKeyring *self,
                         const char *kind,
                         const char *server,
                         const char *account,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (SME_IS_KEYRING (self));
  g_return_if_fail (kind != NULL && server != NULL && account != NULL);

  ask (self, SME_KEYRING_CLEAR, sme_secret_name_new (kind, server, account), NULL, NULL,
       cancellable, callback, user_data);
}

gboolean
sme_keyring_clear_finish (SmeKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_keyring_unlock_async (SmeKeyring *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (SME_IS_KEYRING (self));

  ask (self, SME_KEYRING_UNLOCK, NULL, NULL, NULL, cancellable, callback, user_data);
}

gboolean
sme_keyring_unlock_finish (SmeKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_keyring_set_quiet (SmeKeyring *self, gboolean quiet)
{
  g_return_if_fail (SME_IS_KEYRING (self));

  self->quiet = quiet;
}

void
sme_keyring_set_limits (SmeKeyring *self, guint service_ms, guint prompt_ms)
{
  g_return_if_fail (SME_IS_KEYRING (self));

  self->service_ms = service_ms;
  self->prompt_ms = prompt_ms;
}
