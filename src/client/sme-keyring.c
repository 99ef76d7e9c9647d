/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-keyring.h"

#include "client/sme-secret-memory.h"
#include "client/sme-secret.h"

#include <libsecret/secret.h>

enum
{
  PROP_0,
  PROP_STATE,
  PROP_PERSISTENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

struct _SmeKeyring
{
  GObject parent_instance;

  SmeKeyringState state;
  SecretCollection *collection; /* the default one, once known */
  SmeSecretMemory *memory;
  GQueue
    tasks; /* the head is under way: one prompt at a time, and what was asked first is done first */
  GCancellable *step; /* of the service call under way */
  gulong step_handler;
  guint step_timer;
  gboolean step_timed_out;
  guint service_ms, prompt_ms;
};

typedef enum
{
  OP_STORE,
  OP_LOOKUP,
  OP_LIST,
  OP_CLEAR,
  OP_UNLOCK,
} OpKind;

typedef struct
{
  OpKind kind;
  SmeSecretName *name;
  char *label;
  char *secret;
  gboolean opened; /* the keyring was opened for it; once is enough */
} Op;

static void run_head (SmeKeyring *self);
static void perform (SmeKeyring *self);

G_DEFINE_FINAL_TYPE (SmeKeyring, sme_keyring, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SmeKeyringState,
                    sme_keyring_state,
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_AVAILABLE, "available"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (SME_KEYRING_FAILED, "failed"))

static const SecretSchema schema = {
  "vn.onesme.Desktop",
  SECRET_SCHEMA_NONE,
  {
    { "kind", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static void
op_free (Op *op)
{
  if (op->name != NULL)
    sme_secret_name_free (op->name);
  g_free (op->label);
  sme_secret_free (op->secret);
  g_free (op);
}

static void
set_state (SmeKeyring *self, SmeKeyringState state)
{
  gboolean was_persistent = sme_keyring_get_persistent (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
  if (was_persistent != sme_keyring_get_persistent (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSISTENT]);
}

/* One call of the service: it ends by itself, by the caller's cancellable, or by the clock. */

static gboolean
on_step_timeout (gpointer user_data)
{
  SmeKeyring *self = user_data;

  self->step_timer = 0;
  self->step_timed_out = TRUE;
  g_cancellable_cancel (self->step);
  return G_SOURCE_REMOVE;
}

static void
on_outer_cancelled (GCancellable *outer, GCancellable *step)
{
  g_cancellable_cancel (step);
}

static GCancellable *
begin_step (SmeKeyring *self, guint ms)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  GCancellable *outer = g_task_get_cancellable (task);

  self->step = g_cancellable_new ();
  self->step_timed_out = FALSE;
  self->step_timer = g_timeout_add (ms, on_step_timeout, self);
  self->step_handler = 0;
  if (outer != NULL)
    self->step_handler = g_cancellable_connect (outer, G_CALLBACK (on_outer_cancelled),
                                                g_object_ref (self->step), g_object_unref);
  return self->step;
}

static void
end_step (SmeKeyring *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);

  if (self->step_handler != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), self->step_handler);
  self->step_handler = 0;
  g_clear_handle_id (&self->step_timer, g_source_remove);
  g_clear_object (&self->step);
}

/* The head is done; the caller has returned its task. */
static void
next (SmeKeyring *self)
{
  g_object_unref (g_queue_pop_head (&self->tasks));
  run_head (self);
}

/* Gives up the head when its caller has; what is known of the keyring stays. */
static gboolean
head_was_cancelled (SmeKeyring *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return FALSE;
  g_task_return_error_if_cancelled (task);
  next (self);
  return TRUE;
}

static gboolean
means_absent (const GError *error)
{
  return (error->domain != G_DBUS_ERROR && error->domain != SECRET_ERROR) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND);
}

/* What an error of the service says about the keyring. */
static void
note_failure (SmeKeyring *self, const GError *error, SmeKeyringState by_clock)
{
  if (self->step_timed_out)
    {
      /* The connection to a service that hangs is of no more use. */
      secret_service_disconnect ();
      g_clear_object (&self->collection);
      set_state (self, by_clock);
    }
  else if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    set_state (self, SME_KEYRING_LOCKED);
  else
    set_state (self, means_absent (error) ? SME_KEYRING_ABSENT : SME_KEYRING_FAILED);
  g_debug ("The keyring does not serve: %s", error->message);
}

/* Opening: the service, its default collection, whether that is locked. */

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, &error);

  end_step (self);
  if (head_was_cancelled (self))
    return;
  if (error != NULL)
    note_failure (self, error, SME_KEYRING_LOCKED);
  else
    set_state (self, n > 0 ? SME_KEYRING_AVAILABLE : SME_KEYRING_LOCKED);
  perform (self);
}

