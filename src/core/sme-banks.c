/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-banks.h"

#include <string.h>

#include "base/sme-text.h"
#include "base/sme-tsv.h"

enum
{
  COLUMN_BIN,
  COLUMN_CODE,
  COLUMN_SHORT_NAME,
  COLUMN_FULL_NAME,
  COLUMN_SWIFT,
  COLUMN_VIETQR,
};

struct _SmeBanks
{
  SmeTsv *table;
  SmeBank *banks;
  guint n_banks;
};

static void
sme_banks_clear (SmeBanks *self)
{
  g_free (self->banks);
  g_clear_pointer (&self->table, sme_tsv_unref);
}

SmeBanks *
sme_banks_ref (SmeBanks *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sme_banks_unref (SmeBanks *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) sme_banks_clear);
}

static gboolean
is_bin (const char *text)
{
  return strlen (text) == 6 && strspn (text, "0123456789") == 6;
}

static gboolean
read_bank (SmeBanks *self, guint row)
{
  SmeBank *bank = &self->banks[row];
  const char *vietqr = sme_tsv_get (self->table, row, COLUMN_VIETQR);

  bank->bin = sme_tsv_get (self->table, row, COLUMN_BIN);
  bank->code = sme_tsv_get (self->table, row, COLUMN_CODE);
  bank->short_name = sme_tsv_get (self->table, row, COLUMN_SHORT_NAME);
  bank->full_name = sme_tsv_get (self->table, row, COLUMN_FULL_NAME);
  bank->swift = sme_tsv_get (self->table, row, COLUMN_SWIFT);
  bank->can_transfer = g_str_equal (vietqr, "transfer");

  if (!is_bin (bank->bin) || *bank->code == '\0' || *bank->short_name == '\0' ||
      *bank->full_name == '\0')
    return FALSE;
  if (!bank->can_transfer && !g_str_equal (vietqr, "receive"))
    return FALSE;

  return row == 0 || strcmp (bank[-1].bin, bank->bin) < 0;
}

static int
compare_banks (gconstpointer a, gconstpointer b, gpointer data)
{
  g_autofree char *key_a = sme_text_sort_key (((const SmeBank *) a)->short_name);
  g_autofree char *key_b = sme_text_sort_key (((const SmeBank *) b)->short_name);

  return strcmp (key_a, key_b);
}

SmeBanks *
sme_banks_new (GBytes *bytes, GError **error)
{
  static const char *const columns[] = { "bin",   "code",   "short_name", "full_name",
                                         "swift", "vietqr", "note",       NULL };
  g_autoptr (SmeBanks) self = g_atomic_rc_box_new0 (SmeBanks);

  self->table = sme_tsv_new (bytes, columns, error);
  if (self->table == NULL)
    return NULL;

  self->n_banks = sme_tsv_get_n_rows (self->table);
  self->banks = g_new0 (SmeBank, self->n_banks);
  for (guint i = 0; i < self->n_banks; i++)
    if (!read_bank (self, i))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     "Row %u: not a bank, or not in order", i + 1);
        return NULL;
      }

  g_qsort_with_data (self->banks, (int) self->n_banks, sizeof (SmeBank), compare_banks, NULL);
  return g_steal_pointer (&self);
}

const SmeBank *
sme_banks_find (SmeBanks *self, const char *bin)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_banks; i++)
    if (g_strcmp0 (self->banks[i].bin, bin) == 0)
      return &self->banks[i];

  return NULL;
}

const SmeBank *
sme_banks_list (SmeBanks *self, guint *n_banks)
{
  g_return_val_if_fail (self != NULL && n_banks != NULL, NULL);

  *n_banks = self->n_banks;
  return self->banks;
}

static gboolean
matches (const SmeBank *bank, char **words)
{
  g_autofree char *names =
    g_strjoin (" ", bank->code, bank->short_name, bank->full_name, bank->bin, NULL);
  g_autofree char *key = sme_text_fold (names);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

GPtrArray *
sme_banks_search (SmeBanks *self, const char *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *clean = sme_text_normalize_name (query);
  g_autofree char *folded = sme_text_fold (clean);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->n_banks; i++)
    if (matches (&self->banks[i], words))
      g_ptr_array_add (found, &self->banks[i]);

  return found;
}
