/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-reset-password-page.h"

#include "account-fixture.h"
#include "app/account/sme-known-address.h"
#include "client/sme-econtract.h"

#define REQUEST "POST /v1/password-resets"
#define RESET "PUT /v1/password-resets"
#define CODE_FIELD "Code from the e-mail"
#define NEW_PASSWORD "con đò cũ qua sông"

#define CODE_STATE(id, resend_after) \
  "{\"request_id\":\"" id "\",\"digits\":8,\"expires_at\":\"2026-11-23T08:15:00+07:00\"," \
  "\"resend_after\":\"2026-11-23T08:0" resend_after "+07:00\",\"attempts_left\":5," \
  "\"server_time\":\"2026-11-23T08:00:00+07:00\"}"

static GtkWidget *
show (AccountFixture *f)
{
  sme_known_address_set (f->app.context, "lan@example.vn");
  return GTK_WIDGET (
    app_fixture_show_page (&f->app, SME_TYPE_RESET_PASSWORD_PAGE, "reset-password"));
}

static gboolean
asks_for_code (gpointer page)
{
  return app_shows (page, "If there is an account with the address");
}

static GtkWidget *
show_sent (AccountFixture *f)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, REQUEST, (TestReply){ 201, CODE_STATE ("r1", "1:00") });
  account_press (page, "Send the code");
  app_run_until (asks_for_code, page);
  return page;
}

static void
fill_in (GtkWidget *page)
{
  account_type (page, CODE_FIELD, " 12345678 ");
  account_type (page, "New password", NEW_PASSWORD);
  account_type (page, "Repeat password", NEW_PASSWORD);
}

static gboolean
was_replaced (gpointer data)
{
  AccountFixture *f = data;

  return g_strcmp0 (app_fixture_last_action (&f->app), "replace sign-in") == 0;
}

static void
test_success (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show_sent (f);

  app_assert_named (page);
  g_assert_true (app_shows (page, "lan@example.vn"));
  g_assert_true (app_shows (page, "a code of 8 digits"));
  g_assert_true (app_shows (page, "valid for 15 minutes"));
  g_assert_cmpstr (test_server_get (f->server, REQUEST, 0)->body, ==,
                   "{\"email\":\"lan@example.vn\"}");
  test_server_reply (f->server, RESET, (TestReply){ 204 });
  fill_in (page);
  account_press (page, "Set the new password");
  app_run_until (was_replaced, f);
  g_assert_cmpstr (test_server_get (f->server, RESET, 0)->body, ==,
                   "{\"request_id\":\"r1\",\"code\":\"12345678\",\"password\":\"" NEW_PASSWORD
                   "\"}");
  g_assert_cmpstr (sme_known_address_get (f->app.context), ==, "lan@example.vn");
  /* No secret stays on the page. */
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "New password")), ==, "");
}

/* Nothing is sent before it can be right. */
static void
test_checked_here (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  account_type (page, "Email address", "lan");
  account_press (page, "Send the code");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Email address")));
  g_assert_cmpuint (test_server_count (f->server, REQUEST), ==, 0);
  account_type (page, "Email address", "lan@example.vn");
  test_server_reply (f->server, REQUEST, (TestReply){ 201, CODE_STATE ("r1", "1:00") });
  account_press (page, "Send the code");
  app_run_until (asks_for_code, page);
  account_type (page, CODE_FIELD, "1234");
  account_type (page, "New password", "12345678");
  account_type (page, "Repeat password", "12345679");
  account_press (page, "Set the new password");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, CODE_FIELD)));
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "New password")));
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Repeat password")));
  g_assert_cmpuint (test_server_count (f->server, RESET), ==, 0);
}

/* The address that the code went to. */
static void
test_own_email (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show_sent (f);

  fill_in (page);
  account_type (page, "New password", "Lan@Example.vn");
  account_type (page, "Repeat password", "Lan@Example.vn");
  account_press (page, "Set the new password");
  g_assert_nonnull (strstr (sme_field_row_get_error (account_find_field (page, "New password")),
                            "your email address"));
  g_assert_cmpuint (test_server_count (f->server, RESET), ==, 0);
}

static gboolean
has_code_error (gpointer page)
{
  return sme_field_row_get_error (account_find_field (page, CODE_FIELD)) != NULL;
}

static void
test_wrong_code (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show_sent (f);
  SmeFieldRow *field = account_find_field (page, CODE_FIELD);

  test_server_reply (f->server, RESET,
                     (TestReply){ 422, "{\"code\":\"code-wrong\",\"attempts_left\":4}" });
  fill_in (page);
  account_press (page, "Set the new password");
  app_run_until (has_code_error, page);
  g_assert_nonnull (strstr (sme_field_row_get_error (field), "4 tries left"));
  g_assert_true (sme_field_row_is_focused (field));
  /* The password need not be typed again. */
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "New password")), ==,
                   NEW_PASSWORD);
}

