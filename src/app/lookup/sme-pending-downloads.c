/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-pending-downloads.h"

#include "app/lookup/sme-lookup-shelf-private.h"

/* Form 1: of each dossier its id, whether it is the archive, and of each file the document's id,
 * its name and where it goes. */
#define SAVED_TYPE "(ya(sba(sss)))"
#define FORM 1
#define VAULT_NAME "downloads"

typedef struct
{
  char *id;
  char *name;
  char *uri;
} Item;

typedef struct
{
  char *dossier_id;
  gboolean archive;
  GPtrArray *items;
} Entry;

struct _SmePendingDownloads
{
  GObject parent_instance;

  SmeLookupShelf *shelf; /* the context's, which this goes with */
  const char *server;
  gboolean loading; /* or loaded */
  GPtrArray *entries;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmePendingDownloads, sme_pending_downloads, G_TYPE_OBJECT)

static void
item_free (Item *item)
{
  g_free (item->id);
  g_free (item->name);
  g_free (item->uri);
  g_free (item);
}

static void
entry_free (Entry *entry)
{
  g_free (entry->dossier_id);
  g_ptr_array_unref (entry->items);
  g_free (entry);
}

static Entry *
entry_new (const char *dossier_id, gboolean archive)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->dossier_id = g_strdup (dossier_id);
  entry->archive = archive;
  entry->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  return entry;
}

static void
entry_add (Entry *entry, const char *id, const char *name, const char *uri)
{
  Item *item = g_new0 (Item, 1);

  item->id = g_strdup (id);
  item->name = g_strdup (name);
  item->uri = g_strdup (uri);
  g_ptr_array_add (entry->items, item);
}

static gboolean
find (SmePendingDownloads *self, const char *dossier_id, guint *at)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (!g_str_equal (entry->dossier_id, dossier_id))
        continue;
      *at = i;
      return TRUE;
    }
  return FALSE;
}

/* In the vault */

static void
add_entry (GVariantBuilder *builder, Entry *entry)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("(sba(sss))"));
  g_variant_builder_add (builder, "s", entry->dossier_id);
  g_variant_builder_add (builder, "b", entry->archive);
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sss)"));
  for (guint i = 0; i < entry->items->len; i++)
    {
      Item *item = g_ptr_array_index (entry->items, i);

      g_variant_builder_add (builder, "(sss)", item->id, item->name, item->uri);
    }
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

static GBytes *
encode (SmePendingDownloads *self)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) saved = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sba(sss))"));
  for (guint i = 0; i < self->entries->len; i++)
    add_entry (&builder, g_ptr_array_index (self->entries, i));
  saved =
    g_variant_ref_sink (g_variant_new ("(y@a(sba(sss)))", FORM, g_variant_builder_end (&builder)));
  return g_variant_get_data_as_bytes (saved);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!sme_vault_put_finish (SME_VAULT (source), result, &error))
    g_message ("A download could not be noted: %s %d", g_quark_to_string (error->domain),
               error->code);
}

static void
keep (SmePendingDownloads *self)
{
  g_autofree char *name = sme_lookup_shelf_make_name (self->shelf, VAULT_NAME);
  g_autoptr (GBytes) bytes = NULL;

  g_signal_emit (self, signals[CHANGED], 0);
  if (self->shelf->vault == NULL)
    return;
  if (self->entries->len == 0)
    {
      sme_vault_remove_async (self->shelf->vault, name, NULL, NULL, NULL);
      return;
    }
  bytes = encode (self);
  sme_vault_put_async (self->shelf->vault, name, bytes, NULL, on_kept, NULL);
}

static void
take_entry (SmePendingDownloads *self, GVariant *saved)
{
  g_autoptr (GVariantIter) items = NULL;
  const char *dossier_id, *id, *name, *uri;
  gboolean archive;
  Entry *entry;
  guint at;

  g_variant_get (saved, "(&sba(sss))", &dossier_id, &archive, &items);
  if (find (self, dossier_id, &at)) /* begun anew meanwhile */
    return;
  entry = entry_new (dossier_id, archive);
  while (g_variant_iter_next (items, "(&s&s&s)", &id, &name, &uri))
    entry_add (entry, id, name, uri);
  g_ptr_array_add (self->entries, entry);
}

static void
decode (SmePendingDownloads *self, GBytes *bytes)
{
  g_autoptr (GVariant) variant =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (SAVED_TYPE), bytes, FALSE));
  g_autoptr (GVariant) saved = g_variant_get_normal_form (variant);
  g_autoptr (GVariant) entries = g_variant_get_child_value (saved, 1);
  guint8 form;

  g_variant_get_child (saved, 0, "y", &form);
  for (gsize i = 0; form == FORM && i < g_variant_n_children (entries); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (entries, i);

      take_entry (self, entry);
    }
}

typedef struct
{
  SmePendingDownloads *self;
  const char *server;
} Reading;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (SmePendingDownloads) self = reading->self;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, NULL);

  if (bytes == NULL || reading->server != self->server)
    return;
  decode (self, bytes);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
sme_pending_downloads_load (SmePendingDownloads *self)
{
  g_autofree char *name = NULL;
  Reading *reading;

  g_return_if_fail (SME_IS_PENDING_DOWNLOADS (self));
  if (self->loading || self->shelf->vault == NULL)
    return;
  self->loading = TRUE;
  name = sme_lookup_shelf_make_name (self->shelf, VAULT_NAME);
  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->server = self->server;
  sme_vault_get_async (self->shelf->vault, name, NULL, on_read, reading);
}

