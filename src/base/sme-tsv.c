/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-tsv.h"

#include <string.h>

#define MAX_SIZE (16 * 1024 * 1024)

struct _SmeTsv
{
  char *text; /* tabs and line feeds replaced by NULs */
  GHashTable *header;
  GPtrArray *fields; /* row after row */
  guint n_columns;
};

static void
sme_tsv_clear (SmeTsv *self)
{
  g_free (self->text);
  g_hash_table_unref (self->header);
  g_ptr_array_unref (self->fields);
}

SmeTsv *
sme_tsv_ref (SmeTsv *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sme_tsv_unref (SmeTsv *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) sme_tsv_clear);
}

static gboolean
fail (GError **error, guint line, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Line %u: %s", line, what);
  return FALSE;
}

/* "# key: value"; a comment without a colon is skipped. */
static void
read_header (SmeTsv *self, char *line)
{
  char *colon = strchr (line, ':');

  if (colon == NULL)
    return;

  *colon = '\0';
  g_hash_table_insert (self->header, g_strstrip (line + 1), g_strstrip (colon + 1));
}

/* Cuts @line at its tabs and adds the parts; their number. */
static guint
add_fields (SmeTsv *self, char *line)
{
  guint count = 1;

  g_ptr_array_add (self->fields, line);
  for (char *tab = strchr (line, '\t'); tab != NULL; tab = strchr (tab + 1, '\t'))
    {
      *tab = '\0';
      g_ptr_array_add (self->fields, tab + 1);
      count++;
    }

  return count;
}

/* The names of the columns; they leave the table again. */
static gboolean
check_columns (SmeTsv *self, char *line, const char *const *columns)
{
  guint count = add_fields (self, line);
  gboolean good = count == self->n_columns;

  for (guint i = 0; good && i < count; i++)
    good = g_str_equal (g_ptr_array_index (self->fields, i), columns[i]);

  g_ptr_array_set_size (self->fields, 0);
  return good;
}

static gboolean
read_lines (SmeTsv *self, const char *const *columns, GError **error)
{
  gboolean in_rows = FALSE;
  guint number = 0;
  char *next;

  for (char *line = self->text; *line != '\0'; line = next)
    {
      char *end = strchrnul (line, '\n');

      next = *end == '\0' ? end : end + 1;
      *end = '\0';
      number++;

      if (!in_rows && *line == '#')
        read_header (self, line);
      else if (!in_rows && !check_columns (self, line, columns))
        return fail (error, number, "other columns than expected");
      else if (!in_rows)
        in_rows = TRUE;
      else if (add_fields (self, line) != self->n_columns)
        return fail (error, number, "too many or too few fields");
    }

  return in_rows || fail (error, number, "no columns");
}

SmeTsv *
sme_tsv_new (GBytes *bytes, const char *const *columns, GError **error)
{
  g_autoptr (SmeTsv) self = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL && columns != NULL && columns[0] != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0 || size > MAX_SIZE || !g_utf8_validate (data, (gssize) size, NULL) ||
      memchr (data, '\r', size) != NULL)
    {
      fail (error, 0, "empty, too long, or not plain UTF-8 text");
      return NULL;
    }

  self = g_atomic_rc_box_new0 (SmeTsv);
  self->text = g_strndup (data, size);
  self->header = g_hash_table_new (g_str_hash, g_str_equal);
  self->fields = g_ptr_array_new ();
  self->n_columns = g_strv_length ((GStrv) columns);
  if (!read_lines (self, columns, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
sme_tsv_get_header (SmeTsv *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return g_hash_table_lookup (self->header, key);
}

guint
sme_tsv_get_n_rows (SmeTsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len / self->n_columns;
}

const char *
sme_tsv_get (SmeTsv *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < sme_tsv_get_n_rows (self) && column < self->n_columns, NULL);

  return g_ptr_array_index (self->fields, row * self->n_columns + column);
}
