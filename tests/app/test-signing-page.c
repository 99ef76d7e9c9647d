/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-field-row.h"
#include "app/signing/sme-contract-page.h"
#include "app/signing/sme-contract-view.h"
#include "app/signing/sme-ended-step.h"
#include "app/signing/sme-seal-line.h"
#include "app/signing/sme-signature-pad.h"
#include "app/signing/sme-signing-desk.h"
#include "app/signing/sme-signing-page.h"
#include "app/signing/sme-signing-panel.h"
#include "signing-desk.h"
#include "viewer/sme-document-pane.h"

typedef struct
{
  SigningFixture signing;
  AppFixture app;
  GtkWidget *page;
} Desk;

/* The app's fixture with the real servers in place of its own shop. */
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
open_page (Desk *self)
{
  g_autofree char *route = g_strconcat ("sign:", self->signing.order_id, NULL);

  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_SIGNING_PAGE, route));
  signing_desk_wait_for (self->page, SME_SIGNING_READING);
}

static GtkWidget *
find_primary (Desk *self)
{
  GtkWidget *primary = app_find (self->page, GTK_TYPE_BUTTON, "Continue");

  g_assert_nonnull (primary);
  return primary;
}

static gboolean
has_document (gpointer pane)
{
  return sme_document_pane_get_document (pane) != NULL;
}

/* Scrolls until it is at the end, whose place is known once the pages are laid out. */
static gboolean
is_at_end (gpointer pane)
{
  SmeDocumentView *view = sme_document_pane_get_view (pane);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return sme_document_pane_get_reached_end (pane);
}

/* A40: everything can be read before anything is asked for; the button says why it is off. */
static void
test_read (Desk *self, gconstpointer data)
{
  GtkWidget *pane;

  open_page (self);
  pane = app_find (self->page, SME_TYPE_DOCUMENT_PANE, NULL);
  signing_run_until (has_document, pane);
  g_assert_false (gtk_widget_get_sensitive (find_primary (self)));
  g_assert_true (app_shows (self->page, "Read the contract to its last page"));
  g_assert_true (app_shows (self->page, "Terms of service"));
  app_assert_named (self->page);
  signing_run_until (is_at_end, pane);
  signing_desk_await_comparison (self->page);
  g_assert_true (app_shows (self->page, "The contract says what you declared"));
  g_assert_true (gtk_widget_get_sensitive (find_primary (self)));
  g_assert_false (app_shows (self->page, "Read the contract to its last page"));
}

static void
test_says_that_it_was_read (Desk *self, gconstpointer data)
{
  open_page (self);
  g_assert_false (gtk_widget_get_sensitive (find_primary (self)));
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (app_find (self->page, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  signing_desk_await_comparison (self->page);
  g_assert_true (gtk_widget_get_sensitive (find_primary (self)));
}

static gboolean
shows_sealed (gpointer data)
{
  GtkWidget *pane = app_find (data, SME_TYPE_DOCUMENT_PANE, NULL);

  return has_document (pane) &&
         sme_document_view_get_page (sme_document_pane_get_view (SME_DOCUMENT_PANE (pane))) > 0;
}

static gboolean
shows_not_sealed (gpointer page)
{
  return app_shows (page, "Not sealed yet.");
}

/* A46: before anybody signs it is said, without alarm, that nobody vouches for the file yet. */
static void
test_reads_unsealed (Desk *self, gconstpointer data)
{
  GtkWidget *line, *label, *icon;

  open_page (self);
  signing_run_until (shows_not_sealed, self->page);
  line = app_find (self->page, SME_TYPE_SEAL_LINE, NULL);
  label = app_find (line, GTK_TYPE_LABEL, "Not sealed yet.");
  icon = app_find (line, GTK_TYPE_IMAGE, NULL);
  g_assert_true (gtk_widget_get_visible (line));
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (label)));
  g_assert_false (gtk_widget_has_css_class (icon, "warning"));
  g_assert_false (gtk_widget_has_css_class (icon, "error"));
  g_assert_null (app_find (line, GTK_TYPE_BUTTON, "Details"));
}

static gboolean
shows_seal (gpointer page)
{
  return app_shows (page, "Sealed by OneSME demo") && app_shows (page, "Unchanged since then.");
}

