/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-record-private.h"

static gboolean
items_equal (GObject *a, GObject *b)
{
  if (SME_IS_RECORD (a) && SME_IS_RECORD (b))
    return sme_record_equal (SME_RECORD (a), SME_RECORD (b));
  return sme_slot_equal (&(SmeSlot){ .object = a }, &(SmeSlot){ .object = b }, SME_FIELD_LIST,
                         TRUE);
}

static gboolean
lists_equal (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) x = g_list_model_get_object (a, i);
      g_autoptr (GObject) y = g_list_model_get_object (b, i);
      if (!items_equal (x, y))
        return FALSE;
    }
  return TRUE;
}

/* With @deep unset, objects and lists are equal only when they are the same one. */
gboolean
sme_slot_equal (const SmeSlot *a, const SmeSlot *b, SmeFieldKind kind, gboolean deep)
{
  switch (kind)
    {
    case SME_FIELD_TEXT:
      return g_strcmp0 (a->text, b->text) == 0;
    case SME_FIELD_NUMBER:
      return memcmp (&a->number, &b->number, sizeof (double)) == 0;
    case SME_FIELD_TEXTS:
      return g_strv_equal ((const char *const *) a->texts, (const char *const *) b->texts);
    case SME_FIELD_OBJECT:
      return a->object == b->object || (deep && sme_record_equal (a->object, b->object));
    case SME_FIELD_LIST:
    case SME_FIELD_GRID:
      return a->object == b->object || (deep && lists_equal (a->object, b->object));
    default:
      return a->integer == b->integer;
    }
}

static GListStore *
copy_list (GListModel *list)
{
  GListStore *copy = g_list_store_new (g_list_model_get_item_type (list));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_object (list, i);
      g_autoptr (GObject) twin = SME_IS_RECORD (item) ? sme_record_copy (SME_RECORD (item))
                                                      : G_OBJECT (copy_list (G_LIST_MODEL (item)));
      g_list_store_append (copy, twin);
    }
  return copy;
}

SmeSlot
sme_slot_copy (const SmeSlot *slot, SmeFieldKind kind)
{
  switch (kind)
    {
    case SME_FIELD_TEXT:
      return (SmeSlot){ .text = g_strdup (slot->text) };
    case SME_FIELD_TEXTS:
      return (SmeSlot){ .texts = g_strdupv (slot->texts) };
    case SME_FIELD_OBJECT:
      return (SmeSlot){ .object = sme_record_copy (slot->object) };
    case SME_FIELD_LIST:
    case SME_FIELD_GRID:
      return (SmeSlot){ .object = copy_list (slot->object) };
    default:
      return *slot;
    }
}

/* A deep copy. */
gpointer
sme_record_copy (SmeRecord *self)
{
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (self);
  SmeRecord *copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      SmeSlot *slot = sme_record_peek_slot (self, i);
      if (slot != NULL)
        sme_record_take_at (copy, i, sme_slot_copy (slot, klass->fields[i].kind));
    }
  return copy;
}

gboolean
sme_record_equal (SmeRecord *a, SmeRecord *b)
{
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (a);

  if (a == b)
    return TRUE;
  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b))
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      SmeSlot *x = sme_record_peek_slot (a, i), *y = sme_record_peek_slot (b, i);
      if ((x == NULL) != (y == NULL))
        return FALSE;
      if (x != NULL && !sme_slot_equal (x, y, klass->fields[i].kind, TRUE))
        return FALSE;
    }
  return TRUE;
}

static void
collect_differences (SmeRecord *a, SmeRecord *b, const char *prefix, GStrvBuilder *builder)
{
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      SmeSlot *x = sme_record_peek_slot (a, i), *y = sme_record_peek_slot (b, i);
      g_autofree char *pointer = g_strconcat (prefix, "/", klass->fields[i].name, NULL);

      if (x == NULL && y == NULL)
        continue;
      if (x != NULL && y != NULL && klass->fields[i].kind == SME_FIELD_OBJECT)
        collect_differences (x->object, y->object, pointer, builder);
      else if (x == NULL || y == NULL || !sme_slot_equal (x, y, klass->fields[i].kind, TRUE))
        g_strv_builder_add (builder, pointer);
    }
}

GStrv
sme_record_diff (SmeRecord *a, SmeRecord *b)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b), NULL);
  collect_differences (a, b, "", builder);
  return g_strv_builder_end (builder);
}

static const char *
item_id (gpointer item)
{
  if (!SME_IS_RECORD (item) ||
      sme_record_class_find_field (SME_RECORD_GET_CLASS (item), "id") == NULL)
    return NULL;
  return sme_record_get_text (item, "id");
}

/* Items with an id that stay keep their object; everything else is replaced. */
static void
update_list (GListStore *list, GListModel *from)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n_old; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_object (G_LIST_MODEL (list), i);
      if (item_id (item) != NULL)
        g_hash_table_insert (known, (gpointer) item_id (item), item);
    }
  for (guint i = 0; i < g_list_model_get_n_items (from); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_object (from, i);
      SmeRecord *old = item_id (item) != NULL ? g_hash_table_lookup (known, item_id (item)) : NULL;

      if (old != NULL)
        sme_record_update (old, SME_RECORD (item));
      g_ptr_array_add (items, old != NULL ? g_object_ref (G_OBJECT (old)) : g_object_ref (item));
    }
  g_list_store_splice (list, 0, n_old, items->pdata, items->len);
}

static void
update_field (SmeRecord *self, guint i, SmeSlot *to)
{
  SmeFieldKind kind = SME_RECORD_GET_CLASS (self)->fields[i].kind;
  SmeSlot *old = sme_record_peek_slot (self, i);

  if (old != NULL && sme_slot_equal (old, to, kind, TRUE))
    return;
  if (old != NULL && kind == SME_FIELD_OBJECT)
    {
      /* The same object, but who shows it as a whole has to hear of it too. */
      sme_record_update (old->object, to->object);
      sme_record_notify_at (self, i);
    }
  else if (old != NULL && kind == SME_FIELD_LIST && G_IS_LIST_STORE (old->object))
    update_list (old->object, to->object);
  else
    sme_record_take_at (self, i, sme_slot_copy (to, kind));
}

void
sme_record_update (SmeRecord *self, SmeRecord *from)
{
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      SmeSlot *to = sme_record_peek_slot (from, i);

      if (to == NULL)
        sme_record_unset_at (self, i);
      else
        update_field (self, i, to);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
