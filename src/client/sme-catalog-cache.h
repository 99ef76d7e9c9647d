/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

G_BEGIN_DECLS

#define SME_TYPE_CATALOG_CACHE (sme_catalog_cache_get_type ())
G_DECLARE_FINAL_TYPE (SmeCatalogCache, sme_catalog_cache, SME, CATALOG_CACHE, GObject)

/**
 * SmeCatalogCache:
 *
 * A #SmeCaller before the shop's, for the catalog's operations (categories, services, one service,
 * news); others go through it unchanged. What comes is kept on disk; where the server can't be
 * reached, what was seen last is the answer. Lists of services are then searched, narrowed and
 * sorted here, over every service that was ever listed (at most 500). What a person has not opened
 * yet is fetched ahead in the background (#SmeCatalogAhead) after the first list came. Nothing
 * personal is kept: not what was liked or reviewed, nor what was typed.
 *
 * Property "as-of" (gint64, milliseconds since the epoch, read-only): how old the last answer from
 * the disk is; 0 when the last answer came from the server.
 */

/* @directory: (nullable): a folder of its own for each server and language; NULL: in the user's
 * cache folder, named after @server and the language of the program */
SmeCatalogCache *
sme_catalog_cache_new (SmeCaller *caller, const char *server, const char *directory);

gint64 sme_catalog_cache_get_as_of (SmeCatalogCache *self);

/* Whether all that came, and comes ahead, is on the disk; for tests. */
gboolean sme_catalog_cache_is_settled (SmeCatalogCache *self);

G_END_DECLS
