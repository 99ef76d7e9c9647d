/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-guide-page.h"

#include "app-fixture.h"

static void
expand_all (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static GtkWidget *
show (AppFixture *f)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_GUIDE_PAGE, "guide");

  expand_all (GTK_WIDGET (page));
  app_run_idle ();
  return GTK_WIDGET (page);
}

static void
test_steps (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  static const struct
  {
    const char *label, *action;
  } links[] = {
    { "Open the service", "open service:231?tab=pricing" },
    { "My orders", "open orders" },
    { "Manage subscriptions", "open subscriptions" },
    { "Look up e-contracts", "open lookup" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      app_click (page, links[i].label);
      g_assert_cmpstr (app_fixture_last_action (f), ==, links[i].action);
    }
}

static void
test_contents (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Hotline 1800 1260 (free)"));
  /* A80: nothing to allow here, and why; what replaced the law of 2005; the words of the guide. */
  g_assert_true (app_shows (page, "support.google.com/chrome/answer/95472"));
  g_assert_true (app_shows (page, "20/2023/QH15"));
  g_assert_true (app_shows (page, "CCCD / CMND / HC"));
  app_assert_named (page);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a8/each-step-leads-to-its-page", test_steps);
  ADD ("/a80/pop-ups-law-and-words-are-explained", test_contents);
  return g_test_run ();
}
