/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-db.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The reviews that come with the catalog, beside those of customers: they show how the page looks
 * with some, and are marked as demonstrations wherever they go.
 */

/* Takes away those that came with a catalog; customers' reviews stay. */
gboolean sme_catalog_reviews_clear (SmeDb *db, GError **error);

/* @service: as it stands in services.json; its "reviews" are put on the shelf. */
gboolean sme_catalog_reviews_add (SmeDb *db, JsonObject *service, GError **error);

G_END_DECLS
