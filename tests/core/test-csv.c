/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-csv.h"

#include <string.h>

/* Rows apart by "|", cells by "·". */
static char *
flatten (SmeCsv *csv)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < sme_csv_get_n_rows (csv); row++)
    {
      if (row > 0)
        g_string_append_c (text, '|');
      for (guint cell = 0; cell < sme_csv_get_n_cells (csv, row); cell++)
        {
          if (cell > 0)
            g_string_append (text, "·");
          g_string_append (text, sme_csv_get (csv, row, cell));
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } rows[] = {
    { "a,b\r\nc,d\r\n", "a·b|c·d" },
    { "a,b\r\nc,d", "a·b|c·d" },
    { "a,b\nc,d\n", "a·b|c·d" },
    { "a,b\rc,d\r", "a·b|c·d" },
    { "a", "a" },
    { "a,b,\r\n", "a·b·" },
    { ",b\r\n", "·b" },
    { "\"a\",\"b\"\r\n", "a·b" },
    { "\"a,b\",c\r\n", "a,b·c" },
    { "\"a\"\"b\",c\r\n", "a\"b·c" },
    { "\"\"\"\",c\r\n", "\"·c" },
    { "\"\",c\r\n", "·c" },
    { "\"a\r\nb\",c\r\n", "a\r\nb·c" },
    { "\"a\nb\",c\r\n", "a\nb·c" },
    { "a\"b,c\r\n", "a\"b·c" },
    { " a , b \r\n", "a·b" },
    { " \"a\" , \"b\" \r\n", "a·b" },
    { "\xef\xbb\xbf"
      "a,b\r\n",
      "a·b" },
    { "\xef\xbb\xbf\"a\",b\r\n", "a·b" },
    { "a;b\r\nc,1;d\r\n", "a·b|c,1·d" },
    { "a\tb\r\nc,1\td;2\r\n", "a·b|c,1·d;2" },
    { "\"a;b;c\",d\r\n", "a;b;c·d" },
    { "sep=;\r\na;b\r\n", "a·b" },
    { "\xef\xbb\xbfsep=|\r\na|b,c\r\n", "a·b,c" },
    { "a,b\r\n\r\n,\r\nc,d\r\n\r\n", "a·b|c·d" },
    { "Họ và Tên;Số\r\nNguyễn Thị Ánh;1\r\n", "Họ và Tên·Số|Nguyễn Thị Ánh·1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (SmeCsv) csv = sme_csv_parse (bytes, NULL, &error);
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_no_error (error);
      text = flatten (csv);
      g_assert_cmpstr (text, ==, rows[i].wanted);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    int code;
    guint line;
  } rows[] = {
    { "", 0, SME_CSV_ERROR_EMPTY, 0 },
    { "\r\n \r\n,,\r\n", -1, SME_CSV_ERROR_EMPTY, 0 },
    { "\xef\xbb\xbf", -1, SME_CSV_ERROR_EMPTY, 0 },
    { "a,b\r\nc,\"d", -1, SME_CSV_ERROR_QUOTES, 2 },
    { "a,b\r\n\"x\r\ny\",c\r\n\"d\"e,f", -1, SME_CSV_ERROR_QUOTES, 4 },
    { "a,\"b\"\"", -1, SME_CSV_ERROR_QUOTES, 1 },
    { "a,\xe0\xe1", -1, SME_CSV_ERROR_ENCODING, 0 },
    { "a\0b", 3, SME_CSV_ERROR_ENCODING, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = rows[i].length >= 0 ? (gsize) rows[i].length : strlen (rows[i].text);
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, length);
      guint line = 99;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (sme_csv_parse (bytes, &line, &error));
      g_assert_error (error, SME_CSV_ERROR, rows[i].code);
      g_assert_cmpuint (line, ==, rows[i].line);
    }
}

static void
test_too_large (void)
{
  gsize size = (1 << 20) + 1;
  char *text = g_malloc (size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  memset (text, 'a', size);
  bytes = g_bytes_new_take (text, size);
  g_assert_null (sme_csv_parse (bytes, NULL, &error));
  g_assert_error (error, SME_CSV_ERROR, SME_CSV_ERROR_TOO_LARGE);
}

/* What Excel calls "Unicode text". */
static void
test_utf16 (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize size;
      char *data = g_convert ("\xef\xbb\xbfHọ\tSố\r\nĐặng\t1\r\n", -1, encodings[i], "UTF-8", NULL,
                              &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeCsv) csv = sme_csv_parse (bytes, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = flatten (csv);
      g_assert_cmpstr (text, ==, "Họ·Số|Đặng·1");
    }
}

static void
test_lines (void)
{
  static const char text[] = "sep=,\r\na,b\r\n\r\n\"c\r\nd\r\ne\",f\r\ng,h\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SmeCsv) csv = sme_csv_parse (bytes, NULL, NULL);

  g_assert_cmpuint (sme_csv_get_n_rows (csv), ==, 3);
  g_assert_cmpuint (sme_csv_get_line (csv, 0), ==, 2);
  g_assert_cmpuint (sme_csv_get_line (csv, 1), ==, 4);
  g_assert_cmpuint (sme_csv_get_line (csv, 2), ==, 7);
  g_assert_cmpstr (sme_csv_get (csv, 2, 7), ==, "");
}

static char *
make_cell (GRand *rand)
{
  static const char *const pieces[] = { "a",  "\"", ",",   ";",    "\t", "\r\n", "\n",
                                        "\r", "ệ",  "b c", "\"\"", "1",  "Đ",    "'" };
  GString *text = g_string_new ("x");

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, 'y');
  return g_string_free (text, FALSE);
}

/* Whatever is written is read again. */
static void
test_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (26);

  for (int n = 0; n < 3000; n++)
    {
      char separator = ",;\t"[n % 3];
      GString *text = g_string_new ("p");
      char *cells[6];
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SmeCsv) csv = NULL;
      g_autoptr (GError) error = NULL;

      /* The first line tells which separator it is. */
      for (int i = 0; i < 2; i++)
        g_string_append_printf (text, "%cp", separator);
      g_string_append (text, "\r\n");
      for (int i = 0; i < 6; i++)
        {
          cells[i] = make_cell (rand);
          sme_csv_append_cell (text, cells[i], separator);
          if (i % 3 == 2)
            g_string_append (text, "\r\n");
          else
            g_string_append_c (text, separator);
        }
      bytes = g_bytes_new (text->str, text->len);
      g_string_free (text, TRUE);
      csv = sme_csv_parse (bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sme_csv_get_n_rows (csv), ==, 3);
      for (guint i = 0; i < 6; i++)
        {
          g_assert_cmpstr (sme_csv_get (csv, 1 + i / 3, i % 3), ==, cells[i]);
          g_free (cells[i]);
        }
    }
  g_rand_free (rand);
}

