/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

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

static SmeDivisions *
load (SmeEdition edition)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    read_data (edition == SME_EDITION_2025 ? "divisions-2025.tsv" : "divisions-2024.tsv");
  SmeDivisions *divisions = sme_divisions_new (edition, bytes, &error);

  g_assert_no_error (error);
  return divisions;
}

static void
count_units (SmeDivisions *divisions, const char *parent, guint counts[4])
{
  guint n_entries;
  const SmeDivisionEntry *const *entries = sme_divisions_list (divisions, parent, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      g_assert_cmpstr (entries[i]->parent, ==, parent);
      g_assert_true (sme_divisions_find (divisions, entries[i]->code) == entries[i]);
      g_assert_true (g_utf8_validate (entries[i]->name, -1, NULL));
      counts[entries[i]->level]++;
      count_units (divisions, entries[i]->code, counts);
    }
}

static void
test_counts (void)
{
  g_autoptr (SmeDivisions) new_edition = load (SME_EDITION_2025);
  g_autoptr (SmeDivisions) old_edition = load (SME_EDITION_2024);
  guint new_counts[4] = { 0 }, old_counts[4] = { 0 };

  count_units (new_edition, NULL, new_counts);
  count_units (old_edition, NULL, old_counts);
  g_assert_cmpuint (new_counts[1], ==, 34);
  g_assert_cmpuint (new_counts[2], ==, 3321);
  g_assert_cmpuint (new_counts[3], ==, 0);
  g_assert_cmpuint (old_counts[1], ==, 63);
  g_assert_cmpuint (old_counts[2], ==, 696);
  g_assert_cmpuint (old_counts[3], ==, 10035);
  g_assert_cmpint (sme_divisions_get_dated (new_edition), ==, 20260920);
  g_assert_cmpint (sme_divisions_get_dated (old_edition), ==, 20250630);
  g_assert_cmpint (sme_divisions_get_edition (old_edition), ==, SME_EDITION_2024);
}