static void
test_whole_way (Desk *self, gconstpointer data)
{
  GtkWidget *button;
  g_autofree char *open = g_strconcat ("open contract:", self->signing.order_id, NULL);

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_PASSWORD);
  app_assert_named (self->page);
  signing_desk_set_password (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_OTP);
  app_assert_named (self->page);
  signing_desk_enter_code (self->page, &self->signing);
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
  app_assert_named (self->page);
  signing_desk_draw (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
  signing_desk_finish (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_DONE);
  signing_run_until (shows_sealed, self->page);
  signing_run_until (shows_seal, self->page);
  g_assert_true (app_shows (self->page, "The contract is signed"));
  g_assert_true (app_shows (self->page, "activation code"));
  app_assert_named (self->page);
  app_click (self->page, "View the contract");
  g_assert_cmpstr (app_fixture_last_action (&self->app), ==, open);
  button = gtk_widget_get_ancestor (app_find (self->page, GTK_TYPE_LABEL, "Manage subscriptions"),
                                    GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (app_fixture_last_action (&self->app), ==, "open subscriptions");
}

static SmeFieldRow *
find_row (Desk *self)
{
  return SME_FIELD_ROW (app_find (self->page, SME_TYPE_FIELD_ROW, NULL));
}

static void
test_password (Desk *self, gconstpointer data)
{
  SmeFieldRow *password, *repeated;
  GtkWidget *finish;

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_PASSWORD);
  password = find_row (self);
  repeated = SME_FIELD_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (password)));
  finish = app_find (self->page, GTK_TYPE_BUTTON, "Finish");
  g_assert_false (gtk_widget_get_sensitive (finish));
  sme_field_row_set_text (password, "ngan");
  g_assert_null (sme_field_row_get_error (password));
  g_signal_emit_by_name (password, "left");
  g_assert_nonnull (sme_field_row_get_error (password));
  sme_field_row_set_text (password, "mat khau econtract");
  g_assert_null (sme_field_row_get_error (password));
  sme_field_row_set_text (repeated, "mat khau");
  g_signal_emit_by_name (repeated, "left");
  g_assert_nonnull (sme_field_row_get_error (repeated));
  g_assert_false (gtk_widget_get_sensitive (finish));
  sme_field_row_set_text (repeated, "mat khau econtract");
  g_assert_null (sme_field_row_get_error (repeated));
  g_assert_true (gtk_widget_get_sensitive (finish));
}

static gboolean
has_error (gpointer row)
{
  return sme_field_row_get_error (row) != NULL;
}

static void
test_otp_labels (Desk *self, gconstpointer data)
{
  static const char *const labels[] = {
    "SmartCA OneSME contract template",
    "OTP verification",
    "Enter the OTP code sent to",
    "0912 *** 6",
    "OTP code :",
    "Possible again in",
    "3 tries left.",
    "The code is valid for another",
    "VNPT eContract - A solution of VNPT",
  };
  GtkWidget *resend;

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_OTP);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_true (app_shows (self->page, labels[i]));
  resend = app_find (self->page, GTK_TYPE_BUTTON, "Resend code");
  g_assert_false (gtk_widget_get_sensitive (resend));
  g_assert_false (gtk_widget_get_sensitive (find_primary (self)));
  g_assert_cmpuint (signing_fixture_count_codes (&self->signing), ==, 1);
}

/* What is pasted may have words round the code. */
static void
test_pasted_code (Desk *self, gconstpointer data)
{
  g_autofree char *code = NULL, *message = NULL;

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_OTP);
  signing_desk_type_code (self->page, "12a");
  g_assert_cmpstr (sme_field_row_get_text (find_row (self)), ==, "12");
  code = signing_fixture_read_code (&self->signing);
  message = g_strdup_printf ("Mã OTP: %.3s %s.", code, code + 3);
  signing_desk_type_code (self->page, message);
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
}

static void
enter_wrong (Desk *self)
{
  g_autofree char *code = signing_fixture_read_code (&self->signing);
  g_autofree char *wrong = signing_make_wrong_code (code);

  signing_desk_type_code (self->page, wrong);
}

static void
test_wrong_codes (Desk *self, gconstpointer data)
{
  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_OTP);
  enter_wrong (self);
  signing_run_until (has_error, find_row (self));
  g_assert_true (app_shows (self->page, "2 tries left."));
  g_assert_cmpstr (sme_field_row_get_text (find_row (self)), ==, "");
  enter_wrong (self);
  g_assert_null (sme_field_row_get_error (find_row (self)));
  signing_run_until (has_error, find_row (self));
  g_assert_true (app_shows (self->page, "1 try left."));
  enter_wrong (self);
  signing_desk_wait_for (self->page, SME_SIGNING_LOCKED);
  g_assert_true (
    app_shows (self->page, "Please contact the hotline 1800 1260 (free) for support."));
  g_assert_true (app_shows (self->page, "This order exists on this computer only."));
  g_assert_true (app_shows (self->page, "Call the hotline 1800 1260 (free)"));
  g_assert_null (app_find (self->page, GTK_TYPE_BUTTON, "Continue"));
  app_assert_named (self->page);
}

