/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-window.h"

#include "account-fixture.h"
#include "app/form/sme-field-row.h"
#include "catalog-samples.h"
#include "client/sme-known-accounts.h"

#define BUY "buy:basic?service=smartca-on&months=12"
#define OTHER \
  "\"account\":{\"id\":\"a2\",\"customer_type\":\"enterprise\"," \
  "\"email\":\"minh@example.vn\",\"full_name\":\"Trần Văn Minh\",\"state\":\"active\"}}"
#define OTHER_SESSION \
  "{\"access_token\":\"access-2\",\"expires_in\":900,\"refresh_token\":\"refresh-2\"," OTHER

typedef struct
{
  AccountFixture account;
  SmeWindow *window;
} Fixture;

static const char *
front (Fixture *f)
{
  return sme_route_get_text (sme_page_get_route (sme_window_get_page (f->window)));
}

static void
activate (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const lists[] = { "GET /v1/orders",
                                       "GET /v1/subscriptions",
                                       "GET /v1/services",
                                       "GET /v1/categories",
                                       "GET /v1/services/smartca-on/reviews",
                                       "GET /v1/news",
                                       "GET /v1/me/drafts" };
  g_autoptr (SmeVault) vault = NULL;
  g_autoptr (SmeKnownAccounts) accounts = NULL;

  account_fixture_set_up (&f->account, data);
  vault = sme_vault_new (f->account.keyring, NULL);
  accounts = sme_known_accounts_new (f->account.shop, vault);
  sme_context_set_known_accounts (f->account.app.context, accounts);
  test_server_reply_always (f->account.server, "GET /v1/services/smartca-on",
                            (TestReply){ 200, SAMPLE_SERVICE });
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    test_server_reply_always (f->account.server, lists[i],
                              (TestReply){ 200, "{\"items\":[],\"total\":0}" });
  test_server_reply_always (f->account.server, "POST /v1/quotes",
                            (TestReply){ 503, "{\"code\":\"unavailable\"}" });
  account_fixture_sign_in (&f->account);
  f->window = sme_window_new (NULL, f->account.app.context);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  sme_window_open (f->window, "home");
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  app_run_until (is_gone, &f->window);
  account_fixture_tear_down (&f->account, data);
}

static SmeFieldRow *
type_coupon (Fixture *f)
{
  SmePage *page;
  SmeFieldRow *row;
  GtkWidget *text;

  sme_window_open (f->window, BUY);
  page = sme_window_get_page (f->window);
  app_run_until_state (page, SME_PAGE_CONTENT);
  row = account_find_field (GTK_WIDGET (page), "Coupon");
  text = app_find (GTK_WIDGET (row), GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "TRINHDIEN10");
  return row;
}

static gboolean
is_the_other (gpointer data)
{
  Fixture *f = data;
  SmeAccount *account = sme_shop_get_account (f->account.shop);

  return account != NULL && g_str_equal (sme_record_get_text (SME_RECORD (account), "id"), "a2");
}

static void
sign_in_as_other (Fixture *f)
{
  GtkWidget *page = GTK_WIDGET (sme_window_get_page (f->window));

  test_server_reply (f->account.server, "POST /v1/sessions", (TestReply){ 201, OTHER_SESSION });
  account_type (page, "Email address", "minh@example.vn");
  account_type (page, "Password", "mật khẩu thật dài");
  account_press (page, "Sign in");
  app_run_until (is_the_other, f);
  app_run_idle ();
}

static void
test_back (Fixture *f, gconstpointer data)
{
  SmeFieldRow *coupon = type_coupon (f);
  SmePage *page = sme_window_get_page (f->window);
  GtkWidget *window = GTK_WIDGET (f->window);

  activate (f, "win.add-account");
  g_assert_true (g_str_has_prefix (front (f), "sign-in"));
  app_run_idle ();
  g_assert_true (sme_context_is_signed_in (f->account.app.context));
  g_assert_true (app_shows (window, "You stay signed in as Nguyễn Thị Lan"));
  g_assert_true (app_shows (window, "begins at the home page"));
  g_assert_true (app_shows (window, "is not taken along"));
  activate (f, "win.back");
  g_assert_true (sme_window_get_page (f->window) == page);
  g_assert_cmpstr (sme_field_row_get_text (coupon), ==, "TRINHDIEN10");
  g_assert_true (sme_context_is_signed_in (f->account.app.context));
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
}

