/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/sme-banks.h"

static SmeBanks *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize size;
  SmeBanks *banks;

  g_file_get_contents (SME_SOURCE_ROOT "/data/banks/banks.tsv", &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  banks = sme_banks_new (bytes, &error);
  g_assert_no_error (error);
  return banks;
}

static void
test_table (void)
{
  g_autoptr (SmeBanks) banks = load ();
  guint n_banks, n_transfer = 0;
  const SmeBank *list = sme_banks_list (banks, &n_banks);
  const SmeBank *bank = sme_banks_find (banks, "970436");

  for (guint i = 0; i < n_banks; i++)
    {
      g_assert_true (sme_banks_find (banks, list[i].bin) == &list[i]);
      n_transfer += list[i].can_transfer;
    }

  g_assert_cmpuint (n_banks, ==, 58);
  g_assert_cmpuint (n_transfer, ==, 41);
  g_assert_cmpstr (list[0].short_name, ==, "ABBANK");
  g_assert_cmpstr (bank->short_name, ==, "Vietcombank");
  g_assert_cmpstr (bank->code, ==, "VCB");
  g_assert_cmpstr (bank->swift, ==, "BFTVVNVX");
  g_assert_true (bank->can_transfer);
  g_assert_null (sme_banks_find (banks, "000000"));
  g_assert_null (sme_banks_find (banks, NULL));
}

static void
test_search (void)
{
  static const struct
  {
    const char *query, *bin;
    guint count;
  } rows[] = {
    { "vietcombank", "970436", 1 },  { "ngoại thương", "970436", 1 },
    { "ngoai THUONG", "970436", 1 }, { "970436", "970436", 1 },
    { "vcb", "970436", 1 },          { "", "970425", 58 },
    { "no such bank", NULL, 0 },
  };
  g_autoptr (SmeBanks) banks = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found = sme_banks_search (banks, rows[i].query);

      g_test_message ("%s", rows[i].query);
      g_assert_cmpuint (found->len, ==, rows[i].count);
      if (rows[i].bin != NULL)
        g_assert_cmpstr (((const SmeBank *) g_ptr_array_index (found, 0))->bin, ==, rows[i].bin);
    }
}

static void
test_bad_tables (void)
{
#define HEAD "bin\tcode\tshort_name\tfull_name\tswift\tvietqr\tnote\n"
  static const char *rows[] = {
    "",
    HEAD "12345\tA\tA\tA\t\ttransfer\t\n",
    HEAD "12345x\tA\tA\tA\t\ttransfer\t\n",
    HEAD "123456\t\tA\tA\t\ttransfer\t\n",
    HEAD "123456\tA\t\tA\t\ttransfer\t\n",
    HEAD "123456\tA\tA\t\t\ttransfer\t\n",
    HEAD "123456\tA\tA\tA\t\tperhaps\t\n",
    HEAD "123456\tA\tA\tA\t\treceive\t\n123456\tB\tB\tB\t\treceive\t\n",
  };
#undef HEAD

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i], strlen (rows[i]));

      g_assert_null (sme_banks_new (bytes, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/banks/table", test_table);
  g_test_add_func ("/banks/search", test_search);
  g_test_add_func ("/banks/bad-tables-are-refused", test_bad_tables);

  return g_test_run ();
}
