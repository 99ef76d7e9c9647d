/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

G_BEGIN_DECLS

/**
 * SmeCatalogAhead:
 *
 * Fetches what people may want to look at when there is no network, before there is none: the list
 * of what is most popular, the pages "News" and "Earn online", the categories, and each service of
 * that list. In the background: one call at a time, none while a person waits for one, at most 100
 * services, and of those only what is not on the disk, whose card has changed or which is more than
 * a week old. Ends for this time when the server cannot be reached.
 */
typedef struct _SmeCatalogAhead SmeCatalogAhead;

/* @caller: the server; @folder: of the cache (sme-catalog-disk.h) */
SmeCatalogAhead *sme_catalog_ahead_new (SmeCaller *caller, const char *folder);
/* What is on its way is cancelled. */
void sme_catalog_ahead_free (SmeCatalogAhead *self);

/* Begins, unless it runs or all of it was fetched before. */
void sme_catalog_ahead_begin (SmeCatalogAhead *self);
/* Whether something else comes first; what is on its way goes on. */
void sme_catalog_ahead_set_paused (SmeCatalogAhead *self, gboolean paused);
/* Whether something is being fetched, or will be. */
gboolean sme_catalog_ahead_is_running (SmeCatalogAhead *self);

G_END_DECLS
