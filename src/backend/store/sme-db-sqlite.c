/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-db-driver.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL text -> sqlite3_stmt */
} Connection;

static gboolean
set_error (Connection *self, GError **error)
{
  int code = sqlite3_errcode (self->handle);
  SmeDbError reason = code == SQLITE_CONSTRAINT ? SME_DB_ERROR_CONSTRAINT
                      : code == SQLITE_BUSY     ? SME_DB_ERROR_BUSY
                                                : SME_DB_ERROR_FAILED;

  g_set_error (error, SME_DB_ERROR, reason, "Database: %s", sqlite3_errmsg (self->handle));
  return FALSE;
}

static void
sqlite_close (gpointer connection)
{
  Connection *self = connection;

  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self);
}

static gboolean
sqlite_run_script (gpointer connection, const char *script, GError **error)
{
  Connection *self = connection;

  return sqlite3_exec (self->handle, script, NULL, NULL, NULL) == SQLITE_OK ||
         set_error (self, error);
}

static gpointer
sqlite_open (const char *where, GError **error)
{
  Connection *self = g_new0 (Connection, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  gboolean good;

  self->statements =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);
  good =
    sqlite3_open_v2 (where, &self->handle, flags, NULL) == SQLITE_OK || set_error (self, error);
  /* FULL: what was acknowledged survives a power cut. */
  good = good && sqlite_run_script (self,
                                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                    "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;"
                                    "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;",
                                    error);
  if (!good)
    g_clear_pointer (&self, sqlite_close);
  return self;
}

static sqlite3_stmt *
prepare (Connection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

static void
bind (sqlite3_stmt *statement, const SmeParameter *parameter)
{
  g_autofree char *name = g_strconcat (":", parameter->name, NULL);
  int i = sqlite3_bind_parameter_index (statement, name);
  const SmeValue *value = &parameter->value;

  if (i == 0)
    g_error ("The statement has no parameter :%s", parameter->name);
  if (value->kind == SME_VALUE_INT)
    sqlite3_bind_int64 (statement, i, value->integer);
  else if (value->kind == SME_VALUE_TEXT)
    sqlite3_bind_text (statement, i, value->text, -1, SQLITE_STATIC);
  else if (value->kind == SME_VALUE_BYTES)
    sqlite3_bind_blob64 (statement, i, g_bytes_get_data (value->bytes, NULL),
                         g_bytes_get_size (value->bytes), SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, i);
}

static SmeValue
read_value (sqlite3_stmt *statement, int i)
{
  switch (sqlite3_column_type (statement, i))
    {
    case SQLITE_INTEGER:
      return (SmeValue){ SME_VALUE_INT, .integer = sqlite3_column_int64 (statement, i) };
    case SQLITE_TEXT:
      return (SmeValue){ SME_VALUE_TEXT,
                         .text = g_strdup ((const char *) sqlite3_column_text (statement, i)) };
    case SQLITE_BLOB:
      {
        gconstpointer data = sqlite3_column_blob (statement, i);
        return (SmeValue){ SME_VALUE_BYTES, .bytes = g_bytes_new (
                                              data, (gsize) sqlite3_column_bytes (statement, i)) };
      }
    default:
      return (SmeValue){ SME_VALUE_NULL };
    }
}

static void
read_row (sqlite3_stmt *statement, SmeRowFunc on_row, gpointer data)
{
  guint n = (guint) sqlite3_column_count (statement);
  g_autofree SmeValue *values = g_new0 (SmeValue, n);
  g_autofree const char **columns = g_new0 (const char *, n);

  for (guint i = 0; i < n; i++)
    {
      values[i] = read_value (statement, (int) i);
      columns[i] = sqlite3_column_name (statement, (int) i);
    }
  on_row (values, columns, n, data);
}

static gboolean
sqlite_run (gpointer connection,
            const char *sql,
            const SmeParameter *parameters,
            guint n_parameters,
            SmeRowFunc on_row,
            gpointer data,
            gint64 *changed,
            GError **error)
{
  Connection *self = connection;
  sqlite3_stmt *statement = prepare (self, sql, error);
  int step;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_parameters; i++)
    bind (statement, &parameters[i]);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    if (on_row != NULL)
      read_row (statement, on_row, data);
  if (step != SQLITE_DONE)
    set_error (self, error);
  else if (changed != NULL)
    *changed = sqlite3_changes64 (self->handle);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return step == SQLITE_DONE;
}

const SmeDbDriver sme_db_sqlite_driver = { sqlite_open, sqlite_close, sqlite_run_script,
                                           sqlite_run };
