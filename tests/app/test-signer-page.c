/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-signer-page.h"

#include "app-fixture.h"
#include "manage-samples.h"

#define PROFILE \
  ",\"profile\":{\"full_name\":\"Trần Văn Bình\",\"id_type\":\"citizen_id\",\"id_number\":" \
  "\"031090001234\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\"," \
  "\"born_on\":\"1990-02-03\",\"sex\":\"male\",\"phone\":\"+84987654321\",\"email\":" \
  "\"binh@vidu.vn\",\"address\":{\"edition\":\"2025\",\"province_code\":\"31\"," \
  "\"commune_code\":\"11455\",\"street\":\"Khu Đoàn Kết 3\"}}"
#define TO_SIGN SAMPLE_ORDER_MORE ("o1", "signing", "\"sign_contract\"", PROFILE)
#define INVITATION(state, more) \
  "{\"order_id\":\"o1\",\"state\":\"" state "\",\"name\":\"Trần Văn Bình\",\"email\":" \
  "\"binh@vidu.vn\",\"phone\":\"0987 *** 321\",\"invited_at\":\"2026-11-22T03:00:00Z\"," \
  "\"sent_at\":\"2026-11-22T03:00:00Z\",\"resend_after\":\"2026-11-22T03:01:00Z\"," \
  "\"server_time\":\"2026-11-22T03:00:00Z\"" more "}"

static GtkWidget *
show (AppFixture *f, const char *invitation)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1", TO_SIGN);
  if (invitation != NULL)
    fake_shop_answer (f->shop, SME_OP_GET_SIGNER, "o1", invitation);
  page = app_fixture_show_page (f, SME_TYPE_SIGNER_PAGE, "signer:o1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static gboolean
says_invited (gpointer page)
{
  return app_shows (page, "The holder is invited");
}

static gboolean
says_nobody (gpointer page)
{
  return app_shows (page, "Have the holder sign elsewhere");
}

/* Whom it goes to is shown before it goes; then it can be sent again after a pause. */
static void
test_invite (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, NULL);

  app_assert_named (page);
  g_assert_true (says_nobody (page));
  g_assert_true (app_shows (page, "Trần Văn Bình"));
  g_assert_true (app_shows (page, "binh@vidu.vn"));
  g_assert_true (app_shows (page, "0987 *** 321"));
  fake_shop_answer (f->shop, SME_OP_INVITE_SIGNER, "o1", INVITATION ("invited", ""));
  gtk_widget_activate_action (page, "signer.invite", NULL);
  app_run_until (says_invited, page);
  g_assert_true (app_shows (page, "Send the invitation again (in 1:00)"));
  g_assert_true (app_shows (page, "Take the invitation back"));
}

static void
test_withdraw (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    show (f, INVITATION ("signed_in", ",\"signed_in_at\":\"2026-11-22T04:05:00Z\""));

  g_assert_true (app_shows (page, "The holder has signed in"));
  g_assert_true (app_shows (page, "22/11/2026 11:05"));
  fake_shop_answer (f->shop, SME_OP_WITHDRAW_SIGNER, "o1", INVITATION ("withdrawn", ""));
  gtk_widget_activate_action (page, "signer.withdraw", NULL);
  app_run_until (says_nobody, page);
  g_assert_true (app_shows (page, "Invite the holder"));
}

static gboolean
says_signed (gpointer page)
{
  return app_shows (page, "The holder has signed");
}

/* What the holder does elsewhere is told here by itself. */
static void
test_told (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, INVITATION ("invited", ""));

  fake_shop_answer (f->shop, SME_OP_GET_SIGNER, "o1",
                    INVITATION ("signed", ",\"signed_at\":\"2026-11-22T05:00:00Z\""));
  g_signal_emit_by_name (f->shop, "changed", "order", "o1");
  app_run_until (says_signed, page);
}

static void
test_error (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_GET_ORDER, SME_PROBLEM_UNREACHABLE);
  page = app_fixture_show_page (f, SME_TYPE_SIGNER_PAGE, "signer:o1");
  app_run_until_state (page, SME_PAGE_ERROR);
}

#define ADD(path, func) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a47/signer/whom-it-goes-to-is-shown-first", test_invite);
  ADD ("/a47/signer/the-invitation-is-taken-back", test_withdraw);
  ADD ("/a47/signer/the-buyer-is-told-how-far-it-is", test_told);
  ADD ("/signer-page/can-be-tried-again", test_error);
  return g_test_run ();
}
