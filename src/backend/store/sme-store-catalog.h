/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

GListModel *sme_store_list_categories (SmeCall *call, GError **error);

/**
 * sme_store_search_services:
 *
 * Every word, or the beginning of one, must occur somewhere in name, summary, overview or category,
 * in any order, folded; one wrong letter is forgiven where nothing is found without. With words,
 * what fits best comes first unless another order is asked for. See sme-search.h for the engine.
 */
GListModel *sme_store_search_services (SmeCall *call,
                                       SmeServiceQuery *query,
                                       gint64 *total,
                                       char **next,
                                       GError **error);

/* A service of the catalog's table, in the caller's language. */
SmeService *sme_store_read_service (SmeCall *call, SmeRows *rows, guint row);
/* How many like it, and whether the caller does. */
gboolean sme_store_add_likes (SmeCall *call, SmeRecord *service, GError **error);

/* By id or portal id, with plans and all; in the caller's language. */
SmeService *sme_store_find_service (SmeCall *call, const char *id, GError **error);
SmePlan *sme_store_find_plan (SmeCall *call, const char *id, GError **error);
gboolean sme_store_set_like (SmeCall *call, const char *service_id, gboolean liked, GError **error);

/* @plan: (out): the plan that was priced */
SmeQuote *
sme_store_make_quote (SmeCall *call, SmeOrderRequest *request, SmePlan **plan, GError **error);

G_END_DECLS
