/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-remote-list.h"

#define NEAR_END 10 /* so many items before the end the next page is asked for */

enum
{
  PROP_0,
  PROP_STATE,
  PROP_TOTAL,
  PROP_ERROR,
  PROP_HAS_MORE,
  PROP_AUTO_LOAD,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

struct _SmeRemoteList
{
  GObject parent_instance;

  SmeCaller *caller;
  SmeOperationId op;
  char *path_id;
  SmeRecord *query;
  GPtrArray *items;
  GCancellable *cancellable; /* of the page under way, else NULL */
  gboolean fresh;            /* the page under way is the first */
  char *next;
  gint64 total;
  SmeRemoteListState state;
  GError *error;
  gboolean auto_load;
  guint asked; /* how far down was looked, since the first page was asked for */
  guint idle_id;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeRemoteList,
                               sme_remote_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

G_DEFINE_ENUM_TYPE (SmeRemoteListState,
                    sme_remote_list_state,
                    G_DEFINE_ENUM_VALUE (SME_REMOTE_LIST_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (SME_REMOTE_LIST_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (SME_REMOTE_LIST_ERROR, "error"))

static void
notify (SmeRemoteList *self, int prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_state (SmeRemoteList *self, SmeRemoteListState state)
{
  if (self->state == state)
    return;
  self->state = state;
  notify (self, PROP_STATE);
}

static void
take_error (SmeRemoteList *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  notify (self, PROP_ERROR);
}

static void
set_total (SmeRemoteList *self, gint64 total)
{
  if (self->total == total)
    return;
  self->total = total;
  notify (self, PROP_TOTAL);
}

static void
take_next (SmeRemoteList *self, char *next)
{
  gboolean changes = (self->next == NULL) != (next == NULL);

  g_free (self->next);
  self->next = next;
  if (changes)
    notify (self, PROP_HAS_MORE);
}

static const char *
item_id (gpointer item)
{
  if (sme_record_class_find_field (SME_RECORD_GET_CLASS (item), "id") == NULL)
    return NULL;
  return sme_record_get_text (item, "id");
}

/* The page's items; those whose id is in @known came with an earlier page (the list had moved). */
static GPtrArray *
collect (GListModel *page, GPtrArray *known)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < known->len; i++)
    if (item_id (g_ptr_array_index (known, i)) != NULL)
      g_hash_table_add (ids, (gpointer) item_id (g_ptr_array_index (known, i)));
  for (guint i = 0; i < g_list_model_get_n_items (page); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_object (page, i);
      const char *id = item_id (item);

      if (id == NULL || g_hash_table_add (ids, (gpointer) id))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

static void
append (SmeRemoteList *self, GListModel *page)
{
  g_autoptr (GPtrArray) items = collect (page, self->items);
  guint position = self->items->len;

  if (items->len == 0)
    return;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (items, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, items->len);
  notify (self, PROP_N_ITEMS);
}

static gboolean
same_item (gpointer a, gpointer b)
{
  return a == b || sme_record_equal (a, b);
}

/* Only what differs in the middle is said to have changed. */
static void
replace (SmeRemoteList *self, GListModel *page)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = collect (page, none);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint head = 0, tail = 0;

  while (head < MIN (old->len, items->len) &&
         same_item (g_ptr_array_index (old, head), g_ptr_array_index (items, head)))
    head++;
  while (tail < MIN (old->len, items->len) - head &&
         same_item (g_ptr_array_index (old, old->len - 1 - tail),
                    g_ptr_array_index (items, items->len - 1 - tail)))
    tail++;
  self->items = g_ptr_array_ref (items);
  if (old->len - head - tail > 0 || items->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
  if (old->len != items->len)
    notify (self, PROP_N_ITEMS);
}

static gboolean
on_idle_load (gpointer user_data)
{
  SmeRemoteList *self = user_data;

  self->idle_id = 0;
  sme_remote_list_load_more (self);
  return G_SOURCE_REMOVE;
}

/* Later, since whoever asks may be in the middle of handling a change. A view asks for items as
 * they come, and not again: what it asked for while a page was under way counts afterwards. */
static void
load_ahead (SmeRemoteList *self)
{
  if (self->auto_load && self->next != NULL && self->state == SME_REMOTE_LIST_READY &&
      self->asked - 1 + NEAR_END >= self->items->len && self->idle_id == 0)
    self->idle_id = g_idle_add (on_idle_load, self);
}

static void
on_page_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeRemoteList) self = user_data;
  GError *error = NULL;
  gint64 total = -1;
  char *next = NULL;
  guint before = self->items->len;
  g_autoptr (GListModel) page =
    sme_caller_list_finish (SME_CALLER (source), result, &total, &next, &error);

  /* Cancelled: something newer is under way, or the list is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_object (&self->cancellable);
  take_error (self, error);
  if (page != NULL)
    {
      take_next (self, next);
      set_total (self, total);
      if (self->fresh)
        replace (self, page);
      else
        append (self, page);
      self->fresh = FALSE;
    }
  set_state (self, page != NULL ? SME_REMOTE_LIST_READY : SME_REMOTE_LIST_ERROR);
  /* A page without anything new would be followed by another. */
  if (self->asked > 0 && self->items->len != before)
    load_ahead (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static SmeRecord *
build_query (SmeRemoteList *self)
{
  GType (*type) (void) = sme_operation_get (self->op)->query;
  SmeRecord *query;

  if (type == NULL)
    return NULL;
  query = self->query != NULL ? sme_record_copy (self->query) : g_object_new (type (), NULL);
  if (sme_record_class_find_field (SME_RECORD_GET_CLASS (query), "after") != NULL &&
      (!self->fresh && self->next != NULL))
    sme_record_set_text (query, "after", self->next);
  return query;
}

static void
load (SmeRemoteList *self, gboolean fresh)
{
  g_autoptr (SmeRecord) query = NULL;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->fresh = fresh;
  if (fresh)
    self->asked = 0;
  query = build_query (self);
  set_state (self, SME_REMOTE_LIST_LOADING);
  sme_caller_send_async (self->caller, self->op, self->path_id, query, NULL, self->cancellable,
                         on_page_ready, g_object_ref (self));
}

static GType
sme_remote_list_get_item_type (GListModel *model)
{
  return SME_TYPE_RECORD;
}

static guint
sme_remote_list_get_n_items (GListModel *model)
{
  return SME_REMOTE_LIST (model)->items->len;
}

static gpointer
sme_remote_list_get_item (GListModel *model, guint position)
{
  SmeRemoteList *self = SME_REMOTE_LIST (model);

  if (position >= self->items->len)
    return NULL;
  self->asked = MAX (self->asked, position + 1);
  load_ahead (self);
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sme_remote_list_get_item_type;
  iface->get_n_items = sme_remote_list_get_n_items;
  iface->get_item = sme_remote_list_get_item;
}

static void
sme_remote_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeRemoteList *self = SME_REMOTE_LIST (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_TOTAL:
      g_value_set_int64 (value, self->total);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, self->next != NULL);
      break;
    case PROP_AUTO_LOAD:
      g_value_set_boolean (value, self->auto_load);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->items->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_remote_list_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_AUTO_LOAD)
    sme_remote_list_set_auto_load (SME_REMOTE_LIST (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* A page under way holds the list; letting go of it is the page's to do by disposing. */
static void
sme_remote_list_dispose (GObject *object)
{
  SmeRemoteList *self = SME_REMOTE_LIST (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->items, 0);
  G_OBJECT_CLASS (sme_remote_list_parent_class)->dispose (object);
}

static void
sme_remote_list_finalize (GObject *object)
{
  SmeRemoteList *self = SME_REMOTE_LIST (object);

  g_clear_object (&self->caller);
  g_clear_object (&self->query);
  g_clear_pointer (&self->path_id, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (sme_remote_list_parent_class)->finalize (object);
}

static void
sme_remote_list_class_init (SmeRemoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_remote_list_get_property;
  object_class->set_property = sme_remote_list_set_property;
  object_class->dispose = sme_remote_list_dispose;
  object_class->finalize = sme_remote_list_finalize;

  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SME_TYPE_REMOTE_LIST_STATE,
                                         SME_REMOTE_LIST_READY, flags);
  props[PROP_TOTAL] = g_param_spec_int64 ("total", NULL, NULL, -1, G_MAXINT64, -1, flags);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  props[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, flags);
  props[PROP_AUTO_LOAD] =
    g_param_spec_boolean ("auto-load", NULL, NULL, TRUE, flags | G_PARAM_WRITABLE);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_remote_list_init (SmeRemoteList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->state = SME_REMOTE_LIST_READY;
  self->total = -1;
  self->auto_load = TRUE;
}

SmeRemoteList *
sme_remote_list_new (SmeCaller *caller, SmeOperationId op, const char *path_id, SmeRecord *query)
{
  SmeRemoteList *self;

  g_return_val_if_fail (SME_IS_CALLER (caller), NULL);
  g_return_val_if_fail ((sme_operation_get (op)->flags & SME_OP_LIST) != 0, NULL);

  self = g_object_new (SME_TYPE_REMOTE_LIST, NULL);
  self->caller = g_object_ref (caller);
  self->op = op;
  self->path_id = g_strdup (path_id);
  self->query = query != NULL ? sme_record_copy (query) : NULL;
  load (self, TRUE);
  return self;
}

SmeRemoteListState
sme_remote_list_get_state (SmeRemoteList *self)
{
  g_return_val_if_fail (SME_IS_REMOTE_LIST (self), SME_REMOTE_LIST_READY);

  return self->state;
}

gint64
sme_remote_list_get_total (SmeRemoteList *self)
{
  g_return_val_if_fail (SME_IS_REMOTE_LIST (self), -1);

  return self->total;
}

const GError *
sme_remote_list_get_error (SmeRemoteList *self)
{
  g_return_val_if_fail (SME_IS_REMOTE_LIST (self), NULL);

  return self->error;
}

gboolean
sme_remote_list_get_has_more (SmeRemoteList *self)
{
  g_return_val_if_fail (SME_IS_REMOTE_LIST (self), FALSE);

  return self->next != NULL;
}

void
sme_remote_list_set_auto_load (SmeRemoteList *self, gboolean auto_load)
{
  g_return_if_fail (SME_IS_REMOTE_LIST (self));

  if (self->auto_load == auto_load)
    return;
  self->auto_load = auto_load;
  notify (self, PROP_AUTO_LOAD);
}

void
sme_remote_list_reload (SmeRemoteList *self)
{
  g_return_if_fail (SME_IS_REMOTE_LIST (self));

  load (self, TRUE);
}

void
sme_remote_list_load_more (SmeRemoteList *self)
{
  g_return_if_fail (SME_IS_REMOTE_LIST (self));

  if (self->state == SME_REMOTE_LIST_ERROR)
    load (self, self->fresh);
  else if (self->state == SME_REMOTE_LIST_READY && self->next != NULL)
    load (self, FALSE);
}

void
sme_remote_list_set_query (SmeRemoteList *self, SmeRecord *query)
{
  g_return_if_fail (SME_IS_REMOTE_LIST (self));

  g_clear_object (&self->query);
  self->query = query != NULL ? sme_record_copy (query) : NULL;
  load (self, TRUE);
}
