/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/sme-tsv.h"

static const char *const columns[] = { "code", "name", NULL };

static SmeTsv *
read_table (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sme_tsv_new (bytes, columns, error);
}

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeTsv) table = read_table ("# dated: 2026-11-22\n# no value\n# source:  a: b \n"
                                         "code\tname\n01\tHà Nội\n#2\t\n\tx",
                                         &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sme_tsv_get_header (table, "dated"), ==, "2026-11-22");
  g_assert_cmpstr (sme_tsv_get_header (table, "source"), ==, "a: b");
  g_assert_null (sme_tsv_get_header (table, "no value"));
  g_assert_cmpuint (sme_tsv_get_n_rows (table), ==, 3);
  g_assert_cmpstr (sme_tsv_get (table, 0, 0), ==, "01");
  g_assert_cmpstr (sme_tsv_get (table, 0, 1), ==, "Hà Nội");
  g_assert_cmpstr (sme_tsv_get (table, 1, 0), ==, "#2");
  g_assert_cmpstr (sme_tsv_get (table, 1, 1), ==, "");
  g_assert_cmpstr (sme_tsv_get (table, 2, 1), ==, "x");
}

static void
test_refused (void)
{
  static const char *rows[] = {
    "",
    "# only: comments\n",
    "code\n01\n",
    "name\tcode\n",
    "code\tname\textra\n",
    "code\tname\n01\n",
    "code\tname\n01\tx\ty\n",
    "code\tname\n\n",
    "code\tname\r\n01\tx\r\n",
    "code\tname\n01\t\xff\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_table (rows[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_nul_and_size (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) nul = g_bytes_new_static ("code\tname\n0\0\tx\n", 15);
  gsize size = 16 * 1024 * 1024 + 1;
  g_autoptr (GBytes) big = g_bytes_new_take (g_strnfill (size, '#'), size);

  g_assert_null (sme_tsv_new (nul, columns, NULL));
  g_assert_null (sme_tsv_new (big, columns, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tsv/header-and-rows", test_table);
  g_test_add_func ("/tsv/other-text-is-refused", test_refused);
  g_test_add_func ("/tsv/nul-and-size-are-refused", test_nul_and_size);

  return g_test_run ();
}
