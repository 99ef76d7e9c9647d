/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-password-page.h"

#include "account-fixture.h"
#include "app/account/sme-known-address.h"

#define CHANGE "PUT /v1/me/password"
#define OLD "một mật khẩu dài"
#define NEW "con đò cũ qua sông"
#define BUTTON "Change password"

static GtkWidget *
show (AccountFixture *f)
{
  account_fixture_sign_in (f);
  return GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_PASSWORD_PAGE, "change-password"));
}

static void
fill_in (GtkWidget *page)
{
  account_type (page, "Current password", OLD);
  account_type (page, "New password", NEW);
  account_type (page, "Repeat password", NEW);
}

static gboolean
was_toasted (gpointer data)
{
  AccountFixture *f = data;

  return g_str_has_prefix (app_fixture_last_action (&f->app), "toast ");
}

static void
test_success (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  guint n = 0;

  app_assert_named (page);
  account_count_finished (SME_PAGE (page), &n);
  fill_in (page);
  g_assert_true (app_shows (page, "Strength: "));
  test_server_reply (f->server, CHANGE, (TestReply){ 204 });
  account_press (page, BUTTON);
  app_run_until (was_toasted, f);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (test_server_get (f->server, CHANGE, 0)->body, ==,
                   "{\"old_password\":\"" OLD "\",\"new_password\":\"" NEW "\"}");
  /* No secret stays on the page. */
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "New password")), ==, "");
  g_assert_true (sme_context_is_signed_in (f->app.context));
}

static void
test_checked_here (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  account_type (page, "New password", "12345678");
  account_type (page, "Repeat password", "12345679");
  account_press (page, BUTTON);
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Current password")));
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "New password")));
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Repeat password")));
  g_assert_cmpuint (test_server_count (f->server, CHANGE), ==, 0);
}

/* Known here before anything is sent. */
static void
test_own_email (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  fill_in (page);
  account_type (page, "New password", "lan@example.vn");
  account_type (page, "Repeat password", "lan@example.vn");
  account_press (page, BUTTON);
  g_assert_nonnull (strstr (sme_field_row_get_error (account_find_field (page, "New password")),
                            "your email address"));
  g_assert_cmpuint (test_server_count (f->server, CHANGE), ==, 0);
}

static gboolean
has_error (gpointer page)
{
  return sme_field_row_get_error (account_find_field (page, "Current password")) != NULL;
}

static void
test_wrong (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  fill_in (page);
  test_server_reply (
    f->server, CHANGE,
    (TestReply){ 422, "{\"code\":\"invalid\",\"errors\":[{\"pointer\":\"/old_password\","
                      "\"code\":\"wrong\"}]}" });
  account_press (page, BUTTON);
  app_run_until (has_error, page);
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "New password")), ==, NEW);
  g_assert_true (account_can_press (page, BUTTON));
}

static gboolean
has_notice (gpointer page)
{
  return account_get_notice (page) != NULL;
}

static gboolean
can_press (gpointer page)
{
  return account_can_press (page, BUTTON);
}

/* Guessing is slowed, and the pause is counted down. */
static void
test_pause (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  fill_in (page);
  test_server_reply (f->server, CHANGE,
                     (TestReply){ 429, "{\"code\":\"too-many-requests\",\"retry_after\":1}" });
  account_press (page, BUTTON);
  app_run_until (has_notice, page);
  g_assert_false (account_can_press (page, BUTTON));
  app_run_until (can_press, page);
  g_assert_null (account_get_notice (page));
}

static void
test_forgotten (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  app_click (page, "Forgotten password?");
  app_run_idle ();
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open reset-password");
  g_assert_cmpstr (sme_known_address_get (f->app.context), ==, "lan@example.vn");
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a17/the-own-address-is-not-changed-to", test_own_email);
  ADD ("/password-page/changes-it", test_success);
  ADD ("/password-page/mistakes-are-said-before-anything-is-sent", test_checked_here);
  ADD ("/password-page/the-old-one-is-wrong", test_wrong);
  ADD ("/password-page/guessing-is-slowed", test_pause);
  ADD ("/password-page/forgotten-leads-to-the-code", test_forgotten);
  return g_test_run ();
}
