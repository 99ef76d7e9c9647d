/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-inbox-page.h"

#include "app-fixture.h"
#include "app/support/sme-inbox-row.h"
#include "catalog-samples.h"

#define MAIL \
  "{\"id\":\"m1\",\"kind\":\"email\",\"to\":\"lan@example.vn\",\"subject\":\"Kích hoạt\"," \
  "\"body\":\"Chào Anh/Chị\",\"code\":\"tok-1\",\"link\":\"onesme://activate?token=tok-1\"," \
  "\"sent_at\":\"2026-11-22T03:15:00Z\"}"
#define SMS \
  "{\"id\":\"m2\",\"kind\":\"sms\",\"to\":\"+84912345678\",\"body\":\"Ma OTP: 123456\"," \
  "\"code\":\"123456\",\"sent_at\":\"2026-11-22T03:20:00Z\"}"

#define INVOICE \
  "{\"id\":\"m3\",\"kind\":\"email\",\"to\":\"lan@example.vn\",\"subject\":\"Hóa đơn\"," \
  "\"body\":\"Chào Anh/Chị\",\"link\":\"onesme://payments/o1\"," \
  "\"attachment_name\":\"1C26TOS-00000001.pdf\",\"sent_at\":\"2026-11-22T03:15:00Z\"}"

/* The tools of the local backend are a caller too. */
static void
set_up (AppFixture *f, gconstpointer data)
{
  app_fixture_set_up (f, data);
  sme_context_set_local_tools (f->context, (SmeLocalTools *) f->shop);
}

static SmePage *
show (AppFixture *f, const char *answer)
{
  fake_shop_answer (f->shop, SME_OP_LOCAL_INBOX, NULL, answer);
  return app_fixture_show_page (f, SME_TYPE_INBOX_PAGE, "inbox");
}

static void
test_order (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_LIST (MAIL "," SMS, 2));
  GtkWidget *first;

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  first = app_find (GTK_WIDGET (page), SME_TYPE_INBOX_ROW, NULL);
  g_assert_true (app_shows (first, "Ma OTP: 123456"));
  g_assert_true (app_shows (first, "0912 345 678"));
  g_assert_true (app_shows (first, "22/11/2026 10:20"));
  g_assert_null (app_find (first, GTK_TYPE_BUTTON, "Open link"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Kích hoạt"));
  app_assert_named (GTK_WIDGET (page));
}

static void
test_buttons (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_LIST (MAIL, 1));

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Open link");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open activate:tok-1");
  app_click (GTK_WIDGET (page), "Copy code");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "toast Code copied");
}

static void
test_attachment (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_LIST (MAIL "," INVOICE, 2));

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Open 1C26TOS-00000001.pdf");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open attachment:m3?name=1C26TOS-00000001.pdf");
}

static gboolean
was_asked_twice (gpointer shop)
{
  return fake_shop_count (shop, SME_OP_LOCAL_INBOX) == 2;
}

static void
test_poll (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, SAMPLE_LIST (MAIL, 1));
  guint asked;

  app_run_until_state (page, SME_PAGE_CONTENT);
  fake_shop_answer (f->shop, SME_OP_LOCAL_INBOX, NULL, SAMPLE_LIST (MAIL "," SMS, 2));
  app_run_until (was_asked_twice, f->shop);
  g_assert_cmpstr (sme_record_get_text (fake_shop_get_query (f->shop, SME_OP_LOCAL_INBOX), "after"),
                   ==, "m1");
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (page), "Ma OTP: 123456"));
  sme_page_leave (page);
  asked = fake_shop_count (f->shop, SME_OP_LOCAL_INBOX);
  sme_page_enter (page);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LOCAL_INBOX), ==, asked + 1);
  sme_page_leave (page);
}

static void
test_empty (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, "{\"items\":[],\"total\":0}");

  app_run_until_state (page, SME_PAGE_EMPTY);
  g_assert_true (app_shows (GTK_WIDGET (page), "No messages yet"));
  sme_page_leave (page);
}

static void
test_elsewhere (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  sme_context_set_local_tools (f->context, NULL);
  page = app_fixture_show_page (f, SME_TYPE_INBOX_PAGE, "inbox");
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_ERROR);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LOCAL_INBOX), ==, 0);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a4/newest-message-first", test_order);
  ADD ("/a4/code-and-link-are-one-click-away", test_buttons);
  ADD ("/a30/the-attachment-of-a-mail-is-one-click-away", test_attachment);
  ADD ("/inbox-page/asks-for-new-messages-while-in-front", test_poll);
  ADD ("/inbox-page/empty-says-what-comes-here", test_empty);
  ADD ("/inbox-page/a-real-server-has-none", test_elsewhere);
  return g_test_run ();
}
