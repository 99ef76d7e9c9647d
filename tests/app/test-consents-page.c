/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-consents-page.h"

#include "account-fixture.h"

#define TERMS \
  "{\"items\":[{\"purpose\":\"service\",\"version\":\"service-2026-01\",\"required\":true," \
  "\"withdrawable\":false,\"effects\":[\"account_must_end\"]}," \
  "{\"purpose\":\"marketing\",\"version\":\"marketing-2026-01\",\"required\":false," \
  "\"withdrawable\":true,\"effects\":[\"no_marketing\"]}],\"total\":2}"
#define SERVICE \
  "{\"purpose\":\"service\",\"version\":\"2025-07\",\"given_at\":\"2026-11-20T02:00:00Z\"}"
#define GIVEN \
  "{\"purpose\":\"marketing\",\"version\":\"marketing-2026-01\",\"given_at\":\"2026-11-21T02:00:" \
  "00Z\"}"
#define WITHDRAWN \
  "{\"purpose\":\"marketing\",\"version\":\"marketing-2026-01\",\"given_at\":\"2026-11-21T02:00:" \
  "00Z\"," \
  "\"withdrawn_at\":\"2026-11-22T03:00:00Z\"}"
#define LIST(items, total) "{\"items\":[" items "],\"total\":" total "}"

static GtkWidget *
show (AccountFixture *f, const char *consents)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply_always (f->server, "GET /v1/terms", (TestReply){ 200, TERMS });
  test_server_reply (f->server, "GET /v1/me/consents", (TestReply){ 200, consents });
  page = app_fixture_show_page (&f->app, SME_TYPE_CONSENTS_PAGE, "consents");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static void
test_seen (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, LIST (WITHDRAWN "," SERVICE, "2"));

  app_assert_named (page);
  g_assert_true (app_shows (page, "Version 2025-07, agreed on 20/11/2026 09:00"));
  g_assert_true (
    app_shows (page, "Version 2026-01, agreed on 21/11/2026 09:00, withdrawn on 22/11/2026 10:00"));
  /* Terms changed since: what was agreed to is told apart from what is there now. */
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Agree to the new version"));
  /* What cannot be withdrawn alone has no button for it. */
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Withdraw…"));
  g_assert_true (app_shows (page, "it ends when the account is deleted"));
}

static void
collect_buttons (GtkWidget *widget, const char *label, GPtrArray *found)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_buttons (child, label, found);
}

/* What is to be agreed to now, and below it what was agreed to then. */
static void
test_read (AccountFixture *f, gconstpointer data)
{
  static const char *const documents[] = { "open terms:service-2026-01",
                                           "open terms:marketing-2026-01",
                                           "open terms:marketing-2026-01", "open terms:2025-07" };
  GtkWidget *page = show (f, LIST (WITHDRAWN "," SERVICE, "2"));
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect_buttons (page, "Read", buttons);
  g_assert_cmpuint (buttons->len, ==, G_N_ELEMENTS (documents));
  for (guint i = 0; i < buttons->len; i++)
    {
      g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
      g_assert_cmpstr (app_fixture_last_action (&f->app), ==, documents[i]);
    }
}

static gboolean
shows_given (gpointer page)
{
  return app_shows (page, "Version 2026-01, agreed on 21/11/2026 09:00") &&
         app_find (page, GTK_TYPE_BUTTON, "Withdraw…") != NULL;
}

static void
test_given (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, LIST (SERVICE, "1"));

  g_assert_true (app_shows (page, "Not agreed"));
  test_server_reply (f->server, "PUT /v1/me/consents/marketing", (TestReply){ 200, GIVEN });
  test_server_reply (f->server, "GET /v1/me/consents",
                     (TestReply){ 200, LIST (GIVEN "," SERVICE, "2") });
  app_click (page, "Agree");
  app_run_until (shows_given, page);
  g_assert_cmpstr (test_server_get (f->server, "PUT /v1/me/consents/marketing", 0)->body, ==,
                   "{\"version\":\"marketing-2026-01\"}");
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      return at->data;
  return NULL;
}

static gboolean
shows_withdrawn (gpointer page)
{
  return app_shows (page, "withdrawn on 22/11/2026 10:00");
}

/* Not before it is said what that does. */
static void
test_withdrawn (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, LIST (GIVEN "," SERVICE, "2"));
  AdwMessageDialog *dialog;

  app_click (page, "Withdraw…");
  app_run_idle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==,
                   "No news and promotions are sent any more.");
  g_assert_cmpuint (test_server_count (f->server, "DELETE /v1/me/consents/marketing"), ==, 0);
  test_server_reply (
    f->server, "DELETE /v1/me/consents/marketing",
    (TestReply){ 200, "{\"purpose\":\"marketing\",\"withdrawn_at\":\"2026-11-22T03:00:00Z\","
                      "\"stops_on\":\"2026-11-22\",\"effects\":[\"no_marketing\"]}" });
  test_server_reply (f->server, "GET /v1/me/consents",
                     (TestReply){ 200, LIST (WITHDRAWN "," SERVICE, "2") });
  adw_message_dialog_response (dialog, "withdraw");
  app_run_until (shows_withdrawn, page);
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Agree"));
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/consents-page/shows-version-and-time", test_seen);
  ADD ("/consents-page/each-opens-its-own-document", test_read);
  ADD ("/consents-page/one-is-given", test_given);
  ADD ("/consents-page/one-is-withdrawn", test_withdrawn);
  return g_test_run ();
}
