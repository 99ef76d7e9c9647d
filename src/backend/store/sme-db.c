/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-db-driver.h"

#include <string.h>

#define MAX_PARAMETERS 32

G_DEFINE_QUARK (sme - db - error - quark, sme_db_error)

struct _SmeDb
{
  const SmeDbDriver *driver;
  gpointer connection;
  gboolean in_transaction;
};

struct _SmeRows
{
  GPtrArray *columns;
  GArray *values; /* row after row */
  guint n_rows;
};

static void
clear_value (SmeValue *value)
{
  g_clear_pointer (&value->text, g_free);
  g_clear_pointer (&value->bytes, g_bytes_unref);
}

SmeDb *
sme_db_open (const char *path, GError **error)
{
  const SmeDbDriver *driver = &sme_db_sqlite_driver;
  gpointer connection = driver->open (path, error);
  SmeDb *self;

  if (connection == NULL)
    return NULL;
  self = g_new0 (SmeDb, 1);
  self->driver = driver;
  self->connection = connection;
  return self;
}

void
sme_db_close (SmeDb *self)
{
  self->driver->close (self->connection);
  g_free (self);
}

gboolean
sme_db_run_script (SmeDb *self, const char *script, GError **error)
{
  return self->driver->run_script (self->connection, script, error);
}

gboolean
sme_db_begin (SmeDb *self, gboolean write, GError **error)
{
  g_return_val_if_fail (!self->in_transaction, FALSE);
  self->in_transaction = sme_db_run (self, NULL, error, write ? "BEGIN IMMEDIATE" : "BEGIN", NULL);
  return self->in_transaction;
}

gboolean
sme_db_commit (SmeDb *self, GError **error)
{
  if (!sme_db_run (self, NULL, error, "COMMIT", NULL))
    {
      sme_db_rollback (self);
      return FALSE;
    }
  self->in_transaction = FALSE;
  return TRUE;
}

void
sme_db_rollback (SmeDb *self)
{
  if (self->in_transaction)
    sme_db_run (self, NULL, NULL, "ROLLBACK", NULL);
  self->in_transaction = FALSE;
}

static SmeValue
take_argument (char type, va_list *args)
{
  SmeValue value = { SME_VALUE_NULL };

  if (type == 'i')
    {
      value.kind = SME_VALUE_INT;
      value.integer = va_arg (*args, gint64);
    }
  else if (type == 's')
    {
      value.text = va_arg (*args, char *);
      value.kind = value.text != NULL ? SME_VALUE_TEXT : SME_VALUE_NULL;
    }
  else if (type == 'b')
    {
      value.bytes = va_arg (*args, GBytes *);
      value.kind = value.bytes != NULL ? SME_VALUE_BYTES : SME_VALUE_NULL;
    }
  else
    {
      g_error ("Unknown parameter type '%c'", type);
    }
  return value;
}

static gboolean
run_va (SmeDb *self,
        const char *sql,
        SmeRowFunc on_row,
        gpointer data,
        gint64 *changed,
        GError **error,
        va_list *args)
{
  SmeParameter parameters[MAX_PARAMETERS];
  char names[MAX_PARAMETERS][32];
  guint n = 0;

  for (const char *spec = va_arg (*args, const char *); spec != NULL;
       spec = va_arg (*args, const char *), n++)
    {
      const char *colon = strchr (spec, ':');

      g_assert (n < MAX_PARAMETERS && colon != NULL && colon - spec < 32);
      g_strlcpy (names[n], spec, (gsize) (colon - spec) + 1);
      parameters[n] = (SmeParameter){ names[n], take_argument (colon[1], args) };
    }
  return self->driver->run (self->connection, sql, parameters, n, on_row, data, changed, error);
}

static void
on_row_read (SmeValue *values, const char *const *columns, guint n, gpointer data)
{
  SmeRows *rows = data;

  for (guint i = 0; rows->n_rows == 0 && i < n; i++)
    g_ptr_array_add (rows->columns, g_strdup (columns[i]));
  g_array_append_vals (rows->values, values, n);
  rows->n_rows++;
}

SmeRows *
sme_db_query (SmeDb *self, GError **error, const char *sql, ...)
{
  SmeRows *rows = g_new0 (SmeRows, 1);
  gboolean good;
  va_list args;

  rows->columns = g_ptr_array_new_with_free_func (g_free);
  rows->values = g_array_new (FALSE, FALSE, sizeof (SmeValue));
  g_array_set_clear_func (rows->values, (GDestroyNotify) clear_value);
  va_start (args, sql);
  good = run_va (self, sql, on_row_read, rows, NULL, error, &args);
  va_end (args);
  if (!good)
    g_clear_pointer (&rows, sme_rows_free);
  return rows;
}

gboolean
sme_db_run (SmeDb *self, gint64 *changed, GError **error, const char *sql, ...)
{
  gboolean good;
  va_list args;

  va_start (args, sql);
  good = run_va (self, sql, NULL, NULL, changed, error, &args);
  va_end (args);
  return good;
}

void
sme_rows_free (SmeRows *self)
{
  g_ptr_array_unref (self->columns);
  g_array_unref (self->values);
  g_free (self);
}

guint
sme_rows_count (SmeRows *self)
{
  return self->n_rows;
}

static SmeValue *
find_value (SmeRows *self, guint row, const char *column)
{
  g_assert (row < self->n_rows);
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (g_ptr_array_index (self->columns, i), column))
      return &g_array_index (self->values, SmeValue, row * self->columns->len + i);
  g_error ("No column %s was asked for", column);
}

const char *
sme_rows_text (SmeRows *self, guint row, const char *column)
{
  return find_value (self, row, column)->text;
}

gint64
sme_rows_int (SmeRows *self, guint row, const char *column)
{
  return find_value (self, row, column)->integer;
}

GBytes *
sme_rows_bytes (SmeRows *self, guint row, const char *column)
{
  return find_value (self, row, column)->bytes;
}

gboolean
sme_rows_is_null (SmeRows *self, guint row, const char *column)
{
  return find_value (self, row, column)->kind == SME_VALUE_NULL;
}
