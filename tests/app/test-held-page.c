/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-held-page.h"

#include "account-fixture.h"
#include "app/account/sme-history-text.h"

#include <string.h>

#define EXPORT "GET /v1/me/export"
#define BEGINNING "{\"generated_at\":\"2026-11-22T18:00:00Z\",\"account\":" ACCOUNT_SAMPLE
#define LETTERS \
  ",\"messages\":[{\"id\":\"m1\",\"kind\":\"email\",\"to\":\"lan@example.vn\"," \
  "\"subject\":\"Kích hoạt tài khoản\",\"body\":\"***\",\"sent_at\":\"2026-11-22T03:00:00Z\"}," \
  "{\"id\":\"m2\",\"kind\":\"sms\",\"to\":\"+84912345678\",\"body\":\"***\"," \
  "\"sent_at\":\"2026-11-22T04:00:00Z\"}]}"

static GtkWidget *
show (AccountFixture *f, const char *route, const char *answer, SmePageState state)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply (f->server, EXPORT, (TestReply){ 200, answer });
  page = app_fixture_show_page (&f->app, SME_TYPE_HELD_PAGE, route);
  app_run_until_state (page, state);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static void
test_letters (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "held:messages", BEGINNING LETTERS, SME_PAGE_CONTENT);
  GtkListBox *list = GTK_LIST_BOX (app_find (page, GTK_TYPE_LIST_BOX, NULL));
  GtkWidget *newest = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));

  app_assert_named (page);
  g_assert_cmpstr (sme_page_get_title (SME_PAGE (page)), ==, "Letters sent to you");
  g_assert_true (app_shows (newest, "22/11/2026 11:00 · SMS to 0912 345 678"));
  g_assert_true (app_shows (page, "Kích hoạt tài khoản"));
  g_assert_true (app_shows (page, "22/11/2026 10:00 · E-mail to lan@example.vn"));
  g_assert_true (app_shows (page, "Showing 1 to 2 of 2 results"));
  g_assert_false (app_shows (page, "Show more"));
}

/* Not thousands of rows at once. */
static void
test_more (AccountFixture *f, gconstpointer data)
{
  g_autoptr (GString) answer = g_string_new (BEGINNING ",\"history\":[");
  GtkWidget *page;
  GtkListBox *list;

  for (int i = 0; i < 120; i++)
    g_string_append_printf (answer,
                            "%s{\"at\":\"2026-11-22T03:00:00Z\",\"event\":\"order.pay\","
                            "\"order_number\":\"%d\",\"to_state\":\"paid\"}",
                            i > 0 ? "," : "", i);
  g_string_append (answer, "]}");
  page = show (f, "held:history", answer->str, SME_PAGE_CONTENT);
  list = GTK_LIST_BOX (app_find (page, GTK_TYPE_LIST_BOX, NULL));
  g_assert_true (app_shows (page, "Order: Paid; the contract is to be signed"));
  g_assert_true (app_shows (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)), "Order 119"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 50));
  app_click (page, "Show more");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 99));
  g_assert_true (app_shows (page, "Showing 1 to 100 of 120 results"));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (page)), GTK_WIDGET (list)) ||
    gtk_root_get_focus (gtk_widget_get_root (page)) ==
      GTK_WIDGET (gtk_list_box_get_row_at_index (list, 50)));
  app_click (page, "Show more");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 119));
  g_assert_false (app_shows (page, "Show more"));
}

static void
test_empty (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "held:history", BEGINNING "}", SME_PAGE_EMPTY);

  g_assert_true (app_shows (page, "No history yet"));
}

static void
test_retry (AccountFixture *f, gconstpointer data)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply (f->server, EXPORT, (TestReply){ 404, "{\"code\":\"not-found\"}" });
  page = app_fixture_show_page (&f->app, SME_TYPE_HELD_PAGE, "held:messages");
  app_run_until_state (page, SME_PAGE_ERROR);
  test_server_reply (f->server, EXPORT, (TestReply){ 200, BEGINNING LETTERS });
  sme_page_reload (page);
  app_run_until_state (page, SME_PAGE_CONTENT);
  page = app_fixture_show_page (&f->app, SME_TYPE_HELD_PAGE, "held:nothing");
  app_run_until_state (page, SME_PAGE_ERROR);
}

/* Whatever the server may write down, and what a later one will. */
static void
test_words (void)
{
  static const char *const rows[][4] = {
    { "account.register", NULL, NULL, "The account was registered" },
    { "session.start", NULL, NULL, "Signed in" },
    { "consent.withdraw", NULL, "marketing",
      "Consent withdrawn: “I would like to receive news and promotions by e-mail”" },
    { "consent.give", NULL, NULL, "Agreed to: “”" },
    { "order.create", "draft", NULL, "The order was begun" },
    { "order.declare", "declared", NULL, "Order: Ready to be paid" },
    { "order.dance", "dancing", NULL, "The order was changed" },
    { "payment.receive-all", "succeeded", NULL, "Payment: Payment successful" },
    { "payment.notice-refused-97", NULL, NULL, "A notice about the payment came" },
    { "dossier.complete", "completed", NULL, "Contract: Signed and sealed" },
    { "refund.send", "sent", NULL, "Refund: Sent back" },
    { "certificate.issue", "issued", NULL, "The certificate was issued" },
    { "weather.change", "%s", "%n", "Something was changed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeHistoryItem) item = sme_history_item_new ();
      g_autofree char *text = NULL;

      sme_record_set_text (SME_RECORD (item), "event", rows[i][0]);
      sme_record_set_text (SME_RECORD (item), "to_state", rows[i][1]);
      sme_record_set_text (SME_RECORD (item), "detail", rows[i][2]);
      text = sme_history_text (item);
      g_assert_cmpstr (text, ==, rows[i][3]);
    }
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a17/each-letter-is-listed", test_letters);
  ADD ("/a17/the-history-is-listed-in-parts", test_more);
  ADD ("/held-page/nothing-is-said-in-words", test_empty);
  ADD ("/held-page/can-be-tried-again", test_retry);
  g_test_add_func ("/history-text/each-line-has-words", test_words);
  return g_test_run ();
}
