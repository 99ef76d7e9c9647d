/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-scan.h"

#include <poppler.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3 *db;
  const char *const *texts;
  GHashTable *found;
} Scan;

static sqlite3_stmt *
prepare (Scan *scan, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (scan->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

/* Lines of a PDF end where its page says, words of a phone number as well. */
static char *
squeeze (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));
  return g_string_free (squeezed, FALSE);
}

static char *
read_pdf (const void *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_string_append (all, text);
      g_object_unref (page);
    }
  g_object_unref (document);
  return g_string_free (all, FALSE);
}

static void
look_into (Scan *scan, const char *table, const char *column, const void *data, gsize length)
{
  g_autofree char *readable = length > 4 && memcmp (data, "%PDF", 4) == 0
                                ? read_pdf (data, length)
                                : g_utf8_make_valid (data, (gssize) length);
  g_autofree char *content = squeeze (readable);

  for (guint i = 0; scan->texts[i] != NULL; i++)
    {
      g_autofree char *text = squeeze (scan->texts[i]);

      if (strstr (content, text) != NULL)
        g_hash_table_insert (scan->found, g_strdup_printf ("%s.%s", table, column),
                             g_strdup (scan->texts[i]));
    }
}

static void
scan_table (Scan *scan, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *statement = prepare (scan, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        const void *data = sqlite3_column_blob (statement, i);

        if (data != NULL)
          look_into (scan, table, sqlite3_column_name (statement, i), data,
                     (gsize) sqlite3_column_bytes (statement, i));
      }
  sqlite3_finalize (statement);
}

GHashTable *
database_scan (const char *path, const char *const *texts)
{
  Scan scan = { NULL, texts, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  sqlite3_stmt *tables;
  guint n = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &scan.db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  tables = prepare (&scan, "SELECT name FROM sqlite_master WHERE type = 'table'");
  for (; sqlite3_step (tables) == SQLITE_ROW; n++)
    scan_table (&scan, (const char *) sqlite3_column_text (tables, 0));
  sqlite3_finalize (tables);
  sqlite3_close (scan.db);
  g_assert_cmpuint (n, >, 30);
  return scan.found;
}