static void
test_types (void)
{
  static const struct
  {
    SmeEdition edition;
    int level;
    const char *types;
  } rows[] = {
    { SME_EDITION_2025, 1, "Thành phố|Tỉnh" },
    { SME_EDITION_2025, 2, "Phường|Xã|Đặc khu" },
    { SME_EDITION_2024, 1, "Thành phố|Tỉnh" },
    { SME_EDITION_2024, 2, "Quận|Huyện|Thị xã|Thành phố" },
    { SME_EDITION_2024, 3, "Phường|Xã|Thị trấn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeDivisions) divisions = load (rows[i].edition);
      g_auto (GStrv) types = g_strsplit (rows[i].types, "|", -1);
      guint n_provinces, seen = 0;
      const SmeDivisionEntry *const *provinces = sme_divisions_list (divisions, NULL, &n_provinces);

      for (guint p = 0; p < n_provinces; p++)
        {
          guint n_units = 1, n_below;
          const SmeDivisionEntry *const *units = &provinces[p];

          if (rows[i].level >= 2)
            units = sme_divisions_list (divisions, provinces[p]->code, &n_units);
          for (guint u = 0; u < n_units; u++)
            {
              const SmeDivisionEntry *const *below = &units[u];

              n_below = 1;
              if (rows[i].level == 3)
                below = sme_divisions_list (divisions, units[u]->code, &n_below);
              for (guint b = 0; b < n_below; b++, seen++)
                g_assert_true (g_strv_contains ((const char *const *) types, below[b]->type));
            }
        }
      g_assert_cmpuint (seen, >, 30);
    }
}

static void
test_seed_address (void)
{
  g_autoptr (SmeDivisions) old_edition = load (SME_EDITION_2024);
  g_autoptr (SmeDivisions) new_edition = load (SME_EDITION_2025);
  g_autofree char *before =
    sme_divisions_compose_address (old_edition, "11458", "Khu Đoàn Kết 3", "14");
  g_autofree char *after =
    sme_divisions_compose_address (new_edition, "11455", "Khu Đoàn Kết 3", "14");
  g_autofree char *short_line = sme_divisions_compose_address (new_edition, "31", NULL, NULL);
  g_autofree char *where = sme_divisions_describe (old_edition, "11458");
  g_autofree char *name =
    sme_division_entry_get_display_name (sme_divisions_find (new_edition, "11455"));

  g_assert_cmpstr (before, ==, "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng");
  g_assert_cmpstr (after, ==, "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng");
  g_assert_cmpstr (short_line, ==, "Thành phố Hải Phòng");
  g_assert_cmpstr (where, ==, "Phường Hải Sơn, Quận Đồ Sơn, Thành phố Hải Phòng");
  g_assert_cmpstr (name, ==, "Phường Đồ Sơn");
  g_assert_null (sme_divisions_compose_address (new_edition, "99999", "x", "1"));
  g_assert_null (sme_divisions_describe (new_edition, "11458"));
}

static void
test_search (void)
{
  static const struct
  {
    SmeEdition edition;
    const char *parent, *query, *first;
    guint at_least, at_most;
  } rows[] = {
    { SME_EDITION_2025, NULL, "hai phong", "Hải Phòng", 1, 1 },
    { SME_EDITION_2025, NULL, "Hải", "Hải Phòng", 1, 1 },
    { SME_EDITION_2025, NULL, "HAI PH", "Hải Phòng", 1, 1 },
    { SME_EDITION_2025, NULL, "hp", "Hải Phòng", 1, 1 },
    { SME_EDITION_2025, NULL, "hcm", "Hồ Chí Minh", 1, 1 },
    { SME_EDITION_2025, NULL, "tphcm", "Hồ Chí Minh", 1, 1 },
    { SME_EDITION_2025, NULL, "Tp. HCM", "Hồ Chí Minh", 1, 1 },
    { SME_EDITION_2025, NULL, "phong hai", "Hải Phòng", 1, 1 },
    { SME_EDITION_2025, NULL, "", "An Giang", 34, 34 },
    { SME_EDITION_2025, NULL, "  ", "An Giang", 34, 34 },
    { SME_EDITION_2025, NULL, "atlantis", NULL, 0, 0 },
    { SME_EDITION_2025, NULL, "hong", NULL, 0, 0 },
    { SME_EDITION_2025, "31", "do son", "Đồ Sơn", 1, 3 },
    { SME_EDITION_2025, "31", "phuong do", "Đồ Sơn", 1, 5 },
    { SME_EDITION_2025, "99", "a", NULL, 0, 0 },
    { SME_EDITION_2025, "11455", "a", NULL, 0, 0 },
    { SME_EDITION_2024, "31", "quan", "An Dương", 5, 12 },
    { SME_EDITION_2024, "308", "hai son", "Hải Sơn", 1, 1 },
    { SME_EDITION_2024, "79", "1", "1", 1, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeDivisions) divisions = load (rows[i].edition);
      g_autoptr (GPtrArray) found = sme_divisions_search (divisions, rows[i].parent, rows[i].query);

      g_test_message ("%s: %u", rows[i].query, found->len);
      g_assert_cmpuint (found->len, >=, rows[i].at_least);
      g_assert_cmpuint (found->len, <=, rows[i].at_most);
      if (rows[i].first != NULL)
        g_assert_cmpstr (((const SmeDivisionEntry *) g_ptr_array_index (found, 0))->name, ==,
                         rows[i].first);
    }
}

static void
test_order (void)
{
  g_autoptr (SmeDivisions) divisions = load (SME_EDITION_2025);
  guint n_entries;
  const SmeDivisionEntry *const *entries = sme_divisions_list (divisions, NULL, &n_entries);

  g_assert_cmpuint (n_entries, ==, 34);
  g_assert_cmpstr (entries[0]->name, ==, "An Giang");
  g_assert_cmpstr (entries[1]->name, ==, "Bắc Ninh");
  g_assert_cmpstr (entries[33]->name, ==, "Vĩnh Long");
  sme_divisions_list (divisions, "nowhere", &n_entries);
  g_assert_cmpuint (n_entries, ==, 0);
}

static void
test_check (void)
{
  g_autoptr (SmeDivisions) old_edition = load (SME_EDITION_2024);
  g_autoptr (SmeDivisions) new_edition = load (SME_EDITION_2025);
  const struct
  {
    SmeDivisions *divisions;
    int level;
    const char *parent, *code;
    SmeReason reason;
  } rows[] = {
    { new_edition, 1, NULL, "31", SME_REASON_OK },
    { new_edition, 1, NULL, "", SME_REASON_REQUIRED },
    { new_edition, 1, NULL, NULL, SME_REASON_REQUIRED },
    { new_edition, 1, "11455", NULL, SME_REASON_REQUIRED },
    { new_edition, 1, NULL, "02", SME_REASON_UNKNOWN_VALUE },
    { new_edition, 1, NULL, "11455", SME_REASON_UNKNOWN_VALUE },
    { new_edition, 2, "31", "11455", SME_REASON_OK },
    { new_edition, 2, "01", "11455", SME_REASON_UNKNOWN_VALUE },
    { new_edition, 2, NULL, "11455", SME_REASON_UNKNOWN_VALUE },
    { new_edition, 2, "31", "11458", SME_REASON_UNKNOWN_VALUE },
    { new_edition, 2, "31", NULL, SME_REASON_REQUIRED },
    { new_edition, 2, "11455", NULL, SME_REASON_OK },
    { old_edition, 2, "31", "308", SME_REASON_OK },
    { old_edition, 3, "308", "11458", SME_REASON_OK },
    { old_edition, 3, "303", "11458", SME_REASON_UNKNOWN_VALUE },
    { old_edition, 3, "308", NULL, SME_REASON_REQUIRED },
    { old_edition, 3, "755", NULL, SME_REASON_OK },
    { old_edition, 3, "000", NULL, SME_REASON_REQUIRED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (
        sme_divisions_check (rows[i].divisions, rows[i].level, rows[i].parent, rows[i].code), ==,
        rows[i].reason);
    }
}

static void
test_bad_tables (void)
{
#define HEAD "# edition: 2025\n# dated: 2026-09-20\nlevel\tcode\tparent\ttype\tname\n"
  static const char *rows[] = {
    "",
    "level\tcode\tparent\ttype\tname\n1\t01\t\tTỉnh\tA\n",
    "# edition: 2024\n# dated: 2026-09-20\nlevel\tcode\tparent\ttype\tname\n",
    "# edition: 2025\n# dated: yesterday\nlevel\tcode\tparent\ttype\tname\n",
    HEAD "1\t01\t02\tTỉnh\tA\n",
    HEAD "1\t01\t\tTỉnh\t\n",
    HEAD "1\t01\t\t\tA\n",
    HEAD "1\tx1\t\tTỉnh\tA\n",
    HEAD "1\t\t\tTỉnh\tA\n",
    HEAD "0\t01\t\tTỉnh\tA\n",
    HEAD "3\t01\t\tTỉnh\tA\n",
    HEAD "11\t01\t\tTỉnh\tA\n",
    HEAD "1\t01\t\tTỉnh\tA\n1\t01\t\tTỉnh\tB\n",
    HEAD "2\t00001\t01\tXã\tA\n",
    HEAD "1\t01\t\tTỉnh\tA\n2\t00001\t\tXã\tA\n",
    HEAD "1\t01\t\tTỉnh\tA\n2\t00001\t01\tXã\tA\n2\t00002\t00001\tXã\tA\n",
    HEAD "2\t00001\t00001\tXã\tA\n",
  };
#undef HEAD

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i], strlen (rows[i]));

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (sme_divisions_new (SME_EDITION_2025, bytes, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/divisions/counts", test_counts);
  g_test_add_func ("/divisions/types", test_types);
  g_test_add_func ("/a22/address-of-the-guide-in-both-editions", test_seed_address);
  g_test_add_func ("/a22/lists-are-searched-without-diacritics", test_search);
  g_test_add_func ("/divisions/alphabetical-order", test_order);
  g_test_add_func ("/divisions/codes-are-checked", test_check);
  g_test_add_func ("/divisions/bad-tables-are-refused", test_bad_tables);

  return g_test_run ();
}
