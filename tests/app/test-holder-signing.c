/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An invited holder at the signing page, with the real backend: an own sign-in and no order. */
#include "app/lookup/sme-dossier-page.h"
#include "app/signing/sme-signing-page.h"
#include "core/sme-records.h"
#include "signing-desk.h"

#include <string.h>

typedef struct
{
  SigningFixture signing;
  AppFixture app;
  GtkWidget *page;
  char *dossier;
} Desk;

/* The word behind @before in the newest mail that has it. */
static char *
find_in_inbox (Desk *self, const char *before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) inbox = NULL;
  char *found = NULL;

  sme_local_tools_call_async (self->signing.tools, SME_OP_LOCAL_INBOX, NULL, NULL, NULL, NULL,
                              signing_on_ready, &result);
  inbox =
    sme_local_tools_list_finish (self->signing.tools, signing_await (&result), NULL, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (inbox); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (inbox, i);
      const char *at = strstr (sme_record_get_text (item, "body"), before);

      if (at == NULL)
        continue;
      at += strlen (before);
      g_free (found);
      found = g_strndup (at, strcspn (at, "\n "));
    }
  g_assert_nonnull (found);
  return found;
}

static void
invite_and_sign_in (Desk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) invited =
    signing_call (self->signing.shop, SME_OP_INVITE_SIGNER, self->signing.order_id, NULL, &error);
  g_autofree char *name = find_in_inbox (self, "User name: ");
  g_autofree char *password = find_in_inbox (self, "First password: ");
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_no_error (error);
  sme_econtract_sign_in_async (self->signing.econtract, name, password, NULL, signing_on_ready,
                               &result);
  sme_econtract_sign_in_finish (self->signing.econtract, signing_await (&result), &error);
  g_assert_no_error (error);
  self->dossier = find_in_inbox (self, "onesme://econtract/");
}

static void
set_up (Desk *self, gconstpointer data)
{
  signing_fixture_set_up (&self->signing, data);
  app_fixture_set_up (&self->app, data);
  g_object_unref (self->app.context);
  self->app.context = signing_desk_make_context (&self->signing);
  invite_and_sign_in (self);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
  signing_fixture_tear_down (&self->signing, data);
  g_free (self->dossier);
}

static void
open_page (Desk *self)
{
  g_autofree char *route = g_strconcat ("sign-invited:", self->dossier, NULL);

  gtk_window_set_child (GTK_WINDOW (self->app.window), NULL);
  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_SIGNING_PAGE, route));
}

static void
open_dossier (Desk *self)
{
  g_autofree char *route = g_strconcat ("dossier:", self->dossier, NULL);

  gtk_window_set_child (GTK_WINDOW (self->app.window), NULL);
  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_DOSSIER_PAGE, route));
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Sight;

static gboolean
shows (gpointer data)
{
  Sight *sight = data;

  return app_shows (sight->root, sight->text);
}

static void
wait_to_see (Desk *self, const char *text)
{
  Sight sight = { self->page, text };

  signing_run_until (shows, &sight);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static gboolean
shows_number (gpointer data)
{
  GtkWidget *dialog = find_dialog ();

  return dialog != NULL &&
         g_str_has_prefix (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), "Case ");
}

/* Where the order is the buyer's too: what is reported has the same number there. */
static void
assert_buyer_sees (Desk *self, SmeCaseKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) cases = NULL;
  g_autoptr (SmeRecord) item = NULL;

  sme_shop_call_async (self->signing.shop, SME_OP_LIST_CASES, self->signing.order_id, NULL, NULL,
                       NULL, signing_on_ready, &result);
  cases = sme_shop_list_finish (self->signing.shop, signing_await (&result), NULL, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (cases), ==, 1);
  item = g_list_model_get_item (cases, 0);
  g_assert_cmpint (sme_record_get_int (item, "kind"), ==, kind);
}

/* A40: what was declared about the holder is set against the contract before any code is sent. */
static void
test_compares (Desk *self, gconstpointer data)
{
  open_page (self);
  signing_desk_wait_for (self->page, SME_SIGNING_READING);
  signing_desk_await_comparison (self->page);
  g_assert_true (app_shows (self->page, "The contract says what was declared about you"));
  g_assert_false (app_shows (self->page, "Invite the holder"));
  app_assert_named (self->page);
}

/* A49: the holder tells the support, and has a number for the hotline. */
static void
test_wrong_data (Desk *self, gconstpointer data)
{
  g_autofree char *dossier = g_strconcat ("replace dossier:", self->dossier, NULL);
  GtkWidget *button;

  open_page (self);
  signing_desk_wait_for (self->page, SME_SIGNING_READING);
  button = gtk_widget_get_ancestor (
    app_find (self->page, GTK_TYPE_LABEL, "Wrong information on the contract"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "tell");
  signing_run_until (shows_number, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "close");
  g_assert_cmpstr (app_fixture_last_action (&self->app), ==, dossier);
  assert_buyer_sees (self, SME_CASE_WRONG_DATA);
  open_dossier (self);
  wait_to_see (self, ": Wrong information on the contract");
  g_assert_false (app_shows (self->page, "Sign the contract"));
}

/* A44: the number stands on the locked page, also when it is opened again. */
static void
test_locked (Desk *self, gconstpointer data)
{
  g_autofree char *code = NULL, *wrong = NULL;
  static const char *const left[] = { "2 tries left.", "1 try left." };

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_OTP);
  code = signing_fixture_read_code (&self->signing);
  wrong = signing_make_wrong_code (code);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      signing_desk_type_code (self->page, wrong);
      wait_to_see (self, left[i]);
    }
  signing_desk_type_code (self->page, wrong);
  signing_desk_wait_for (self->page, SME_SIGNING_LOCKED);
  gtk_widget_activate_action (
    gtk_widget_get_parent (app_find (self->page, GTK_TYPE_LABEL, "Signing is locked")),
    "signing.tell", NULL);
  if (find_dialog () != NULL)
    {
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "tell");
      signing_run_until (shows_number, NULL);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "close");
    }
  wait_to_see (self, "Case ");
  assert_buyer_sees (self, SME_CASE_LOCKED);
  open_page (self);
  signing_desk_wait_for (self->page, SME_SIGNING_LOCKED);
  wait_to_see (self, "Case ");
}

/* What comes after leads to nothing of the buyer's. */
static void
test_done (Desk *self, gconstpointer data)
{
  g_autofree char *dossier = g_strconcat ("open dossier:", self->dossier, NULL);

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DONE);
  g_assert_null (app_find (self->page, GTK_TYPE_LABEL, "Manage subscriptions"));
  g_assert_false (app_shows (self->page, "Follow the certificate"));
  app_click (self->page, "View the contract");
  g_assert_cmpstr (app_fixture_last_action (&self->app), ==, dossier);
}

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a40/holder/contract-is-compared", test_compares);
  ADD ("/a46/holder/done-leads-to-the-dossier", test_done);
  ADD ("/a49/holder/wrong-data-goes-to-support", test_wrong_data);
  ADD ("/a44/holder/locked-has-a-number", test_locked);
  return signing_fixture_run ();
}
