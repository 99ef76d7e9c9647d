/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/sme-text.h"

typedef struct
{
  const char *in, *out;
} Row;

typedef char *(*TextFunc) (const char *text);

static void
check_rows (TextFunc func, const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *out = func (rows[i].in);

      g_assert_cmpstr (out, ==, rows[i].out);
    }
}

static void
test_fold (void)
{
  static const Row rows[] = {
    { "Ký số Từ XA", "ky so tu xa" },
    { "Đường ĐÊ la thành", "duong de la thanh" },
    { "ẮẰẲẴẶắằẳẵặ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ỲÝỶỸỴ",
      "aaaaaaaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy" },
    { "Nguye\u0302\u0303n", "nguyen" },
    { "Straße", "strasse" },
    { "", "" },
    { NULL, "" },
    { "VNPT-CA 220.000 ₫", "vnpt-ca 220.000 ₫" },
    { "a\xff"
      "b",
      "a\357\277\275b" },
  };

  check_rows (sme_text_fold, rows, G_N_ELEMENTS (rows));
}

/* The definition, written a second way: decompose everything, filter, fold. */
static char *
fold_by_definition (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *kept = g_string_new (NULL);
  char *folded;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch >= 0x300 && ch <= 0x36F)
        continue;
      g_string_append_unichar (kept, ch == 0x110 || ch == 0x111 ? 'd' : ch);
    }

  folded = g_utf8_casefold (kept->str, -1);
  g_string_free (kept, TRUE);
  return folded;
}

static void
test_fold_every_character (void)
{
  for (gunichar ch = 1; ch <= 0x2FFFF; ch++)
    {
      char utf8[8] = { 0 };

      if (!g_unichar_validate (ch))
        continue;
      g_unichar_to_utf8 (ch, utf8);

      g_autofree char *once = sme_text_fold (utf8);
      g_autofree char *twice = sme_text_fold (once);
      g_autofree char *defined = fold_by_definition (utf8);

      g_assert_cmpstr (once, ==, defined);
      /* g_utf8_casefold() of GLib 2.74 swaps the two cases of Cherokee to and fro. */
      if (g_unichar_get_script (ch) != G_UNICODE_SCRIPT_CHEROKEE)
        g_assert_cmpstr (twice, ==, once);
    }
}

static char *
highlight (const char *text, const char *query)
{
  g_autofree gsize *map = NULL;
  gsize length, begin, end;
  g_autofree char *key = sme_text_fold_with_map (text, &map, &length);
  g_autofree char *needle = sme_text_fold (query);
  const char *hit = strstr (key, needle);

  g_assert_cmpuint (length, ==, strlen (key));
  g_assert_cmpuint (map[length], ==, strlen (text));
  g_assert_nonnull (hit);
  sme_text_map_range (map, length, hit - key, hit - key + strlen (needle), &begin, &end);
  return g_strndup (text + begin, end - begin);
}

static void
test_fold_with_map (void)
{
  static const struct
  {
    const char *text, *query, *found;
  } rows[] = {
    { "Ký số từ xa - VNPT SmartCA", "so tu", "số từ" },
    { "Đường Lê Lợi", "duong", "Đường" },
    { "Hà Nội", "noi", "Nội" },
    { "Ky\u0301 so\u0302\u0301 tu\u031b\u0300 xa", "so", "so\u0302\u0301" },
    { "große Straße", "s", "ß" },
    { "große", "gros", "groß" },
    { "₫ 220", "2", "2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = highlight (rows[i].text, rows[i].query);

      g_assert_cmpstr (found, ==, rows[i].found);
    }
}

/* A range of nothing is nothing, also within a character that became two. */
static void
test_empty_range (void)
{
  g_autofree gsize *map = NULL;
  gsize length, begin, end;
  g_autofree char *key = sme_text_fold_with_map ("aßb", &map, &length);

  g_assert_cmpstr (key, ==, "assb");
  sme_text_map_range (map, length, 2, 2, &begin, &end);
  g_assert_cmpuint (begin, ==, end);
  sme_text_map_range (map, length, 4, 4, &begin, &end);
  g_assert_cmpuint (begin, ==, 4);
  g_assert_cmpuint (end, ==, 4);
}

static void
test_map_of_random_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree gsize *map = NULL;
      gsize length;

      for (int i = g_rand_int_range (rand, 0, 20); i > 0; i--)
        g_string_append_c (text, (char) g_rand_int_range (rand, 1, 256));

      g_autofree char *key = sme_text_fold_with_map (text->str, &map, &length);
      g_autofree char *plain = sme_text_fold (text->str);

      g_assert_cmpstr (key, ==, plain);
      g_assert_true (g_utf8_validate (key, -1, NULL));
      for (gsize i = 0; i < length; i++)
        g_assert_cmpuint (map[i], <=, map[i + 1]);
      g_assert_cmpuint (map[length], ==, text->len);
    }
}