static void
test_expired_code (Desk *self, gconstpointer data)
{
  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_OTP);
  signing_fixture_advance (&self->signing, 301);
  signing_desk_enter_code (self->page, &self->signing);
  signing_run_until (has_error, find_row (self));
  g_assert_cmpstr (sme_field_row_get_error (find_row (self)), ==,
                   "The code has expired. Have a new code sent.");
  g_assert_true (app_shows (self->page, "3 tries left."));
  /* Six more digits would lead nowhere. */
  g_assert_false (app_shows (self->page, "Enter the six digits of the code."));
  app_click (self->page, "Resend code");
  g_assert_false (gtk_widget_get_sensitive (app_find (self->page, GTK_TYPE_BUTTON, "Resend code")));
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      return at->data;
  return NULL;
}

static gboolean
shows_limit (gpointer page)
{
  return app_shows (page, "Try again in 24 hours.");
}

/* A43: until when, and who can give more codes now. */
static void
test_no_more_codes (Desk *self, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *label;

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_OTP);
  for (guint i = 0; i < 5; i++)
    {
      signing_fixture_advance (&self->signing, 31);
      open_page (self);
      signing_desk_wait_for (self->page, SME_SIGNING_READING);
      signing_desk_read (self->page);
      signing_desk_wait_for (self->page, SME_SIGNING_OTP);
    }
  signing_run_until (shows_limit, self->page);
  g_assert_cmpuint (signing_fixture_count_codes (&self->signing), ==, 5);
  g_assert_true (app_shows (self->page, "No more codes can be sent."));
  app_assert_named (self->page);
  label = app_find (self->page, GTK_TYPE_LABEL, "Get a case number");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  app_run_idle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  app_run_idle ();
}

static gboolean
has_two_codes (gpointer data)
{
  return signing_fixture_count_codes (data) == 2;
}

static gboolean
shows_ended (gpointer page)
{
  return app_find (page, SME_TYPE_ENDED_STEP, NULL) != NULL;
}

/* A48, in the middle of drawing. */
static void
test_session_ends (Desk *self, gconstpointer data)
{
  GtkWidget *pad;

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DRAWING);
  pad = app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL);
  signing_draw (sme_signature_pad_get_ink (SME_SIGNATURE_PAD (pad)));
  signing_fixture_advance (&self->signing, 31 * 60);
  if (!shows_ended (self->page))
    app_click (self->page, "Continue");
  signing_run_until (shows_ended, self->page);
  g_assert_nonnull (find_dialog ());
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (find_dialog ())), ==,
                   "Session expired");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "agree");
  signing_desk_wait_for (self->page, SME_SIGNING_OTP);
  signing_run_until (has_two_codes, &self->signing);
  signing_desk_enter_code (self->page, &self->signing);
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
  g_assert_cmpuint (sme_ink_get_n_strokes (sme_signature_pad_get_ink (
                      SME_SIGNATURE_PAD (app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL)))),
                    ==, 2);
  app_click (self->page, "Continue");
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
}

/* A45: refused with a reason, which goes when one draws on. */
static void
test_no_signature (Desk *self, gconstpointer data)
{
  SmeInk *ink;

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DRAWING);
  g_assert_false (gtk_widget_get_sensitive (find_primary (self)));
  ink = sme_signature_pad_get_ink (
    SME_SIGNATURE_PAD (app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL)));
  g_assert_true (sme_ink_begin_stroke (ink, NULL));
  g_assert_true (sme_ink_append (ink, 100, 100, 0, -1, NULL));
  sme_ink_end_stroke (ink);
  app_click (self->page, "Continue");
  app_run_idle ();
  g_assert_true (app_shows (self->page, "A dot is not a signature."));
  signing_draw (ink);
  g_assert_false (app_shows (self->page, "A dot is not a signature."));
  app_click (self->page, "Clear");
  g_assert_true (sme_ink_is_empty (ink));
  g_assert_false (gtk_widget_get_sensitive (find_primary (self)));
}

static void
test_draw_again (Desk *self, gconstpointer data)
{
  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_FINISHING);
  app_click (self->page, "Draw again");
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
  app_click (self->page, "Continue");
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
}

static void
test_wrong_data (Desk *self, gconstpointer data)
{
  GtkWidget *button;

  open_page (self);
  button = gtk_widget_get_ancestor (
    app_find (self->page, GTK_TYPE_LABEL, "Wrong information on the contract"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (find_dialog ());
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())), "1800 1260"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "close");
}

