/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* A page whose load() does nothing; the test plays its answers. */
#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, SmePage)

struct _TestPage
{
  SmePage parent_instance;
  guint loads, shown, hidden;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, SME_TYPE_PAGE)

static void
test_page_load (SmePage *page)
{
  TEST_PAGE (page)->loads++;
}

static void
test_page_shown (SmePage *page)
{
  TEST_PAGE (page)->shown++;
}

static void
test_page_hidden (SmePage *page)
{
  TEST_PAGE (page)->hidden++;
}

static void
test_page_class_init (TestPageClass *klass)
{
  SME_PAGE_CLASS (klass)->load = test_page_load;
  SME_PAGE_CLASS (klass)->shown = test_page_shown;
  SME_PAGE_CLASS (klass)->hidden = test_page_hidden;
}

static void
test_page_init (TestPage *self)
{
  sme_page_set_content (SME_PAGE (self), gtk_label_new ("the content"));
}

static gboolean
spins (gpointer page)
{
  GtkWidget *spinner = app_find (page, GTK_TYPE_SPINNER, NULL);

  return spinner != NULL && gtk_spinner_get_spinning (GTK_SPINNER (spinner));
}

static void
test_spinner (AppFixture *f, gconstpointer data)
{
  gint64 before = g_get_monotonic_time ();
  SmePage *page = app_fixture_show_page (f, TEST_TYPE_PAGE, "home");

  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_LOADING);
  g_assert_cmpuint (TEST_PAGE (page)->loads, ==, 1);
  app_run_until (spins, page);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 200 * 1000);
  sme_page_show_content (page);
  g_assert_true (app_shows (GTK_WIDGET (page), "the content"));
}

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer count)
{
  (*(guint *) count)++;
}

static void
test_states (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, TEST_TYPE_PAGE, "home");
  guint notified = 0;

  g_signal_connect (page, "notify::state", G_CALLBACK (count_notify), &notified);
  sme_page_show_empty (page, NULL, "Nothing <here>", "Text & more");
  sme_page_set_empty_action (page, "Go home", "win.open::home");
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_EMPTY);
  g_assert_true (app_shows (GTK_WIDGET (page), "Nothing"));
  app_click (GTK_WIDGET (page), "Go home");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open home");
  sme_page_show_content (page);
  sme_page_show_content (page);
  g_assert_cmpuint (notified, ==, 2);
}

static void
test_error (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, TEST_TYPE_PAGE, "home");
  g_autoptr (GCancellable) first = g_object_ref (sme_page_get_cancellable (page));
  g_autoptr (GError) error = NULL;

  sme_problem_set (&error, SME_PROBLEM_UNREACHABLE, "developers only");
  sme_page_show_error (page, error);
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_ERROR);
  g_assert_true (app_shows (GTK_WIDGET (page), "No connection to the server"));
  g_assert_false (app_shows (GTK_WIDGET (page), "developers only"));
  g_assert_null (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Sign in"));
  app_click (GTK_WIDGET (page), "Try again");
  g_assert_cmpuint (TEST_PAGE (page)->loads, ==, 2);
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_LOADING);
  g_assert_true (g_cancellable_is_cancelled (first));
  g_assert_false (g_cancellable_is_cancelled (sme_page_get_cancellable (page)));
}

static void
test_offers (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, TEST_TYPE_PAGE, "home");
  g_autoptr (GError) locked = NULL;
  g_autoptr (GError) out = NULL;
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");

  sme_problem_set (&locked, SME_PROBLEM_SIGNING_LOCKED, NULL);
  sme_page_show_error (page, locked);
  g_assert_null (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Try again"));
  g_assert_nonnull (
    app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Call the hotline 1800 1260 (free)"));
  sme_problem_set (&out, SME_PROBLEM_NO_SESSION, NULL);
  sme_page_show_error (page, out);
  app_click (GTK_WIDGET (page), "Sign in");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "sign-in-here");
  sme_page_show_content (page);
  sme_page_show_error (page, cancelled);
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
}

static void
test_life (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, TEST_TYPE_PAGE, "home");
  g_autoptr (GCancellable) cancellable = g_object_ref (sme_page_get_cancellable (page));

  sme_page_enter (page);
  g_assert_cmpuint (TEST_PAGE (page)->shown, ==, 1);
  sme_page_leave (page);
  sme_page_leave (page);
  g_assert_cmpuint (TEST_PAGE (page)->hidden, ==, 1);
  sme_page_enter (page);
  g_assert_cmpuint (TEST_PAGE (page)->loads, ==, 1);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/page/spins-after-200-ms-and-not-before", test_spinner);
  ADD ("/page/empty-says-what-it-is-for-and-the-first-action", test_states);
  ADD ("/a82/error-says-what-happened-and-try-again-loads-anew", test_error);
  ADD ("/a6/error-offers-what-helps", test_offers);
  ADD ("/page/keeps-while-covered-and-cancels-when-gone", test_life);
  return g_test_run ();
}
