/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-money-words.h"

static void
test_numbers (void)
{
  static const struct
  {
    gint64 number;
    const char *words;
  } rows[] = {
    { 0, "không" },
    { 1, "một" },
    { 4, "bốn" },
    { 5, "năm" },
    { 10, "mười" },
    { 11, "mười một" },
    { 14, "mười bốn" },
    { 15, "mười lăm" },
    { 20, "hai mươi" },
    { 21, "hai mươi mốt" },
    { 24, "hai mươi tư" },
    { 25, "hai mươi lăm" },
    { 91, "chín mươi mốt" },
    { 100, "một trăm" },
    { 101, "một trăm linh một" },
    { 104, "một trăm linh bốn" },
    { 105, "một trăm linh năm" },
    { 110, "một trăm mười" },
    { 111, "một trăm mười một" },
    { 115, "một trăm mười lăm" },
    { 121, "một trăm hai mươi mốt" },
    { 555, "năm trăm năm mươi lăm" },
    { 999, "chín trăm chín mươi chín" },
    { 1000, "một nghìn" },
    { 1001, "một nghìn không trăm linh một" },
    { 1010, "một nghìn không trăm mười" },
    { 1015, "một nghìn không trăm mười lăm" },
    { 1021, "một nghìn không trăm hai mươi mốt" },
    { 1100, "một nghìn một trăm" },
    { 10000, "mười nghìn" },
    { 21000, "hai mươi mốt nghìn" },
    { 105000, "một trăm linh năm nghìn" },
    { 220000, "hai trăm hai mươi nghìn" },
    { 1000000, "một triệu" },
    { 1000005, "một triệu không trăm linh năm" },
    { 1001005, "một triệu không trăm linh một nghìn không trăm linh năm" },
    { 1273000, "một triệu hai trăm bảy mươi ba nghìn" },
    { 2447500, "hai triệu bốn trăm bốn mươi bảy nghìn năm trăm" },
    { 1000000000, "một tỷ" },
    { 1005000000, "một tỷ không trăm linh năm triệu" },
    { 1000000001, "một tỷ không trăm linh một" },
    { 15000000000, "mười lăm tỷ" },
    { G_GINT64_CONSTANT (1000000000000), "một nghìn tỷ" },
    { G_GINT64_CONSTANT (1234567891234), "một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy "
                                         "triệu tám trăm chín mươi mốt nghìn hai "
                                         "trăm ba mươi tư" },
    { G_GINT64_CONSTANT (1000000000000000), "một triệu tỷ" },
    { G_GINT64_CONSTANT (1000000000000000000), "một tỷ tỷ" },
    { -21, "âm hai mươi mốt" },
    { G_MININT64,
      "âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba "
      "mươi sáu tỷ tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh "
      "tám" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = sme_number_to_words (rows[i].number);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_money (void)
{
  static const struct
  {
    gint64 dong;
    const char *words;
  } rows[] = {
    { 0, "Không đồng" },
    { 220000, "Hai trăm hai mươi nghìn đồng" },
    { 2912000, "Hai triệu chín trăm mười hai nghìn đồng" },
    { -500, "Âm năm trăm đồng" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = sme_money_to_words (rows[i].dong);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* Whoever hears the words writes the same number down. */
static void
test_no_two_numbers_are_read_alike (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gint64 number = 0; number < 20000; number++)
    {
      g_assert_true (g_hash_table_add (seen, sme_number_to_words (number)));
      g_assert_true (g_hash_table_add (seen, sme_number_to_words ((number + 20) * 1000)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money-words/numbers-are-read-as-papers-write-them", test_numbers);
  g_test_add_func ("/money-words/amounts-begin-with-a-capital-and-end-in-dong", test_money);
  g_test_add_func ("/money-words/no-two-numbers-are-read-alike",
                   test_no_two_numbers_are_read_alike);

  return g_test_run ();
}
