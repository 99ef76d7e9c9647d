/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-division-changes.h"

#include <string.h>

#include "base/sme-tsv.h"

enum
{
  COLUMN_OLD,
  COLUMN_NEW,
  COLUMN_KIND,
};

struct _SmeDivisionChanges
{
  SmeTsv *table;
  SmeDivisionChange *changes; /* sorted by old code */
  guint n_changes;
};

static void
sme_division_changes_clear (SmeDivisionChanges *self)
{
  g_free (self->changes);
  g_clear_pointer (&self->table, sme_tsv_unref);
}

SmeDivisionChanges *
sme_division_changes_ref (SmeDivisionChanges *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sme_division_changes_unref (SmeDivisionChanges *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) sme_division_changes_clear);
}

static gboolean
parse_kind (const char *word, SmeDivisionChangeKind *kind)
{
  static const char *const words[] = {
    [SME_DIVISION_WHOLE] = "whole",
    [SME_DIVISION_PART] = "part",
    [SME_DIVISION_ALL_PEOPLE] = "all_people",
    [SME_DIVISION_AREA_ONLY] = "area_only",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *kind = (SmeDivisionChangeKind) i;
        return TRUE;
      }

  return FALSE;
}

/* Rows must be sorted and different, so that all of one old code stand together. */
static gboolean
read_change (SmeDivisionChanges *self, guint row)
{
  SmeDivisionChange *change = &self->changes[row];
  int order;

  change->old_code = sme_tsv_get (self->table, row, COLUMN_OLD);
  change->new_code = sme_tsv_get (self->table, row, COLUMN_NEW);
  if (*change->old_code == '\0' || *change->new_code == '\0' ||
      !parse_kind (sme_tsv_get (self->table, row, COLUMN_KIND), &change->kind))
    return FALSE;
  if (row == 0)
    return TRUE;

  order = strcmp (change[-1].old_code, change->old_code);
  return order < 0 || (order == 0 && strcmp (change[-1].new_code, change->new_code) < 0);
}

SmeDivisionChanges *
sme_division_changes_new (GBytes *bytes, GError **error)
{
  static const char *const columns[] = { "old", "new", "kind", NULL };
  g_autoptr (SmeDivisionChanges) self = g_atomic_rc_box_new0 (SmeDivisionChanges);

  self->table = sme_tsv_new (bytes, columns, error);
  if (self->table == NULL)
    return NULL;

  self->n_changes = sme_tsv_get_n_rows (self->table);
  self->changes = g_new0 (SmeDivisionChange, self->n_changes);
  for (guint i = 0; i < self->n_changes; i++)
    if (!read_change (self, i))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     "Row %u: not a change, or not in order", i + 1);
        return NULL;
      }

  return g_steal_pointer (&self);
}

guint
sme_division_changes_get_size (SmeDivisionChanges *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_changes;
}

const SmeDivisionChange *
sme_division_changes_find (SmeDivisionChanges *self, const char *old_code, guint *n_changes)
{
  guint low = 0, high, end;

  g_return_val_if_fail (self != NULL && old_code != NULL && n_changes != NULL, NULL);

  high = self->n_changes;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (self->changes[middle].old_code, old_code) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  for (end = low; end < self->n_changes; end++)
    if (!g_str_equal (self->changes[end].old_code, old_code))
      break;

  *n_changes = end - low;
  return end > low ? &self->changes[low] : NULL;
}

const char *
sme_division_changes_get_certain (SmeDivisionChanges *self, const char *old_code)
{
  guint n_changes = 0;
  const SmeDivisionChange *changes = sme_division_changes_find (self, old_code, &n_changes);
  const char *certain = NULL;

  if (n_changes == 1)
    return changes[0].new_code;

  for (guint i = 0; i < n_changes; i++)
    {
      if (changes[i].kind == SME_DIVISION_AREA_ONLY)
        continue;
      if (changes[i].kind == SME_DIVISION_PART || certain != NULL)
        return NULL;
      certain = changes[i].new_code;
    }

  return certain;
}

GPtrArray *
sme_division_changes_list_candidates (SmeDivisionChanges *self, const char *old_code)
{
  GPtrArray *candidates = g_ptr_array_new ();
  const char *certain = sme_division_changes_get_certain (self, old_code);
  guint n_changes = 0, n_peopled = 0;
  const SmeDivisionChange *changes = sme_division_changes_find (self, old_code, &n_changes);

  if (certain != NULL)
    {
      g_ptr_array_add (candidates, (char *) certain);
      return candidates;
    }

  for (guint i = 0; i < n_changes; i++)
    {
      gboolean peopled = changes[i].kind != SME_DIVISION_AREA_ONLY;

      g_ptr_array_insert (candidates, peopled ? (int) n_peopled++ : -1,
                          (char *) changes[i].new_code);
    }

  return candidates;
}
