/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SME_TYPE_OUTLINE_ITEM (sme_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (SmeOutlineItem, sme_outline_item, SME, OUTLINE_ITEM, GObject)

/**
 * SmeOutlineItem: a heading of a document's own table of contents. Filled once by who reads it and
 * never changed afterwards, so it may be handed between threads.
 *
 * @title: as the file has it, on one line
 * @page: where it leads, %G_MAXUINT for nowhere
 * @top: how far down on that page, 0 to 1
 */
SmeOutlineItem *sme_outline_item_new (const char *title, guint page, double top);

const char *sme_outline_item_get_title (SmeOutlineItem *self);
guint sme_outline_item_get_page (SmeOutlineItem *self);
double sme_outline_item_get_top (SmeOutlineItem *self);

/** Returns: (transfer none): the headings below it, a #GListModel of #SmeOutlineItem, maybe none.
 */
GListModel *sme_outline_item_get_children (SmeOutlineItem *self);

/** For who reads the file. */
void sme_outline_item_add (SmeOutlineItem *self, SmeOutlineItem *child);

G_END_DECLS