/* Any bytes are read or refused. */
static void
test_anything (void)
{
  static const char letters[] = "a\",;\t\r\n =\xc3\xa9\xff";
  GRand *rand = g_rand_new_with_seed (4180);

  for (int n = 0; n < 20000; n++)
    {
      char text[24];
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeCsv) csv = NULL;

      for (gsize i = 0; i < length; i++)
        text[i] = letters[g_rand_int_range (rand, 0, sizeof letters)];
      bytes = g_bytes_new (text, length);
      csv = sme_csv_parse (bytes, NULL, &error);
      g_assert_true ((csv != NULL) != (error != NULL));
    }
  g_rand_free (rand);
}

static void
test_formulas (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  sme_csv_append_cell (text, "=1+1", ',');
  g_assert_cmpstr (text->str, ==, "\"'=1+1\"");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/table", test_table);
  g_test_add_func ("/csv/what-is-no-table", test_refused);
  g_test_add_func ("/csv/too-large", test_too_large);
  g_test_add_func ("/csv/utf-16", test_utf16);
  g_test_add_func ("/csv/lines-as-an-editor-counts", test_lines);
  g_test_add_func ("/csv/what-is-written-is-read", test_round_trip);
  g_test_add_func ("/csv/any-bytes", test_anything);
  g_test_add_func ("/csv/no-formulas-are-written", test_formulas);
  return g_test_run ();
}
