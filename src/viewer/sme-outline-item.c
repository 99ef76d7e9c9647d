/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-outline-item.h"

struct _SmeOutlineItem
{
  GObject parent_instance;

  char *title;
  guint page;
  double top;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (SmeOutlineItem, sme_outline_item, G_TYPE_OBJECT)

const char *
sme_outline_item_get_title (SmeOutlineItem *self)
{
  g_return_val_if_fail (SME_IS_OUTLINE_ITEM (self), "");

  return self->title;
}

guint
sme_outline_item_get_page (SmeOutlineItem *self)
{
  g_return_val_if_fail (SME_IS_OUTLINE_ITEM (self), G_MAXUINT);

  return self->page;
}

double
sme_outline_item_get_top (SmeOutlineItem *self)
{
  g_return_val_if_fail (SME_IS_OUTLINE_ITEM (self), 0);

  return self->top;
}

GListModel *
sme_outline_item_get_children (SmeOutlineItem *self)
{
  g_return_val_if_fail (SME_IS_OUTLINE_ITEM (self), NULL);

  return G_LIST_MODEL (self->children);
}

void
sme_outline_item_add (SmeOutlineItem *self, SmeOutlineItem *child)
{
  g_return_if_fail (SME_IS_OUTLINE_ITEM (self));
  g_return_if_fail (SME_IS_OUTLINE_ITEM (child));

  g_list_store_append (self->children, child);
}

static void
sme_outline_item_finalize (GObject *object)
{
  SmeOutlineItem *self = SME_OUTLINE_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->children);

  G_OBJECT_CLASS (sme_outline_item_parent_class)->finalize (object);
}

static void
sme_outline_item_class_init (SmeOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_outline_item_finalize;
}

static void
sme_outline_item_init (SmeOutlineItem *self)
{
  self->children = g_list_store_new (SME_TYPE_OUTLINE_ITEM);
}

SmeOutlineItem *
sme_outline_item_new (const char *title, guint page, double top)
{
  SmeOutlineItem *self = g_object_new (SME_TYPE_OUTLINE_ITEM, NULL);

  self->title = g_strdup (title);
  self->page = page;
  self->top = top;
  return self;
}
