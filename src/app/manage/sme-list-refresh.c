/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-list-refresh.h"

#include "core/sme-record.h"

/* One thing done changes several rows on the server: one answer for all of them. */
#define GATHER_MS 150

struct _SmeListRefresh
{
  GObject parent_instance;

  SmeRemoteList *list;
  const char *order_field;
  gboolean active;
  gboolean stale;
  guint timer;
};

G_DEFINE_FINAL_TYPE (SmeListRefresh, sme_list_refresh, G_TYPE_OBJECT)

static gboolean
on_gathered (gpointer data)
{
  SmeListRefresh *self = data;

  self->timer = 0;
  self->stale = FALSE;
  sme_remote_list_reload (self->list);
  return G_SOURCE_REMOVE;
}

static void
reload_soon (SmeListRefresh *self)
{
  self->stale = TRUE;
  if (self->active && self->timer == 0)
    self->timer = g_timeout_add (GATHER_MS, on_gathered, self);
}

static gboolean
is_listed (SmeListRefresh *self, const char *order_id)
{
  GListModel *items = G_LIST_MODEL (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (items, i);

      if (g_strcmp0 (sme_record_get_text (item, self->order_field), order_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
on_changed (SmeListRefresh *self, const char *kind, const char *id)
{
  if (g_str_equal (kind, "order") && !is_listed (self, id))
    reload_soon (self);
}

static void
on_resync (SmeListRefresh *self)
{
  reload_soon (self);
}

static void
sme_list_refresh_dispose (GObject *object)
{
  SmeListRefresh *self = SME_LIST_REFRESH (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (sme_list_refresh_parent_class)->dispose (object);
}

static void
sme_list_refresh_class_init (SmeListRefreshClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_list_refresh_dispose;
}

static void
sme_list_refresh_init (SmeListRefresh *self)
{
}

SmeListRefresh *
sme_list_refresh_new (gpointer shop, SmeRemoteList *list, const char *order_field)
{
  SmeListRefresh *self = g_object_new (SME_TYPE_LIST_REFRESH, NULL);

  self->list = g_object_ref (list);
  self->order_field = order_field;
  g_signal_connect_object (shop, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shop, "resync", G_CALLBACK (on_resync), self, G_CONNECT_SWAPPED);
  return self;
}

void
sme_list_refresh_reload (SmeListRefresh *self)
{
  g_return_if_fail (SME_IS_LIST_REFRESH (self));
  reload_soon (self);
}

void
sme_list_refresh_set_active (SmeListRefresh *self, gboolean active)
{
  g_return_if_fail (SME_IS_LIST_REFRESH (self));
  self->active = active;
  if (active && self->stale)
    reload_soon (self);
  else if (!active)
    g_clear_handle_id (&self->timer, g_source_remove);
}
