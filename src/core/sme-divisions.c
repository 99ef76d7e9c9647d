/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-divisions.h"

#include <string.h>

#include "base/sme-text.h"
#include "base/sme-time.h"
#include "base/sme-tsv.h"
#include "core/sme-address-line.h"

enum
{
  COLUMN_LEVEL,
  COLUMN_CODE,
  COLUMN_PARENT,
  COLUMN_TYPE,
  COLUMN_NAME,
};

typedef struct
{
  SmeDivisionEntry entry; /* first, so that an entry is its unit */
  char *sort_key;
  char *search_key;    /* " phuong do son ds pds": each word after a blank, then initials */
  GPtrArray *children; /* of SmeDivisionEntry, borrowed; NULL until there is one */
} Unit;

struct _SmeDivisions
{
  SmeTsv *table;
  SmeEdition edition;
  int dated;
  Unit *units;
  guint n_units;
  GHashTable *by_code;
  GPtrArray *provinces;
};

static void
sme_divisions_clear (SmeDivisions *self)
{
  for (guint i = 0; i < self->n_units; i++)
    {
      g_free (self->units[i].sort_key);
      g_free (self->units[i].search_key);
      g_clear_pointer (&self->units[i].children, g_ptr_array_unref);
    }

  g_free (self->units);
  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_clear_pointer (&self->provinces, g_ptr_array_unref);
  g_clear_pointer (&self->table, sme_tsv_unref);
}

SmeDivisions *
sme_divisions_ref (SmeDivisions *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sme_divisions_unref (SmeDivisions *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) sme_divisions_clear);
}

/* ---- Loading */

static int
count_levels (SmeEdition edition)
{
  return edition == SME_EDITION_2024 ? 3 : 2;
}

/* The first letters of the words of @folded, as one more word, if there are several. */
static void
append_initials (GString *key, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  if (g_strv_length (words) < 2)
    return;

  g_string_append_c (key, ' ');
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_ascii_isalnum (words[i][0]))
      g_string_append_c (key, words[i][0]);
}

static char *
make_search_key (const SmeDivisionEntry *entry)
{
  g_autofree char *type = sme_text_fold (entry->type);
  g_autofree char *name = sme_text_fold (entry->name);
  g_autofree char *whole = g_strjoin (" ", type, name, NULL);
  GString *key = g_string_new (" ");

  g_string_append (key, whole);
  append_initials (key, type);
  append_initials (key, name);
  append_initials (key, whole);
  return g_string_free (key, FALSE);
}

static gboolean
fail (GError **error, guint row, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Row %u: %s", row + 1, what);
  return FALSE;
}

static gboolean
is_code (const char *text)
{
  gsize length = strlen (text);

  return length >= 2 && length <= 8 && strspn (text, "0123456789") == length;
}

static gboolean
read_unit (SmeDivisions *self, guint row, GError **error)
{
  SmeDivisionEntry *entry = &self->units[row].entry;
  const char *level = sme_tsv_get (self->table, row, COLUMN_LEVEL);
  const char *parent = sme_tsv_get (self->table, row, COLUMN_PARENT);

  entry->code = sme_tsv_get (self->table, row, COLUMN_CODE);
  entry->parent = *parent != '\0' ? parent : NULL;
  entry->type = sme_tsv_get (self->table, row, COLUMN_TYPE);
  entry->name = sme_tsv_get (self->table, row, COLUMN_NAME);
  entry->level = strlen (level) == 1 ? g_ascii_digit_value (*level) : 0;

  if (entry->level < 1 || entry->level > count_levels (self->edition))
    return fail (error, row, "no such level");
  if (!is_code (entry->code) || *entry->type == '\0' || *entry->name == '\0')
    return fail (error, row, "a code, type or name is missing");
  if (!g_hash_table_insert (self->by_code, (char *) entry->code, entry))
    return fail (error, row, "a code comes twice");

  self->units[row].sort_key = sme_text_sort_key (entry->name);
  self->units[row].search_key = make_search_key (entry);
  return TRUE;
}

/* Puts each unit under its parent. */
static gboolean
link_unit (SmeDivisions *self, guint row, GError **error)
{
  SmeDivisionEntry *entry = &self->units[row].entry;
  Unit *parent;

  if (entry->level == 1)
    {
      g_ptr_array_add (self->provinces, entry);
      return entry->parent == NULL || fail (error, row, "a province has no parent");
    }

  parent = entry->parent != NULL ? g_hash_table_lookup (self->by_code, entry->parent) : NULL;
  if (parent == NULL || parent->entry.level != entry->level - 1)
    return fail (error, row, "no such parent");

  if (parent->children == NULL)
    parent->children = g_ptr_array_new ();
  g_ptr_array_add (parent->children, entry);
  return TRUE;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const Unit *unit_a = *(const Unit *const *) a;
  const Unit *unit_b = *(const Unit *const *) b;
  int order = strcmp (unit_a->sort_key, unit_b->sort_key);

  return order != 0 ? order : strcmp (unit_a->entry.code, unit_b->entry.code);
}

static gboolean
read_units (SmeDivisions *self, GError **error)
{
  for (guint i = 0; i < self->n_units; i++)
    if (!read_unit (self, i, error))
      return FALSE;
  for (guint i = 0; i < self->n_units; i++)
    if (!link_unit (self, i, error))
      return FALSE;

  g_ptr_array_sort (self->provinces, compare_units);
  for (guint i = 0; i < self->n_units; i++)
    if (self->units[i].children != NULL)
      g_ptr_array_sort (self->units[i].children, compare_units);

  return TRUE;
}

