/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first password of eContract: it is remembered only if that was asked for (A41). */
#include "app/lookup/sme-lookup-memory.h"
#include "app/signing/sme-password-step.h"
#include "app/signing/sme-signing-page.h"
#include "signing-desk.h"

typedef struct
{
  SigningFixture signing;
  AppFixture app;
} Desk;

static void
set_up (Desk *self, gconstpointer data)
{
  signing_fixture_set_up (&self->signing, NULL);
  app_fixture_set_up (&self->app, NULL);
  g_object_unref (self->app.context);
  self->app.context = signing_desk_make_context (&self->signing);
  sme_context_set_keyring (self->app.context, self->signing.keyring);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, NULL);
  signing_fixture_tear_down (&self->signing, NULL);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_result (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

/* @data: whether the person asks for it */
static void
test_kept (Desk *self, gconstpointer data)
{
  g_autofree char *route = g_strconcat ("sign:", self->signing.order_id, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SmeLookupLogin) login = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *step, *check;

  page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_SIGNING_PAGE, route));
  signing_desk_wait_for (page, SME_SIGNING_READING);
  signing_desk_go_to (page, &self->signing, SME_SIGNING_PASSWORD);
  step = app_find (page, SME_TYPE_PASSWORD_STEP, NULL);
  check = app_find (step, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_widget_get_visible (check));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), data != NULL);
  app_assert_named (page);
  signing_desk_set_password (page);
  signing_desk_wait_for (page, SME_SIGNING_OTP);

  sme_lookup_memory_recall_async (self->app.context, NULL, keep_result, &result);
  signing_run_until (has_result, &result);
  login = sme_lookup_memory_recall_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true ((login != NULL) == (data != NULL));
  if (login != NULL)
    {
      g_assert_cmpstr (login->username, !=, "");
      g_assert_cmpstr (login->password, !=, "");
    }
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/a41/a-password-is-remembered-if-asked", Desk, GINT_TO_POINTER (TRUE), set_up,
              test_kept, tear_down);
  g_test_add ("/a41/and-not-otherwise", Desk, NULL, set_up, test_kept, tear_down);
  return signing_fixture_run ();
}
