/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-refetcher.h"

#include <string.h>

typedef struct
{
  const char *kind;
  SmeOperationId op;
} Source;

struct _SmeRefetcher
{
  SmeCaller *caller;
  SmeLiveTable *table;
  GArray *sources;
  GHashTable *under_way; /* "op/id" -> whether to fetch once more */
  GCancellable *cancellable;
};

typedef struct
{
  SmeRefetcher *self;
  GCancellable *cancellable; /* once cancelled, @self is gone */
  SmeOperationId op;
  char *id;
} Fetch;

static void fetch (SmeRefetcher *self, SmeOperationId op, const char *id);

static void
fetch_free (Fetch *data)
{
  g_object_unref (data->cancellable);
  g_free (data->id);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static char *
make_key (SmeOperationId op, const char *id)
{
  return g_strdup_printf ("%d/%s", op, id);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) data = user_data;
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (SME_CALLER (source), result, NULL);
  g_autofree char *key = make_key (data->op, data->id);
  gboolean again;

  if (g_cancellable_is_cancelled (data->cancellable))
    return;
  again = GPOINTER_TO_INT (g_hash_table_lookup (data->self->under_way, key));
  g_hash_table_remove (data->self->under_way, key);
  if (again)
    fetch (data->self, data->op, data->id);
}

static void
fetch (SmeRefetcher *self, SmeOperationId op, const char *id)
{
  char *key = make_key (op, id);
  gboolean waits = g_hash_table_contains (self->under_way, key);
  const char *path_id = strstr (sme_operation_get (op)->path, "{id}") != NULL ? id : NULL;
  Fetch *data;

  g_hash_table_replace (self->under_way, key, GINT_TO_POINTER (waits));
  if (waits)
    return;
  data = g_new0 (Fetch, 1);
  data->self = self;
  data->cancellable = g_object_ref (self->cancellable);
  data->op = op;
  data->id = g_strdup (id);
  sme_caller_send_async (self->caller, op, path_id, NULL, NULL, self->cancellable, on_fetched,
                         data);
}

SmeRefetcher *
sme_refetcher_new (SmeCaller *caller, SmeLiveTable *table)
{
  SmeRefetcher *self = g_new0 (SmeRefetcher, 1);

  self->caller = caller;
  self->table = table;
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  self->under_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  return self;
}

void
sme_refetcher_free (SmeRefetcher *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_array_unref (self->sources);
  g_hash_table_unref (self->under_way);
  g_free (self);
}

void
sme_refetcher_cancel (SmeRefetcher *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->under_way);
}

void
sme_refetcher_add (SmeRefetcher *self, const char *kind, SmeOperationId op)
{
  Source source = { kind, op };

  g_array_append_val (self->sources, source);
}

/* What belongs to an order (payment, subscription, dossier) changes with it. */
static void
fetch_parts (SmeRefetcher *self, SmeOperationId op, const char *order_id)
{
  g_autoptr (GPtrArray) alive =
    sme_live_table_list (self->table, sme_operation_get (op)->response ());

  for (guint i = 0; i < alive->len; i++)
    {
      SmeRecord *record = g_ptr_array_index (alive, i);

      if (sme_record_class_find_field (SME_RECORD_GET_CLASS (record), "order_id") != NULL &&
          g_strcmp0 (sme_record_get_text (record, "order_id"), order_id) == 0)
        fetch (self, op, sme_record_get_text (record, "id"));
    }
}

void
sme_refetcher_changed (SmeRefetcher *self, const char *kind, const char *id)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      Source *source = &g_array_index (self->sources, Source, i);
      GType type = sme_operation_get (source->op)->response ();

      if (g_str_equal (source->kind, kind) && sme_live_table_peek (self->table, type, id) != NULL)
        fetch (self, source->op, id);
      else if (g_str_equal (kind, "order"))
        fetch_parts (self, source->op, id);
    }
}

void
sme_refetcher_resync (SmeRefetcher *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      SmeOperationId op = g_array_index (self->sources, Source, i).op;
      g_autoptr (GPtrArray) alive =
        sme_live_table_list (self->table, sme_operation_get (op)->response ());

      for (guint k = 0; k < alive->len; k++)
        fetch (self, op, sme_record_get_text (g_ptr_array_index (alive, k), "id"));
    }
}
