/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/sme-citizen-id.h"
#include "core/sme-division-changes.h"
#include "core/sme-divisions.h"

static GBytes *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (SME_SOURCE_ROOT, "data", "divisions", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

static SmeDivisionChanges *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_data ("changes-2024-2025.tsv");
  SmeDivisionChanges *changes = sme_division_changes_new (bytes, &error);

  g_assert_no_error (error);
  return changes;
}

static void
test_seed (void)
{
  g_autoptr (SmeDivisionChanges) changes = load ();
  g_autoptr (GPtrArray) candidates = sme_division_changes_list_candidates (changes, "11458");
  g_autoptr (GPtrArray) none = sme_division_changes_list_candidates (changes, "99999");
  guint n_changes;
  const SmeDivisionChange *found = sme_division_changes_find (changes, "11458", &n_changes);

  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (found->kind, ==, SME_DIVISION_WHOLE);
  g_assert_cmpstr (sme_division_changes_get_certain (changes, "11458"), ==, "11455");
  g_assert_cmpuint (candidates->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (candidates, 0), ==, "11455");

  g_assert_null (sme_division_changes_find (changes, "99999", &n_changes));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_null (sme_division_changes_get_certain (changes, "99999"));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (sme_division_changes_get_certain (changes, "755"), ==, "26732");
}

static SmeDivisions *
load_divisions (SmeEdition edition, const char *name)
{
  g_autoptr (GBytes) bytes = read_data (name);
  SmeDivisions *divisions = sme_divisions_new (edition, bytes, NULL);

  g_assert_nonnull (divisions);
  return divisions;
}

typedef struct
{
  SmeDivisionChanges *changes;
  SmeDivisions *new_edition;
  GHashTable *reached;
  guint n_edges, n_certain, n_asked;
  int province; /* the old one */
} Walk;

/* One old commune, or a district without communes. */
static void
check_unit (Walk *walk, const char *code)
{
  guint n_changes;
  const SmeDivisionChange *changes = sme_division_changes_find (walk->changes, code, &n_changes);
  const char *certain = sme_division_changes_get_certain (walk->changes, code);
  g_autoptr (GPtrArray) candidates = sme_division_changes_list_candidates (walk->changes, code);

  g_test_message ("%s", code);
  g_assert_cmpuint (n_changes, >=, 1);
  g_assert_cmpuint (candidates->len, ==, certain != NULL ? 1 : n_changes);
  for (guint i = 0; i < n_changes; i++)
    {
      const SmeDivisionEntry *target = sme_divisions_find (walk->new_edition, changes[i].new_code);

      g_assert_nonnull (target);
      g_assert_cmpint (target->level, ==, 2);
      /* Provinces were merged as wholes, as personal numbers are read. */
      g_assert_cmpint (atoi (target->parent), ==,
                       sme_citizen_id_province_successor (walk->province));
      g_hash_table_add (walk->reached, (char *) target->code);
    }
  walk->n_edges += n_changes;
  walk->n_certain += certain != NULL;
  walk->n_asked += certain == NULL;
}

static void
test_everything_is_covered (void)
{
  g_autoptr (SmeDivisionChanges) changes = load ();
  g_autoptr (SmeDivisions) old_edition = load_divisions (SME_EDITION_2024, "divisions-2024.tsv");
  g_autoptr (SmeDivisions) new_edition = load_divisions (SME_EDITION_2025, "divisions-2025.tsv");
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  Walk walk = { changes, new_edition, reached, 0, 0, 0, 0 };
  guint n_provinces, n_districts, n_communes;
  const SmeDivisionEntry *const *provinces = sme_divisions_list (old_edition, NULL, &n_provinces);

  for (guint p = 0; p < n_provinces; p++)
    {
      const SmeDivisionEntry *const *districts =
        sme_divisions_list (old_edition, provinces[p]->code, &n_districts);

      walk.province = atoi (provinces[p]->code);
      for (guint d = 0; d < n_districts; d++)
        {
          const SmeDivisionEntry *const *communes =
            sme_divisions_list (old_edition, districts[d]->code, &n_communes);

          if (n_communes == 0)
            check_unit (&walk, districts[d]->code);
          for (guint c = 0; c < n_communes; c++)
            check_unit (&walk, communes[c]->code);
        }
    }

  g_assert_cmpuint (walk.n_edges, ==, sme_division_changes_get_size (changes));
  g_assert_cmpuint (walk.n_edges, ==, 10570);
  g_assert_cmpuint (g_hash_table_size (reached), ==, 3321);
  g_assert_cmpuint (walk.n_certain, ==, 9658);
  g_assert_cmpuint (walk.n_asked, ==, 10040 - 9658);
}

static SmeDivisionChanges *
read_table (const char *rows, GError **error)
{
  g_autofree char *text = g_strconcat ("old\tnew\tkind\n", rows, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sme_division_changes_new (bytes, error);
}

static void
test_certainty (void)
{
  static const struct
  {
    const char *rows, *certain, *candidates;
  } rows[] = {
    { "1\ta\twhole\n", "a", "a" },
    { "1\ta\tpart\n", "a", "a" },
    { "1\ta\tall_people\n1\tb\tarea_only\n", "a", "a" },
    { "1\ta\tarea_only\n1\tb\tall_people\n", "b", "b" },
    { "1\ta\tpart\n1\tb\tpart\n", NULL, "a,b" },
    { "1\ta\tarea_only\n1\tb\tpart\n1\tc\tpart\n", NULL, "b,c,a" },
    { "1\ta\tarea_only\n1\tb\tpart\n", NULL, "b,a" },
    { "1\ta\tarea_only\n1\tb\tarea_only\n", NULL, "a,b" },
    { "1\ta\tall_people\n1\tb\tall_people\n", NULL, "a,b" },
    { "0\tx\twhole\n1\ta\twhole\n2\ty\twhole\n", "a", "a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeDivisionChanges) changes = read_table (rows[i].rows, NULL);
      g_autoptr (GPtrArray) candidates = sme_division_changes_list_candidates (changes, "1");
      g_autofree char *joined = NULL;

      g_ptr_array_add (candidates, NULL);
      joined = g_strjoinv (",", (char **) candidates->pdata);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (sme_division_changes_get_certain (changes, "1"), ==, rows[i].certain);
      g_assert_cmpstr (joined, ==, rows[i].candidates);
    }
}

static void
test_bad_tables (void)
{
  static const char *rows[] = {
    "1\ta\tsome\n",
    "\ta\twhole\n",
    "1\t\twhole\n",
    "2\ta\twhole\n1\ta\twhole\n",
    "1\ta\tpart\n1\ta\tpart\n",
    "1\tb\tpart\n1\ta\tpart\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_table (rows[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/a22/ward-of-the-guide-is-converted", test_seed);
  g_test_add_func ("/division-changes/every-unit-is-covered", test_everything_is_covered);
  g_test_add_func ("/division-changes/certain-or-ask", test_certainty);
  g_test_add_func ("/division-changes/bad-tables-are-refused", test_bad_tables);

  return g_test_run ();
}