static void
on_collection (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) collections = NULL;

  g_clear_object (&self->collection);
  self->collection = secret_collection_for_alias_finish (result, &error);
  end_step (self);
  if (head_was_cancelled (self))
    return;
  if (error != NULL)
    note_failure (self, error, SME_KEYRING_FAILED);
  else if (self->collection == NULL || !secret_collection_get_locked (self->collection))
    set_state (self, SME_KEYRING_AVAILABLE);
  else
    {
      collections = g_list_prepend (NULL, self->collection);
      secret_service_unlock (secret_collection_get_service (self->collection), collections,
                             begin_step (self, self->prompt_ms), on_unlocked, g_object_ref (self));
      return;
    }
  perform (self);
}

static void
on_service (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service = secret_service_get_finish (result, &error);

  end_step (self);
  if (head_was_cancelled (self))
    return;
  if (service == NULL)
    {
      note_failure (self, error, SME_KEYRING_FAILED);
      perform (self);
      return;
    }
  secret_collection_for_alias (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                               begin_step (self, self->service_ms), on_collection,
                               g_object_ref (self));
}

/* In a sandbox libsecret keeps its own file under a key from the portal; there is no lock. */
static gboolean
uses_file (void)
{
  return g_strcmp0 (g_getenv ("SECRET_BACKEND"), "file") == 0 ||
         g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* A person who did not unlock, or a service that hangs, is asked again only when told to. */
static gboolean
must_open (SmeKeyring *self, Op *op)
{
  if (op->opened)
    return FALSE;
  if (op->kind == OP_UNLOCK || self->state == SME_KEYRING_UNKNOWN ||
      self->state == SME_KEYRING_ABSENT)
    return TRUE;
  return self->state == SME_KEYRING_AVAILABLE && self->collection != NULL &&
         secret_collection_get_locked (self->collection);
}

static void
run_head (SmeKeyring *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  gboolean opens;
  Op *op;

  if (task == NULL || head_was_cancelled (self))
    return;
  op = g_task_get_task_data (task);
  opens = must_open (self, op);
  op->opened = TRUE;
  if (!opens)
    perform (self);
  else if (uses_file ())
    {
      set_state (self, SME_KEYRING_AVAILABLE);
      perform (self);
    }
  else
    secret_service_get (SECRET_SERVICE_NONE, begin_step (self, self->service_ms), on_service,
                        g_object_ref (self));
}

/* Performing, in memory. */

static GStrv
list_memory (SmeKeyring *self, const SmeSecretName *name)
{
  g_autoptr (GStrvBuilder) accounts = g_strv_builder_new ();

  sme_secret_memory_list (self->memory, name, accounts);
  return g_strv_builder_end (accounts);
}

static void
perform_in_memory (SmeKeyring *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  Op *op = g_task_get_task_data (task);

  switch (op->kind)
    {
    case OP_STORE:
      sme_secret_memory_store (self->memory, op->name, op->label, op->secret);
      g_task_return_boolean (task, TRUE);
      break;
    case OP_LOOKUP:
      g_task_return_pointer (task, g_strdup (sme_secret_memory_lookup (self->memory, op->name)),
                             (GDestroyNotify) sme_secret_free);
      break;
    case OP_LIST:
      g_task_return_pointer (task, list_memory (self, op->name), (GDestroyNotify) g_strfreev);
      break;
    case OP_CLEAR:
      sme_secret_memory_clear (self->memory, op->name);
      g_task_return_boolean (task, TRUE);
      break;
    default:
      g_task_return_boolean (task, FALSE);
    }
  next (self);
}

/* Performing, in the keyring. */

/* Whether the service did it; otherwise memory does. */
static gboolean
service_did (SmeKeyring *self, const GError *error)
{
  end_step (self);
  if (error == NULL)
    return TRUE;
  if (!head_was_cancelled (self))
    {
      note_failure (self, error, SME_KEYRING_FAILED);
      perform_in_memory (self);
    }
  return FALSE;
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  GTask *task = g_queue_peek_head (&self->tasks);
  g_autoptr (GError) error = NULL;

  secret_password_store_finish (result, &error);
  if (!service_did (self, error))
    return;
  sme_secret_memory_clear (self->memory, ((Op *) g_task_get_task_data (task))->name);
  g_task_return_boolean (task, TRUE);
  next (self);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  GTask *task = g_queue_peek_head (&self->tasks);
  g_autoptr (GError) error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (service_did (self, error))
    {
      g_task_return_pointer (task, g_strdup (secret), (GDestroyNotify) sme_secret_free);
      next (self);
    }
  secret_password_free (secret);
}

static int
compare_modified (gconstpointer a, gconstpointer b)
{
  guint64 x = secret_retrievable_get_modified (SECRET_RETRIEVABLE ((gpointer) a));
  guint64 y = secret_retrievable_get_modified (SECRET_RETRIEVABLE ((gpointer) b));

  return x < y ? 1 : x > y ? -1 : 0;
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  GTask *task = g_queue_peek_head (&self->tasks);
  g_autoptr (GError) error = NULL;
  g_autolist (GObject) found = secret_password_search_finish (result, &error);
  g_autoptr (GStrvBuilder) accounts = g_strv_builder_new ();

  if (!service_did (self, error))
    return;
  found = g_list_sort (found, compare_modified);
  for (GList *l = found; l != NULL; l = l->next)
    {
      g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (l->data);
      const char *account = g_hash_table_lookup (attributes, "account");

      if (account != NULL)
        g_strv_builder_add (accounts, account);
    }
  g_task_return_pointer (task, g_strv_builder_end (accounts), (GDestroyNotify) g_strfreev);
  next (self);
}

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  GTask *task = g_queue_peek_head (&self->tasks);
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (!service_did (self, error))
    return;
  g_task_return_boolean (task, TRUE);
  next (self);
}

