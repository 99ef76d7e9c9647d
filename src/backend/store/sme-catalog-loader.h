/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "backend/store/sme-db.h"

G_BEGIN_DECLS

/**
 * sme_catalog_loader_run:
 *
 * Puts the shipped catalog (docs/catalog-format.md) into the database when it is new or has
 * changed.
 */
gboolean sme_catalog_loader_run (SmeDb *db, GError **error);

/* One of the shipped catalog files ("news.json"), parsed. */
JsonNode *sme_catalog_loader_read (const char *name, GError **error);

/* The @language member of a text object, or NULL. Borrowed. */
const char *sme_catalog_text (JsonObject *object, const char *member, const char *language);

/* Makes service number @i, as in services.json; for catalogs to measure with. (transfer full) */
typedef JsonNode *(*SmeCatalogMaker) (guint i, gpointer data);

/* Fills the shelves with @n services, most liked first, in place of the shipped ones; a backend
 * that is started on the database leaves them. */
gboolean
sme_catalog_loader_fill (SmeDb *db, guint n, SmeCatalogMaker make, gpointer data, GError **error);

G_END_DECLS
