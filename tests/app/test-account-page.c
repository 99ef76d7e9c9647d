/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-account-page.h"

#include "account-fixture.h"

#define HERE \
  "{\"id\":\"s1\",\"device_name\":\"máy-bàn\",\"created_at\":\"2026-11-20T02:00:00Z\"," \
  "\"last_used_at\":\"2026-11-22T02:00:00Z\",\"current\":true}"
#define THERE \
  "{\"id\":\"s2\",\"device_name\":\"máy <xách> tay\",\"created_at\":\"2026-11-01T02:00:00Z\"," \
  "\"last_used_at\":\"2026-11-02T02:00:00Z\",\"current\":false}"
#define LIST "GET /v1/me/sessions"

static GtkWidget *
show (AccountFixture *f)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply (f->server, LIST,
                     (TestReply){ 200, "{\"items\":[" HERE "," THERE "],\"total\":2}" });
  page = app_fixture_show_page (&f->app, SME_TYPE_ACCOUNT_PAGE, "account");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static void
test_seen (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  app_assert_named (page);
  g_assert_true (app_shows (page, "Nguyễn Thị Lan"));
  g_assert_true (app_shows (page, "lan@example.vn"));
  g_assert_true (app_shows (page, "Individual"));
  g_assert_true (app_shows (page, "This computer, signed in since 20/11/2026 09:00"));
  g_assert_true (app_shows (page, "máy <xách> tay"));
  g_assert_true (app_shows (page, "Last used 02/11/2026 09:00"));
}

static gboolean
is_alone (gpointer page)
{
  return !app_shows (page, "máy <xách> tay");
}

static void
test_ended_there (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "DELETE /v1/me/sessions/s2", (TestReply){ 204 });
  test_server_reply (f->server, LIST, (TestReply){ 200, "{\"items\":[" HERE "],\"total\":1}" });
  app_click (page, "Sign out there");
  app_run_until (is_alone, page);
  g_assert_cmpuint (test_server_count (f->server, "DELETE /v1/me/sessions/s2"), ==, 1);
  g_assert_true (sme_context_is_signed_in (f->app.context));
}

/* A password that is changed on another page ends the others; coming back shows it. */
static void
test_come_back (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  sme_page_leave (SME_PAGE (page));
  test_server_reply (f->server, LIST, (TestReply){ 200, "{\"items\":[" HERE "],\"total\":1}" });
  sme_page_enter (SME_PAGE (page));
  app_run_until (is_alone, page);
}

static gboolean
has_left (gpointer data)
{
  AccountFixture *f = data;

  return g_strcmp0 (app_fixture_last_action (&f->app), "sign-out") == 0;
}

static void
test_ended_everywhere (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "DELETE /v1/me/sessions", (TestReply){ 204 });
  account_press (page, "Sign out everywhere");
  app_run_until (has_left, f);
  g_assert_false (sme_context_is_signed_in (f->app.context));
}

static gboolean
was_toasted (gpointer data)
{
  AccountFixture *f = data;

  return g_str_has_prefix (app_fixture_last_action (&f->app), "toast ");
}

/* Nobody is left to believe that the other computer is signed out. */
static void
test_refused (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply_always (f->server, "DELETE /v1/me/sessions",
                            (TestReply){ 503, "{\"code\":\"unavailable\"}" });
  account_press (page, "Sign out everywhere");
  app_run_until (was_toasted, f);
  g_assert_true (sme_context_is_signed_in (f->app.context));
  g_assert_true (account_can_press (page, "Sign out everywhere"));
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/account-page/shows-who-and-where", test_seen);
  ADD ("/account-page/one-sign-in-is-ended", test_ended_there);
  ADD ("/account-page/coming-back-shows-who-is-still-signed-in", test_come_back);
  ADD ("/account-page/every-sign-in-is-ended", test_ended_everywhere);
  ADD ("/account-page/what-failed-is-told", test_refused);
  return g_test_run ();
}
