/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-etags.h"

#include "core/sme-account.h"
#include "core/sme-order.h"
#include "core/sme-payment.h"
#include "core/sme-subscription.h"

#include <string.h>

struct _SmeEtags
{
  GHashTable *table; /* thing -> Entry */
  guint64 now;
};

typedef struct
{
  char *etag;
  guint64 written; /* when a write was answered last */
} Entry;

static void
entry_free (Entry *entry)
{
  g_free (entry->etag);
  g_free (entry);
}

SmeEtags *
sme_etags_new (void)
{
  SmeEtags *self = g_new0 (SmeEtags, 1);

  self->table =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
  return self;
}

void
sme_etags_free (SmeEtags *self)
{
  g_hash_table_unref (self->table);
  g_free (self);
}

char *
sme_etags_name_thing (SmeOperationId op, const char *path_id)
{
  const char *path = sme_operation_get (op)->path;
  const char *hole = strstr (path, "{id}");

  if (hole == NULL || path_id == NULL)
    return g_strdup (path);
  return g_strdup_printf ("%.*s%s", (int) (hole - path), path, path_id);
}

/* A call can answer something else than it was sent to: a new order, an order's payment. */
static SmeOperationId
getter_of (SmeRecord *record)
{
  if (SME_IS_ORDER (record))
    return SME_OP_GET_ORDER;
  if (SME_IS_PAYMENT (record))
    return SME_OP_GET_PAYMENT;
  if (SME_IS_ACCOUNT (record))
    return SME_OP_GET_ME;
  return SME_IS_SUBSCRIPTION (record) ? SME_OP_GET_SUBSCRIPTION : SME_N_OPERATIONS;
}

guint64
sme_etags_begin (SmeEtags *self)
{
  return ++self->now;
}

static Entry *
ensure_entry (SmeEtags *self, const char *thing)
{
  Entry *entry = g_hash_table_lookup (self->table, thing);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->table, g_strdup (thing), entry);
    }
  return entry;
}

/* Who goes on with a draft must have seen that draft: the order's own version, which every other
 * answer renews, would let what was typed on another computer be written over unseen. */
static gboolean
writes_draft (SmeOperationId op)
{
  return op == SME_OP_PUT_DRAFT || op == SME_OP_PUT_PROFILE;
}

static char *
name_draft (const char *thing)
{
  return g_strconcat (thing, "#draft", NULL);
}

static void
remember (SmeEtags *self, SmeOperationId op, const char *thing, const char *etag, guint64 begun)
{
  Entry *entry = ensure_entry (self, thing);

  if ((sme_operation_get (op)->flags & SME_OP_WRITE) != 0)
    entry->written = ++self->now;
  else if (begun < entry->written)
    return;
  g_free (entry->etag);
  entry->etag = g_strdup (etag);
}

void
sme_etags_remember (SmeEtags *self,
                    SmeOperationId op,
                    const char *path_id,
                    SmeRecord *record,
                    const char *etag,
                    guint64 begun)
{
  SmeOperationId getter = record != NULL ? getter_of (record) : SME_N_OPERATIONS;
  g_autofree char *thing = getter != SME_N_OPERATIONS
                             ? sme_etags_name_thing (getter, sme_record_get_text (record, "id"))
                             : sme_etags_name_thing (op, path_id);
  g_autofree char *draft = name_draft (thing);

  if (etag == NULL)
    return;
  remember (self, op, thing, etag, begun);
  if (op == SME_OP_GET_DRAFT || writes_draft (op))
    remember (self, op, draft, etag, begun);
}

const char *
sme_etags_lookup (SmeEtags *self, SmeOperationId op, const char *thing)
{
  g_autofree char *draft = name_draft (thing);
  Entry *entry = writes_draft (op) ? g_hash_table_lookup (self->table, draft) : NULL;

  if (entry == NULL)
    entry = g_hash_table_lookup (self->table, thing);

  return entry != NULL ? entry->etag : NULL;
}

void
sme_etags_forget_all (SmeEtags *self)
{
  g_hash_table_remove_all (self->table);
}
