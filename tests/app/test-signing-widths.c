/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every step of signing, with the real backend: how narrow a window may be. */
#include "app/form/sme-field-row.h"
#include "app/signing/sme-contract-page.h"
#include "app/signing/sme-ended-step.h"
#include "app/signing/sme-signing-page.h"
#include "page-widths.h"
#include "signing-desk.h"

#define MOST 640

typedef struct
{
  SigningFixture signing;
  AppFixture app;
  GtkWidget *page;
} Desk;

static void
open_page (Desk *self, GType type, const char *name)
{
  g_autofree char *route = g_strconcat (name, ":", self->signing.order_id, NULL);

  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, type, route));
}

static void
set_up (Desk *self, gconstpointer data)
{
  signing_fixture_set_up (&self->signing, data);
  app_fixture_set_up (&self->app, data);
  g_object_unref (self->app.context);
  self->app.context = signing_desk_make_context (&self->signing);
  open_page (self, SME_TYPE_SIGNING_PAGE, "sign");
}

static void
tear_down (Desk *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
  signing_fixture_tear_down (&self->signing, data);
}

static void
go_to (Desk *self, SmeSigningState state)
{
  signing_desk_go_to (self->page, &self->signing, state);
}

static void
test_reading (Desk *self, gconstpointer data)
{
  go_to (self, SME_SIGNING_READING);
  signing_desk_await_comparison (self->page);
  page_widths_assert (self->page, MOST);
}

static void
test_password (Desk *self, gconstpointer data)
{
  go_to (self, SME_SIGNING_PASSWORD);
  page_widths_assert (self->page, MOST);
}

static gboolean
has_error (gpointer row)
{
  return sme_field_row_get_error (row) != NULL;
}

static void
wait_for_error (Desk *self)
{
  signing_run_until (has_error, app_find (self->page, SME_TYPE_FIELD_ROW, NULL));
}

static void
enter_wrong_code (Desk *self)
{
  g_autofree char *code = signing_fixture_read_code (&self->signing);
  g_autofree char *wrong = signing_make_wrong_code (code);

  signing_desk_type_code (self->page, wrong);
}

static void
test_code (Desk *self, gconstpointer data)
{
  go_to (self, SME_SIGNING_OTP);
  page_widths_assert (self->page, MOST);
  enter_wrong_code (self);
  wait_for_error (self);
  page_widths_assert (self->page, MOST);
}

static void
open_tab (Desk *self, const char *english)
{
  GtkWidget *label =
    app_find (self->page, GTK_TYPE_LABEL, g_dpgettext2 (NULL, "signature", english));

  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  app_run_idle ();
}

static void
test_drawing (Desk *self, gconstpointer data)
{
  go_to (self, SME_SIGNING_DRAWING);
  page_widths_assert (self->page, MOST);
  open_tab (self, "Type");
  page_widths_assert (self->page, MOST);
  open_tab (self, "Picture");
  page_widths_assert (self->page, MOST);
}

static void
test_end (Desk *self, gconstpointer data)
{
  go_to (self, SME_SIGNING_FINISHING);
  page_widths_assert (self->page, MOST);
  signing_desk_finish (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_DONE);
  page_widths_assert (self->page, MOST);
  open_page (self, SME_TYPE_CONTRACT_PAGE, "contract");
  app_run_until_state (SME_PAGE (self->page), SME_PAGE_CONTENT);
  page_widths_assert (self->page, MOST);
}

static gboolean
is_ended (gpointer page)
{
  return app_find (page, SME_TYPE_ENDED_STEP, NULL) != NULL;
}

/* "Hết phiên giao dịch" */
static void
test_ended (Desk *self, gconstpointer data)
{
  go_to (self, SME_SIGNING_DRAWING);
  signing_fixture_advance (&self->signing, 31 * 60);
  signing_desk_draw (self->page);
  signing_run_until (is_ended, self->page);
  page_widths_assert (self->page, MOST);
}

static void
test_locked (Desk *self, gconstpointer data)
{
  go_to (self, SME_SIGNING_OTP);
  for (guint i = 0; i < 3; i++)
    {
      enter_wrong_code (self);
      if (i < 2)
        wait_for_error (self);
    }
  signing_desk_wait_for (self->page, SME_SIGNING_LOCKED);
  page_widths_assert (self->page, MOST);
}

#define ADD(name, function) \
  g_test_add ("/signing-widths/a82/large-letters/" name, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  page_widths_init (&argc, &argv);
  ADD ("reading", test_reading);
  ADD ("password", test_password);
  ADD ("code", test_code);
  ADD ("drawing", test_drawing);
  ADD ("end", test_end);
  ADD ("ended", test_ended);
  ADD ("locked", test_locked);
  return signing_fixture_run ();
}
