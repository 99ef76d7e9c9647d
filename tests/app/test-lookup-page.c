/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-lookup-page.h"

#include "app/lookup/sme-dossier-row.h"
#include "lookup-fixture.h"

#define SESSIONS "POST /econtract/v1/sessions"
#define DOSSIERS "GET /econtract/v1/dossiers"
#define LAPTOP \
  LOOKUP_DOSSIER ("d1", "Hợp đồng SmartCA cá nhân", "12726", "completed", \
                  ",\"created_at\":\"2026-11-22T03:00:00Z\"")
#define OFFICE LOOKUP_DOSSIER ("d2", "Biên bản nghiệm thu", "12800", "ready", "")
#define TWO "{\"items\":[" LAPTOP "," OFFICE "],\"total\":2}"
#define NONE "{\"items\":[],\"total\":0}"

static GtkWidget *
show (LookupFixture *f, const char *route)
{
  return GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_LOOKUP_PAGE, route));
}

static void
sign_in (GtkWidget *page)
{
  account_type (page, "User name", " an-12726 ");
  account_type (page, "Password", "mat-khau-dau");
  account_press (page, "Sign in");
}

static gboolean
shows_rows (gpointer page)
{
  return app_find (page, SME_TYPE_DOSSIER_ROW, NULL) != NULL;
}

static gboolean
shows_form (gpointer page)
{
  return app_find (page, SME_TYPE_FIELD_ROW, NULL) != NULL;
}

static gboolean
says_something (gpointer page)
{
  return account_get_notice (page) != NULL;
}

static GtkWidget *
show_list (LookupFixture *f, const char *json)
{
  GtkWidget *page;

  lookup_fixture_sign_in (f);
  test_server_reply (f->server, DOSSIERS, (TestReply){ 200, json });
  page = show (f, "lookup");
  app_run_until (shows_rows, page);
  return page;
}

static void
test_sign_in (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  app_assert_named (page);
  test_server_reply (f->server, SESSIONS, (TestReply){ 201, LOOKUP_SESSION });
  test_server_reply (f->server, DOSSIERS, (TestReply){ 200, TWO });
  sign_in (page);
  app_run_until (shows_rows, page);
  g_assert_cmpstr (test_server_get (f->server, SESSIONS, 0)->body, ==,
                   "{\"username\":\"an-12726\",\"password\":\"mat-khau-dau\"}");
  g_assert_cmpstr (
    test_request_get_header (test_server_get (f->server, DOSSIERS, 0), "Authorization"), ==,
    "Bearer look-1");
  /* A system apart: the shop and the signing know nothing of it. */
  g_assert_false (sme_context_is_signed_in (f->app.context));
  g_assert_false (sme_econtract_get_can_sign (f->econtract));
}

static void
test_nothing_typed (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  account_press (page, "Sign in");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "User name")));
  account_type (page, "User name", "an-12726");
  account_press (page, "Sign in");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Password")));
  g_assert_cmpuint (test_server_count (f->server, SESSIONS), ==, 0);
}

static void
test_wrong (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  test_server_reply (f->server, SESSIONS, (TestReply){ 401, "{\"code\":\"wrong-credentials\"}" });
  sign_in (page);
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "If the password was changed since"));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "User name")), ==, "an-12726");
  g_assert_true (sme_field_row_is_focused (account_find_field (page, "Password")));
  /* It can be tried at once. */
  g_assert_true (account_can_press (page, "Sign in"));
}

/* Who has the letter learns since when its password is void, and how to get another. */
static void
test_replaced (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  test_server_reply (f->server, SESSIONS,
                     (TestReply){ 401, "{\"code\":\"wrong-credentials\",\"changed_at\":"
                                       "\"2026-11-22T03:04:00Z\"}" });
  sign_in (page);
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "22/11/2026 10:04"));
  g_assert_nonnull (strstr (account_get_notice (page), "Forgotten password?"));
}

static void
test_forgotten (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  account_type (page, "User name", " kh0123456789 ");
  app_click (page, "Forgotten password?");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open reset-econtract:kh0123456789");
}

