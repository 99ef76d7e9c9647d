/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-schema.h"

/* 0 where there is no table yet. */
static guint
read_version (SmeDb *db)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (db, NULL, "SELECT value FROM setting WHERE name = 'schema'", NULL);

  if (rows == NULL || sme_rows_count (rows) == 0)
    return 0;
  return (guint) g_ascii_strtoull (sme_rows_text (rows, 0, "value"), NULL, 10);
}

static gboolean
note_version (SmeDb *db, guint version, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%u", version);

  return sme_db_run (db, NULL, error, "DELETE FROM setting WHERE name = 'schema'", NULL) &&
         sme_db_run (db, NULL, error, "INSERT INTO setting (name, value) VALUES ('schema', :value)",
                     "value:s", value, NULL);
}

static gboolean
take_step (SmeDb *db, guint version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/vn/onesme/backend/schema-%u.sql", version);
  g_autoptr (GBytes) script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (script == NULL || !sme_db_begin (db, TRUE, error))
    return FALSE;
  if (sme_db_run_script (db, g_bytes_get_data (script, NULL), error) &&
      note_version (db, version, error) && sme_db_commit (db, error))
    return TRUE;
  sme_db_rollback (db);
  return FALSE;
}

gboolean
sme_schema_bring_up_to (SmeDb *db, guint version, GError **error)
{
  guint found = read_version (db);

  if (found > version)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   "The data are of a newer program (schema %u, here %u)", found, version);
      return FALSE;
    }
  for (guint next = found + 1; next <= version; next++)
    if (!take_step (db, next, error))
      return FALSE;
  return TRUE;
}

gboolean
sme_schema_check (SmeDb *db, GError **error)
{
  guint found = read_version (db);

  if (found == SME_SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               "The data are of another program (schema %u, here %u)", found, SME_SCHEMA_VERSION);
  return FALSE;
}
