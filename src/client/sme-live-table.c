/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-live-table.h"

#include "core/sme-account.h"
#include "core/sme-certificate.h"
#include "core/sme-dossier.h"
#include "core/sme-order.h"
#include "core/sme-payment.h"
#include "core/sme-subscription.h"

struct _SmeLiveTable
{
  GHashTable *entries; /* "type/id" -> Entry */
  guint64 begun;
};

typedef struct
{
  SmeLiveTable *table;
  char *key;
  SmeRecord *record;  /* not held */
  guint64 read_begun; /* of the read that was let in last */
  guint64 written;    /* when a write was answered last */
} Entry;

typedef struct
{
  SmeOperationFlags flags;
  guint64 begun;
} Origin;

static gboolean
is_live_type (GType type)
{
  return type == SME_TYPE_ORDER || type == SME_TYPE_PAYMENT || type == SME_TYPE_SUBSCRIPTION ||
         type == SME_TYPE_DOSSIER || type == SME_TYPE_ACCOUNT || type == SME_TYPE_CERTIFICATE;
}

static char *
make_key (GType type, const char *id)
{
  return g_strconcat (g_type_name (type), "/", id, NULL);
}

static void
on_record_gone (gpointer user_data, GObject *record)
{
  Entry *entry = user_data;

  entry->record = NULL;
  g_hash_table_remove (entry->table->entries, entry->key);
}

static void
entry_free (Entry *entry)
{
  if (entry->record != NULL)
    g_object_weak_unref (G_OBJECT (entry->record), on_record_gone, entry);
  g_free (entry->key);
  g_free (entry);
}

SmeLiveTable *
sme_live_table_new (void)
{
  SmeLiveTable *self = g_new0 (SmeLiveTable, 1);

  self->entries =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) entry_free);
  return self;
}

void
sme_live_table_free (SmeLiveTable *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
sme_live_table_clear (SmeLiveTable *self)
{
  g_hash_table_remove_all (self->entries);
}

guint64
sme_live_table_begin (SmeLiveTable *self)
{
  return ++self->begun;
}

static void
note_origin (SmeLiveTable *self, Entry *entry, const Origin *origin)
{
  if ((origin->flags & SME_OP_WRITE) != 0)
    entry->written = ++self->begun;
  else
    entry->read_begun = origin->begun;
}

static void
add_entry (SmeLiveTable *self, char *key, SmeRecord *record, const Origin *origin)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->table = self;
  entry->key = key;
  entry->record = record;
  note_origin (self, entry, origin);
  g_object_weak_ref (G_OBJECT (record), on_record_gone, entry);
  g_hash_table_replace (self->entries, entry->key, entry);
}

/* Which of two orders is newer: -1, 0 (not known), 1. */
static int
compare_age (SmeRecord *a, SmeRecord *b)
{
  gint64 x, y;

  if (!SME_IS_ORDER (a) || !sme_record_has (a, "updated_at") || !sme_record_has (b, "updated_at"))
    return 0;
  x = sme_record_get_int (a, "updated_at");
  y = sme_record_get_int (b, "updated_at");
  return x < y ? -1 : x > y ? 1 : 0;
}

/* Where the time does not tell, a read counts as older than what was answered since it was asked.
 */
static gboolean
is_stale (Entry *entry, SmeRecord *record, const Origin *origin)
{
  int age = compare_age (record, entry->record);

  if (age != 0)
    return age < 0;
  return (origin->flags & SME_OP_WRITE) == 0 &&
         (origin->begun < entry->read_begun || origin->begun < entry->written);
}

/* An item of a list may leave its parts out; the object keeps those that it has. */
static void
fill_parts (SmeRecord *item, SmeRecord *from)
{
  guint n;
  const SmeField *fields = sme_record_class_list_fields (SME_RECORD_GET_CLASS (item), &n);

  for (guint i = 0; i < n; i++)
    if ((fields[i].kind == SME_FIELD_OBJECT || fields[i].kind == SME_FIELD_LIST) &&
        !sme_record_has (item, fields[i].name) && sme_record_has (from, fields[i].name))
      sme_record_set_object (item, fields[i].name, sme_record_get_object (from, fields[i].name));
}

/* Takes @record over and gives the one that lives. */
static gpointer
let_in (SmeLiveTable *self, SmeRecord *record, const Origin *origin)
{
  g_autofree char *key = make_key (G_OBJECT_TYPE (record), sme_record_get_text (record, "id"));
  Entry *entry = g_hash_table_lookup (self->entries, key);
  SmeRecord *live;

  if (entry == NULL)
    {
      add_entry (self, g_steal_pointer (&key), record, origin);
      return record;
    }
  live = g_object_ref (entry->record);
  if (!is_stale (entry, record, origin))
    {
      note_origin (self, entry, origin);
      if ((origin->flags & SME_OP_LIST) != 0)
        fill_parts (record, live);
      sme_record_update (live, record);
    }
  g_object_unref (record);
  return live;
}

/* An order brings its payments; those that live of their own follow. */
static void
let_payments_in (SmeLiveTable *self, SmeRecord *order, const Origin *origin)
{
  GListModel *payments = sme_record_get_list (order, "payments");

  for (guint i = 0; payments != NULL && i < g_list_model_get_n_items (payments); i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);

      if (sme_live_table_peek (self, SME_TYPE_PAYMENT, sme_record_get_text (payment, "id")))
        g_object_unref (let_in (self, sme_record_copy (payment), origin));
    }
}

static gpointer
exchange (SmeLiveTable *self, SmeRecord *record, const Origin *origin)
{
  if (SME_IS_ORDER (record))
    let_payments_in (self, record, origin);
  return let_in (self, record, origin);
}

static void
exchange_items (SmeLiveTable *self, GListStore *items, const Origin *origin)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      SmeRecord *item = g_list_model_get_item (G_LIST_MODEL (items), i);
      gpointer live = exchange (self, item, origin);

      if (live != item)
        g_list_store_splice (items, i, 1, &live, 1);
      g_object_unref (live);
    }
}

void
sme_live_table_absorb (SmeLiveTable *self, SmeAnswer *answer, SmeOperationId op, guint64 begun)
{
  const SmeOperation *operation = sme_operation_get (op);
  Origin origin = { operation->flags, begun };

  if (operation->response == NULL || !is_live_type (operation->response ()))
    return;
  if (answer->record != NULL)
    answer->record = exchange (self, answer->record, &origin);
  if (answer->items != NULL)
    exchange_items (self, answer->items, &origin);
}

gpointer
sme_live_table_peek (SmeLiveTable *self, GType type, const char *id)
{
  g_autofree char *key = make_key (type, id);
  Entry *entry = g_hash_table_lookup (self->entries, key);

  return entry != NULL ? entry->record : NULL;
}

GPtrArray *
sme_live_table_list (SmeLiveTable *self, GType type)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (G_OBJECT_TYPE (((Entry *) value)->record) == type)
      g_ptr_array_add (records, g_object_ref (((Entry *) value)->record));
  return records;
}
