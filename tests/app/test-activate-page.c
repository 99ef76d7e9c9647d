/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-activate-page.h"

#include "account-fixture.h"
#include "app/account/sme-known-address.h"

#define ACTIVE "{\"state\":\"active\"}"
#define BAD_TOKEN(code) \
  "{\"code\":\"invalid\",\"errors\":[{\"pointer\":\"/token\",\"code\":\"" code "\"}]}"
#define CODE_FIELD "Account activation code"

static GtkWidget *
show (AccountFixture *f, const char *route)
{
  sme_known_address_set (f->app.context, "lan@example.vn");
  return GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_ACTIVATE_PAGE, route));
}

static gboolean
was_replaced (gpointer data)
{
  AccountFixture *f = data;

  return g_str_equal (app_fixture_last_action (&f->app), "replace sign-in");
}

static void
test_pasted (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "activate");

  app_assert_named (page);
  g_assert_true (app_shows (page, "lan@example.vn"));
  test_server_reply (f->server, "POST /v1/accounts/activation", (TestReply){ 200, ACTIVE });
  account_type (page, CODE_FIELD, "  tok-1 ");
  account_press (page, "Activate");
  app_run_until (was_replaced, f);
  g_assert_cmpstr (test_server_get (f->server, "POST /v1/accounts/activation", 0)->body, ==,
                   "{\"token\":\"tok-1\"}");
  g_assert_true (g_str_has_prefix (g_ptr_array_index (f->app.actions, 0), "toast "));
}

static void
test_pasted_link (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "activate");

  test_server_reply (f->server, "POST /v1/accounts/activation", (TestReply){ 200, ACTIVE });
  account_type (page, CODE_FIELD, "onesme://activate?token=tok-2");
  account_press (page, "Activate");
  app_run_until (was_replaced, f);
  g_assert_cmpstr (test_server_get (f->server, "POST /v1/accounts/activation", 0)->body, ==,
                   "{\"token\":\"tok-2\"}");
}

static void
test_link (AccountFixture *f, gconstpointer data)
{
  test_server_reply (f->server, "POST /v1/accounts/activation", (TestReply){ 200, ACTIVE });
  show (f, "activate:tok-3");
  app_run_until (was_replaced, f);
  g_assert_cmpstr (test_server_get (f->server, "POST /v1/accounts/activation", 0)->body, ==,
                   "{\"token\":\"tok-3\"}");
}

static gboolean
is_concluded (gpointer page)
{
  return sme_page_get_state (page) == SME_PAGE_EMPTY;
}

/* Used or not: nobody who is signed in is asked to sign in, and the page alone says what is. */
static void
test_link_signed_in (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  account_fixture_sign_in (f);
  test_server_reply (f->server, "POST /v1/accounts/activation", (TestReply){ 200, ACTIVE });
  page = show (f, "activate:tok-3");
  app_run_until (is_concluded, page);
  g_assert_true (app_shows (page, "The account is active"));
  g_assert_true (app_shows (page, "You are signed in as lan@example.vn"));
  g_assert_cmpuint (f->app.actions->len, ==, 0);
  app_click (page, "Sign in with another account");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "add-account");
}

static void
test_bad_link_signed_in (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  account_fixture_sign_in (f);
  test_server_reply (f->server, "POST /v1/accounts/activation",
                     (TestReply){ 422, BAD_TOKEN ("unknown-value") });
  page = show (f, "activate:tok-3");
  app_run_until (is_concluded, page);
  g_assert_true (app_shows (page, "This activation link does nothing"));
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "To the home page"));
  g_assert_cmpuint (f->app.actions->len, ==, 0);
}

static gboolean
has_code_error (gpointer page)
{
  return sme_page_get_state (page) == SME_PAGE_CONTENT &&
         sme_field_row_get_error (account_find_field (page, CODE_FIELD)) != NULL;
}

static void
test_typed_signed_in (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  account_fixture_sign_in (f);
  sme_known_address_set (f->app.context, "lan@example.vn");
  page = show (f, "activate");
  account_type (page, CODE_FIELD, "xyz");
  test_server_reply (f->server, "POST /v1/accounts/activation",
                     (TestReply){ 422, BAD_TOKEN ("unknown-value") });
  account_press (page, "Activate");
  app_run_until (has_code_error, page);
  g_assert_false (app_shows (page, "An activation e-mail was sent"));
}

/* The link is not thrown away when the server is out of reach. */
static void
test_link_offline (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  test_server_reply (f->server, "POST /v1/accounts/activation",
                     (TestReply){ .status = 200, .kind = TEST_REPLY_CUT_BEFORE });
  page = show (f, "activate:tok-4");
  app_run_until_state (SME_PAGE (page), SME_PAGE_ERROR);
  test_server_reply (f->server, "POST /v1/accounts/activation", (TestReply){ 200, ACTIVE });
  app_run_idle ();
  app_click (page, "Try again");
  app_run_until (was_replaced, f);
}

static void
test_bad_code (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "activate");
  SmeFieldRow *field = account_find_field (page, CODE_FIELD);

  account_press (page, "Activate");
  g_assert_nonnull (sme_field_row_get_error (field));
  g_assert_cmpuint (test_server_count (f->server, "POST /v1/accounts/activation"), ==, 0);
  account_type (page, CODE_FIELD, "xyz");
  g_assert_null (sme_field_row_get_error (field));
  test_server_reply (f->server, "POST /v1/accounts/activation",
                     (TestReply){ 422, BAD_TOKEN ("unknown-value") });
  account_press (page, "Activate");
  app_run_until (has_code_error, page);
  g_assert_cmpstr (sme_field_row_get_text (field), ==, "xyz");
}

