/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/* Those of @account_id that fit @query; @total counts all of them, @next is where a further page
 * begins. */
GListModel *sme_store_list_orders (SmeCall *call,
                                   const char *account_id,
                                   SmeOrderQuery *query,
                                   gint64 *total,
                                   char **next,
                                   GError **error);

/* What an order is found by follows what it says. */
gboolean sme_store_fold_order (SmeDb *db, const char *id, GError **error);

/* The same for all of a program that did not search them yet. */
gboolean sme_store_fold_older_orders (SmeDb *db, GError **error);

G_END_DECLS
