/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-support-page.h"

#include "app-fixture.h"
#include "manage-samples.h"

#include <string.h>

#define CASE(id, kind, state, more) \
  "{\"id\":\"" id "\",\"number\":\"482913\",\"order_id\":\"o1\",\"kind\":\"" kind \
  "\",\"state\":\"" state "\",\"text\":\"Sai ngày sinh\"," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"" more "}"
#define OPEN CASE ("c1", "wrong_data", "open", "")
#define RESOLVED \
  CASE ("c1", "wrong_data", "resolved", \
        ",\"outcome\":\"granted\",\"note\":\"Đã sửa.\",\"resolved_at\":\"2026-11-22T04:15:00Z\"")

static GtkWidget *
show (AppFixture *f, const char *order, const char *cases)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1", order);
  fake_shop_answer (f->shop, SME_OP_LIST_CASES, "o1", cases);
  page = app_fixture_show_page (f, SME_TYPE_SUPPORT_PAGE, "support:o1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (ADW_IS_MESSAGE_DIALOG (item->data) && gtk_widget_get_visible (item->data))
      return item->data;
  return NULL;
}

static GtkEditable *
find_words (void)
{
  return GTK_EDITABLE (app_find (GTK_WIDGET (find_dialog ()), ADW_TYPE_ENTRY_ROW, NULL));
}

static void
test_on_hold (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    show (f, SAMPLE_ORDER ("o1", "on_hold", "\"contact_support\""), SAMPLE_ITEMS (OPEN, 1));

  g_assert_true (app_shows (page, "The order is on hold"));
  g_assert_true (app_shows (page, "Case 482 913: Wrong information on the contract"));
  g_assert_true (app_shows (page, "Open since 22/11/2026 10:15"));
  g_assert_true (app_shows (page, "Sai ngày sinh"));
  g_assert_true (app_shows (page, "Tell this number when you call the hotline 1800 1260 (free)."));
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Call the hotline 1800 1260 (free)"));
  /* Nothing to go on with yet, and nobody here plays the operator. */
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Go on with the order"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Do what was asked"));
  app_assert_named (page);
}

static void
test_resolved (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    show (f, SAMPLE_ORDER ("o1", "draft", "\"declare\""), SAMPLE_ITEMS (RESOLVED, 1));

  g_assert_true (app_shows (page, "Done on 22/11/2026 11:15"));
  g_assert_true (app_shows (page, "Đã sửa."));
  app_click (page, "Go on with the order");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open order:o1");
}

/* What can be reported depends on where the order is. */
static void
test_kinds (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    show (f, SAMPLE_ORDER ("o1", "accepting", "\"sign_acceptance\""), SAMPLE_ITEMS ("", 0));

  g_assert_false (app_shows (page, "Your cases"));
  g_assert_true (app_shows (page, "Signing the acceptance record failed"));
  g_assert_true (app_shows (page, "Wrong information on the contract"));
  g_assert_false (app_shows (page, "Signing is locked"));
  g_assert_true (app_shows (page, "Something else"));
}

static gboolean
shows_number (gpointer data)
{
  AdwMessageDialog *dialog = find_dialog ();

  return dialog != NULL && g_strcmp0 (adw_message_dialog_get_heading (dialog), "Case 482 913") == 0;
}

