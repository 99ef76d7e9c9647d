/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-profile-merge.h"

#include "core/sme-address.h"
#include "core/sme-enums.h"

/* A draft with a name, a telephone and a ward; NULL leaves it out. */
static SmeProfile *
make (const char *name, const char *phone, const char *ward)
{
  SmeProfile *profile = sme_profile_new ();
  g_autoptr (SmeRecord) address = SME_RECORD (sme_address_new ());

  sme_record_set_text (SME_RECORD (profile), "full_name", name);
  sme_record_set_text (SME_RECORD (profile), "phone", phone);
  sme_record_set_int (address, "edition", SME_EDITION_2025);
  if (ward != NULL)
    {
      sme_record_set_text (address, "province_code", "31");
      sme_record_set_text (address, "commune_code", ward);
    }
  sme_record_set_object (SME_RECORD (profile), "address", address);
  return profile;
}

static const char *
get_ward (SmeProfile *profile)
{
  return sme_record_get_text (sme_record_get_object (SME_RECORD (profile), "address"),
                              "commune_code");
}

static char *
merge (SmeProfile *base, SmeProfile *mine, SmeProfile *theirs, SmeProfile **merged)
{
  g_auto (GStrv) conflicts = sme_profile_merge (base, mine, theirs, merged);

  return g_strjoinv (" ", conflicts);
}

static void
test_each_its_own (void)
{
  g_autoptr (SmeProfile) base = make ("Lan", NULL, NULL);
  g_autoptr (SmeProfile) mine = make ("Lan Anh", NULL, NULL);
  g_autoptr (SmeProfile) theirs = make ("Lan", "0912345678", "11455");
  g_autoptr (SmeProfile) merged = NULL;
  g_autofree char *conflicts = merge (base, mine, theirs, &merged);

  g_assert_cmpstr (conflicts, ==, "");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (merged), "full_name"), ==, "Lan Anh");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (merged), "phone"), ==, "0912345678");
  g_assert_cmpstr (get_ward (merged), ==, "11455");
}

static void
test_both (void)
{
  g_autoptr (SmeProfile) base = make ("Lan", "1", "11455");
  g_autoptr (SmeProfile) mine = make ("Lan Anh", "1", "11443");
  g_autoptr (SmeProfile) theirs = make ("Lan Chi", "2", "11446");
  g_autoptr (SmeProfile) merged = NULL;
  g_autofree char *conflicts = merge (base, mine, theirs, &merged);

  g_assert_cmpstr (conflicts, ==, "/full_name /address");
  /* Nothing of mine is gone. */
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (merged), "full_name"), ==, "Lan Anh");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (merged), "phone"), ==, "2");
  g_assert_cmpstr (get_ward (merged), ==, "11443");
  sme_profile_take (merged, theirs, "/address");
  g_assert_cmpstr (get_ward (merged), ==, "11446");
}

static void
test_taken_out (void)
{
  g_autoptr (SmeProfile) base = make ("Lan", "1", NULL);
  g_autoptr (SmeProfile) mine = make ("Lan", "1", NULL);
  g_autoptr (SmeProfile) theirs = make ("Lan", NULL, NULL);
  g_autoptr (SmeProfile) merged = NULL;
  g_autofree char *conflicts = merge (base, mine, theirs, &merged);

  g_assert_cmpstr (conflicts, ==, "");
  g_assert_false (sme_record_has (SME_RECORD (merged), "phone"));
}

static void
test_no_base (void)
{
  g_autoptr (SmeProfile) mine = make ("Lan", "1", NULL);
  g_autoptr (SmeProfile) theirs = make ("Lan", "2", "11455");
  g_autoptr (SmeProfile) merged = NULL;
  g_autofree char *conflicts = merge (NULL, mine, theirs, &merged);

  g_assert_cmpstr (conflicts, ==, "/phone");
  g_assert_cmpstr (get_ward (merged), ==, "11455");
}

/* Every way in which three versions of two fields can differ: what only one side changed is there,
 * what both changed is asked, and nothing else. */
static void
test_every_way (void)
{
  static const char *const values[] = { NULL, "a", "b" };

  for (int n = 0; n < 729; n++)
    {
      const char *name[3], *phone[3];
      int rest = n;
      g_autoptr (SmeProfile) base = NULL, mine = NULL, theirs = NULL, merged = NULL;
      g_auto (GStrv) conflicts = NULL;

      for (int i = 0; i < 3; i++, rest /= 3)
        name[i] = values[rest % 3];
      for (int i = 0; i < 3; i++, rest /= 3)
        phone[i] = values[rest % 3];
      base = make (name[0], phone[0], NULL);
      mine = make (name[1], phone[1], NULL);
      theirs = make (name[2], phone[2], NULL);
      conflicts = sme_profile_merge (base, mine, theirs, &merged);
      for (int field = 0; field < 2; field++)
        {
          const char *const *v = field == 0 ? name : phone;
          const char *wanted = g_strcmp0 (v[1], v[0]) == 0 ? v[2] : v[1];
          gboolean asked = g_strcmp0 (v[1], v[0]) != 0 && g_strcmp0 (v[2], v[0]) != 0 &&
                           g_strcmp0 (v[1], v[2]) != 0;

          g_assert_cmpstr (
            sme_record_get_text (SME_RECORD (merged), field == 0 ? "full_name" : "phone"), ==,
            wanted);
          g_assert_cmpint (
            g_strv_contains ((const char *const *) conflicts, field == 0 ? "/full_name" : "/phone"),
            ==, asked);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a24/each-side-changed-something-else", test_each_its_own);
  g_test_add_func ("/a24/both-changed-the-same", test_both);
  g_test_add_func ("/a24/what-was-taken-out-elsewhere", test_taken_out);
  g_test_add_func ("/a24/without-a-common-beginning", test_no_base);
  g_test_add_func ("/a24/every-way-two-versions-differ", test_every_way);
  return g_test_run ();
}
