/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-field-row.h"
#include "app/signing/sme-signature-pad.h"
#include "app/signing/sme-signing-page.h"
#include "app/signing/sme-typed-form.h"
#include "app/signing/sme-signature-view.h"
#include "signing-desk.h"

typedef struct
{
  SigningFixture signing;
  AppFixture app;
  GtkWidget *page;
} Desk;

/* At the drawing, with the real servers in place of the fixture's shop. */
static void
set_up (Desk *self, gconstpointer data)
{
  g_autofree char *route = NULL;

  signing_fixture_set_up (&self->signing, data);
  app_fixture_set_up (&self->app, data);
  g_object_unref (self->app.context);
  self->app.context = signing_desk_make_context (&self->signing);
  route = g_strconcat ("sign:", self->signing.order_id, NULL);
  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_SIGNING_PAGE, route));
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DRAWING);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
  signing_fixture_tear_down (&self->signing, data);
}

static SmeTypedForm *
find_form (Desk *self)
{
  return SME_TYPED_FORM (app_find (self->page, SME_TYPE_TYPED_FORM, NULL));
}

static SmeFieldRow *
find_row (Desk *self)
{
  return SME_FIELD_ROW (app_find (GTK_WIDGET (find_form (self)), SME_TYPE_FIELD_ROW, NULL));
}

static gboolean
can_go_on (Desk *self)
{
  return gtk_widget_get_sensitive (app_find (self->page, GTK_TYPE_BUTTON, "Continue"));
}

static gboolean
has_name (gpointer form)
{
  return sme_typed_form_get_name (form)[0] != '\0';
}

static void
choose (Desk *self, const char *way)
{
  GtkWidget *label = app_find (self->page, GTK_TYPE_LABEL, way);
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  app_run_idle ();
}

/* The name that was declared stands there, and is shown as it will be in the contract. */
static void
choose_typing (Desk *self)
{
  choose (self, "Type");
  signing_run_until (has_name, find_form (self));
}

static const SmeInkPath *
find_outline (Desk *self)
{
  GtkWidget *shown = app_find (self->page, SME_TYPE_SIGNATURE_VIEW, NULL);

  return sme_signature_view_get_outline (SME_SIGNATURE_VIEW (shown));
}

static void
test_declared_name (Desk *self, gconstpointer data)
{
  int width;

  choose_typing (self);
  g_assert_cmpstr (sme_typed_form_get_name (find_form (self)), ==, "Nguyễn Văn An");
  g_assert_nonnull (find_outline (self));
  g_assert_true (can_go_on (self));
  app_assert_named (self->page);
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  app_click (self->page, "Continue");
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
  g_assert_nonnull (find_outline (self));
  g_assert_null (app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL));
  signing_desk_finish (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_DONE);
}

/* Why there is no going on is said, and not before anything was done. */
static void
test_refused (Desk *self, gconstpointer data)
{
  choose_typing (self);
  g_assert_null (sme_field_row_get_error (find_row (self)));
  sme_field_row_set_text (find_row (self), "");
  app_run_idle ();
  g_assert_false (can_go_on (self));
  g_assert_cmpstr (sme_field_row_get_error (find_row (self)), ==, "There is no signature yet.");
  g_assert_true (app_shows (self->page, "Type the name that you sign with."));
  g_assert_null (find_outline (self));
  sme_field_row_set_text (find_row (self), "...");
  g_assert_false (can_go_on (self));
  sme_field_row_set_text (find_row (self), "Đỗ Thị Hường");
  app_run_idle ();
  g_assert_true (can_go_on (self));
  g_assert_null (sme_field_row_get_error (find_row (self)));
  g_assert_nonnull (find_outline (self));
}

/* One way does not undo the other: what was drawn and what was typed stay. */
static void
test_both_ways (Desk *self, gconstpointer data)
{
  SmeInk *ink;

  choose_typing (self);
  sme_field_row_set_text (find_row (self), "An");
  choose (self, "Draw");
  g_assert_false (can_go_on (self));
  ink = sme_signature_pad_get_ink (
    SME_SIGNATURE_PAD (app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL)));
  signing_draw (ink);
  g_assert_true (can_go_on (self));
  choose (self, "Type");
  g_assert_cmpstr (sme_typed_form_get_name (find_form (self)), ==, "An");
  app_click (self->page, "Continue");
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
  app_click (self->page, "Change the signature");
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
  choose (self, "Draw");
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 2);
  app_click (self->page, "Continue");
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
  g_assert_nonnull (app_find (self->page, SME_TYPE_SIGNATURE_PAD, NULL));
  g_assert_null (app_find (self->page, SME_TYPE_SIGNATURE_VIEW, NULL));
}

/* Enter goes on; the keyboard is in the name when the step is come back to. */
static void
test_enter (Desk *self, gconstpointer data)
{
  choose_typing (self);
  g_signal_emit_by_name (find_row (self), "activated");
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
  app_click (self->page, "Change the signature");
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
  app_run_idle ();
  g_assert_true (sme_field_row_is_focused (find_row (self)));
}

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a45/declared-name-as-signature", test_declared_name);
  ADD ("/a45/no-name-is-no-signature", test_refused);
  ADD ("/a45/drawing-and-typing-side-by-side", test_both_ways);
  ADD ("/a45/typed-with-the-keyboard-alone", test_enter);
  return signing_fixture_run ();
}