static gboolean
can_send_again (gpointer page)
{
  return !app_shows (page, "Send another code (in ");
}

static gboolean
waits_for_second (gpointer page)
{
  return app_shows (page, "Send another code (in ");
}

static void
test_resend (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, REQUEST, (TestReply){ 201, CODE_STATE ("r1", "0:01") });
  test_server_reply (f->server, REQUEST, (TestReply){ 201, CODE_STATE ("r2", "1:00") });
  account_press (page, "Send the code");
  app_run_until (asks_for_code, page);
  g_assert_false (account_can_press (page, "Send another code (in 0:01)"));
  gtk_widget_activate_action (page, "reset-password.send", NULL);
  app_run_idle ();
  g_assert_cmpuint (test_server_count (f->server, REQUEST), ==, 1);
  app_run_until (can_send_again, page);
  account_press (page, "Send another code");
  app_run_until (waits_for_second, page);
  /* The newest code counts. */
  test_server_reply (f->server, RESET, (TestReply){ 204 });
  fill_in (page);
  account_press (page, "Set the new password");
  app_run_until (was_replaced, f);
  g_assert_nonnull (strstr (test_server_get (f->server, RESET, 0)->body, "\"request_id\":\"r2\""));
}

static gboolean
waits (gpointer page)
{
  return app_shows (page, "Send the code (in 0:4");
}

/* The page was left and opened again within the minute. */
static void
test_too_soon (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, REQUEST,
                     (TestReply){ 429, "{\"code\":\"code-too-soon\",\"retry_after\":42}" });
  account_press (page, "Send the code");
  app_run_until (waits, page);
  g_assert_nonnull (account_get_notice (page));
}

static void
test_other_address (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show_sent (f);

  app_click (page, "Use another address");
  g_assert_false (asks_for_code (page));
  g_assert_true (sme_field_row_is_focused (account_find_field (page, "Email address")));
  g_assert_true (account_can_press (page, "Send the code"));
}

static void
test_left (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, REQUEST, (TestReply){ .kind = TEST_REPLY_NEVER });
  account_press (page, "Send the code");
  test_wait_for_requests (f->server, REQUEST, 1);
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

#define E_REQUEST "POST /econtract/v1/password-resets"
#define E_RESET "PUT /econtract/v1/password-resets"

static gboolean
asks_for_econtract_code (gpointer page)
{
  return app_shows (page, "If there is an eContract user");
}

static gboolean
went_back (gpointer n)
{
  return *(guint *) n == 1;
}

/* The same page for eContract: by user name, at the other server, and back to its sign-in. */
static void
test_econtract (AccountFixture *f, gconstpointer data)
{
  g_autoptr (SmeEcontract) econtract = sme_econtract_new (test_server_get_url (f->server), NULL);
  guint finished = 0;
  GtkWidget *page;

  sme_context_set_econtract (f->app.context, econtract);
  page = GTK_WIDGET (
    app_fixture_show_page (&f->app, SME_TYPE_RESET_PASSWORD_PAGE, "reset-econtract:kh0123456789"));
  account_count_finished (SME_PAGE (page), &finished);
  app_assert_named (page);
  g_assert_true (app_shows (page, "Your OneSME password stays as it is"));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "User name")), ==,
                   "kh0123456789");
  test_server_reply (f->server, E_REQUEST, (TestReply){ 201, CODE_STATE ("r9", "1:00") });
  account_press (page, "Send the code");
  app_run_until (asks_for_econtract_code, page);
  g_assert_true (app_shows (page, "kh0123456789"));
  g_assert_cmpstr (test_server_get (f->server, E_REQUEST, 0)->body, ==,
                   "{\"username\":\"kh0123456789\"}");
  test_server_reply (f->server, E_RESET, (TestReply){ 204 });
  fill_in (page);
  account_press (page, "Set the new password");
  app_run_until (went_back, &finished);
  g_assert_cmpstr (test_server_get (f->server, E_RESET, 0)->body, ==,
                   "{\"request_id\":\"r9\",\"code\":\"12345678\",\"password\":\"" NEW_PASSWORD
                   "\"}");
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a17/a-forgotten-password-is-set-anew", test_success);
  ADD ("/reset-password-page/checks-before-it-asks", test_checked_here);
  ADD ("/a17/the-own-address-is-no-new-password", test_own_email);
  ADD ("/reset-password-page/a-wrong-code-says-what-to-do", test_wrong_code);
  ADD ("/a17/another-code-comes-after-a-pause", test_resend);
  ADD ("/reset-password-page/says-when-it-is-too-soon", test_too_soon);
  ADD ("/reset-password-page/takes-another-address", test_other_address);
  ADD ("/reset-password-page/goes-while-the-server-thinks", test_left);
  ADD ("/a60/a-forgotten-econtract-password-is-set-anew", test_econtract);
  return g_test_run ();
}