static void
test_tones (void)
{
  static const Row rows[] = {
    { "hoà", "hòa" },
    { "hòa", "hòa" },
    { "HOÀ BÌNH", "HÒA BÌNH" },
    { "khoẻ", "khỏe" },
    { "Thuỷ Nguyên", "Thủy Nguyên" },
    { "thuý, loé, ngoã.", "thúy, lóe, ngõa." },
    { "hoạ", "họa" },
    /* Both schools agree on these. */
    { "quý", "quý" },
    { "QUÝ", "QUÝ" },
    { "hoàn", "hoàn" },
    { "toán", "toán" },
    { "ngoéo", "ngoéo" },
    { "huỳnh", "huỳnh" },
    { "khuỷu", "khuỷu" },
    { "hoặc", "hoặc" },
    { "thuở", "thuở" },
    { "của", "của" },
    { "xoậ xoặ", "xoậ xoặ" },
    /* Decomposed input. */
    { "hoa\u0300", "hòa" },
    { "ho\u0300a", "hòa" },
    { NULL, "" },
  };

  check_rows (sme_text_normalize_tones, rows, G_N_ELEMENTS (rows));
}

static void
test_same_name (void)
{
  g_assert_true (sme_text_same_name ("NGUYỄN THỊ HOÀ", "Nguyễn  Thị Hòa "));
  g_assert_true (sme_text_same_name ("Nguye\u0302\u0303n", "nguyễn"));
  g_assert_true (sme_text_same_name ("H’Hen Niê", "H'Hen Niê"));
  g_assert_false (sme_text_same_name ("Nguyễn Thị Hòa", "Nguyễn Thị Hóa"));
  g_assert_false (sme_text_same_name ("Nguyễn Thị Hòa", "Nguyen Thi Hoa"));
  g_assert_false (sme_text_same_name ("Lê", ""));
}

static void
test_to_ascii (void)
{
  static const Row rows[] = {
    { "Thanh toán đơn hàng", "Thanh toan don hang" },
    { "ĐẶNG THÙY TRÂM", "DANG THUY TRAM" },
    { "Nguye\u0302\u0303n", "Nguyen" },
    { "220.000\u00a0₫", "220.000 VND" },
    { "“a” – b… ½", "\"a\" - b... 1/2" },
    { "a\tb\nc", "a b c" },
    { "日", "?" },
    { "Æsøß", "AEsoss" },
    { NULL, "" },
  };

  check_rows (sme_text_to_ascii, rows, G_N_ELEMENTS (rows));

  for (gunichar ch = 1; ch <= 0x2FFFF; ch++)
    {
      char utf8[8] = { 0 };

      if (!g_unichar_validate (ch))
        continue;
      g_unichar_to_utf8 (ch, utf8);
      g_autofree char *ascii = sme_text_to_ascii (utf8);
      for (const char *p = ascii; *p != '\0'; p++)
        g_assert_true (g_ascii_isprint (*p));
    }
}

static void
test_normalize_name (void)
{
  static const Row rows[] = {
    { "  Lê \t Văn\u00a0 A\n", "Lê Văn A" },
    { "Nguye\u0302\u0303n", "Nguyễn" },
    { "Hoà", "Hoà" },
    { "A\u200bB\ufeff", "AB" },
    { "H’Hen", "H'Hen" },
    { "Anna‐Maria", "Anna-Maria" },
    { "   ", "" },
    { NULL, "" },
  };

  check_rows (sme_text_normalize_name, rows, G_N_ELEMENTS (rows));
}

