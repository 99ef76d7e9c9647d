/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-keyring-private.h"

#include "client/sme-secret.h"

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
  GTask *task = sme_keyring_peek_task (self);
  SmeKeyringJob *job = sme_keyring_peek_job (self);

  switch (job->verb)
    {
    case SME_KEYRING_STORE:
      sme_secret_memory_store (self->memory, job->name, job->label, job->secret);
      g_task_return_boolean (task, TRUE);
      break;
    case SME_KEYRING_LOOKUP:
      g_task_return_pointer (task, g_strdup (sme_secret_memory_lookup (self->memory, job->name)),
                             (GDestroyNotify) sme_secret_free);
      break;
    case SME_KEYRING_LIST:
      g_task_return_pointer (task, list_memory (self, job->name), (GDestroyNotify) g_strfreev);
      break;
    case SME_KEYRING_CLEAR:
      sme_secret_memory_clear (self->memory, job->name);
      g_task_return_boolean (task, TRUE);
      break;
    default:
      g_task_return_boolean (task, FALSE);
    }
  sme_keyring_next (self);
}

/* Performing, in the keyring. */

/* Whether the service did it; otherwise memory does. */
static gboolean
service_did (SmeKeyring *self, const GError *error)
{
  sme_keyring_end_step (self);
  if (error == NULL)
    return TRUE;
  if (!sme_keyring_was_cancelled (self))
    {
      sme_keyring_note_failure (self, error, SME_KEYRING_FAILED);
      perform_in_memory (self);
    }
  return FALSE;
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  GTask *task = sme_keyring_peek_task (self);
  g_autoptr (GError) error = NULL;

  secret_password_store_finish (result, &error);
  if (!service_did (self, error))
    return;
  sme_secret_memory_clear (self->memory, sme_keyring_peek_job (self)->name);
  g_task_return_boolean (task, TRUE);
  sme_keyring_next (self);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  GTask *task = sme_keyring_peek_task (self);
  g_autoptr (GError) error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (service_did (self, error))
    {
      g_task_return_pointer (task, g_strdup (secret), (GDestroyNotify) sme_secret_free);
      sme_keyring_next (self);
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
  GTask *task = sme_keyring_peek_task (self);
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
  sme_keyring_next (self);
}

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  GTask *task = sme_keyring_peek_task (self);
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (!service_did (self, error))
    return;
  g_task_return_boolean (task, TRUE);
  sme_keyring_next (self);
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
perform_in_service (SmeKeyring *self, SmeKeyringJob *job)
{
  g_autoptr (GHashTable) attributes = make_attributes (job->name);

  switch (job->verb)
    {
    case SME_KEYRING_STORE:
      /* The first secret of all makes the collection, and the person is asked for its password. */
      secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, job->label,
                              job->secret, sme_keyring_begin_step (self, self->prompt_ms),
                              on_stored, g_object_ref (self));
      break;
    case SME_KEYRING_LOOKUP:
      secret_password_lookupv (&schema, attributes, sme_keyring_begin_step (self, self->service_ms),
                               on_looked_up, g_object_ref (self));
      break;
    case SME_KEYRING_LIST:
      secret_password_searchv (&schema, attributes, SECRET_SEARCH_ALL,
                               sme_keyring_begin_step (self, self->service_ms), on_searched,
                               g_object_ref (self));
      break;
    default:
      sme_secret_memory_clear (self->memory, job->name);
      secret_password_clearv (&schema, attributes, sme_keyring_begin_step (self, self->service_ms),
                              on_cleared, g_object_ref (self));
    }
}

/* A secret from the time without a keyring moves in before anything else is done. */
static gboolean
move_in (SmeKeyring *self)
{
  const SmeSecretItem *item = sme_secret_memory_peek_any (self->memory);
  SmeKeyringJob *job;

  if (item == NULL)
    return FALSE;
  job = g_new0 (SmeKeyringJob, 1);
  job->verb = SME_KEYRING_STORE;
  job->name = sme_secret_name_new (item->name->kind, item->name->server, item->name->account);
  job->label = g_strdup (item->label);
  job->secret = g_strdup (item->secret);
  sme_keyring_push_first (self, job);
  perform_in_service (self, job);
  return TRUE;
}

void
sme_keyring_perform (SmeKeyring *self)
{
  GTask *task = sme_keyring_peek_task (self);
  SmeKeyringJob *job = sme_keyring_peek_job (self);

  if (self->state != SME_KEYRING_AVAILABLE)
    perform_in_memory (self);
  else if (move_in (self))
    return;
  else if (job->verb == SME_KEYRING_UNLOCK)
    {
      g_task_return_boolean (task, TRUE);
      sme_keyring_next (self);
    }
  else
    perform_in_service (self, job);
}
