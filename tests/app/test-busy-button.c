/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-busy-button.h"

#include "app-fixture.h"

static gboolean
turns (gpointer button)
{
  return app_find (button, GTK_TYPE_SPINNER, NULL) != NULL;
}

static void
count (GObject *object, GParamSpec *pspec, gpointer n)
{
  (*(guint *) n)++;
}

static void
test_busy (AppFixture *f, gconstpointer data)
{
  GtkWidget *button = sme_busy_button_new ("Register");
  guint notified = 0;

  app_fixture_show (f, button, 300, 100);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Register");
  g_signal_connect (button, "notify::busy", G_CALLBACK (count), &notified);
  sme_busy_button_set_busy (SME_BUSY_BUTTON (button), TRUE);
  sme_busy_button_set_busy (SME_BUSY_BUTTON (button), TRUE);
  g_assert_cmpuint (notified, ==, 1);
  /* Not before one would wonder. */
  g_assert_false (turns (button));
  app_run_until (turns, button);
  sme_busy_button_set_busy (SME_BUSY_BUTTON (button), FALSE);
  g_assert_false (turns (button));
  g_assert_cmpuint (notified, ==, 2);
}

static void
test_caption (AppFixture *f, gconstpointer data)
{
  GtkWidget *button = sme_busy_button_new ("Resend");

  app_fixture_show (f, button, 300, 100);
  sme_busy_button_set_caption (SME_BUSY_BUTTON (button), "Resend (0:42)");
  g_assert_true (app_shows (button, "Resend (0:42)"));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Resend (0:42)");
}

/* The wait for the spinner ends with the button. */
static void
test_destroyed (AppFixture *f, gconstpointer data)
{
  GtkWidget *button = sme_busy_button_new ("Sign in");

  app_fixture_show (f, button, 300, 100);
  sme_busy_button_set_busy (SME_BUSY_BUTTON (button), TRUE);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/busy-button/turns-a-spinner-after-a-moment", test_busy);
  ADD ("/busy-button/says-its-caption", test_caption);
  ADD ("/busy-button/goes-while-busy", test_destroyed);
  return g_test_run ();
}
