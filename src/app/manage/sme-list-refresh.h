/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-remote-list.h"

G_BEGIN_DECLS

#define SME_TYPE_LIST_REFRESH (sme_list_refresh_get_type ())
G_DECLARE_FINAL_TYPE (SmeListRefresh, sme_list_refresh, SME, LIST_REFRESH, GObject)

/**
 * SmeListRefresh:
 *
 * Loads a list of things that belong to orders anew when the server speaks of an order that is not
 * in it, or after the connection was away. What is in the list is alive and changes by itself.
 * While its page is not in front it only remembers.
 */

/**
 * sme_list_refresh_new:
 * @shop: has the signals "changed" and "resync" of SmeShop
 * @order_field: the field of the list's records that names the order ("id" of orders)
 */
SmeListRefresh *sme_list_refresh_new (gpointer shop, SmeRemoteList *list, const char *order_field);

/* Something in the list may not belong there any more. */
void sme_list_refresh_reload (SmeListRefresh *self);

void sme_list_refresh_set_active (SmeListRefresh *self, gboolean active);

G_END_DECLS