static gboolean
has_notice (gpointer page)
{
  return account_get_notice (page) != NULL;
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  GtkWidget *page;

  activate (f, "win.add-account");
  page = GTK_WIDGET (sme_window_get_page (f->window));
  account_type (page, "Email address", "lan@example.vn");
  account_type (page, "Password", "x");
  account_press (page, "Sign in");
  g_assert_nonnull (sme_field_row_get_error (account_find_field (page, "Email address")));
  test_server_reply (f->account.server, "POST /v1/sessions",
                     (TestReply){ 401, "{\"code\":\"wrong-credentials\"}" });
  account_type (page, "Email address", "minh@example.vn");
  account_press (page, "Sign in");
  app_run_until (has_notice, page);
  g_assert_true (sme_context_is_signed_in (f->account.app.context));
}

static void
test_success (Fixture *f, gconstpointer data)
{
  SmePage *page;

  type_coupon (f);
  activate (f, "win.add-account");
  sign_in_as_other (f);
  g_assert_cmpstr (front (f), ==, "home");
  g_assert_true (app_shows (GTK_WIDGET (f->window), "Trần Văn Minh"));
  /* What one typed is not the other's. */
  sme_window_open (f->window, BUY);
  page = sme_window_get_page (f->window);
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (GTK_WIDGET (page), "Coupon")), ==,
                   "");
}

