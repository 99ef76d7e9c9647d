/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeDb:
 *
 * One connection to the database, for one thread at a time. SQL is the portable kind that every
 * driver understands, with parameters bound by name (":id"); times are BIGINT milliseconds,
 * booleans 0 or 1.
 */
typedef struct _SmeDb SmeDb;

#define SME_DB_ERROR (sme_db_error_quark ())
GQuark sme_db_error_quark (void);

/**
 * SmeDbError:
 * @SME_DB_ERROR_FAILED: the engine refused; what it said is in the log-safe message (never values)
 * @SME_DB_ERROR_CONSTRAINT: a uniqueness or foreign-key rule was broken
 * @SME_DB_ERROR_BUSY: another process holds the database
 */
typedef enum
{
  SME_DB_ERROR_FAILED,
  SME_DB_ERROR_CONSTRAINT,
  SME_DB_ERROR_BUSY,
} SmeDbError;

/* A path of an SQLite file; it is made when it isn't there. */
SmeDb *sme_db_open (const char *path, GError **error);
void sme_db_close (SmeDb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeDb, sme_db_close)

/* Several statements without parameters: for schemas. */
gboolean sme_db_run_script (SmeDb *self, const char *script, GError **error);

gboolean sme_db_begin (SmeDb *self, gboolean write, GError **error);
gboolean sme_db_commit (SmeDb *self, GError **error);
void sme_db_rollback (SmeDb *self);

/**
 * SmeRows:
 *
 * What a query answered: rows of named columns, read into memory.
 */
typedef struct _SmeRows SmeRows;

/**
 * sme_db_query:
 * @...: pairs of a parameter's name with its type behind a colon, and its value: "id:s" (text, may
 * be NULL), "n:i" (gint64), "body:b" (GBytes, may be NULL); then %NULL
 *
 * Returns: (transfer full) (nullable): the rows (maybe none)
 */
SmeRows *sme_db_query (SmeDb *self, GError **error, const char *sql, ...) G_GNUC_NULL_TERMINATED;

/* The same for statements that answer no rows; @changed (nullable) takes how many rows they
 * changed. */
gboolean sme_db_run (SmeDb *self, gint64 *changed, GError **error, const char *sql, ...)
  G_GNUC_NULL_TERMINATED;

void sme_rows_free (SmeRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeRows, sme_rows_free)
guint sme_rows_count (SmeRows *self);

/* NULL or 0 where the value is NULL; texts and bytes live as long as the rows. */
const char *sme_rows_text (SmeRows *self, guint row, const char *column);
gint64 sme_rows_int (SmeRows *self, guint row, const char *column);
GBytes *sme_rows_bytes (SmeRows *self, guint row, const char *column);
gboolean sme_rows_is_null (SmeRows *self, guint row, const char *column);

G_END_DECLS
