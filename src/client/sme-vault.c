/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-vault.h"

#include "client/sme-secret.h"
#include "client/sme-vault-file.h"

#include <string.h>

#define SECRET_KIND "vault-key"
#define OWN "of/"

enum
{
  PROP_0,
  PROP_PERSISTENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_QUARK (sme - vault - error - quark, sme_vault_error)

struct _SmeVault
{
  GObject parent_instance;

  SmeKeyring *keyring;
  char *directory;
  SmeVaultKey *key; /* once the keyring has it for good */
  gboolean prepared;
  GHashTable *memory; /* name -> GBytes, while there is no key */
  GQueue tasks;       /* the head is under way */
};

typedef enum
{
  OP_PUT,
  OP_GET,
  OP_REMOVE,
  OP_FORGET, /* all of an account */
} OpKind;

typedef struct
{
  OpKind kind;
  char *name;
  GBytes *bytes;
} Op;

static void run_head (SmeVault *self);

G_DEFINE_FINAL_TYPE (SmeVault, sme_vault, G_TYPE_OBJECT)

static void
op_free (Op *op)
{
  g_free (op->name);
  g_clear_pointer (&op->bytes, g_bytes_unref);
  g_free (op);
}

/* The head is done; its task has been returned. */
static void
next (SmeVault *self)
{
  g_object_unref (g_queue_pop_head (&self->tasks));
  run_head (self);
}

/* "of/ACCOUNT/" of what belongs to an account; NULL for anything else. (transfer full) */
static char *
find_owner (const char *name)
{
  const char *end = g_str_has_prefix (name, OWN) ? strchr (name + strlen (OWN), '/') : NULL;

  return end != NULL ? g_strndup (name, (gsize) (end - name) + 1) : NULL;
}

static gboolean
belongs (gpointer name, gpointer bytes, gpointer owner)
{
  return g_str_has_prefix (name, owner);
}

static void
change_memory (SmeVault *self, Op *op)
{
  if (op->kind == OP_PUT)
    g_hash_table_replace (self->memory, g_strdup (op->name), g_bytes_ref (op->bytes));
  else if (op->kind == OP_REMOVE)
    g_hash_table_remove (self->memory, op->name);
  else
    g_hash_table_foreach_remove (self->memory, belongs, op->name);
}

static void
perform_in_memory (SmeVault *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  Op *op = g_task_get_task_data (task);
  GBytes *bytes = g_hash_table_lookup (self->memory, op->name);

  if (op->kind == OP_GET)
    g_task_return_pointer (task, bytes != NULL ? g_bytes_ref (bytes) : NULL,
                           (GDestroyNotify) g_bytes_unref);
  else
    {
      change_memory (self, op);
      g_task_return_boolean (task, TRUE);
    }
  next (self);
}

/* The worker: nothing else touches the files, and the vault's members it reads stay meanwhile. */

/* Where it lies. (transfer full) */
static char *
find_directory (SmeVault *self, const char *name)
{
  g_autofree char *owner = find_owner (name);

  return owner != NULL ? sme_vault_file_build_folder (self->directory, self->key, owner)
                       : g_strdup (self->directory);
}

static gboolean
write_file (SmeVault *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *directory = find_directory (self, name);

  return (g_str_equal (directory, self->directory) || sme_vault_file_prepare (directory, error)) &&
         sme_vault_file_write (directory, self->key, name, bytes, error);
}

/* What was kept in memory while there was no key. */
static gboolean
move_in (SmeVault *self, GError **error)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, self->memory);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      if (!write_file (self, name, bytes, error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

static gboolean
work_on_file (SmeVault *self, Op *op, GBytes **got, GError **error)
{
  g_autofree char *directory = find_directory (self, op->name);

  if (!self->prepared && !(self->prepared = sme_vault_file_prepare (self->directory, error)))
    return FALSE;
  if (!move_in (self, error))
    return FALSE;
  if (op->kind == OP_PUT)
    return write_file (self, op->name, op->bytes, error);
  if (op->kind == OP_REMOVE)
    return sme_vault_file_remove (directory, self->key, op->name, error);
  if (op->kind == OP_FORGET)
    return sme_vault_file_remove_folder (self->directory, directory, error);
  *got = sme_vault_file_read (directory, self->key, op->name, error);
  return *got != NULL || *error == NULL;
}

/* The worker's task holds nothing: what it held last would be finalized in the worker's thread. The
 * head of the queue keeps the vault. */
typedef struct
{
  SmeVault *self;
  Op *op;
} Work;

static void
work (GTask *work_task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *data = task_data;
  GBytes *got = NULL;
  GError *error = NULL;

  if (work_on_file (data->self, data->op, &got, &error))
    g_task_return_pointer (work_task, got, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (work_task, error);
}

static void
on_worked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SmeVault *self = user_data;
  g_autoptr (GTask) task = g_object_ref (g_queue_peek_head (&self->tasks));
  Op *op = g_task_get_task_data (task);
  GError *error = NULL;
  GBytes *got = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (op->kind == OP_GET)
    g_task_return_pointer (task, got, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_boolean (task, TRUE);
  next (self);
}

/* A put is finished even when its caller has gone: half a sequence of drafts helps nobody. */
static void
perform_on_file (SmeVault *self)
{
  g_autoptr (GTask) work_task = g_task_new (NULL, NULL, on_worked, self);
  Work *data = g_new (Work, 1);

  data->self = self;
  data->op = g_task_get_task_data (g_queue_peek_head (&self->tasks));
  g_task_set_source_tag (work_task, perform_on_file);
  g_task_set_task_data (work_task, data, g_free);
  g_task_run_in_thread (work_task, work);
}

static void
perform (SmeVault *self)
{
  if (self->key != NULL)
    perform_on_file (self);
  else
    perform_in_memory (self);
}

/* The key: from the keyring, or made for it. One that the keyring did not take for good is none. */

static void
take_key (SmeVault *self, SmeVaultKey *key)
{
  if (key == NULL || !sme_keyring_get_persistent (self->keyring))
    {
      g_clear_pointer (&key, sme_vault_key_free);
      return;
    }
  self->key = key;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSISTENT]);
}

static void
on_key_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeVault *self = g_task_get_source_object (task);
  char *text = g_object_steal_data (G_OBJECT (task), "key");

  if (sme_keyring_store_finish (SME_KEYRING (source), result, NULL))
    take_key (self, sme_vault_key_new_from_text (text));
  sme_secret_free (text);
  perform (self);
}

