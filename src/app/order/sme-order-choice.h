/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_ORDER_CHOICE (sme_order_choice_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrderChoice, sme_order_choice, SME, ORDER_CHOICE, AdwBin)

/**
 * SmeOrderChoice:
 *
 * The orders that wait for money, each with a check: at first all are chosen; below each who it is
 * for and its lines. Emits "changed" when another lot is chosen or a price has changed.
 */

/* @orders: of #SmeOrder; those that are not to be paid are left out */
GtkWidget *sme_order_choice_new (GListModel *orders);

gboolean sme_order_choice_is_empty (SmeOrderChoice *self);
/* @sum: (out): in đồng, of the chosen. Returns: how many they are */
guint sme_order_choice_count (SmeOrderChoice *self, gint64 *sum);
/* (transfer full) (element-type SmeOrder): the chosen */
GPtrArray *sme_order_choice_list (SmeOrderChoice *self);
/* Of the terms that these orders stand under; NULL if there is none. */
const char *sme_order_choice_get_terms_version (SmeOrderChoice *self);

G_END_DECLS
