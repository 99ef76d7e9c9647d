/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-article-page.h"
#include "app/guide/sme-guide-page.h"
#include "app/guide/sme-guide-parts.h"

#include "app-fixture.h"

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
activate_row (GtkWidget *page, const char *title)
{
  GtkWidget *row = find_row (page, title);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
  app_run_idle ();
}

/* A button whose label wraps. */
static GtkWidget *
find_button (GtkWidget *root, const char *text)
{
  if (GTK_IS_BUTTON (root))
    return app_find (root, GTK_TYPE_LABEL, text) != NULL ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (GtkWidget *page, const char *text)
{
  GtkWidget *button = find_button (page, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
shows_count (gpointer data)
{
  return app_shows (data, "result") || app_shows (data, "Nothing found");
}

static void
type (GtkWidget *page, const char *text)
{
  GtkWidget *entry = app_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  app_run_until (shows_count, page);
}

static void
test_contents (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_GUIDE_PAGE, "guide");
  GtkWidget *widget = GTK_WIDGET (page);
  static const char *const headings[] = {
    "From the plan to the signed contract",
    "Common problems",
    "Frequently asked questions | VNPT SmartCA support documents",
    "Words and abbreviations",
    "Legal references of the guide",
  };

  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    g_assert_true (app_shows (widget, headings[i]));
  /* A word and a law are said in the table of contents already. */
  g_assert_true (app_shows (widget, "CCCD/CMND/HC"));
  g_assert_true (app_shows (widget, "20/2023/QH15"));
  g_assert_nonnull (app_find (widget, GTK_TYPE_BUTTON, "Hotline 1800 1260 (free)"));
  activate_row (widget, "Step 4. E-sign the service contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open article:step-4");
  app_click (widget, "Assistant");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open assistant");
  app_assert_named (widget);
}

static void
test_search (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (app_fixture_show_page (f, SME_TYPE_GUIDE_PAGE, "guide"));

  type (page, "refund");
  g_assert_nonnull (find_row (page, "When do I get a <b>refund</b>?"));
  g_assert_null (find_row (page, "Step 2. Declare information"));
  app_assert_named (page);
  g_signal_emit_by_name (app_find (page, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  app_run_idle ();
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open article:faq-refund");
  /* Escape brings the contents back. */
  g_signal_emit_by_name (app_find (page, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  app_run_idle ();
  g_assert_nonnull (find_row (page, "Step 2. Declare information"));
}

static void
test_nothing (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (app_fixture_show_page (f, SME_TYPE_GUIDE_PAGE, "guide"));

  type (page, "zzzzqqqq");
  g_assert_true (app_shows (page, "Nothing found"));
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Call the hotline 1800 1260 (free)"));
  app_click (page, "Ask the assistant");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open assistant");
}

static GtkWidget *
show_article (AppFixture *f, const char *route)
{
  return GTK_WIDGET (app_fixture_show_page (f, SME_TYPE_ARTICLE_PAGE, route));
}

static void
test_step (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_article (f, "article:step-1");

  click (page, "Open the service VNPT SmartCA ON");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open service:231?tab=pricing");
  click (page, "Sign in");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign-in");
  activate_row (page, "Step 2. Declare information");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open article:step-2");
  app_assert_named (page);
}

/* Every step and every error of the guide has the button to its page. */
static void
test_all (AppFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *article, *label, *action;
  } links[] = {
    { "step-2", "My orders", "open orders" },
    { "step-3", "My orders", "open orders" },
    { "step-4", "Manage subscriptions", "open subscriptions" },
    { "step-lookup", "Look up e-contracts", "open lookup" },
    { "problem-popup", "Manage subscriptions", "open subscriptions" },
    { "problem-session", "Continue signing", "open continue-signing" },
    { "problem-otp", "Continue signing", "open continue-signing" },
    { "faq-otp-missing", "Continue signing", "open continue-signing" },
    { "faq-resume", "Continue signing", "open continue-signing" },
    { "problem-data", "My orders", "open orders" },
    { "problem-data-signed", "My orders", "open orders" },
    { "problem-acceptance", "My orders", "open orders" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *route = sme_route_build ("article", links[i].article, NULL);
      GtkWidget *page = show_article (f, route);

      click (page, links[i].label);
      g_assert_cmpstr (app_fixture_last_action (f), ==, links[i].action);
    }
}

static void
test_hotline (AppFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *route, *label;
  } calls[] = {
    { "article:problem-otp", "Call the hotline 1800 1260 (free)" },
    { "article:problem-data", "Call the hotline 1800 1260 (free)" },
    { "article:problem-data-signed", "Call the hotline 1800 1260 (free)" },
    { "article:problem-acceptance", "Call the hotline 1800 1260 (free), branch 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      GtkWidget *page = show_article (f, calls[i].route);
      GtkWidget *button = find_button (page, calls[i].label);

      g_assert_nonnull (button);
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                       "page.hotline");
      g_assert_true (gtk_widget_get_sensitive (button));
    }
}

static void
test_popups (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_article (f, "article:problem-popup");

  g_assert_true (app_shows (page, "That cannot happen here"));
  g_assert_true (app_shows (page, "support.google.com/chrome/answer/95472"));
  g_assert_true (app_shows (page, "Privacy and security"));
}

static void
test_missing (AppFixture *f, gconstpointer data)
{
  SmePage *page = SME_PAGE (show_article (f, "article:nothing"));

  app_run_until_state (page, SME_PAGE_EMPTY);
  app_click (GTK_WIDGET (page), "Open the whole guide");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open guide");
}

static void
test_marks (void)
{
  static const struct
  {
    const char *text, *typed, *markup;
  } marks[] = {
    { "Gửi lại mã OTP", "ma otp", "Gửi lại <b>mã</b> <b>OTP</b>" },
    { "Đường & <phố>", "duong", "<b>Đường</b> &amp; &lt;phố&gt;" },
    { "Hóa đơn", "don", "Hóa <b>đơn</b>" },
    { "Thương mại", "uong", "Thương mại" },
    { "Abc", "a", "Abc" },
    { "", "abc", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *markup = sme_guide_highlight (marks[i].text, marks[i].typed);

      g_assert_cmpstr (markup, ==, marks[i].markup);
    }
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a8/contents-steps-words-and-laws", test_contents);
  ADD ("/a8/search-as-one-types", test_search);
  ADD ("/a7/what-is-not-found-is-asked", test_nothing);
  ADD ("/a8/each-step-leads-to-its-page", test_step);
  ADD ("/a8/each-error-leads-to-where-it-is-solved", test_all);
  ADD ("/a6/errors-of-the-guide-call-the-hotline", test_hotline);
  ADD ("/a80/pop-ups-are-explained", test_popups);
  ADD ("/article-page/a-link-to-nothing", test_missing);
  g_test_add_func ("/guide-parts/what-was-typed-stands-out", test_marks);
  return g_test_run ();
}
