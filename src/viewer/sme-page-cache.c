/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-cache.h"

#include "viewer/sme-page-picture.h"

/* Bytes of textures kept beyond those that are wanted, for scrolling back. */
#define SPARE_MEMORY_MAX (16 * 1024 * 1024)

typedef struct
{
  guint page;
  GdkTexture *texture;
  SmePageArea have; /* what the texture shows */
  SmePageArea asked;
  SmeRenderPriority priority;
  GCancellable *cancellable;
  guint in_flight; /* 0, 1 or 2: one that runs and one that waits */
  guint64 wanted_at;
  gboolean broken; /* what was asked last cannot be drawn */
} Slot;

struct _SmePageCache
{
  SmeDocument *document;
  GHashTable *slots; /* page -> Slot */
  SmePageCacheFunc landed;
  gpointer user_data;
  guint64 time; /* counts updates */
};

/* Valid to look at @self and @slot only while @cancellable is not cancelled: it is before either
 * goes away. */
typedef struct
{
  SmePageCache *self;
  Slot *slot;
  SmePageArea area;
  GCancellable *cancellable;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
slot_withdraw (Slot *slot)
{
  if (slot->in_flight == 0)
    return;
  g_cancellable_cancel (slot->cancellable);
  g_object_unref (slot->cancellable);
  slot->cancellable = g_cancellable_new ();
  slot->in_flight = 0;
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  slot_withdraw (slot);
  g_object_unref (slot->cancellable);
  g_clear_object (&slot->texture);
  g_free (slot);
}

static Slot *
ensure_slot (SmePageCache *self, guint page)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (page));

  if (slot == NULL)
    {
      slot = g_new0 (Slot, 1);
      slot->page = page;
      slot->cancellable = g_cancellable_new ();
      g_hash_table_insert (self->slots, GUINT_TO_POINTER (page), slot);
    }
  return slot;
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
    sme_document_render_finish (SME_DOCUMENT (source), result, &error);
  Slot *slot = request->slot;

  if (g_cancellable_is_cancelled (request->cancellable))
    return;

  slot->in_flight--;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* replaced by a newer one */
    return;
  if (texture != NULL)
    {
      g_set_object (&slot->texture, texture);
      slot->have = request->area;
    }
  /* What gave way to something more urgent is asked for again. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    slot->asked.full_width = 0;
  else
    slot->broken = texture == NULL;
  request->self->landed (slot->page, request->self->user_data);
}

static void
ask (SmePageCache *self, Slot *slot, const SmePageWant *want)
{
  Request *request = g_new (Request, 1);

  request->self = self;
  request->slot = slot;
  request->area = want->area;
  request->cancellable = g_object_ref (slot->cancellable);
  slot->asked = want->area;
  slot->priority = want->priority;
  slot->in_flight++;
  sme_document_render_async (self->document, &want->area, want->priority, self, slot->cancellable,
                             on_rendered, request);
}

static gboolean
slot_is_settled (const Slot *slot, const SmePageArea *need)
{
  if (slot->broken && sme_page_area_covers (&slot->asked, need))
    return TRUE;
  return slot->texture != NULL && sme_page_area_covers (&slot->have, need);
}

static void
update_want (SmePageCache *self, const SmePageWant *want)
{
  Slot *slot = ensure_slot (self, want->area.page);

  slot->wanted_at = self->time;
  if (slot_is_settled (slot, &want->need))
    return;
  if (slot->in_flight == 0 || !sme_page_area_covers (&slot->asked, &want->need))
    {
      ask (self, slot, want);
    }
  else if (slot->priority != want->priority)
    {
      slot->priority = want->priority;
      sme_render_thread_reprioritize (self, slot->page, want->priority);
    }
}

static gsize
slot_get_memory (const Slot *slot)
{
  if (slot->texture == NULL)
    return 0;
  return sme_page_picture_get_memory (slot->texture);
}

/* Withdraws what is not wanted, and drops of the rest what was wanted longest ago. */
static void
drop_unwanted (SmePageCache *self)
{
  gsize memory;

  do
    {
      GHashTableIter iter;
      gpointer value;
      Slot *oldest = NULL;

      memory = 0;
      g_hash_table_iter_init (&iter, self->slots);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          Slot *slot = value;

          if (slot->wanted_at == self->time)
            continue;
          slot_withdraw (slot);
          if (slot->texture == NULL)
            {
              g_hash_table_iter_remove (&iter);
              continue;
            }
          memory += slot_get_memory (slot);
          if (oldest == NULL || slot->wanted_at < oldest->wanted_at)
            oldest = slot;
        }
      if (memory > SPARE_MEMORY_MAX)
        g_hash_table_remove (self->slots, GUINT_TO_POINTER (oldest->page));
    }
  while (memory > SPARE_MEMORY_MAX);
}

void
sme_page_cache_update (SmePageCache *self, const SmePageWant *wants, guint n_wants)
{
  self->time++;
  for (guint i = 0; i < n_wants; i++)
    update_want (self, &wants[i]);
  drop_unwanted (self);
}

GdkTexture *
sme_page_cache_get (SmePageCache *self, guint page, SmePageArea *area)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (page));

  if (slot == NULL || slot->texture == NULL)
    return NULL;
  *area = slot->have;
  return slot->texture;
}

gboolean
sme_page_cache_is_settled (SmePageCache *self, const SmePageArea *need)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (need->page));

  return slot != NULL && slot_is_settled (slot, need);
}

gboolean
sme_page_cache_is_broken (SmePageCache *self, guint page)
{
  Slot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (page));

  return slot != NULL && slot->broken && slot->in_flight == 0;
}

SmePageCache *
sme_page_cache_new (SmeDocument *document, SmePageCacheFunc landed, gpointer user_data)
{
  SmePageCache *self = g_new0 (SmePageCache, 1);

  self->document = g_object_ref (document);
  self->slots = g_hash_table_new_full (NULL, NULL, NULL, slot_free);
  self->landed = landed;
  self->user_data = user_data;
  return self;
}

void
sme_page_cache_free (SmePageCache *self)
{
  g_clear_pointer (&self->slots, g_hash_table_unref);
  g_clear_object (&self->document);
  g_free (self);
}
