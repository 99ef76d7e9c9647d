/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/sme-password-rules.h"

static void
test_table (void)
{
  static const struct
  {
    const char *password;
    SmeReason reason;
  } rows[] = {
    { "", SME_REASON_REQUIRED },
    { NULL, SME_REASON_REQUIRED },
    { "abc4567", SME_REASON_TOO_SHORT },
    { "ngựađá7", SME_REASON_TOO_SHORT },
    { "nguye\u0302\u0303n1", SME_REASON_TOO_SHORT },
    { "12345678", SME_REASON_COMMON },
    { "Password1", SME_REASON_COMMON },
    { "matkhau123", SME_REASON_COMMON },
    { "Mật khẩu 123", SME_REASON_COMMON },
    { "AnhYêuEm", SME_REASON_COMMON },
    { "1qaz2wsx", SME_REASON_COMMON },
    { "vnpt@123", SME_REASON_COMMON },
    { "0912345678", SME_REASON_COMMON },
    { "0912345679", SME_REASON_OK },
    { "ngựa đá qua sông", SME_REASON_OK },
    { "khongchung8", SME_REASON_OK },
    { "        ", SME_REASON_OK },
    { "mười hai 🐎 chạy", SME_REASON_OK },
    { "abc\xff"
      "defgh",
      SME_REASON_CHARACTERS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sme_password_check (rows[i].password, NULL), ==, rows[i].reason);
    }
}

static void
test_length_in_characters (void)
{
  g_autoptr (GString) password = g_string_new (NULL);

  for (int length = 1; length <= 140; length++)
    {
      SmeReason wanted = length < 8     ? SME_REASON_TOO_SHORT
                         : length > 128 ? SME_REASON_TOO_LONG
                                        : SME_REASON_OK;

      g_string_append (password, length % 2 ? "ệ" : "ố");
      g_assert_cmpint (sme_password_check (password->str, NULL), ==, wanted);
    }
}

static void
test_prepare (void)
{
  g_autofree char *typed = sme_password_prepare ("ngu\u031ba\u0323\u00a0\u0111a\u0301");
  g_autofree char *broken = sme_password_prepare ("a\xff");

  g_assert_cmpstr (typed, ==, "ngưạ đá");
  g_assert_null (broken);
}

static void
test_strength (void)
{
  static const struct
  {
    const char *password;
    int strength;
  } rows[] = {
    { "zyxwvutsrqpo", 1 },      { "acegikmoqsuw", 3 },
    { "aabbccddeeffgg", 1 },    { "ACEGIKMOQSUW", 3 },
    { "ngựađáquasông", 4 },     { "1357913579135", 2 },
    { "kh@ngk#w", 2 },          { "short", 0 },
    { "password", 0 },          { "password9", 1 },
    { "khongkho", 1 },          { "aaaaaaaaaaaa", 1 },
    { "abcdefghijkl", 1 },      { "matkhau123x", 1 },
    { "khOngk7w", 2 },          { "kh0ngKho9p", 3 },
    { "ngua da qua song!", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].password);
      g_assert_cmpint (sme_password_strength (rows[i].password, NULL), ==, rows[i].strength);
    }
}

/* The list itself: what the rule looks for must be written in the form it looks for. */
static void
test_list (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *before = "";
  int count = 0;

  g_assert_true (
    g_file_get_contents (SME_SOURCE_ROOT "/data/passwords/common.txt", &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpint (strcmp (before, lines[i]), <, 0);
      g_assert_cmpint (sme_password_check (lines[i], NULL), ==, SME_REASON_COMMON);
      before = lines[i];
      count++;
    }
  g_assert_cmpint (count, >=, 500);
}

/* Whoever knows the address tries it first. */
static void
test_own_email (void)
{
  static const struct
  {
    const char *password;
    const char *email;
    SmeReason reason;
  } rows[] = {
    { "lanhuong@vidu.vn", "lanhuong@vidu.vn", SME_REASON_OWN_EMAIL },
    { "LanHuong@Vidu.VN", "lanhuong@vidu.vn", SME_REASON_OWN_EMAIL },
    { "lanhuong", "lanhuong@vidu.vn", SME_REASON_OWN_EMAIL },
    { "Lan Hường", "lanhuong@vidu.vn", SME_REASON_OWN_EMAIL },
    { "Lan.Huong@1990", "lanhuong@vidu.vn", SME_REASON_OWN_EMAIL },
    { "nguyenlan2026", "nguyen.lan@vidu.vn", SME_REASON_OWN_EMAIL },
    { "86420975", "86420975@vidu.vn", SME_REASON_OWN_EMAIL },
    { "lan@vidu.vn", "lan@vidu.vn", SME_REASON_OWN_EMAIL },
    /* Three letters are in many words, and the letters of others are no secret of this one. */
    { "lan-86420975", "lan@vidu.vn", SME_REASON_OK },
    { "86420975!", "13571357@vidu.vn", SME_REASON_OK },
    { "lanhuong", NULL, SME_REASON_OK },
    { "lanhuong", "minhtuan@vidu.vn", SME_REASON_OK },
    { "lanhuong qua cầu", "lanhuong@vidu.vn", SME_REASON_OK },
    { "lanhuon", "lanhuon@vidu.vn", SME_REASON_TOO_SHORT },
    { "86420975!", "@", SME_REASON_OK },
    { "86420975!", "", SME_REASON_OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SmeReason reason = sme_password_check (rows[i].password, rows[i].email);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (reason, ==, rows[i].reason);
      g_assert_cmpint (sme_password_strength (rows[i].password, rows[i].email) == 0, ==,
                       reason != SME_REASON_OK);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/password-rules/table", test_table);
  g_test_add_func ("/password-rules/a17-not-the-own-address", test_own_email);
  g_test_add_func ("/password-rules/length-counts-characters", test_length_in_characters);
  g_test_add_func ("/password-rules/prepared-form-is-one", test_prepare);
  g_test_add_func ("/password-rules/strength", test_strength);
  g_test_add_func ("/password-rules/list-is-sorted-and-refused", test_list);

  return g_test_run ();
}
