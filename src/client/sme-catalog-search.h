/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/sme-record.h"

G_BEGIN_DECLS

typedef gboolean (*SmeCatalogFits) (SmeRecord *service, gpointer data);

/**
 * sme_catalog_search:
 * @services: of SmeService; the most popular first, for equal finds come in their order
 * @words: of sme_search_split_query(); at least one
 * @ranked: whether the best come first; else the finds are in the order of @services
 * @fits: what else a service must be
 *
 * Searches the services that the app has seen by the server's rules (core/sme-search-*.h): words
 * folded, beginnings of words, one wrong letter, most of the words where none has all, those with
 * the words in the name before the others. A plain function, for any thread.
 *
 * Returns: (transfer full): those found, with their "matches"
 */
GListStore *sme_catalog_search (GListModel *services,
                                const char *const *words,
                                gboolean ranked,
                                SmeCatalogFits fits,
                                gpointer data);

G_END_DECLS