static void
make_key (SmeVault *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  SmeVaultKey *key = sme_vault_key_new_random ();
  char *text = sme_vault_key_to_text (key);

  g_object_set_data_full (G_OBJECT (task), "key", text, (GDestroyNotify) sme_secret_free);
  sme_keyring_store_async (self->keyring, SECRET_KIND, "", "", "OneSME", text, NULL, on_key_stored,
                           g_object_ref (task));
  sme_vault_key_free (key);
}

static void
on_key_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeVault) self = user_data;
  g_autoptr (GError) error = NULL;
  char *text = sme_keyring_lookup_finish (SME_KEYRING (source), result, &error);

  if (text != NULL)
    take_key (self, sme_vault_key_new_from_text (text));
  if (text == NULL && error == NULL && sme_keyring_get_persistent (self->keyring))
    make_key (self);
  else
    perform (self);
  sme_secret_free (text);
}

static void
run_head (SmeVault *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);

  if (task == NULL)
    return;
  if (self->key != NULL)
    perform_on_file (self);
  else
    sme_keyring_lookup_async (self->keyring, SECRET_KIND, "", "", NULL, on_key_looked_up,
                              g_object_ref (self));
}

static void
ask (SmeVault *self, GTask *task, OpKind kind, const char *name, GBytes *bytes)
{
  Op *op = g_new0 (Op, 1);

  op->kind = kind;
  op->name = g_strdup (name);
  op->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_task_set_task_data (task, op, (GDestroyNotify) op_free);
  g_queue_push_tail (&self->tasks, task);
  if (self->tasks.length == 1)
    run_head (self);
}

static void
sme_vault_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PERSISTENT)
    g_value_set_boolean (value, SME_VAULT (object)->key != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_vault_finalize (GObject *object)
{
  SmeVault *self = SME_VAULT (object);

  g_assert (g_queue_is_empty (&self->tasks));
  g_clear_pointer (&self->key, sme_vault_key_free);
  g_clear_pointer (&self->memory, g_hash_table_unref);
  g_clear_pointer (&self->directory, g_free);
  g_clear_object (&self->keyring);
  G_OBJECT_CLASS (sme_vault_parent_class)->finalize (object);
}

static void
sme_vault_class_init (SmeVaultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_vault_get_property;
  object_class->finalize = sme_vault_finalize;

  props[PROP_PERSISTENT] =
    g_param_spec_boolean ("persistent", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_vault_init (SmeVault *self)
{
  g_queue_init (&self->tasks);
  self->memory =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

SmeVault *
sme_vault_new (SmeKeyring *keyring, const char *directory)
{
  SmeVault *self;

  g_return_val_if_fail (SME_IS_KEYRING (keyring), NULL);

  self = g_object_new (SME_TYPE_VAULT, NULL);
  self->keyring = g_object_ref (keyring);
  self->directory = directory != NULL
                      ? g_strdup (directory)
                      : g_build_filename (g_get_user_data_dir (), "onesme", "vault", NULL);
  return self;
}

gboolean
sme_vault_get_persistent (SmeVault *self)
{
  g_return_val_if_fail (SME_IS_VAULT (self), FALSE);

  return self->key != NULL;
}

void
sme_vault_put_async (SmeVault *self,
                     const char *name,
                     GBytes *bytes,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_VAULT (self));
  g_return_if_fail (name != NULL && bytes != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_vault_put_async);
  ask (self, task, OP_PUT, name, bytes);
}

gboolean
sme_vault_put_finish (SmeVault *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_vault_get_async (SmeVault *self,
                     const char *name,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_VAULT (self));
  g_return_if_fail (name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_vault_get_async);
  ask (self, task, OP_GET, name, NULL);
}

GBytes *
sme_vault_get_finish (SmeVault *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_vault_remove_async (SmeVault *self,
                        const char *name,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_VAULT (self));
  g_return_if_fail (name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_vault_remove_async);
  ask (self, task, OP_REMOVE, name, NULL);
}

gboolean
sme_vault_remove_finish (SmeVault *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
sme_vault_name_own (const char *account_id, const char *name)
{
  g_return_val_if_fail (account_id != NULL && strchr (account_id, '/') == NULL, NULL);

  return g_strconcat (OWN, account_id, "/", name, NULL);
}

void
sme_vault_forget_account_async (SmeVault *self,
                                const char *account_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autofree char *owner = sme_vault_name_own (account_id, "");
  GTask *task;

  g_return_if_fail (SME_IS_VAULT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_vault_forget_account_async);
  ask (self, task, OP_FORGET, owner, NULL);
}

gboolean
sme_vault_forget_account_finish (SmeVault *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
