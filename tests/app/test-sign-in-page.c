/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-sign-in-page.h"

#include "account-fixture.h"
#include "app/account/sme-known-address.h"
#include "client/sme-known-accounts.h"

#define SESSION \
  "{\"access_token\":\"access-1\",\"expires_in\":900,\"refresh_token\":\"refresh-1\"," \
  "\"account\":" ACCOUNT_SAMPLE "}"

static GtkWidget *
show (AccountFixture *f)
{
  return GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_SIGN_IN_PAGE, "sign-in"));
}

static void
sign_in (GtkWidget *page)
{
  account_type (page, "Email address", " lan@example.vn ");
  account_type (page, "Password", "mật khẩu thật dài");
  account_press (page, "Sign in");
}

static gboolean
is_done (gpointer n)
{
  return *(guint *) n > 0;
}

static gboolean
says_something (gpointer page)
{
  return account_get_notice (page) != NULL;
}

static void
test_success (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  guint finished = 0;

  account_count_finished (SME_PAGE (page), &finished);
  test_server_reply (f->server, "POST /v1/sessions", (TestReply){ 201, SESSION });
  app_assert_named (page);
  sign_in (page);
  app_run_until (is_done, &finished);
  g_assert_cmpuint (finished, ==, 1);
  g_assert_true (sme_context_is_signed_in (f->app.context));
  /* Behind them the device's name, which is this computer's. */
  g_assert_true (
    g_str_has_prefix (test_server_get (f->server, "POST /v1/sessions", 0)->body,
                      "{\"email\":\"lan@example.vn\",\"password\":\"mật khẩu thật dài\","
                      "\"device_name\":"));
  /* Nothing of it stays on the page. */
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Password")), ==, "");
  g_assert_null (sme_known_address_get (f->app.context));
}

static void
test_wrong (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/sessions",
                     (TestReply){ 401, "{\"code\":\"wrong-credentials\"}" });
  sign_in (page);
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "email address or the password is wrong"));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Password")), ==,
                   "mật khẩu thật dài");
  g_assert_true (sme_field_row_is_focused (account_find_field (page, "Password")));
  app_run_idle ();
  app_click (page, "Choose a new password");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open reset-password");
}

static void
test_forgotten (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  account_type (page, "Email address", " lan@example.vn ");
  app_click (page, "Forgotten password?");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open reset-password");
  g_assert_cmpstr (sme_known_address_get (f->app.context), ==, "lan@example.vn");
}

static void
test_not_activated (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/sessions",
                     (TestReply){ 403, "{\"code\":\"account-not-activated\"}" });
  sign_in (page);
  app_run_until (says_something, page);
  app_run_idle ();
  app_click (page, "Activate the account");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open activate");
  g_assert_cmpstr (sme_known_address_get (f->app.context), ==, "lan@example.vn");
}

static gboolean
may_try_again (gpointer page)
{
  return account_get_notice (page) == NULL;
}

static void
test_throttled (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/sessions",
                     (TestReply){ 429, "{\"code\":\"too-many-requests\",\"retry_after\":2}" });
  test_server_reply (f->server, "POST /v1/sessions",
                     (TestReply){ 401, "{\"code\":\"wrong-credentials\"}" });
  sign_in (page);
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "0:02"));
  g_assert_false (account_can_press (page, "Sign in"));
  gtk_widget_activate_action (page, "sign-in.sign-in", NULL);
  app_run_until (may_try_again, page);
  account_press (page, "Sign in");
  test_wait_for_requests (f->server, "POST /v1/sessions", 2);
}

static void
test_offline (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/sessions",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE, .status = 200 });
  sign_in (page);
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "No connection to the server"));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Password")), ==,
                   "mật khẩu thật dài");
  /* It can be tried at once. */
  test_server_reply (f->server, "POST /v1/sessions",
                     (TestReply){ 401, "{\"code\":\"wrong-credentials\"}" });
  account_press (page, "Sign in");
  test_wait_for_requests (f->server, "POST /v1/sessions", 2);
}

static void
test_typed_wrong (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  account_press (page, "Sign in");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Email address")));
  account_type (page, "Email address", "lan@");
  account_press (page, "Sign in");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Email address")));
  account_type (page, "Email address", "lan@example.vn");
  account_press (page, "Sign in");
  g_assert_null (sme_field_row_get_error (account_find_field (page, "Email address")));
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Password")));
  g_assert_cmpuint (test_server_count (f->server, "POST /v1/sessions"), ==, 0);
}