static void
test_is_name (void)
{
  static const char *good[] = { "Nguyễn Văn A",   "H'Hen Niê",          "Anna-Maria Müller",
                                "ĐẶNG THÙY TRÂM", "Nguye\u0302\u0303n", "Ỷ" };
  static const char *bad[] = { "", " ", "-'", "Nguyễn 2", "A_B", "Nguyễn, A", "Иванов", "王",
                               "a\tb", "Lê\u00a0A", "A\xff", "x\u0310", "A.", "Công ty (A)",
                               /* Another width, an ordinal number, a phonetic sign, a ligature. */
                               "\uff21n", "Nª", "ɐn", "\ufb01n" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sme_text_is_name (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sme_text_is_name (bad[i]));
  g_assert_false (sme_text_is_name (NULL));
}

static void
test_upper (void)
{
  static const Row rows[] = {
    { "đặng thùy trâm", "ĐẶNG THÙY TRÂM" },
    { "nguye\u0302\u0303n", "NGUYỄN" },
    { "i ß ơ ư", "I SS Ơ Ư" },
    { NULL, "" },
  };

  check_rows (sme_text_upper, rows, G_N_ELEMENTS (rows));
}

/* Each name comes before the next; names that are equal here are on one line. */
static void
test_sort_key (void)
{
  static const char *names[] = {
    "An", "Ăn",    "Ân",     "Ba",       "Bà",        "Bả",          "Bã",       "Bá",
    "Bạ", "Ba Vì", "Bà Vì",  "Bắc",      "Bặc",       "Bậc",         "Cà Mau",   "Da",
    "Đa", "Đồ",    "Đồ Sơn", "Đồ Sơng",  "E",         "Ê",           "Hải Sơn",  "Lê",
    "O",  "Ô",     "Ơ",      "Phường 2", "Phường 10", "Phường 10 A", "Phường A", "Phường Ẩ",
    "U",  "Ư",     "Xã",     "Ỹ",        "Z",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = sme_text_sort_key (names[i - 1]);
      g_autofree char *after = sme_text_sort_key (names[i]);

      g_test_message ("%s < %s", names[i - 1], names[i]);
      g_assert_cmpint (strcmp (before, after), <, 0);
    }

  g_autofree char *upper = sme_text_sort_key ("ĐỒ  SƠN 03");
  g_autofree char *lower = sme_text_sort_key ("đồ so\u031bn 3");
  g_assert_cmpstr (upper, ==, lower);
}

static void
test_length (void)
{
  g_assert_cmpuint (sme_text_length ("Nguyễn"), ==, 6);
  g_assert_cmpuint (sme_text_length ("Nguye\u0302\u0303n"), ==, 6);
  g_assert_cmpuint (sme_text_length (""), ==, 0);
  g_assert_cmpuint (sme_text_length (NULL), ==, 0);
}

/* What strangers wrote stands among our words: it must neither break the line nor turn it round. */
static void
test_make_line (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } cases[] = {
    { "TẬP ĐOÀN VNPT", "TẬP ĐOÀN VNPT" },
    { " a\nb\tc\r\n", "a b c" },
    { "a\342\200\250b\342\200\251c", "a b c" },
    { "a\342\200\256b\342\200\213c", "abc" },
    { "a\xff", "a\357\277\275" },
    { NULL, "" },
  };
  g_autofree char *cut = sme_text_make_line ("đường", 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = sme_text_make_line (cases[i].text, 100);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
  g_assert_cmpstr (cut, ==, "đườ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold-drops-accents-and-case", test_fold);
  g_test_add_func ("/text/fold-follows-its-definition-for-every-character",
                   test_fold_every_character);
  g_test_add_func ("/text/fold-with-map-finds-the-original", test_fold_with_map);
  g_test_add_func ("/text/empty-range-is-empty", test_empty_range);
  g_test_add_func ("/text/map-is-monotonic-for-any-bytes", test_map_of_random_text);
  g_test_add_func ("/text/tone-placements-compare-equal", test_tones);
  g_test_add_func ("/text/same-name-forgives-case-spaces-tones", test_same_name);
  g_test_add_func ("/text/ascii-is-ascii", test_to_ascii);
  g_test_add_func ("/text/name-is-normalized", test_normalize_name);
  g_test_add_func ("/text/name-has-letters-only", test_is_name);
  g_test_add_func ("/text/upper-knows-d-stroke", test_upper);
  g_test_add_func ("/text/sort-key-follows-the-alphabet", test_sort_key);
  g_test_add_func ("/text/length-counts-composed-characters", test_length);

  g_test_add_func ("/text/a-strangers-text-is-one-line", test_make_line);
  return g_test_run ();
}
