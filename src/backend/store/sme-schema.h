/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-db.h"

G_BEGIN_DECLS

/* The version this program works with. Schema N is schema N-1 and then the script schema-N.sql; a
 * script that was released is never changed again. */
#define SME_SCHEMA_VERSION 14

/**
 * sme_schema_bring_up_to:
 * @db: a database, maybe empty
 * @version: usually %SME_SCHEMA_VERSION
 *
 * Brings the tables of @db up to @version, each step in a transaction of its own, so that what was
 * kept by an older program goes on. Data of a newer program are left alone: %G_IO_ERROR with
 * NOT_SUPPORTED.
 */
gboolean sme_schema_bring_up_to (SmeDb *db, guint version, GError **error);

/* Whether the data are of %SME_SCHEMA_VERSION already; changes nothing. */
gboolean sme_schema_check (SmeDb *db, GError **error);

G_END_DECLS