static void
test_prefilled (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  sme_known_address_set (f->app.context, "lan@example.vn");
  page = show (f);
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Email address")), ==,
                   "lan@example.vn");
}

/* Somebody is signed in by other means: the session of the last run turned up. */
static void
test_restored (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  guint finished = 0;

  account_count_finished (SME_PAGE (page), &finished);
  test_server_reply (f->server, "POST /v1/sessions", (TestReply){ 201, SESSION });
  sme_shop_sign_in_async (f->shop, "lan@example.vn", "x", NULL, NULL, NULL);
  app_run_until (is_done, &finished);
  g_assert_cmpuint (finished, ==, 1);
}

static gboolean
is_signed_in (gpointer context)
{
  return sme_context_is_signed_in (context);
}

static void
test_signed_in (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  test_server_reply (f->server, "POST /v1/sessions", (TestReply){ 201, SESSION });
  sme_shop_sign_in_async (f->shop, "lan@example.vn", "x", NULL, NULL, NULL);
  app_run_until (is_signed_in, f->app.context);
  page = show (f);
  g_assert_cmpint (sme_page_get_state (SME_PAGE (page)), ==, SME_PAGE_EMPTY);
  app_run_idle ();
  g_assert_true (app_shows (page, "Nguyễn Thị Lan"));
  app_click (page, "Add another account…");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "add-account");
}

static gboolean
is_signed_out (gpointer context)
{
  return !sme_context_is_signed_in (context);
}

static void
make_known (AccountFixture *f)
{
  g_autoptr (SmeVault) vault = sme_vault_new (f->keyring, NULL);
  g_autoptr (SmeKnownAccounts) accounts = sme_known_accounts_new (f->shop, vault);

  sme_context_set_known_accounts (f->app.context, accounts);
}

/* Who is known here goes on without typing anything. */
static void
test_known (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *row;

  make_known (f);
  account_fixture_sign_in (f);
  sme_shop_switch_async (f->shop, NULL, NULL, NULL, NULL);
  app_run_until (is_signed_out, f->app.context);
  page = show (f);
  app_run_idle ();
  app_assert_named (page);
  g_assert_true (app_shows (page, "Accounts on this computer"));
  row = app_find (page, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Nguyễn Thị Lan");
  gtk_widget_activate (row);
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "switch-to a1");
}

/* The page goes away while the server thinks. */
static void
test_left (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/sessions", (TestReply){ .kind = TEST_REPLY_NEVER });
  sign_in (page);
  test_wait_for_requests (f->server, "POST /v1/sessions", 1);
}

static gboolean
was_toasted (gpointer data)
{
  AccountFixture *f = data;

  return g_str_has_prefix (app_fixture_last_action (&f->app), "toast-kept ");
}

/* The test's bus has no keyring. */
static void
test_no_keyring (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/sessions", (TestReply){ 201, SESSION });
  sign_in (page);
  app_run_until (was_toasted, f);
  g_assert_nonnull (
    strstr (app_fixture_last_action (&f->app), "you stay signed in for this run only"));
  g_assert_true (app_shows (page, "you stay signed in for this run only"));
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a16/signs-in-and-goes-on", test_success);
  ADD ("/a16/wrong-credentials-say-what-to-do", test_wrong);
  ADD ("/a17/a-forgotten-password-has-its-page", test_forgotten);
  ADD ("/a17/not-activated-leads-to-the-activation", test_not_activated);
  ADD ("/sign-in-page/too-many-tries-count-down", test_throttled);
  ADD ("/a82/offline-keeps-what-was-typed", test_offline);
  ADD ("/sign-in-page/asks-for-both-before-asking-the-server", test_typed_wrong);
  ADD ("/sign-in-page/knows-the-address-already", test_prefilled);
  ADD ("/sign-in-page/goes-on-by-itself-when-a-session-turns-up", test_restored);
  ADD ("/sign-in-page/says-who-is-signed-in", test_signed_in);
  ADD ("/sign-in-page/who-is-known-goes-on", test_known);
  ADD ("/sign-in-page/goes-while-the-server-thinks", test_left);
  ADD ("/sign-in-page/says-that-there-is-no-keyring", test_no_keyring);
  return g_test_run ();
}