static void
test_throttled (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  test_server_reply (f->server, SESSIONS,
                     (TestReply){ 429, "{\"code\":\"too-many-requests\",\"retry_after\":60}" });
  sign_in (page);
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "You can try again in"));
  g_assert_false (account_can_press (page, "Sign in"));
}

static void
sign_in_with (LookupFixture *f, GtkWidget *page, gboolean remember)
{
  GtkWidget *check = app_find (page, GTK_TYPE_CHECK_BUTTON, NULL);

  test_server_reply (f->server, SESSIONS, (TestReply){ 201, LOOKUP_SESSION });
  test_server_reply (f->server, DOSSIERS, (TestReply){ 200, TWO });
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), remember);
  sign_in (page);
  app_run_until (shows_rows, page);
}

static gboolean
is_filled_in (gpointer page)
{
  return shows_form (page) &&
         *sme_field_row_get_text (account_find_field (page, "User name")) != '\0';
}

/* The next page asks the keyring and is signed in at once; after a change of the password it says
 * so and forgets it. */
static void
test_remembered (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  sign_in_with (f, page, TRUE);
  test_server_reply (f->server, "DELETE /econtract/v1/sessions/current", (TestReply){ 204 });
  sme_econtract_sign_out_async (f->econtract, NULL, NULL, NULL);
  app_run_until (shows_form, page);
  test_server_reply (f->server, SESSIONS, (TestReply){ 401, "{\"code\":\"wrong-credentials\"}" });
  page = show (f, "lookup");
  app_run_until (is_filled_in, page);
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "was changed since"));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Password")), ==, "");
  g_assert_cmpstr (test_server_get (f->server, SESSIONS, 1)->body, ==,
                   "{\"username\":\"an-12726\",\"password\":\"mat-khau-dau\"}");
}

static gboolean
remembers_nobody (gpointer data)
{
  LookupFixture *f = data;
  g_auto (TestCall) call = { 0 };
  g_auto (GStrv) accounts = NULL;

  sme_keyring_list_async (f->keyring, "econtract", test_server_get_url (f->server), NULL,
                          test_on_ready, &call);
  accounts = sme_keyring_list_finish (f->keyring, test_await (&call), NULL);
  return accounts == NULL || accounts[0] == NULL;
}

static void
test_not_remembered (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  sign_in_with (f, page, FALSE);
  g_assert_true (remembers_nobody (f));
}

static void
test_sign_out (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup");

  sign_in_with (f, page, TRUE);
  g_assert_false (remembers_nobody (f));
  test_server_reply (f->server, "DELETE /econtract/v1/sessions/current", (TestReply){ 204 });
  app_click (page, "Sign out");
  app_run_until (shows_form, page);
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Password")), ==, "");
  test_wait_for_requests (f->server, "DELETE /econtract/v1/sessions/current", 1);
  app_run_until (remembers_nobody, f);
}

static void
test_session_ended (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page;

  lookup_fixture_sign_in (f);
  test_server_reply (f->server, DOSSIERS, (TestReply){ 401, "{\"code\":\"no-session\"}" });
  page = show (f, "lookup");
  app_run_until (says_something, page);
  g_assert_nonnull (strstr (account_get_notice (page), "session has ended"));
  g_assert_true (shows_form (page));
}

static gboolean
has_gone_on (gpointer f)
{
  return g_str_equal (app_fixture_last_action (f), "replace dossier:d1");
}

static void
test_link (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "lookup:d1");

  test_server_reply (f->server, SESSIONS, (TestReply){ 201, LOOKUP_SESSION });
  sign_in (page);
  app_run_until (has_gone_on, &f->app);
  g_assert_cmpuint (test_server_count (f->server, DOSSIERS), ==, 0);
}

