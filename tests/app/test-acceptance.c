/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes after the contract, on the screen and with the real backend: the certificate's way,
 * the acceptance record, and cases for the support. */
#include "app/manage/sme-certificate-page.h"
#include "app/signing/sme-signing-page.h"
#include "app/support/sme-support-page.h"
#include "core/sme-records.h"
#include "signing-desk.h"

#include <string.h>

typedef struct
{
  SigningFixture signing;
  AppFixture app;
  GtkWidget *page;
} Desk;

static void
set_up (Desk *self, gconstpointer data)
{
  signing_fixture_set_up (&self->signing, data);
  app_fixture_set_up (&self->app, data);
  g_object_unref (self->app.context);
  self->app.context = signing_desk_make_context (&self->signing);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
  signing_fixture_tear_down (&self->signing, data);
}

static void
open_page (Desk *self, GType type, const char *name, const char *params)
{
  g_autofree char *route = g_strconcat (name, ":", self->signing.order_id, params, NULL);

  gtk_window_set_child (GTK_WINDOW (self->app.window), NULL);
  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, type, route));
}

static void
sign_contract (Desk *self)
{
  open_page (self, SME_TYPE_SIGNING_PAGE, "sign", NULL);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DONE);
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

static gboolean
has_button (gpointer data)
{
  Sight *sight = data;
  GtkWidget *button = app_find (sight->root, GTK_TYPE_BUTTON, sight->text);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
press (Desk *self, const char *label)
{
  Sight sight = { self->page, label };

  signing_run_until (has_button, &sight);
  app_click (self->page, label);
}

static gboolean
has_code (gpointer entry)
{
  return strlen (gtk_editable_get_text (entry)) == 8;
}

/* Each step is the answer to the one before, told by the server's events alone. */
static void
play_phone (Desk *self)
{
  open_page (self, SME_TYPE_CERTIFICATE_PAGE, "certificate", NULL);
  press (self, "Take the code from the inbox");
  signing_run_until (has_code, app_find (self->page, ADW_TYPE_ENTRY_ROW, NULL));
  press (self, "Activate the account");
  press (self, "Identify yourself (eKYC)");
  press (self, "Refuse the certificate");
  wait_to_see (self, "The face is not the one on the identity paper.");
  press (self, "Identify yourself (eKYC)");
  press (self, "Issue the certificate");
  wait_to_see (self, "Certificate issued");
  wait_to_see (self, "The last step is the acceptance record");
}

static void
open_acceptance (Desk *self)
{
  open_page (self, SME_TYPE_SIGNING_PAGE, "sign", "?purpose=acceptance");
  signing_desk_wait_for (self->page, SME_SIGNING_READING);
}

static void
test_whole_way (Desk *self, gconstpointer data)
{
  g_autofree char *sign =
    g_strdup_printf ("open sign:%s?purpose=acceptance", self->signing.order_id);
  g_autofree char *view =
    g_strdup_printf ("open contract:%s?purpose=acceptance", self->signing.order_id);

  sign_contract (self);
  play_phone (self);
  press (self, "Sign the acceptance record");
  g_assert_cmpstr (app_fixture_last_action (&self->app), ==, sign);
  open_acceptance (self);
  g_assert_cmpstr (sme_page_get_title (SME_PAGE (self->page)), ==, "E-sign the acceptance record");
  g_assert_true (app_shows (self->page, "Please read the acceptance record first"));
  app_assert_named (self->page);
  signing_desk_read (self->page);
  /* The password was changed before the contract. */
  signing_desk_wait_for (self->page, SME_SIGNING_OTP);
  g_assert_true (app_shows (self->page, "Acceptance record"));
  signing_desk_enter_code (self->page, &self->signing);
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
  signing_desk_draw (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
  g_assert_true (app_shows (self->page, "you sign the acceptance record electronically"));
  signing_desk_finish (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_DONE);
  g_assert_true (app_shows (self->page, "The acceptance record is signed"));
  g_assert_true (app_shows (self->page, "Your subscription is in use."));
  g_assert_false (app_shows (self->page, "activation code"));
  app_click (self->page, "View the acceptance record");
  g_assert_cmpstr (app_fixture_last_action (&self->app), ==, view);
  open_page (self, SME_TYPE_CERTIFICATE_PAGE, "certificate", NULL);
  wait_to_see (self, "Nothing more has to be done");
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

/* Tells the support, without words, and closes what shows the number. */
static void
get_number (void)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "only."));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "tell");
  signing_run_until (shows_number, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "close");
}