SmeDivisions *
sme_divisions_new (SmeEdition edition, GBytes *bytes, GError **error)
{
  static const char *const columns[] = { "level", "code", "parent", "type", "name", NULL };
  g_autoptr (SmeDivisions) self = g_atomic_rc_box_new0 (SmeDivisions);
  const char *wanted = edition == SME_EDITION_2024 ? "2024" : "2025";

  self->edition = edition;
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->provinces = g_ptr_array_new ();
  self->table = sme_tsv_new (bytes, columns, error);
  if (self->table == NULL)
    return NULL;

  if (g_strcmp0 (sme_tsv_get_header (self->table, "edition"), wanted) != 0 ||
      !sme_date_parse (sme_tsv_get_header (self->table, "dated"), &self->dated))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "Not a dated table of the edition of %s", wanted);
      return NULL;
    }

  self->n_units = sme_tsv_get_n_rows (self->table);
  self->units = g_new0 (Unit, self->n_units);
  return read_units (self, error) ? g_steal_pointer (&self) : NULL;
}

/* ---- Looking up */

SmeEdition
sme_divisions_get_edition (SmeDivisions *self)
{
  g_return_val_if_fail (self != NULL, SME_EDITION_2025);

  return self->edition;
}

int
sme_divisions_get_dated (SmeDivisions *self)
{
  g_return_val_if_fail (self != NULL, SME_DATE_NONE);

  return self->dated;
}

const SmeDivisionEntry *
sme_divisions_find (SmeDivisions *self, const char *code)
{
  g_return_val_if_fail (self != NULL, NULL);

  return code != NULL ? g_hash_table_lookup (self->by_code, code) : NULL;
}

/* NULL if there are none. */
static GPtrArray *
get_children (SmeDivisions *self, const char *parent)
{
  Unit *unit;

  if (parent == NULL)
    return self->provinces;

  unit = g_hash_table_lookup (self->by_code, parent);
  return unit != NULL ? unit->children : NULL;
}

const SmeDivisionEntry *const *
sme_divisions_list (SmeDivisions *self, const char *parent, guint *n_entries)
{
  static const SmeDivisionEntry *const none[] = { NULL };
  GPtrArray *children;

  g_return_val_if_fail (self != NULL && n_entries != NULL, none);

  children = get_children (self, parent);
  *n_entries = children != NULL ? children->len : 0;
  return children != NULL ? (const SmeDivisionEntry *const *) children->pdata : none;
}

/* Without case, accents and the dots and commas of abbreviations ("Tp. HCM"). */
static char *
make_query (const char *text)
{
  g_autofree char *folded = sme_text_fold (text);

  return sme_text_normalize_name (g_strdelimit (folded, ".,", ' '));
}

static gboolean
matches (const Unit *unit, char **words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", words[i], NULL);

      if (strstr (unit->search_key, start) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
name_begins_with (const Unit *unit, const char *query)
{
  g_autofree char *name = sme_text_fold (unit->entry.name);

  return g_str_has_prefix (name, query);
}

GPtrArray *
sme_divisions_search (SmeDivisions *self, const char *parent, const char *query)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *folded = make_query (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *children;
  guint n_first = 0;

  g_return_val_if_fail (self != NULL, g_steal_pointer (&found));

  children = get_children (self, parent);
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      Unit *unit = g_ptr_array_index (children, i);

      if (!matches (unit, words))
        continue;
      if (name_begins_with (unit, folded))
        g_ptr_array_insert (found, (int) n_first++, unit);
      else
        g_ptr_array_add (found, unit);
    }

  return g_steal_pointer (&found);
}

SmeReason
sme_divisions_check (SmeDivisions *self, int level, const char *parent, const char *code)
{
  const SmeDivisionEntry *entry;

  g_return_val_if_fail (self != NULL, SME_REASON_UNKNOWN_VALUE);

  if (code == NULL || *code == '\0')
    return level > 1 && sme_divisions_find (self, parent) != NULL &&
               get_children (self, parent) == NULL
             ? SME_REASON_OK
             : SME_REASON_REQUIRED;

  entry = sme_divisions_find (self, code);
  if (entry == NULL || entry->level != level)
    return SME_REASON_UNKNOWN_VALUE;
  if (level > 1 && g_strcmp0 (entry->parent, parent) != 0)
    return SME_REASON_UNKNOWN_VALUE;

  return SME_REASON_OK;
}

char *
sme_division_entry_get_display_name (const SmeDivisionEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);

  return g_strjoin (" ", entry->type, entry->name, NULL);
}

char *
sme_divisions_describe (SmeDivisions *self, const char *code)
{
  const SmeDivisionEntry *entry = sme_divisions_find (self, code);
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry == NULL)
    return NULL;

  for (; entry != NULL; entry = sme_divisions_find (self, entry->parent))
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", entry->type, entry->name);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_part (SmeAddressParts *parts, SmeEdition edition, const SmeDivisionEntry *entry)
{
  if (entry->level == 1)
    {
      parts->province_type = entry->type;
      parts->province = entry->name;
    }
  else if (entry->level == count_levels (edition))
    {
      parts->commune_type = entry->type;
      parts->commune = entry->name;
    }
  else
    {
      parts->district_type = entry->type;
      parts->district = entry->name;
    }
}

char *
sme_divisions_compose_address (SmeDivisions *self,
                               const char *code,
                               const char *street,
                               const char *house_number)
{
  const SmeDivisionEntry *entry = sme_divisions_find (self, code);
  SmeAddressParts parts = { .house_number = house_number, .street = street };

  if (entry == NULL)
    return NULL;

  for (; entry != NULL; entry = sme_divisions_find (self, entry->parent))
    set_part (&parts, self->edition, entry);

  return sme_address_line_compose (self->edition, &parts);
}
