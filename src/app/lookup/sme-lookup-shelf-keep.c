/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-lookup-shelf-private.h"

#include "app/lookup/sme-lookup-memory.h"
#include "core/sme-record-json.h"

#include <string.h>

typedef struct
{
  SmeLookupShelf *self;
  SmeRecord *dossier;
  SmeRecord *info;
  GBytes *bytes;
  guint generation;
} Keep;

static void
keep_free (Keep *keep)
{
  g_object_unref (keep->self);
  g_object_unref (keep->dossier);
  g_object_unref (keep->info);
  g_bytes_unref (keep->bytes);
  g_free (keep);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keep, keep_free)

static gboolean
is_current (Keep *keep)
{
  return keep->generation == keep->self->generation;
}

static void
save_index (SmeLookupShelf *self)
{
  GListModel *all = G_LIST_MODEL (self->dossiers);
  g_autofree char *name = sme_lookup_shelf_make_name (self, "index");
  g_autoptr (JsonNode) node = sme_record_list_to_node (all, g_list_model_get_n_items (all), NULL);
  char *text = json_to_string (node, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  sme_vault_put_async (self->vault, name, bytes, NULL, NULL, NULL);
}

/* The documents of @dossier that are kept: those of @old (nullable) and @info, in its order. */
static void
choose_documents (SmeRecord *dossier, SmeRecord *old, SmeRecord *info)
{
  g_autoptr (GListStore) kept = g_list_store_new (SME_TYPE_DOCUMENT_INFO);
  GListModel *all = sme_record_get_list (dossier, "documents");
  const char *id = sme_record_get_text (info, "id");

  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SmeRecord) each = g_list_model_get_item (all, i);
      const char *each_id = sme_record_get_text (each, "id");
      SmeRecord *had = old != NULL ? sme_lookup_shelf_find_in (old, each_id) : NULL;

      if (g_strcmp0 (each_id, id) == 0)
        g_list_store_append (kept, info);
      else if (had != NULL)
        g_list_store_append (kept, had);
    }
  sme_record_set_list (dossier, "documents", G_LIST_MODEL (kept));
}

static void
note (SmeLookupShelf *self, SmeRecord *dossier, SmeRecord *info)
{
  GListModel *all = G_LIST_MODEL (self->dossiers);
  guint n = g_list_model_get_n_items (all), position = 0;
  g_autoptr (SmeRecord) old = NULL;

  for (; position < n; position++)
    {
      g_autoptr (SmeRecord) each = g_list_model_get_item (all, position);

      if (g_strcmp0 (sme_record_get_text (each, "id"), sme_record_get_text (dossier, "id")) != 0)
        continue;
      old = g_steal_pointer (&each);
      break;
    }
  choose_documents (dossier, old, info);
  g_list_store_splice (self->dossiers, position, old != NULL ? 1 : 0, (gpointer *) &dossier, 1);
  save_index (self);
}

/* The index names only what is there: it comes last. */
static void
on_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Keep) keep = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name =
    sme_lookup_shelf_make_name (keep->self, sme_record_get_text (keep->info, "id"));

  if (!sme_vault_put_finish (SME_VAULT (source), result, &error))
    g_message ("A document could not be kept: %s %d", g_quark_to_string (error->domain),
               error->code);
  else if (is_current (keep))
    note (keep->self, keep->dossier, keep->info);
  else
    sme_vault_remove_async (keep->self->vault, name, NULL, NULL, NULL);
}

static void
on_loaded_to_keep (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Keep) keep = user_data;
  SmeLookupShelf *self = keep->self;
  g_autofree char *name = sme_lookup_shelf_make_name (self, sme_record_get_text (keep->info, "id"));

  if (!sme_lookup_shelf_load_finish (self, result, NULL) || !is_current (keep))
    return;
  sme_vault_put_async (self->vault, name, keep->bytes, NULL, on_put, keep);
  g_steal_pointer (&keep);
}

static void
on_remembered_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Keep) keep = user_data;
  g_auto (GStrv) accounts = sme_keyring_list_finish (SME_KEYRING (source), result, NULL);

  if (accounts == NULL || accounts[0] == NULL || !is_current (keep))
    return;
  sme_lookup_shelf_load_async (keep->self, NULL, on_loaded_to_keep, keep);
  g_steal_pointer (&keep);
}

void
sme_lookup_shelf_keep (SmeLookupShelf *self,
                       SmeDossier *dossier,
                       SmeDocumentInfo *info,
                       GBytes *bytes)
{
  Keep *keep;

  g_return_if_fail (SME_IS_LOOKUP_SHELF (self) && bytes != NULL);
  if (self->vault == NULL || self->keyring == NULL)
    return;
  keep = g_new0 (Keep, 1);
  keep->self = g_object_ref (self);
  keep->dossier = sme_record_copy (SME_RECORD (dossier));
  keep->info = sme_record_copy (SME_RECORD (info));
  keep->bytes = g_bytes_ref (bytes);
  keep->generation = self->generation;
  sme_keyring_list_async (self->keyring, SME_LOOKUP_MEMORY_KIND, self->server, NULL,
                          on_remembered_listed, keep);
}

/* Forgetting */

static void
remove_documents (SmeLookupShelf *self, SmeRecord *dossier)
{
  GListModel *documents = sme_record_get_list (dossier, "documents");

  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) info = g_list_model_get_item (documents, i);
      g_autofree char *name = sme_lookup_shelf_make_name (self, sme_record_get_text (info, "id"));

      sme_vault_remove_async (self->vault, name, NULL, NULL, NULL);
    }
}

static void
on_loaded_to_forget (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeLookupShelf) self = user_data;
  g_autofree char *name = sme_lookup_shelf_make_name (self, "index");
  GListModel *all = G_LIST_MODEL (self->dossiers);

  if (!sme_lookup_shelf_load_finish (self, result, NULL) || self->vault == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SmeRecord) dossier = g_list_model_get_item (all, i);

      remove_documents (self, dossier);
    }
  sme_vault_remove_async (self->vault, name, NULL, NULL, NULL);
  g_list_store_remove_all (self->dossiers);
}

void
sme_lookup_shelf_forget (SmeLookupShelf *self)
{
  g_return_if_fail (SME_IS_LOOKUP_SHELF (self));
  self->generation++;
  sme_lookup_shelf_load_async (self, NULL, on_loaded_to_forget, g_object_ref (self));
}
