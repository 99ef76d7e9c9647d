/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-lookup-shelf-private.h"

#include "app/lookup/sme-lookup-memory.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

#define OWNER_OF_NOBODY "nobody"

G_DEFINE_FINAL_TYPE (SmeLookupShelf, sme_lookup_shelf, G_TYPE_OBJECT)

char *
sme_lookup_shelf_make_name (SmeLookupShelf *self, const char *what)
{
  const char *mark = strrchr (self->server, '#');
  g_autofree char *server = mark != NULL ? g_strndup (self->server, (gsize) (mark - self->server))
                                         : g_strdup (self->server);
  g_autofree char *name = g_strconcat ("econtract/", server, "/", what, NULL);

  return sme_vault_name_own (mark != NULL ? mark + 1 : OWNER_OF_NOBODY, name);
}

SmeRecord *
sme_lookup_shelf_find_in (SmeRecord *dossier, const char *id)
{
  GListModel *documents = sme_record_get_list (dossier, "documents");

  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) info = g_list_model_get_item (documents, i);

      if (g_strcmp0 (sme_record_get_text (info, "id"), id) == 0)
        return info; /* the list holds it */
    }
  return NULL;
}

GListModel *
sme_lookup_shelf_get_dossiers (SmeLookupShelf *self)
{
  g_return_val_if_fail (SME_IS_LOOKUP_SHELF (self), NULL);
  return G_LIST_MODEL (self->dossiers);
}

SmeDocumentInfo *
sme_lookup_shelf_find (SmeLookupShelf *self, const char *document_id)
{
  g_return_val_if_fail (SME_IS_LOOKUP_SHELF (self), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->dossiers)); i++)
    {
      g_autoptr (SmeRecord) dossier = g_list_model_get_item (G_LIST_MODEL (self->dossiers), i);
      SmeRecord *info = sme_lookup_shelf_find_in (dossier, document_id);

      if (info != NULL)
        return SME_DOCUMENT_INFO (info);
    }
  return NULL;
}

/* Reading */

gboolean
sme_lookup_shelf_get_loaded (SmeLookupShelf *self)
{
  g_return_val_if_fail (SME_IS_LOOKUP_SHELF (self), FALSE);
  return self->loaded || self->vault == NULL;
}

static void
take_index (SmeLookupShelf *self, GBytes *bytes)
{
  g_autoptr (JsonNode) node = sme_json_parse (bytes, NULL);
  g_autoptr (GListStore) kept = NULL;

  if (node != NULL)
    kept = sme_record_list_from_node (SME_TYPE_DOSSIER, node, NULL, NULL, NULL);
  for (guint i = 0; kept != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (kept)); i++)
    {
      g_autoptr (GObject) dossier = g_list_model_get_item (G_LIST_MODEL (kept), i);

      g_list_store_append (self->dossiers, dossier);
    }
}

static void
on_index_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeLookupShelf *self = g_task_get_source_object (task);
  const char *server = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, &error);

  /* What is damaged can't be read any more: it is fetched anew. */
  if (error != NULL && !g_error_matches (error, SME_VAULT_ERROR, SME_VAULT_ERROR_DAMAGED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  if (server == self->server && !self->loaded)
    {
      self->loaded = TRUE;
      if (bytes != NULL)
        take_index (self, bytes);
    }
  g_task_return_boolean (task, TRUE);
}

void
sme_lookup_shelf_load_async (SmeLookupShelf *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *name = NULL;

  g_return_if_fail (SME_IS_LOOKUP_SHELF (self));
  g_task_set_source_tag (task, sme_lookup_shelf_load_async);
  if (sme_lookup_shelf_get_loaded (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_set_task_data (task, (gpointer) self->server, NULL);
  name = sme_lookup_shelf_make_name (self, "index");
  sme_vault_get_async (self->vault, name, cancellable, on_index_read, g_object_ref (task));
}

gboolean
sme_lookup_shelf_load_finish (SmeLookupShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *expected = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, &error);
  g_autofree char *actual = NULL;

  if (bytes != NULL)
    actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (bytes == NULL && error == NULL)
    sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "not kept on this computer");
  else if (error == NULL && g_strcmp0 (actual, expected) != 0)
    sme_problem_set (&error, SME_PROBLEM_DOCUMENT_CHANGED, NULL);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

void
sme_lookup_shelf_read_async (SmeLookupShelf *self,
                             SmeDocumentInfo *info,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *name =
    sme_lookup_shelf_make_name (self, sme_record_get_text (SME_RECORD (info), "id"));

  g_return_if_fail (self->vault != NULL);
  g_task_set_source_tag (task, sme_lookup_shelf_read_async);
  g_task_set_task_data (task, g_strdup (sme_record_get_text (SME_RECORD (info), "sha256")), g_free);
  sme_vault_get_async (self->vault, name, cancellable, on_read, task);
}

GBytes *
sme_lookup_shelf_read_finish (SmeLookupShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sme_lookup_shelf_dispose (GObject *object)
{
  SmeLookupShelf *self = SME_LOOKUP_SHELF (object);

  g_clear_object (&self->keyring);
  g_clear_object (&self->vault);
  g_clear_object (&self->dossiers);
  G_OBJECT_CLASS (sme_lookup_shelf_parent_class)->dispose (object);
}

static void
sme_lookup_shelf_class_init (SmeLookupShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_lookup_shelf_dispose;
}

static void
sme_lookup_shelf_init (SmeLookupShelf *self)
{
  self->dossiers = g_list_store_new (SME_TYPE_DOSSIER);
}

/* Another account has another shelf. */
static void
set_server (SmeLookupShelf *self, const char *server)
{
  if (self->server == server)
    return;
  self->server = server;
  self->loaded = FALSE;
  self->generation++;
  g_list_store_remove_all (self->dossiers);
}

SmeLookupShelf *
sme_lookup_shelf_get (SmeContext *context)
{
  SmeLookupShelf *self = g_object_get_data (G_OBJECT (context), "sme-lookup-shelf");
  SmeVault *vault = sme_context_get_vault (context);
  SmeKeyring *keyring = sme_context_get_keyring (context);

  if (self == NULL)
    {
      self = g_object_new (SME_TYPE_LOOKUP_SHELF, NULL);
      self->vault = vault != NULL ? g_object_ref (vault) : NULL;
      self->keyring = keyring != NULL ? g_object_ref (keyring) : NULL;
      g_object_set_data_full (G_OBJECT (context), "sme-lookup-shelf", self, g_object_unref);
    }
  set_server (self, sme_lookup_memory_get_server (context));
  return self;
}