/* What goes on */

static gboolean
remove_entry (SmePendingDownloads *self, const char *dossier_id)
{
  guint at;

  if (!find (self, dossier_id, &at))
    return FALSE;
  g_ptr_array_remove_index (self->entries, at);
  return TRUE;
}

void
sme_pending_downloads_note (SmePendingDownloads *self,
                            const char *dossier_id,
                            SmeOperationId op,
                            GPtrArray *infos,
                            GPtrArray *files,
                            guint done)
{
  Entry *entry;

  g_return_if_fail (SME_IS_PENDING_DOWNLOADS (self) && infos->len == files->len);
  if (op != SME_OP_GET_DOCUMENT_CONTENT && op != SME_OP_GET_ARCHIVE)
    return;
  remove_entry (self, dossier_id);
  entry = entry_new (dossier_id, op == SME_OP_GET_ARCHIVE);
  for (guint i = done; i < infos->len; i++)
    {
      SmeRecord *info = g_ptr_array_index (infos, i);
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (files, i));

      entry_add (entry, sme_record_get_text (info, "id"), sme_record_get_text (info, "name"), uri);
    }
  if (entry->items->len > 0)
    g_ptr_array_insert (self->entries, 0, entry);
  else
    entry_free (entry);
  keep (self);
}

void
sme_pending_downloads_drop (SmePendingDownloads *self, const char *dossier_id)
{
  g_return_if_fail (SME_IS_PENDING_DOWNLOADS (self));
  if (remove_entry (self, dossier_id))
    keep (self);
}

void
sme_pending_downloads_drop_all (SmePendingDownloads *self)
{
  g_return_if_fail (SME_IS_PENDING_DOWNLOADS (self));
  g_ptr_array_set_size (self->entries, 0);
  keep (self);
}

const char *
sme_pending_downloads_get_first (SmePendingDownloads *self)
{
  g_return_val_if_fail (SME_IS_PENDING_DOWNLOADS (self), NULL);
  return self->entries->len > 0 ? ((Entry *) g_ptr_array_index (self->entries, 0))->dossier_id
                                : NULL;
}

/* Its hash is the one of now: it may have been sealed since. NULL: it is not there any more. */
static SmeRecord *
find_info (Entry *entry, Item *item, SmeRecord *dossier)
{
  SmeRecord *info;

  if (!entry->archive)
    {
      info = sme_lookup_shelf_find_in (dossier, item->id);
      return info != NULL ? g_object_ref (info) : NULL;
    }
  info = SME_RECORD (sme_document_info_new ());
  sme_record_set_text (info, "id", item->id);
  sme_record_set_text (info, "name", item->name);
  return info;
}

gboolean
sme_pending_downloads_find (SmePendingDownloads *self,
                            SmeDossier *dossier,
                            SmeOperationId *op,
                            GPtrArray **infos,
                            GPtrArray **files)
{
  Entry *entry;
  guint at;

  g_return_val_if_fail (SME_IS_PENDING_DOWNLOADS (self), FALSE);
  if (!find (self, sme_record_get_text (SME_RECORD (dossier), "id"), &at))
    return FALSE;
  entry = g_ptr_array_index (self->entries, at);
  *op = entry->archive ? SME_OP_GET_ARCHIVE : SME_OP_GET_DOCUMENT_CONTENT;
  *infos = g_ptr_array_new_with_free_func (g_object_unref);
  *files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < entry->items->len; i++)
    {
      Item *item = g_ptr_array_index (entry->items, i);
      SmeRecord *info = find_info (entry, item, SME_RECORD (dossier));

      if (info == NULL)
        continue;
      g_ptr_array_add (*infos, info);
      g_ptr_array_add (*files, g_file_new_for_uri (item->uri));
    }
  if ((*infos)->len > 0)
    return TRUE;
  g_clear_pointer (infos, g_ptr_array_unref);
  g_clear_pointer (files, g_ptr_array_unref);
  return FALSE;
}

static void
sme_pending_downloads_finalize (GObject *object)
{
  SmePendingDownloads *self = SME_PENDING_DOWNLOADS (object);

  g_ptr_array_unref (self->entries);
  g_clear_object (&self->shelf);
  G_OBJECT_CLASS (sme_pending_downloads_parent_class)->finalize (object);
}

static void
sme_pending_downloads_class_init (SmePendingDownloadsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_pending_downloads_finalize;
  signals[CHANGED] = g_signal_new ("changed", SME_TYPE_PENDING_DOWNLOADS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_pending_downloads_init (SmePendingDownloads *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

SmePendingDownloads *
sme_pending_downloads_get (SmeContext *context)
{
  SmePendingDownloads *self = g_object_get_data (G_OBJECT (context), "sme-pending-downloads");
  SmeLookupShelf *shelf = sme_lookup_shelf_get (context);

  if (self == NULL)
    {
      self = g_object_new (SME_TYPE_PENDING_DOWNLOADS, NULL);
      self->shelf = g_object_ref (shelf);
      g_object_set_data_full (G_OBJECT (context), "sme-pending-downloads", self, g_object_unref);
    }
  if (self->server == shelf->server)
    return self;
  self->server = shelf->server; /* another account has others */
  self->loading = FALSE;
  g_ptr_array_set_size (self->entries, 0);
  g_signal_emit (self, signals[CHANGED], 0);
  return self;
}