static GHashTable *
make_attributes (const SmeSecretName *name)
{
  GHashTable *attributes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (attributes, (gpointer) "kind", name->kind);
  g_hash_table_insert (attributes, (gpointer) "server", name->server);
  if (name->account != NULL)
    g_hash_table_insert (attributes, (gpointer) "account", name->account);
  return attributes;
}

static void
perform_in_service (SmeKeyring *self, Op *op)
{
  g_autoptr (GHashTable) attributes = make_attributes (op->name);

  switch (op->kind)
    {
    case OP_STORE:
      /* The first secret of all makes the collection, and the person is asked for its password. */
      secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, op->label, op->secret,
                              begin_step (self, self->prompt_ms), on_stored, g_object_ref (self));
      break;
    case OP_LOOKUP:
      secret_password_lookupv (&schema, attributes, begin_step (self, self->service_ms),
                               on_looked_up, g_object_ref (self));
      break;
    case OP_LIST:
      secret_password_searchv (&schema, attributes, SECRET_SEARCH_ALL,
                               begin_step (self, self->service_ms), on_searched,
                               g_object_ref (self));
      break;
    default:
      sme_secret_memory_clear (self->memory, op->name);
      secret_password_clearv (&schema, attributes, begin_step (self, self->service_ms), on_cleared,
                              g_object_ref (self));
    }
}

static void push (SmeKeyring *self, GTask *task, Op *op, gboolean first);

/* A secret from the time without a keyring moves in before anything else is done. */
static gboolean
move_in (SmeKeyring *self)
{
  const SmeSecretItem *item = sme_secret_memory_peek_any (self->memory);
  Op *op;

  if (item == NULL)
    return FALSE;
  op = g_new0 (Op, 1);
  op->kind = OP_STORE;
  op->name = sme_secret_name_new (item->name->kind, item->name->server, item->name->account);
  op->label = g_strdup (item->label);
  op->secret = g_strdup (item->secret);
  push (self, g_task_new (self, NULL, NULL, NULL), op, TRUE);
  perform_in_service (self, op);
  return TRUE;
}

static void
perform (SmeKeyring *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  Op *op = g_task_get_task_data (task);

  if (self->state != SME_KEYRING_AVAILABLE)
    perform_in_memory (self);
  else if (move_in (self))
    return;
  else if (op->kind == OP_UNLOCK)
    {
      g_task_return_boolean (task, TRUE);
      next (self);
    }
  else
    perform_in_service (self, op);
}

static gboolean
on_idle_run (gpointer user_data)
{
  run_head (user_data);
  return G_SOURCE_REMOVE;
}

/* Takes @task and @op over. */
static void
push (SmeKeyring *self, GTask *task, Op *op, gboolean first)
{
  g_task_set_source_tag (task, push);
  g_task_set_task_data (task, op, (GDestroyNotify) op_free);
  if (first)
    {
      g_queue_push_head (&self->tasks, task);
      return;
    }
  g_queue_push_tail (&self->tasks, task);
  if (self->tasks.length == 1)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_idle_run, g_object_ref (self), g_object_unref);
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
     OpKind kind,
     SmeSecretName *name,
     const char *label,
     const char *secret,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  Op *op = g_new0 (Op, 1);

  op->kind = kind;
  op->name = name;
  op->label = g_strdup (label);
  op->secret = g_strdup (secret);
  push (self, g_task_new (self, cancellable, callback, user_data), op, FALSE);
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

  ask (self, OP_STORE, sme_secret_name_new (kind, server, account), label, secret, cancellable,
       callback, user_data);
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

  ask (self, OP_LOOKUP, sme_secret_name_new (kind, server, account), NULL, NULL, cancellable,
       callback, user_data);
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

  ask (self, OP_LIST, sme_secret_name_new (kind, server, NULL), NULL, NULL, cancellable, callback,
       user_data);
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

  ask (self, OP_CLEAR, sme_secret_name_new (kind, server, account), NULL, NULL, cancellable,
       callback, user_data);
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

  ask (self, OP_UNLOCK, NULL, NULL, NULL, cancellable, callback, user_data);
}

gboolean
sme_keyring_unlock_finish (SmeKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_keyring_set_limits (SmeKeyring *self, guint service_ms, guint prompt_ms)
{
  g_return_if_fail (SME_IS_KEYRING (self));

  self->service_ms = service_ms;
  self->prompt_ms = prompt_ms;
}