/* One's own words go out, and the number comes back beside the hotline (A6, A50). */
static void
test_report (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    show (f, SAMPLE_ORDER ("o1", "accepting", "\"sign_acceptance\""), SAMPLE_ITEMS ("", 0));
  GtkWidget *row = gtk_widget_get_ancestor (
    app_find (page, GTK_TYPE_LABEL, "Signing the acceptance record failed"), GTK_TYPE_LIST_BOX_ROW);
  SmeRecord *body;

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_nonnull (find_dialog ());
  gtk_editable_set_text (
    GTK_EDITABLE (app_find (GTK_WIDGET (find_dialog ()), ADW_TYPE_ENTRY_ROW, NULL)),
    "Không ký được");
  fake_shop_answer (f->shop, SME_OP_OPEN_CASE, "o1", CASE ("c1", "acceptance_failed", "open", ""));
  adw_message_dialog_response (find_dialog (), "tell");
  app_run_until (shows_number, NULL);
  body = fake_shop_get_body (f->shop, SME_OP_OPEN_CASE);
  g_assert_cmpstr (sme_record_get_nick (body, "kind"), ==, "acceptance_failed");
  g_assert_cmpstr (sme_record_get_text (body, "text"), ==, "Không ký được");
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (find_dialog ()), "1800 1260 (free), branch 1"));
  fake_shop_answer (f->shop, SME_OP_LIST_CASES, "o1",
                    SAMPLE_ITEMS (CASE ("c1", "acceptance_failed", "open", ""), 1));
  adw_message_dialog_response (find_dialog (), "close");
  app_run_idle ();
  g_assert_true (app_shows (page, "Case 482 913: Signing the acceptance record failed"));
}

/* A failure says what it was, and the words are there for another try (A82). */
static void
test_refused (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    show (f, SAMPLE_ORDER ("o1", "active", "\"view_contract\""), SAMPLE_ITEMS ("", 0));
  GtkWidget *row = gtk_widget_get_ancestor (app_find (page, GTK_TYPE_LABEL, "Something else"),
                                            GTK_TYPE_LIST_BOX_ROW);

  fake_shop_refuse (f->shop, SME_OP_OPEN_CASE, SME_PROBLEM_UNREACHABLE);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  gtk_editable_set_text (find_words (), "Không ký được");
  adw_message_dialog_response (find_dialog (), "tell");
  app_run_idle ();
  g_assert_nonnull (find_dialog ());
  g_assert_cmpstr (gtk_editable_get_text (find_words ()), ==, "Không ký được");
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (find_dialog ()), "No connection to the server"));
  fake_shop_answer (f->shop, SME_OP_OPEN_CASE, "o1", CASE ("c1", "other", "open", ""));
  adw_message_dialog_response (find_dialog (), "tell");
  app_run_until (shows_number, NULL);
  g_assert_cmpstr (sme_record_get_text (fake_shop_get_body (f->shop, SME_OP_OPEN_CASE), "text"), ==,
                   "Không ký được");
  adw_message_dialog_response (find_dialog (), "close");
  app_run_idle ();
}

/* With the local backend the operator's decisions are buttons. */
static void
test_operator (AppFixture *f, gconstpointer data)
{
  GtkWidget *page;

  sme_context_set_local_tools (f->context, (SmeLocalTools *) f->shop);
  page = show (f, SAMPLE_ORDER ("o1", "on_hold", "\"contact_support\""), SAMPLE_ITEMS (OPEN, 1));
  g_assert_true (app_shows (page, "This order exists on this computer only."));
  fake_shop_answer (f->shop, SME_OP_LOCAL_RESOLVE_CASE, "c1", RESOLVED);
  fake_shop_answer (f->shop, SME_OP_LIST_CASES, "o1", SAMPLE_ITEMS (RESOLVED, 1));
  app_click (page, "Do what was asked");
  app_run_idle ();
  g_assert_cmpstr (
    sme_record_get_nick (fake_shop_get_body (f->shop, SME_OP_LOCAL_RESOLVE_CASE), "outcome"), ==,
    "granted");
  g_signal_emit_by_name (f->shop, "changed", "case", "c1");
  app_run_idle ();
  g_assert_true (app_shows (page, "Done on"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Do what was asked"));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a49/an-order-on-hold-shows-its-case", test_on_hold);
  ADD ("/a49/a-resolved-case-leads-on", test_resolved);
  ADD ("/support-page/what-can-be-reported", test_kinds);
  ADD ("/a50/a-failed-record-gets-a-number-and-branch-1", test_report);
  ADD ("/a82/a-report-that-failed-keeps-its-words", test_refused);
  ADD ("/support-page/the-operator-decides", test_operator);
  return g_test_run ();
}
