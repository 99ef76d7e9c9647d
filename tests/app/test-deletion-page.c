/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-deletion-page.h"

#include "account-fixture.h"
#include "app/account/sme-known-address.h"

#define DELETION "POST /v1/me/deletion"
#define BUTTON "Delete the account for ever"
#define KEPT \
  "\"kept\":[{\"kind\":\"contracts\",\"count\":1,\"ground\":\"e_transactions_law\"," \
  "\"law\":\"Luật Giao dịch điện tử số 20/2023/QH15\",\"keep_until\":\"2036-12-31\"," \
  "\"stays\":true}]"
#define PLAN "{\"cancelled_orders\":[\"12727\"],\"erased\":[\"account\",\"likes\"]," KEPT "}"
#define BLOCKED "{\"blocked_by\":[\"12726\"],\"erased\":[\"account\"]," KEPT "}"
#define DONE "{\"deleted_at\":\"2026-11-22T03:00:00Z\",\"erased\":[\"account\",\"likes\"]," KEPT "}"

static GtkWidget *
show (AccountFixture *f, const char *plan)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply (f->server, "GET /v1/me/deletion", (TestReply){ 200, plan });
  page = app_fixture_show_page (&f->app, SME_TYPE_DELETION_PAGE, "delete-account");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static gboolean
has_left (gpointer data)
{
  AccountFixture *f = data;

  return g_strcmp0 (app_fixture_last_action (&f->app), "sign-out") == 0;
}

static void
test_deleted (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, PLAN);

  app_assert_named (page);
  g_assert_true (app_shows (page, "Erased at once: Account, Likes."));
  g_assert_true (app_shows (page, "Cancelled: the orders 12727, which are not paid."));
  g_assert_true (app_shows (page, "Luật Giao dịch điện tử số 20/2023/QH15"));
  g_assert_true (app_shows (page, "Kept until 31/12/2036"));
  account_press (page, BUTTON);
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Current password")));
  account_type (page, "Current password", "một mật khẩu dài");
  test_server_reply (f->server, DELETION, (TestReply){ 200, DONE });
  account_press (page, BUTTON);
  app_run_until (has_left, f);
  g_assert_false (sme_context_is_signed_in (f->app.context));
  g_assert_cmpstr (test_server_get (f->server, DELETION, 0)->body, ==,
                   "{\"password\":\"một mật khẩu dài\"}");
}

static gboolean
has_error (gpointer page)
{
  return sme_field_row_get_error (account_find_field (page, "Current password")) != NULL;
}

static void
test_wrong_password (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, PLAN);

  account_type (page, "Current password", "sai");
  test_server_reply (f->server, DELETION,
                     (TestReply){ 422,
                                  "{\"code\":\"invalid\",\"errors\":[{\"pointer\":\"/password\","
                                  "\"code\":\"wrong\"}]}" });
  account_press (page, BUTTON);
  app_run_until (has_error, page);
  g_assert_true (sme_context_is_signed_in (f->app.context));
  g_assert_true (account_can_press (page, BUTTON));
  /* What to do about it is said, and one click away. */
  g_assert_true (app_shows (page, "Please check capital and small letters"));
  app_click (page, "Forgotten password?");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open reset-password");
  g_assert_cmpstr (sme_known_address_get (f->app.context), ==, "lan@example.vn");
}

static void
test_blocked (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, BLOCKED);

  g_assert_true (app_shows (page, "the orders 12726 are paid and not finished"));
  g_assert_null (app_find (page, SME_TYPE_FIELD_ROW, NULL));
  app_click (page, "Open the orders");
  app_run_idle ();
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open orders");
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/deletion-page/what-stays-is-named-before", test_deleted);
  ADD ("/deletion-page/the-password-is-needed", test_wrong_password);
  ADD ("/deletion-page/unfinished-orders-come-first", test_blocked);
  return g_test_run ();
}
