/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-index.h"
#include "app/guide/sme-guide-speller.h"

static void
test_near (void)
{
  g_assert_true (sme_guide_speller_is_near ("khua", "khau"));
  g_assert_true (sme_guide_speller_is_near ("opt", "otp"));
  g_assert_true (sme_guide_speller_is_near ("hoa", "hoan"));
  g_assert_true (sme_guide_speller_is_near ("hoan", "han"));
  g_assert_true (sme_guide_speller_is_near ("shoud", "should"));
  g_assert_true (sme_guide_speller_is_near ("abc", "abd"));
  g_assert_false (sme_guide_speller_is_near ("abc", "abc"));
  g_assert_false (sme_guide_speller_is_near ("abcd", "badc"));
  g_assert_false (sme_guide_speller_is_near ("abc", "abcde"));
  g_assert_false (sme_guide_speller_is_near ("ab", "cd"));
  g_assert_true (sme_guide_speller_is_near ("", "a"));
  g_assert_false (sme_guide_speller_is_near ("", ""));
  g_assert_false (sme_guide_speller_is_near ("a", "bc"));
}

static gboolean
finds (SmeGuideIndex *index, const char *typed, const char *id)
{
  g_autoptr (GArray) hits = sme_guide_index_find (index, typed, 8);

  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (sme_guide_article_get_id (g_array_index (hits, SmeGuideHit, i).article), id))
      return TRUE;
  g_test_message ("“%s” does not find %s", typed, id);
  return FALSE;
}

static void
test_typing (void)
{
  g_autoptr (SmeGuide) guide = sme_guide_load ("vi");
  g_autoptr (SmeGuideIndex) index = sme_guide_index_new (guide);

  /* While the word grows, with marks and without, in capitals, decomposed. */
  g_assert_true (finds (index, "hoa do", "faq-invoice"));
  g_assert_true (finds (index, "hoa don", "faq-invoice"));
  g_assert_true (finds (index, "HÓA ĐƠN", "faq-invoice"));
  g_assert_true (finds (index,
                        "ho\xcc\x81"
                        "a \xc4\x91\xc6\xa1n",
                        "faq-invoice"));
  g_assert_true (finds (index, "niem ph", "faq-seal"));
  g_assert_true (finds (index, "mat khua econtract", "faq-econtract-password"));
  g_assert_true (finds (index, "130/2018", "law-130"));
  g_assert_true (finds (index, "otp", "problem-otp"));
  g_assert_false (finds (index, "zzzzqqqq", "problem-otp"));
  g_assert_false (finds (index, "otp zzzzqqqq", "problem-otp"));
  g_assert_false (finds (index, "", "problem-otp"));
}

static void
test_order (void)
{
  g_autoptr (SmeGuide) guide = sme_guide_load ("vi");
  g_autoptr (SmeGuideIndex) index = sme_guide_index_new (guide);
  g_autoptr (GArray) hits = sme_guide_index_find (index, "hoàn tiền", 5);

  g_assert_cmpuint (hits->len, >, 1);
  g_assert_cmpstr (sme_guide_article_get_id (g_array_index (hits, SmeGuideHit, 0).article), ==,
                   "faq-refund");
  for (guint i = 1; i < hits->len; i++)
    g_assert_cmpfloat (g_array_index (hits, SmeGuideHit, i).score, <=,
                       g_array_index (hits, SmeGuideHit, i - 1).score);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide-index/words-next-to-each-other", test_near);
  g_test_add_func ("/a8/found-as-one-types", test_typing);
  g_test_add_func ("/guide-index/best-first", test_order);
  return g_test_run ();
}
