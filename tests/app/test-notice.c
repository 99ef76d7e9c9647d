/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-notice.h"

#include "app-fixture.h"

static void
test_notice (AppFixture *f, gconstpointer data)
{
  GtkWidget *notice = sme_notice_new ();

  g_assert_false (gtk_widget_get_visible (notice));
  g_assert_null (sme_notice_get_text (SME_NOTICE (notice)));
  sme_notice_set_text (SME_NOTICE (notice), "No connection & <nothing> lost");
  app_fixture_show (f, notice, 400, 100);
  g_assert_true (app_shows (notice, "No connection & <nothing> lost"));
  gtk_test_accessible_assert_role (notice, GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_null (app_find (notice, GTK_TYPE_BUTTON, NULL));
  sme_notice_set_action (SME_NOTICE (notice), "Register", "win.open::register");
  app_run_idle ();
  app_click (notice, "Register");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open register");
  /* The button belonged to what was said before. */
  sme_notice_set_text (SME_NOTICE (notice), "Something else");
  g_assert_null (app_find (notice, GTK_TYPE_BUTTON, NULL));
  sme_notice_set_text (SME_NOTICE (notice), NULL);
  g_assert_false (gtk_widget_get_visible (notice));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/notice/says-one-thing-and-offers-one", AppFixture, NULL, app_fixture_set_up,
              test_notice, app_fixture_tear_down);
  return g_test_run ();
}
