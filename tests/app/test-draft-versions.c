/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-draft-versions.h"

static SmeProfile *
make (const char *name, const char *phone)
{
  SmeProfile *profile = sme_profile_new ();

  sme_record_set_text (SME_RECORD (profile), "full_name", name);
  sme_record_set_text (SME_RECORD (profile), "phone", phone);
  return profile;
}

static const char *
get (SmeProfile *profile, const char *name)
{
  return sme_record_get_text (SME_RECORD (profile), name);
}

/* What the server had, and what was typed since. */
static SmeDraftVersions *
begin (const char *base, const char *typed)
{
  SmeDraftVersions *self = sme_draft_versions_new ();
  g_autoptr (SmeProfile) first = make (base, NULL);
  g_autoptr (SmeProfile) second = typed != NULL ? make (typed, NULL) : NULL;

  sme_draft_versions_set_base (self, first);
  sme_draft_versions_type (self, second);
  return self;
}

/* A word typed while another is on its way is the newer one. */
static void
test_on_its_way (void)
{
  g_autoptr (SmeDraftVersions) self = begin ("", "Lan");
  g_autoptr (SmeProfile) more = make ("Lan Anh", NULL);
  g_autoptr (SmeProfile) sent = sme_draft_versions_take (self);

  g_assert_null (sme_draft_versions_get_waiting (self));
  sme_draft_versions_give_back (self, sent);
  g_assert_cmpstr (get (sme_draft_versions_get_waiting (self), "full_name"), ==, "Lan");
  sme_draft_versions_type (self, more);
  sme_draft_versions_give_back (self, sent);
  g_assert_cmpstr (get (sme_draft_versions_get_waiting (self), "full_name"), ==, "Lan Anh");
}

static void
test_different_fields (void)
{
  g_autoptr (SmeDraftVersions) self = begin ("Lan", "Lan Anh");
  g_autoptr (SmeProfile) theirs = make ("Lan", "0912345678");
  gboolean changed = FALSE;

  g_assert_true (sme_draft_versions_meet (self, theirs, &changed));
  g_assert_true (changed);
  g_assert_cmpstr (get (sme_draft_versions_get_waiting (self), "full_name"), ==, "Lan Anh");
  g_assert_cmpstr (get (sme_draft_versions_get_waiting (self), "phone"), ==, "0912345678");
  g_assert_cmpstr (get (sme_draft_versions_get_base (self), "phone"), ==, "0912345678");
  g_assert_null (sme_draft_versions_get_conflicts (self));
}

/* Nothing was typed: what the server has is newer, and nobody is asked. */
static void
test_nothing_typed (void)
{
  g_autoptr (SmeDraftVersions) self = begin ("Lan", NULL);
  g_autoptr (SmeProfile) theirs = make ("Lan Chi", NULL);
  gboolean changed = FALSE;

  g_assert_true (sme_draft_versions_meet (self, theirs, &changed));
  g_assert_true (changed);
  g_assert_cmpstr (get (sme_draft_versions_get_waiting (self), "full_name"), ==, "Lan Chi");
}

static void
test_same_field (void)
{
  g_autoptr (SmeDraftVersions) self = begin ("Lan", "Lan Anh");
  g_autoptr (SmeProfile) theirs = make ("Lan Chi", NULL);
  g_autoptr (SmeProfile) chosen = make ("Lan Chi Anh", NULL);
  gboolean changed = TRUE;

  g_assert_false (sme_draft_versions_meet (self, theirs, &changed));
  g_assert_false (changed);
  g_assert_cmpstr (sme_draft_versions_get_conflicts (self)[0], ==, "/full_name");
  g_assert_cmpstr (get (sme_draft_versions_get_theirs (self), "full_name"), ==, "Lan Chi");
  g_assert_cmpstr (get (sme_draft_versions_get_base (self), "full_name"), ==, "Lan");
  /* Chosen, it is a change to what the other computer wrote. */
  sme_draft_versions_resolve (self, chosen);
  g_assert_null (sme_draft_versions_get_theirs (self));
  g_assert_null (sme_draft_versions_get_conflicts (self));
  g_assert_cmpstr (get (sme_draft_versions_get_base (self), "full_name"), ==, "Lan Chi");
  g_assert_cmpstr (get (sme_draft_versions_get_waiting (self), "full_name"), ==, "Lan Chi Anh");
  sme_draft_versions_forget (self);
  g_assert_null (sme_draft_versions_get_waiting (self));
  g_assert_null (sme_draft_versions_get_base (self));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a24/versions/typed-on-its-way", test_on_its_way);
  g_test_add_func ("/a24/versions/different-fields-go-together", test_different_fields);
  g_test_add_func ("/a24/versions/nothing-typed-takes-theirs", test_nothing_typed);
  g_test_add_func ("/a24/versions/same-field-is-disputed", test_same_field);
  return g_test_run ();
}
