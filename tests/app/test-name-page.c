/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-name-page.h"

#include "account-fixture.h"

#define ME "GET /v1/me"
#define UPDATE "PATCH /v1/me"
#define BUSINESS \
  "{\"id\":\"a1\",\"customer_type\":\"enterprise\",\"email\":\"lan@example.vn\"," \
  "\"full_name\":\"Nguyễn Thị Lan\",\"organisation_name\":\"Công ty An Bình\"," \
  "\"tax_code\":\"0100109106\",\"position\":\"Giám đốc\",\"state\":\"active\"}"

static GtkWidget *
show (AccountFixture *f, const char *account)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply_always (f->server, ME,
                            (TestReply){ 200, account, .header = "ETag", .value = "\"v1\"" });
  page = app_fixture_show_page (&f->app, SME_TYPE_NAME_PAGE, "change-name");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static gboolean
was_toasted (gpointer data)
{
  AccountFixture *f = data;

  return g_str_has_prefix (app_fixture_last_action (&f->app), "toast ");
}

static void
test_person (AccountFixture *f, gconstpointer data)
{
  guint n = 0;
  GtkWidget *page = show (f, ACCOUNT_SAMPLE);
  TestRequest *request;

  g_assert_cmpstr (sme_page_get_title (SME_PAGE (page)), ==, "Change account information");
  app_assert_named (page);
  account_count_finished (SME_PAGE (page), &n);
  g_assert_false (app_shows (page, "Position"));
  account_type (page, "Full name", "  Nguyễn Thị  Lan Anh ");
  test_server_reply (f->server, UPDATE, (TestReply){ 200, ACCOUNT_SAMPLE });
  account_press (page, "Save the changes");
  app_run_until (was_toasted, f);
  g_assert_cmpuint (n, ==, 1);
  request = test_server_get (f->server, UPDATE, 0);
  g_assert_cmpstr (request->body, ==, "{\"full_name\":\"Nguyễn Thị Lan Anh\"}");
  g_assert_cmpstr (test_request_get_header (request, "If-Match"), ==, "\"v1\"");
}

/* What was not touched is not sent; what was emptied is. */
static void
test_business (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, BUSINESS);

  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Name of the enterprise")), ==,
                   "Công ty An Bình");
  account_type (page, "Position", "");
  account_type (page, "Business registration number", "0100109106");
  test_server_reply (f->server, UPDATE, (TestReply){ 200, BUSINESS });
  account_press (page, "Save the changes");
  app_run_until (was_toasted, f);
  g_assert_cmpstr (test_server_get (f->server, UPDATE, 0)->body, ==,
                   "{\"registration_number\":\"0100109106\",\"position\":\"\"}");
}

static void
test_checked_here (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, BUSINESS);

  account_type (page, "Full name", "Lan 2");
  account_type (page, "Tax code", "0100109107");
  account_type (page, "Business registration number", "41<8");
  account_press (page, "Save the changes");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Full name")));
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Tax code")));
  g_assert_nonnull (
    sme_field_row_get_error (account_find_field (page, "Business registration number")));
  g_assert_cmpuint (test_server_count (f->server, UPDATE), ==, 0);
}

static gboolean
has_notice (gpointer page)
{
  return account_get_notice (page) != NULL && account_can_press (page, "Save the changes");
}

static gboolean
was_asked_again (gpointer data)
{
  AccountFixture *f = data;

  return test_server_count (f->server, ME) >= 2;
}

/* Changed on another computer: told, what was typed stays, and the next try names the new one. */
static void
test_changed_elsewhere (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, ACCOUNT_SAMPLE);

  account_type (page, "Full name", "Nguyễn Thị Lan Anh");
  test_server_reply (f->server, UPDATE, (TestReply){ 412, "{\"code\":\"precondition-failed\"}" });
  test_server_reply_always (
    f->server, ME, (TestReply){ 200, ACCOUNT_SAMPLE, .header = "ETag", .value = "\"v2\"" });
  account_press (page, "Save the changes");
  app_run_until (has_notice, page);
  app_run_until (was_asked_again, f);
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Full name")), ==,
                   "Nguyễn Thị Lan Anh");
  test_let_pass (50);
  test_server_reply (f->server, UPDATE, (TestReply){ 200, ACCOUNT_SAMPLE });
  account_press (page, "Save the changes");
  app_run_until (was_toasted, f);
  g_assert_cmpstr (test_request_get_header (test_server_get (f->server, UPDATE, 1), "If-Match"), ==,
                   "\"v2\"");
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/name-page/a-person-changes-the-name", test_person);
  ADD ("/name-page/a-business-changes-what-it-wants", test_business);
  ADD ("/name-page/mistakes-are-said-before-anything-is-sent", test_checked_here);
  ADD ("/name-page/a-change-elsewhere-loses-nothing", test_changed_elsewhere);
  return g_test_run ();
}