static void
test_list (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show_list (f, TWO);

  app_assert_named (page);
  g_assert_cmpstr (sme_page_get_title (SME_PAGE (page)), ==, "Contract file sets");
  g_assert_true (app_shows (page, "Hợp đồng SmartCA cá nhân"));
  g_assert_true (app_shows (page, "Order 12726 · SMARTCAONESME_ONESME · 22/11/2026"));
  g_assert_true (app_shows (page, "Signed and sealed"));
  g_assert_true (app_shows (page, "Showing 1 to 2 of 2 results"));
  g_signal_emit_by_name (app_find (page, GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open dossier:d2");
  app_click (page, "User manual");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open guide");
}

static gboolean
is_sifted (gpointer page)
{
  return !app_shows (page, "Hợp đồng SmartCA cá nhân") && app_shows (page, "Biên bản nghiệm thu");
}

static gboolean
finds_nothing (gpointer page)
{
  return app_shows (page, "No contract file set has this name or code.");
}

/* The second part comes for the search only. */
static void
test_search (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show_list (f, "{\"items\":[" LAPTOP "],\"total\":2,\"next\":\"c1\"}");
  GtkEditable *entry = GTK_EDITABLE (app_find (page, GTK_TYPE_SEARCH_ENTRY, NULL));

  g_assert_true (app_shows (page, "Showing 1 to 1 of 2 results"));
  test_server_reply (f->server, DOSSIERS,
                     (TestReply){ 200, "{\"items\":[" OFFICE "],\"total\":2}" });
  gtk_editable_set_text (entry, "NGHIEM bien");
  app_run_until (is_sifted, page);
  g_assert_cmpstr (test_server_get (f->server, DOSSIERS, 1)->query, ==, "limit=20&after=c1");
  gtk_editable_set_text (entry, "12726");
  gtk_editable_set_text (entry, "99999");
  app_run_until (finds_nothing, page);
  gtk_editable_set_text (entry, "");
  app_run_until (shows_rows, page);
}

static void
test_empty (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page;

  lookup_fixture_sign_in (f);
  test_server_reply (f->server, DOSSIERS, (TestReply){ 200, NONE });
  page = show (f, "lookup");
  app_run_until_state (SME_PAGE (page), SME_PAGE_EMPTY);
  app_run_idle ();
  test_server_reply (f->server, "DELETE /econtract/v1/sessions/current", (TestReply){ 204 });
  app_click (page, "Sign out");
  app_run_until (shows_form, page);
  test_wait_for_requests (f->server, "DELETE /econtract/v1/sessions/current", 1);
}

static void
test_error (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page;

  lookup_fixture_sign_in (f);
  test_server_reply (f->server, DOSSIERS, (TestReply){ 500, "{\"code\":\"internal\"}" });
  test_server_reply_always (f->server, DOSSIERS, (TestReply){ 200, TWO });
  page = show (f, "lookup");
  app_run_until_state (SME_PAGE (page), SME_PAGE_ERROR);
  app_run_idle ();
  app_click (page, "Try again");
  app_run_until (shows_rows, page);
}

static int
measure_width (GtkWidget *page)
{
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
test_narrow (LookupFixture *f, gconstpointer data)
{
  g_assert_cmpint (measure_width (show (f, "lookup")), <=, 360);
  g_assert_cmpint (measure_width (show_list (f, TWO)), <=, 360);
}

#define ADD(path, function) \
  g_test_add (path, LookupFixture, NULL, lookup_fixture_set_up, function, lookup_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a60/econtract-has-a-sign-in-of-its-own", test_sign_in);
  ADD ("/a60/both-fields-are-needed", test_nothing_typed);
  ADD ("/a60/wrong-credentials-say-what-to-do", test_wrong);
  ADD ("/a60/the-mailed-password-says-since-when-it-is-void", test_replaced);
  ADD ("/a60/a-forgotten-password-has-its-page", test_forgotten);
  ADD ("/a60/too-many-tries-say-when-to-go-on", test_throttled);
  ADD ("/a60/a-remembered-password-that-was-changed-is-said", test_remembered);
  ADD ("/a60/nothing-is-remembered-unasked", test_not_remembered);
  ADD ("/a60/signing-out-forgets", test_sign_out);
  ADD ("/a60/an-ended-session-asks-to-sign-in-again", test_session_ended);
  ADD ("/a60/the-link-in-the-mail-goes-on-to-its-dossier", test_link);
  ADD ("/a61/the-list-says-what-where-and-how-many", test_list);
  ADD ("/a61/search-sifts-without-diacritics", test_search);
  ADD ("/a61/no-contracts-yet", test_empty);
  ADD ("/a61/the-list-can-be-tried-again", test_error);
  ADD ("/a61/the-list-is-usable-at-360-pixels", test_narrow);
  return g_test_run ();
}
