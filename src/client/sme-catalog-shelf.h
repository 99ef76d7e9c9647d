/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "core/sme-service-query.h"

G_BEGIN_DECLS

/* What the catalog cache does with the services it has: plain functions, for any thread. */

/* Puts the services of @fresh (a list as on the wire) in place of the older ones of @old (nullable)
 * with the same id, or behind them; at most @max remain. (transfer full) */
JsonNode *sme_catalog_shelf_merge (JsonNode *old, JsonNode *fresh, guint max);

/* Those of @services, of SmeService, that @query asks for, in its order; words are looked for as
 * sme_catalog_search() does. (transfer full) */
GListStore *sme_catalog_shelf_select (GListModel *services, SmeServiceQuery *query);

G_END_DECLS