static void
test_catalog (Fixture *f, gconstpointer data)
{
  sme_window_open (f->window, "service:smartca-on");
  activate (f, "win.add-account");
  app_run_idle ();
  g_assert_true (app_shows (GTK_WIDGET (f->window), "page of the catalog that is open"));
  sign_in_as_other (f);
  g_assert_cmpstr (front (f), ==, "service:smartca-on");
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
asks_to_sign_in (gpointer data)
{
  return g_str_has_prefix (front (data), "sign-in:another");
}

static void
test_quick (Fixture *f, gconstpointer data)
{
  SmeFieldRow *coupon = type_coupon (f);
  SmePage *page = sme_window_get_page (f->window);

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.switch-to", "s", "a2");
  g_assert_nonnull (find_dialog ());
  adw_message_dialog_response (find_dialog (), "stay");
  g_assert_true (sme_window_get_page (f->window) == page);
  g_assert_cmpstr (sme_field_row_get_text (coupon), ==, "TRINHDIEN10");
  g_assert_true (sme_context_is_signed_in (f->account.app.context));
  app_run_idle ();
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.switch-to", "s", "a2");
  adw_message_dialog_response (find_dialog (), "go");
  app_run_until (asks_to_sign_in, f);
  /* Of that one nothing is kept here. */
  g_assert_true (sme_context_is_signed_in (f->account.app.context));
  activate (f, "win.back");
  g_assert_true (sme_window_get_page (f->window) == page);
  g_assert_cmpstr (sme_field_row_get_text (coupon), ==, "TRINHDIEN10");
}

/* Lan is known too, with a session in the keyring; Minh is signed in. */
static void
come_back_later (Fixture *f)
{
  activate (f, "win.add-account");
  sign_in_as_other (f);
}

static void
test_gone (Fixture *f, gconstpointer data)
{
  GtkWidget *page;

  come_back_later (f);
  sme_window_open (f->window, "service:smartca-on");
  test_server_reply (f->account.server, "POST /v1/sessions/refresh",
                     (TestReply){ 401, "{\"code\":\"no-session\"}" });
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.switch-to", "s", "a1");
  app_run_until (asks_to_sign_in, f);
  page = GTK_WIDGET (sme_window_get_page (f->window));
  g_assert_true (is_the_other (f));
  g_assert_true (app_shows (page, "You stay signed in as Trần Văn Minh"));
  g_assert_cmpstr (sme_field_row_get_text (account_find_field (page, "Email address")), ==,
                   "lan@example.vn");
  activate (f, "win.back");
  g_assert_cmpstr (front (f), ==, "service:smartca-on");
  g_assert_true (is_the_other (f));
}

static void
test_fails (Fixture *f, gconstpointer data)
{
  come_back_later (f);
  sme_window_open (f->window, "service:smartca-on");
  test_server_reply_always (f->account.server, "POST /v1/sessions/refresh",
                            (TestReply){ 503, "{\"code\":\"unavailable\"}" });
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.switch-to", "s", "a1");
  test_wait_for_requests (f->account.server, "POST /v1/sessions/refresh", 1);
  app_run_idle ();
  g_assert_cmpstr (front (f), ==, "service:smartca-on");
  g_assert_true (is_the_other (f));
}

static gboolean
is_lan (gpointer data)
{
  Fixture *f = data;
  SmeAccount *account = sme_shop_get_account (f->account.shop);

  return account != NULL && g_str_equal (sme_record_get_text (SME_RECORD (account), "id"), "a1");
}

static void
test_over (Fixture *f, gconstpointer data)
{
  come_back_later (f);
  sme_window_open (f->window, "service:smartca-on");
  test_server_reply (f->account.server, "POST /v1/sessions/refresh",
                     (TestReply){ 200, "{\"access_token\":\"access-3\",\"expires_in\":900,"
                                       "\"refresh_token\":\"refresh-3\",\"account\":" ACCOUNT_SAMPLE
                                       "}" });
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.switch-to", "s", "a1");
  app_run_until (is_lan, f);
  app_run_idle ();
  g_assert_cmpstr (front (f), ==, "service:smartca-on");
}

/* As the page of a plan for others does it: the present account stays, and so does its page. */
static void
test_register (Fixture *f, gconstpointer data)
{
  SmeFieldRow *coupon = type_coupon (f);
  SmePage *page = sme_window_get_page (f->window);
  const char *routes[] = { "service:smartca-on", "register?type=enterprise", NULL };

  /* The page of registration asks for them; nobody registers here. */
  test_server_reply_always (f->account.server, "GET /v1/terms",
                            (TestReply){ 503, "{\"code\":\"unavailable\"}" });
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.use-account", "(s^as)", "", routes);
  g_assert_cmpstr (front (f), ==, "register?type=enterprise");
  g_assert_true (sme_context_is_signed_in (f->account.app.context));
  /* As the page that says that the new one is active does. */
  activate (f, "win.add-account");
  g_assert_true (app_shows (GTK_WIDGET (f->window), "Then the order goes on"));
  activate (f, "win.back");
  g_assert_true (sme_window_get_page (f->window) == page);
  g_assert_cmpstr (sme_field_row_get_text (coupon), ==, "TRINHDIEN10");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.use-account", "(s^as)", "", routes);
  activate (f, "win.back");
  sign_in_as_other (f);
  g_assert_cmpstr (front (f), ==, "service:smartca-on");
}

/* Elsewhere and back: it is put aside meanwhile. */
static void
test_aside (Fixture *f, gconstpointer data)
{
  SmeFieldRow *coupon = type_coupon (f);
  SmePage *page = sme_window_get_page (f->window);

  sme_window_open (f->window, "categories");
  sme_window_open (f->window, BUY);
  g_assert_true (sme_window_get_page (f->window) == page);
  g_assert_cmpstr (sme_field_row_get_text (coupon), ==, "TRINHDIEN10");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a16/adding-an-account-is-left-by-going-back", test_back);
  ADD ("/a16/adding-an-account-that-is-refused-changes-nothing", test_refused);
  ADD ("/a16/an-added-account-begins-at-home", test_success);
  ADD ("/a16/an-added-account-begins-at-the-open-service", test_catalog);
  ADD ("/a16/quick-switch-asks-about-what-is-typed", test_quick);
  ADD ("/a16/quick-switch-to-one-whose-session-is-gone-changes-nothing", test_gone);
  ADD ("/a16/quick-switch-that-fails-changes-nothing", test_fails);
  ADD ("/a16/quick-switch-keeps-the-open-service", test_over);
  ADD ("/a16/registering-another-account-signs-nobody-out", test_register);
  ADD ("/a16/a-purchase-half-typed-is-put-aside", test_aside);
  return g_test_run ();
}
