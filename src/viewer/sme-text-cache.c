/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-text-cache.h"

typedef struct
{
  guint page;
  SmePageText *text;
  GList link; /* in order of use */
} Entry;

struct _SmeTextCache
{
  GHashTable *entries; /* page -> Entry */
  GQueue order;        /* latest first */
  gsize memory;
  gsize max_memory;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  sme_page_text_unref (entry->text);
  g_free (entry);
}

static void
drop (SmeTextCache *self, Entry *entry)
{
  self->memory -= sme_page_text_get_memory (entry->text);
  g_queue_unlink (&self->order, &entry->link);
  g_hash_table_remove (self->entries, GUINT_TO_POINTER (entry->page));
}

SmeTextCache *
sme_text_cache_new (gsize max_memory)
{
  SmeTextCache *self = g_new0 (SmeTextCache, 1);

  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->max_memory = max_memory;
  return self;
}

void
sme_text_cache_free (SmeTextCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

SmePageText *
sme_text_cache_get (SmeTextCache *self, guint page)
{
  Entry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (page));

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->order, &entry->link);
  g_queue_push_head_link (&self->order, &entry->link);
  return entry->text;
}

void
sme_text_cache_add (SmeTextCache *self, guint page, SmePageText *text)
{
  Entry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (page));

  if (entry != NULL)
    drop (self, entry);

  entry = g_new0 (Entry, 1);
  entry->page = page;
  entry->text = sme_page_text_ref (text);
  entry->link.data = entry;
  g_hash_table_insert (self->entries, GUINT_TO_POINTER (page), entry);
  g_queue_push_head_link (&self->order, &entry->link);
  self->memory += sme_page_text_get_memory (text);

  while (self->memory > self->max_memory && self->order.length > 1)
    drop (self, g_queue_peek_tail (&self->order));
}