/* A47: the page is opened again, here by loading it anew. */
static void
test_resumes (Desk *self, gconstpointer data)
{
  SmeInk *ink;

  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DRAWING);
  signing_draw (sme_signature_pad_get_ink (
    SME_SIGNATURE_PAD (app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL))));
  gtk_window_set_child (GTK_WINDOW (self->app.window), NULL);
  open_page (self);
  signing_desk_read (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_OTP);
  signing_desk_enter_code (self->page, &self->signing);
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
  ink = sme_signature_pad_get_ink (
    SME_SIGNATURE_PAD (app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL)));
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 2);
}

static gboolean
is_narrow (gpointer desk)
{
  return sme_signing_desk_get_narrow (desk);
}

static gboolean
hides_contract (gpointer desk)
{
  return !gtk_widget_get_child_visible (gtk_widget_get_first_child (desk));
}

static gboolean
shows_contract (gpointer desk)
{
  return !hides_contract (desk);
}

static void
test_narrow (Desk *self, gconstpointer data)
{
  GtkWidget *desk, *panel;
  int width, height;

  open_page (self);
  desk = app_find (self->page, SME_TYPE_SIGNING_DESK, NULL);
  panel = app_find (self->page, SME_TYPE_SIGNING_PANEL, NULL);
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  gtk_widget_measure (self->page, GTK_ORIENTATION_VERTICAL, 360, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 560);
  g_assert_false (is_narrow (desk));
  gtk_window_set_default_size (GTK_WINDOW (self->app.window), 400, 640);
  signing_run_until (is_narrow, desk);
  app_run_idle ();
  /* Read: both are there. Afterwards the contract comes when it is asked for. */
  g_assert_nonnull (app_find (self->page, SME_TYPE_CONTRACT_VIEW, NULL));
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_PASSWORD);
  signing_run_until (hides_contract, desk);
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_object_set (panel, "contract-shown", TRUE, NULL);
  signing_run_until (shows_contract, desk);
  g_assert_nonnull (app_find (self->page, SME_TYPE_CONTRACT_VIEW, NULL));
}

static gboolean
shows_none (gpointer page)
{
  return app_shows (page, "Not sealed yet.");
}

static void
test_contract_page (Desk *self, gconstpointer data)
{
  g_autofree char *route = g_strconcat ("contract:", self->signing.order_id, NULL);
  GtkStack *stack;

  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_CONTRACT_PAGE, route));
  signing_run_until (shows_none, self->page);
  gtk_window_set_child (GTK_WINDOW (self->app.window), NULL);
  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DONE);
  gtk_window_set_child (GTK_WINDOW (self->app.window), NULL);
  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_CONTRACT_PAGE, route));
  signing_run_until (shows_seal, self->page);
  app_assert_named (self->page);
  /* It speaks of what is in sight, and nobody seals terms. */
  stack = GTK_STACK (
    app_find (app_find (self->page, SME_TYPE_CONTRACT_VIEW, NULL), GTK_TYPE_STACK, NULL));
  gtk_stack_set_visible_child_name (stack, "terms");
  g_assert_false (app_shows (self->page, "Sealed by OneSME demo"));
  gtk_stack_set_visible_child_name (stack, "contract");
  g_assert_true (shows_seal (self->page));
}

static gboolean
is_error (gpointer page)
{
  return sme_page_get_state (page) == SME_PAGE_ERROR;
}

static void
test_unknown_order (Desk *self, gconstpointer data)
{
  self->page =
    GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_SIGNING_PAGE, "sign:nothing"));
  signing_run_until (is_error, self->page);
  g_assert_nonnull (app_find (self->page, GTK_TYPE_BUTTON, "Try again"));
}

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a40/read-before-anything-is-asked", test_read);
  ADD ("/a40/one-can-say-that-it-was-read", test_says_that_it_was_read);
  ADD ("/a46/says-before-signing-that-it-is-not-sealed", test_reads_unsealed);
  ADD ("/a41/first-password", test_password);
  ADD ("/a42/otp-page", test_otp_labels);
  ADD ("/a43/no-more-codes-for-a-while", test_no_more_codes);
  ADD ("/a42/pasted-code-goes-on-by-itself", test_pasted_code);
  ADD ("/a43/expired-code", test_expired_code);
  ADD ("/a44/wrong-codes-and-lock", test_wrong_codes);
  ADD ("/a45/refused-with-a-reason", test_no_signature);
  ADD ("/a45/draw-again", test_draw_again);
  ADD ("/a46/whole-way", test_whole_way);
  ADD ("/a46/contract-says-who-sealed-it", test_contract_page);
  ADD ("/a47/resumes", test_resumes);
  ADD ("/a48/session-expired", test_session_ends);
  ADD ("/a49/wrong-data-before-signing", test_wrong_data);
  ADD ("/signing-page/narrow", test_narrow);
  ADD ("/signing-page/unknown-order", test_unknown_order);
  return signing_fixture_run ();
}