static void
test_expired_link (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  test_server_reply (f->server, "POST /v1/accounts/activation",
                     (TestReply){ 422, BAD_TOKEN ("expired") });
  page = show (f, "activate:tok-5");
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
  app_run_until (has_code_error, page);
  g_assert_nonnull (
    strstr (sme_field_row_get_error (account_find_field (page, CODE_FIELD)), "expired"));
  test_server_reply (f->server, "POST /v1/accounts/activation/resend", (TestReply){ 204 });
  account_press (page, "Resend activation email");
  test_wait_for_requests (f->server, "POST /v1/accounts/activation/resend", 1);
}

/* The address has an account already, made by another registration: what helps is signing in. */
static void
test_superseded_link (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page;

  test_server_reply (f->server, "POST /v1/accounts/activation",
                     (TestReply){ 422, BAD_TOKEN ("taken") });
  page = show (f, "activate:tok-6");
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
  app_run_until (has_code_error, page);
  g_assert_nonnull (
    strstr (sme_field_row_get_error (account_find_field (page, CODE_FIELD)), "Sign in"));
}

static gboolean
counts_down (gpointer page)
{
  return app_shows (page, "Resend activation email (in ");
}

static void
test_resend (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "activate");

  test_server_reply (f->server, "POST /v1/accounts/activation/resend", (TestReply){ 204 });
  account_press (page, "Resend activation email");
  app_run_until (counts_down, page);
  g_assert_cmpstr (test_server_get (f->server, "POST /v1/accounts/activation/resend", 0)->body, ==,
                   "{\"email\":\"lan@example.vn\"}");
  g_assert_false (account_can_press (page, "Resend activation email (in 1:00)"));
  gtk_widget_activate_action (page, "activate.resend", NULL);
  app_run_idle ();
  g_assert_cmpuint (test_server_count (f->server, "POST /v1/accounts/activation/resend"), ==, 1);
}

/* The server knows better than the button how long it takes. */
static void
test_resend_too_soon (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "activate");

  test_server_reply (f->server, "POST /v1/accounts/activation/resend",
                     (TestReply){ 429,
                                  "{\"type\":\"urn:onesme:problem:too-many-requests\","
                                  "\"title\":\"t\",\"status\":429,"
                                  "\"code\":\"too-many-requests\",\"retry_after\":754}",
                                  .type = "application/problem+json" });
  account_press (page, "Resend activation email");
  app_run_until (counts_down, page);
  g_assert_true (app_shows (page, "Too many tries in a short time"));
  g_assert_false (account_can_press (page, "Resend activation email (in 12:34)"));
  gtk_widget_activate_action (page, "activate.resend", NULL);
  app_run_idle ();
  g_assert_cmpuint (test_server_count (f->server, "POST /v1/accounts/activation/resend"), ==, 1);
}

/* A mail has just gone out. */
static void
test_sent (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "activate?sent=1");

  g_assert_true (counts_down (page));
  gtk_widget_activate_action (page, "activate.resend", NULL);
  app_run_idle ();
  g_assert_cmpuint (test_server_count (f->server, "POST /v1/accounts/activation/resend"), ==, 0);
}

static void
test_unknown_address (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page =
    GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_ACTIVATE_PAGE, "activate"));

  account_press (page, "Resend activation email");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Email address")));
  account_type (page, "Email address", " Lan@example.vn");
  test_server_reply (f->server, "POST /v1/accounts/activation/resend", (TestReply){ 204 });
  account_press (page, "Resend activation email");
  app_run_until (counts_down, page);
  g_assert_cmpstr (sme_known_address_get (f->app.context), ==, "Lan@example.vn");
}

static void
test_left (AccountFixture *f, gconstpointer data)
{
  test_server_reply (f->server, "POST /v1/accounts/activation",
                     (TestReply){ .kind = TEST_REPLY_NEVER });
  show (f, "activate:tok-6");
  test_wait_for_requests (f->server, "POST /v1/accounts/activation", 1);
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a17/activates-by-pasting-the-code", test_pasted);
  ADD ("/a17/activates-by-pasting-the-link", test_pasted_link);
  ADD ("/a17/activates-by-link", test_link);
  ADD ("/activate-page/a-link-while-signed-in-has-one-answer", test_link_signed_in);
  ADD ("/activate-page/a-bad-link-while-signed-in-has-one-answer", test_bad_link_signed_in);
  ADD ("/activate-page/an-active-account-was-sent-nothing", test_typed_signed_in);
  ADD ("/a82/a-link-can-be-tried-again", test_link_offline);
  ADD ("/activate-page/a-bad-code-says-what-to-do", test_bad_code);
  ADD ("/activate-page/an-expired-link-offers-another-mail", test_expired_link);
  ADD ("/activate-page/a-superseded-link-leads-to-the-sign-in", test_superseded_link);
  ADD ("/a17/mail-is-sent-again-once-a-minute", test_resend);
  ADD ("/a17/when-the-mail-can-be-sent-again", test_resend_too_soon);
  ADD ("/activate-page/waits-after-registering", test_sent);
  ADD ("/activate-page/asks-for-the-address", test_unknown_address);
  ADD ("/activate-page/goes-while-the-server-thinks", test_left);
  return g_test_run ();
}