static void
press_wrong (Desk *self, const char *label)
{
  GtkWidget *button =
    gtk_widget_get_ancestor (app_find (self->page, GTK_TYPE_LABEL, label), GTK_TYPE_BUTTON);

  g_signal_emit_by_name (button, "clicked");
}

/* A49: the order waits for the support; what the operator decides, the page of cases tells. */
static void
test_wrong_data (Desk *self, gconstpointer data)
{
  g_autofree char *support = g_strconcat ("replace support:", self->signing.order_id, NULL);

  open_page (self, SME_TYPE_SIGNING_PAGE, "sign", NULL);
  signing_desk_wait_for (self->page, SME_SIGNING_READING);
  press_wrong (self, "Wrong information on the contract");
  get_number ();
  g_assert_cmpstr (app_fixture_last_action (&self->app), ==, support);
  open_page (self, SME_TYPE_SUPPORT_PAGE, "support", NULL);
  wait_to_see (self, "The order is on hold");
  wait_to_see (self, ": Wrong information on the contract");
  press (self, "Do what was asked");
  wait_to_see (self, "Done on");
  press (self, "Go on with the order");
  g_assert_false (app_shows (self->page, "The order is on hold"));
}

static void
test_wrong_record (Desk *self, gconstpointer data)
{
  sign_contract (self);
  play_phone (self);
  open_acceptance (self);
  press_wrong (self, "Wrong information on the acceptance record");
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())), "branch 1"));
  get_number ();
  open_page (self, SME_TYPE_SUPPORT_PAGE, "support", NULL);
  wait_to_see (self, ": Signing the acceptance record failed");
}

static void
lock (Desk *self)
{
  g_autofree char *code = NULL, *wrong = NULL;
  static const char *const left[] = { "2 tries left.", "1 try left." };

  signing_desk_wait_for (self->page, SME_SIGNING_OTP);
  code = signing_fixture_read_code (&self->signing);
  wrong = signing_make_wrong_code (code);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      signing_desk_type_code (self->page, wrong);
      wait_to_see (self, left[i]);
    }
  signing_desk_type_code (self->page, wrong);
  signing_desk_wait_for (self->page, SME_SIGNING_LOCKED);
}

static SmeRecord *
find_case (Desk *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) cases = NULL;

  sme_shop_call_async (self->signing.shop, SME_OP_LIST_CASES, self->signing.order_id, NULL, NULL,
                       NULL, signing_on_ready, &result);
  cases = sme_shop_list_finish (self->signing.shop, signing_await (&result), NULL, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (cases), ==, 1);
  return g_list_model_get_item (cases, 0);
}

/* A44: the number is there without asking, and again when the page is; after the operator's
 * decision one goes on. */
static void
test_locked (Desk *self, gconstpointer data)
{
  g_autoptr (SmeRecord) open = NULL, resolved = NULL;
  g_autoptr (GError) error = NULL;

  open_page (self, SME_TYPE_SIGNING_PAGE, "sign", NULL);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_OTP);
  lock (self);
  wait_to_see (self, "Case ");
  g_assert_null (app_find (self->page, GTK_TYPE_LABEL, "Get a case number"));
  open_page (self, SME_TYPE_SIGNING_PAGE, "sign", NULL);
  signing_desk_wait_for (self->page, SME_SIGNING_LOCKED);
  wait_to_see (self, "Case ");
  open = find_case (self);
  resolved = signing_call (self->signing.tools, SME_OP_LOCAL_RESOLVE_CASE,
                           sme_record_get_text (open, "id"), "{\"outcome\":\"granted\"}", &error);
  g_assert_no_error (error);
  signing_desk_wait_for (self->page, SME_SIGNING_READING);
  signing_desk_read (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_OTP);
  wait_to_see (self, "3 tries left.");
}

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a50/the-record-is-signed-like-the-contract", test_whole_way);
  ADD ("/a49/wrong-data-goes-to-support", test_wrong_data);
  ADD ("/a50/a-wrong-record-goes-to-support", test_wrong_record);
  ADD ("/a44/support-opens-what-is-locked", test_locked);
  return signing_fixture_run ();
}
