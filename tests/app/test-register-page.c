/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-register-page.h"

#include "account-fixture.h"
#include "app/account/sme-known-address.h"

#define TERMS \
  "{\"items\":[{\"purpose\":\"service\",\"version\":\"service-2026-11-23\",\"required\":true}," \
  "{\"purpose\":\"marketing\",\"version\":\"marketing-2026-11-23\",\"required\":false}]," \
  "\"total\":2}"
#define PENDING "{\"state\":\"pending_activation\",\"email\":\"lan@example.vn\"}"

static GtkWidget *
show (AccountFixture *f)
{
  GtkWidget *page;

  test_server_reply_always (f->server, "GET /v1/terms", (TestReply){ 200, TERMS });
  page = GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_REGISTER_PAGE, "register"));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
  return page;
}

static void
agree (GtkWidget *page)
{
  GtkWidget *check = app_find (page, GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
fill_in (GtkWidget *page)
{
  account_type (page, "Full name", "Nguyễn Thị Lan");
  account_type (page, "Phone number", "0912345678");
  account_type (page, "Email address", "lan@example.vn");
  account_type (page, "Password", "mật khẩu thật dài");
  account_type (page, "Repeat password", "mật khẩu thật dài");
}

static gboolean
was_asked_to_go (gpointer actions)
{
  return ((GPtrArray *) actions)->len > 0;
}

static void
test_success (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  app_assert_named (page);
  test_server_reply (f->server, "POST /v1/accounts", (TestReply){ 201, PENDING });
  fill_in (page);
  agree (page);
  account_press (page, "Register");
  app_run_until (was_asked_to_go, f->app.actions);
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "replace activate?sent=1");
  g_assert_cmpstr (sme_known_address_get (f->app.context), ==, "lan@example.vn");
  g_assert_cmpstr (
    test_server_get (f->server, "POST /v1/accounts", 0)->body, ==,
    "{\"customer_type\":\"person\",\"email\":\"lan@example.vn\",\"password\":\"mật khẩu thật "
    "dài\",\"full_name\":\"Nguyễn Thị Lan\",\"phone\":\"+84912345678\",\"consents\":[{"
    "\"purpose\":\"service\",\"version\":\"service-2026-11-23\"}]}");
}

static void
test_not_agreed (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  fill_in (page);
  account_press (page, "Register");
  g_assert_true (app_shows (page, "Please read these and agree to those with a star."));
  g_assert_cmpuint (test_server_count (f->server, "POST /v1/accounts"), ==, 0);
}

static gboolean
has_error (gpointer row)
{
  return sme_field_row_get_error (row) != NULL;
}

static void
test_refused_field (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/accounts",
                     (TestReply){ 422, "{\"code\":\"invalid\",\"errors\":[{\"pointer\":\"/phone\","
                                       "\"code\":\"unknown-prefix\"}]}" });
  fill_in (page);
  agree (page);
  account_press (page, "Register");
  app_run_until (has_error, account_find_field (page, "Phone number"));
  g_assert_true (sme_field_row_is_focused (account_find_field (page, "Phone number")));
  g_assert_null (account_get_notice (page));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Password")), ==,
                   "mật khẩu thật dài");
}

static gboolean
says_something (gpointer page)
{
  return account_get_notice (page) != NULL;
}

static void
test_unavailable (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/accounts", (TestReply){ 500, "{\"code\":\"internal\"}" });
  fill_in (page);
  agree (page);
  account_press (page, "Register");
  app_run_until (says_something, page);
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Full name")), ==,
                   "Nguyễn Thị Lan");
  test_server_reply (f->server, "POST /v1/accounts", (TestReply){ 201, PENDING });
  account_press (page, "Register");
  app_run_until (was_asked_to_go, f->app.actions);
}

/* Away to the terms and back, and loaded again. */
static void
test_kept (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  fill_in (page);
  agree (page);
  app_click (page, "Read");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open terms:service-2026-11-23");
  sme_page_leave (SME_PAGE (page));
  sme_page_enter (SME_PAGE (page));
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Email address")), ==,
                   "lan@example.vn");
  g_assert_true (
    gtk_check_button_get_active (GTK_CHECK_BUTTON (app_find (page, GTK_TYPE_CHECK_BUTTON, NULL))));
}

static void
test_no_terms (AccountFixture *f, gconstpointer data)
{
  SmePage *page;

  test_server_reply (f->server, "GET /v1/terms", (TestReply){ 500, "{\"code\":\"internal\"}" });
  page = app_fixture_show_page (&f->app, SME_TYPE_REGISTER_PAGE, "register");
  app_run_until_state (page, SME_PAGE_ERROR);
  test_server_reply (f->server, "GET /v1/terms", (TestReply){ 200, TERMS });
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

static void
test_left (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  test_server_reply (f->server, "POST /v1/accounts", (TestReply){ .kind = TEST_REPLY_NEVER });
  fill_in (page);
  agree (page);
  account_press (page, "Register");
  test_wait_for_requests (f->server, "POST /v1/accounts", 1);
}

static void
test_narrow (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

static gboolean
is_whole (gpointer row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

static gboolean
on_due (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
assert_in_sight (GtkWidget *page, const char *title)
{
  SmeFieldRow *row = account_find_field (page, title);
  gboolean due = FALSE;

  g_assert_true (sme_field_row_is_focused (row));
  app_run_until (is_whole, row);
  /* And it stays so. */
  g_timeout_add (200, on_due, &due);
  while (!due)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_whole (row));
}

/* The first field that is wrong has the keyboard, and its name and message are in sight. */
static void
test_first_wrong (AccountFixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = 96 * 1024;
  GtkWidget *page;
  GtkAdjustment *scroll;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", GPOINTER_TO_INT (data) * 1024, NULL);
  page = show (f);
  gtk_window_set_default_size (GTK_WINDOW (f->app.window), 640, 480);
  app_run_idle ();
  scroll = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (app_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL)));
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  app_run_idle ();
  account_press (page, "Register");
  assert_in_sight (page, "Full name");
  account_type (page, "Full name", "Nguyễn Thị Lan");
  account_type (page, "Phone number", "0912345678");
  gtk_adjustment_set_value (scroll, 0);
  app_run_idle ();
  account_press (page, "Register");
  assert_in_sight (page, "Email address");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a17/registers-and-goes-on-to-the-activation", test_success);
  ADD ("/a17/nobody-registers-without-agreeing", test_not_agreed);
  ADD ("/register-page/what-the-server-refuses-is-at-its-field", test_refused_field);
  ADD ("/a82/a-failure-keeps-the-form", test_unavailable);
  ADD ("/register-page/nothing-typed-is-lost-by-reading-the-terms", test_kept);
  ADD ("/register-page/without-terms-there-is-a-second-try", test_no_terms);
  ADD ("/register-page/goes-while-the-server-thinks", test_left);
  ADD ("/register-page/is-usable-at-360-pixels", test_narrow);
  g_test_add ("/register-page/the-first-wrong-field-comes-into-sight", AccountFixture,
              GINT_TO_POINTER (96), account_fixture_set_up, test_first_wrong,
              account_fixture_tear_down);
  g_test_add ("/register-page/the-first-wrong-field-comes-into-sight-at-200-percent",
              AccountFixture, GINT_TO_POINTER (192), account_fixture_set_up, test_first_wrong,
              account_fixture_tear_down);
  return g_test_run ();
}
