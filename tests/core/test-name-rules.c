/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-name-rules.h"

#include "core/sme-enums.h"

static void
test_check (void)
{
  static const struct
  {
    const char *name;
    SmeReason reason;
  } rows[] = {
    { "Nguyễn Thị Phương Thảo", SME_REASON_OK },
    { "Nguye\u0302\u0303n", SME_REASON_OK }, /* NFD, as some input methods give it */
    { "H'Hen Niê", SME_REASON_OK },
    { "Jeff Zwick", SME_REASON_OK }, /* warned of, not refused */
    { "Anna-Maria Müller", SME_REASON_OK },
    { NULL, SME_REASON_REQUIRED },
    { " \t", SME_REASON_REQUIRED },
    { "Nguyễn 2", SME_REASON_CHARACTERS },
    { "Иванов", SME_REASON_CHARACTERS },
    { "王伟", SME_REASON_CHARACTERS },
    { "Ａnh", SME_REASON_CHARACTERS },
    { "A. Nguyễn", SME_REASON_CHARACTERS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (sme_name_check (rows[i].name), ==, rows[i].reason);
}

static void
test_foreign (void)
{
  static const struct
  {
    const char *name;
    const char *letters;
  } rows[] = {
    { "Jeff Zwick", "J, F, Z, W" },
    { "NGUYỄN THỊ PHƯƠNG THẢO", NULL },
    { "nguye\u0302\u0303n thi\u0323", NULL },
    { "Đặng Thuỳ Trâm", NULL },
    { "H'Hen Niê", NULL },
    { "Müller", "Ü" },
    { "Wừu-Giàng", "W" },
    { "Y Moan Ênuôl", NULL },
    { "Ñoñi", "Ñ" },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *letters = sme_name_find_foreign (rows[i].name);

      g_assert_cmpstr (letters, ==, rows[i].letters);
    }
}

/* Every letter of the alphabet with every tone, large and small; and no other of Latin. */
static void
test_alphabet (void)
{
  static const char *const bases[] = { "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y" };
  static const char *const tones[] = { "", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323" };
  guint n = 0;

  for (guint b = 0; b < G_N_ELEMENTS (bases); b++)
    for (guint t = 0; t < G_N_ELEMENTS (tones); t++)
      {
        g_autofree char *small = g_strconcat (bases[b], tones[t], NULL);
        g_autofree char *large = g_utf8_strup (small, -1);
        g_autofree char *of_small = sme_name_find_foreign (small);
        g_autofree char *of_large = sme_name_find_foreign (large);

        g_assert_null (of_small);
        g_assert_null (of_large);
      }
  for (gunichar ch = 'a'; ch < 0x1F00; ch++)
    {
      char utf8[7] = "";
      g_autofree char *letters = NULL;

      if (!g_unichar_islower (ch))
        continue;
      g_unichar_to_utf8 (ch, utf8);
      letters = sme_name_find_foreign (utf8);
      n += letters == NULL;
    }
  /* 12 vowels with 6 tones each, and 17 consonants. */
  g_assert_cmpuint (n, ==, 12 * 6 + 17);
}

static void
test_papers (void)
{
  static const struct
  {
    SmeIdType type;
    const char *nationality;
    gboolean warned;
  } rows[] = {
    { SME_ID_CITIZEN_ID, NULL, TRUE }, { SME_ID_CITIZEN_ID, "VN", TRUE },
    { SME_ID_PASSPORT, NULL, TRUE },   { SME_ID_PASSPORT, "vn", TRUE },
    { SME_ID_PASSPORT, "US", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeRecord) profile = SME_RECORD (sme_profile_new ());
      g_autofree char *letters = NULL;

      sme_record_set_text (profile, "full_name", "Jeff Zwick");
      sme_record_set_int (profile, "id_type", rows[i].type);
      if (rows[i].nationality != NULL)
        sme_record_set_text (profile, "nationality", rows[i].nationality);
      letters = sme_profile_find_foreign_letters (SME_PROFILE (profile));
      g_assert_true ((letters != NULL) == rows[i].warned);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a21/names/rules", test_check);
  g_test_add_func ("/a21/names/letters-that-are-not-vietnamese", test_foreign);
  g_test_add_func ("/a21/names/the-alphabet", test_alphabet);
  g_test_add_func ("/a21/names/on-vietnamese-papers-only", test_papers);
  return g_test_run ();
}
