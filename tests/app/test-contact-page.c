/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-contact-page.h"

#include "account-fixture.h"

#define OLD "một mật khẩu dài"
#define CODE_STATE(to, resend_after) \
  "{\"sent_to\":\"" to "\",\"digits\":6,\"expires_at\":\"2026-11-23T08:10:00+07:00\"," \
  "\"resend_after\":\"2026-11-23T08:0" resend_after "+07:00\",\"attempts_left\":5," \
  "\"server_time\":\"2026-11-23T08:00:00+07:00\"}"

static GtkWidget *
show (AccountFixture *f, const char *route)
{
  account_fixture_sign_in (f);
  return GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_CONTACT_PAGE, route));
}

static gboolean
asks_for_code (gpointer page)
{
  return app_shows (page, "A code of 6 digits was sent to");
}

static GtkWidget *
show_email_sent (AccountFixture *f, const char *resend_after_state)
{
  GtkWidget *page = show (f, "change-email");

  account_type (page, "New email address", " hoa@example.vn ");
  account_type (page, "Current password", OLD);
  test_server_reply (f->server, "POST /v1/me/email", (TestReply){ 200, resend_after_state });
  account_press (page, "Send the code");
  app_run_until (asks_for_code, page);
  return page;
}

static gboolean
was_toasted (gpointer data)
{
  AccountFixture *f = data;

  return g_str_has_prefix (app_fixture_last_action (&f->app), "toast ");
}

static void
test_email (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show_email_sent (f, CODE_STATE ("h***@example.vn", "1:00"));
  guint n = 0;

  app_assert_named (page);
  account_count_finished (SME_PAGE (page), &n);
  g_assert_cmpstr (test_server_get (f->server, "POST /v1/me/email", 0)->body, ==,
                   "{\"email\":\"hoa@example.vn\",\"password\":\"" OLD "\"}");
  g_assert_true (app_shows (page, "h***@example.vn. It is valid for 10 minutes."));
  g_assert_false (account_can_press (page, "Send another code (in 1:00)"));
  account_type (page, "Code from the e-mail", " 123456 ");
  test_server_reply (f->server, "POST /v1/me/email/confirmation",
                     (TestReply){ 200, ACCOUNT_SAMPLE });
  account_press (page, "Confirm");
  app_run_until (was_toasted, f);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (test_server_get (f->server, "POST /v1/me/email/confirmation", 0)->body, ==,
                   "{\"code\":\"123456\"}");
}

static void
test_phone (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "change-phone");

  account_type (page, "New phone number", "024 3823 4567");
  account_type (page, "Current password", OLD);
  account_press (page, "Send the code");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "New phone number")));
  account_type (page, "New phone number", "0912 345 679");
  test_server_reply (f->server, "POST /v1/me/phone",
                     (TestReply){ 200, CODE_STATE ("0912 *** 679", "1:00") });
  account_press (page, "Send the code");
  app_run_until (asks_for_code, page);
  account_type (page, "Code from the SMS", "654321");
  test_server_reply (f->server, "POST /v1/me/phone/confirmation",
                     (TestReply){ 200, ACCOUNT_SAMPLE });
  account_press (page, "Confirm");
  app_run_until (was_toasted, f);
}

static gboolean
has_code_error (gpointer page)
{
  return sme_field_row_get_error (account_find_field (page, "Code from the e-mail")) != NULL;
}

static gboolean
was_sent_twice (gpointer data)
{
  AccountFixture *f = data;

  return test_server_count (f->server, "POST /v1/me/email/resend") == 1;
}

static void
test_wrong_code (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show_email_sent (f, CODE_STATE ("h***@example.vn", "0:00"));

  account_type (page, "Code from the e-mail", "12345");
  account_press (page, "Confirm");
  g_assert_true (has_code_error (page));
  account_type (page, "Code from the e-mail", "123456");
  test_server_reply (f->server, "POST /v1/me/email/confirmation",
                     (TestReply){ 422, "{\"code\":\"code-wrong\",\"attempts_left\":4}" });
  account_press (page, "Confirm");
  app_run_until (has_code_error, page);
  test_server_reply (f->server, "POST /v1/me/email/resend",
                     (TestReply){ 200, CODE_STATE ("h***@example.vn", "1:00") });
  account_press (page, "Send another code");
  app_run_until (was_sent_twice, f);
}

static gboolean
has_address_error (gpointer page)
{
  return !asks_for_code (page) &&
         sme_field_row_get_error (account_find_field (page, "New email address")) != NULL;
}

/* Somebody registered with the address meanwhile: back to it, with what was typed. */
static void
test_taken (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show_email_sent (f, CODE_STATE ("h***@example.vn", "1:00"));

  account_type (page, "Code from the e-mail", "123456");
  test_server_reply (f->server, "POST /v1/me/email/confirmation",
                     (TestReply){ 422, "{\"code\":\"invalid\",\"errors\":[{\"pointer\":\"/email\","
                                       "\"code\":\"taken\"}]}" });
  account_press (page, "Confirm");
  app_run_until (has_address_error, page);
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "New email address")), ==,
                   " hoa@example.vn ");
}

/* Who comes back to the page need not be who typed the password. */
static void
test_left (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "change-email");

  account_type (page, "New email address", "hoa@example.vn");
  account_type (page, "Current password", OLD);
  sme_page_leave (SME_PAGE (page));
  g_assert_true (sme_page_get_keeps_input (SME_PAGE (page)));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "New email address")), ==,
                   "hoa@example.vn");
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Current password")), ==, "");
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/contact-page/the-address-changes-with-the-code", test_email);
  ADD ("/contact-page/the-number-changes-with-the-code", test_phone);
  ADD ("/contact-page/a-wrong-code-can-be-sent-again", test_wrong_code);
  ADD ("/contact-page/the-password-does-not-wait-on-a-page-that-was-left", test_left);
  ADD ("/contact-page/an-address-taken-meanwhile-is-asked-for-again", test_taken);
  return g_test_run ();
}
