/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

GListModel *sme_store_list_categories (SmeCall *call, GError **error);

/**
 * sme_store_search_services:
 *
 * Every word must occur somewhere in name, summary, overview or category, in any order, folded; the
 * name counts more than the text. Another engine's full-text search can stand in for this function.
 */
GListModel *sme_store_search_services (SmeCall *call,
                                       SmeServiceQuery *query,
                                       gint64 *total,
                                       char **next,
                                       GError **error);

/* By id or portal id, with plans and all; in the caller's language. */
SmeService *sme_store_find_service (SmeCall *call, const char *id, GError **error);
SmePlan *sme_store_find_plan (SmeCall *call, const char *id, GError **error);
gboolean sme_store_set_like (SmeCall *call, const char *service_id, gboolean liked, GError **error);

/* @plan: (out): the plan that was priced */
SmeQuote *
sme_store_make_quote (SmeCall *call, SmeOrderRequest *request, SmePlan **plan, GError **error);

G_END_DECLS
