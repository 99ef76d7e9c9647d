/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft and the server, which another computer may have written to. */
#include "app/order/sme-draft-conflict.h"
#include "draft-desk.h"

#include <string.h>

static const char *
get_sent (AppFixture *f, const char *name)
{
  return sme_record_get_text (fake_shop_get_body (f->shop, SME_OP_PUT_DRAFT), name);
}

static void
test_saved (AppFixture *f, gconstpointer data)
{
  DraftDesk *desk = draft_desk_load (f, "{}");
  g_autoptr (SmeProfile) typed = draft_make ("Lan", NULL);

  fake_shop_answer (f->shop, SME_OP_PUT_DRAFT, DRAFT_ID, "{}");
  sme_draft_keeper_put (desk->keeper, typed);
  g_assert_cmpint (sme_draft_keeper_get_state (desk->keeper), ==, SME_DRAFT_PENDING);
  draft_desk_wait (desk, SME_DRAFT_SAVED);
  g_assert_cmpstr (get_sent (f, "full_name"), ==, "Lan");
  draft_desk_free (desk);
}

/* The version that was seen is the newest now. */
static void
accept_drafts (FakeShop *shop)
{
  fake_shop_answer (shop, SME_OP_PUT_DRAFT, DRAFT_ID, "{}");
}

/* Only the other computer changed the telephone: nobody is asked. */
static void
test_other_field (AppFixture *f, gconstpointer data)
{
  DraftDesk *desk = draft_desk_load (f, "{\"full_name\":\"Lan\"}");
  g_autoptr (SmeProfile) typed = draft_make ("Lan Anh", NULL);

  fake_shop_refuse (f->shop, SME_OP_PUT_DRAFT, SME_PROBLEM_PRECONDITION_FAILED);
  fake_shop_answer (f->shop, SME_OP_GET_DRAFT, DRAFT_ID,
                    "{\"full_name\":\"Lan\",\"phone\":\"0912345678\"}");
  g_signal_connect_swapped (desk->keeper, "merged", G_CALLBACK (accept_drafts), f->shop);
  sme_draft_keeper_put (desk->keeper, typed);
  draft_desk_wait (desk, SME_DRAFT_SAVED);
  g_assert_cmpstr (get_sent (f, "full_name"), ==, "Lan Anh");
  g_assert_cmpstr (get_sent (f, "phone"), ==, "0912345678");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (desk->merged), "phone"), ==, "0912345678");
  draft_desk_free (desk);
}

/* Both changed the name: nothing is sent until somebody has chosen. */
static void
test_conflict (AppFixture *f, gconstpointer data)
{
  DraftDesk *desk = draft_desk_load (f, "{\"full_name\":\"Lan\"}");
  g_autoptr (SmeProfile) typed = draft_make ("Lan Anh", NULL);
  g_autoptr (SmeProfile) more = draft_make ("Lan Anh", "0911111111");
  const char *const *conflicts;

  fake_shop_refuse (f->shop, SME_OP_PUT_DRAFT, SME_PROBLEM_PRECONDITION_FAILED);
  fake_shop_answer (f->shop, SME_OP_GET_DRAFT, DRAFT_ID, "{\"full_name\":\"Lan Chi\"}");
  sme_draft_keeper_put (desk->keeper, typed);
  draft_desk_wait (desk, SME_DRAFT_DISPUTED);
  conflicts = sme_draft_keeper_get_conflicts (desk->keeper);
  g_assert_cmpstr (conflicts[0], ==, "/full_name");
  g_assert_null (conflicts[1]);
  g_assert_cmpstr (
    sme_record_get_text (SME_RECORD (sme_draft_keeper_get_theirs (desk->keeper)), "full_name"), ==,
    "Lan Chi");
  /* Typing goes on. */
  sme_draft_keeper_put (desk->keeper, more);
  g_assert_cmpint (sme_draft_keeper_get_state (desk->keeper), ==, SME_DRAFT_DISPUTED);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_PUT_DRAFT), ==, 1);
  fake_shop_answer (f->shop, SME_OP_PUT_DRAFT, DRAFT_ID, "{}");
  sme_draft_keeper_resolve (desk->keeper, more);
  draft_desk_wait (desk, SME_DRAFT_SAVED);
  g_assert_cmpstr (get_sent (f, "full_name"), ==, "Lan Anh");
  g_assert_null (sme_draft_keeper_get_theirs (desk->keeper));
  draft_desk_free (desk);
}

static void
on_resolved (SmeDraftConflict *conflict, gpointer data)
{
  sme_draft_conflict_apply (conflict, data);
}

static void
test_panel (AppFixture *f, gconstpointer data)
{
  static const char *const conflicts[] = { "/full_name", "/phone", NULL };
  g_autoptr (SmeProfile) mine = draft_make ("Lan Anh", "0911111111");
  g_autoptr (SmeProfile) theirs = draft_make ("Lan Chi", NULL);
  GtkWidget *panel = sme_draft_conflict_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_label_new ("Form"));
  gtk_box_append (GTK_BOX (box), panel);
  app_fixture_show (f, box, 360, 600);
  g_assert_false (gtk_widget_get_visible (panel));
  sme_draft_conflict_ask (SME_DRAFT_CONFLICT (panel), mine, theirs, conflicts);
  g_signal_connect (panel, "resolved", G_CALLBACK (on_resolved), mine);
  app_run_idle ();
  app_assert_named (panel);
  g_assert_true (app_shows (panel, "Here: 0911111111"));
  g_assert_true (app_shows (panel, "Other computer: (empty)"));
  app_click (panel, "Other computer: Lan Chi");
  app_click (panel, "Use these");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (mine), "full_name"), ==, "Lan Chi");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (mine), "phone"), ==, "0911111111");
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a24/what-is-typed-is-saved", test_saved);
  ADD ("/a24/another-computer-changed-something-else", test_other_field);
  ADD ("/a24/another-computer-changed-the-same", test_conflict);
  ADD ("/a24/each-field-is-chosen", test_panel);
  return g_test_run ();
}
