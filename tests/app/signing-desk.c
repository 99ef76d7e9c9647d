/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signing-desk.h"

#include "app/form/sme-field-row.h"
#include "app/signing/sme-contract-compare.h"
#include "app/signing/sme-done-step.h"
#include "app/signing/sme-draw-step.h"
#include "app/signing/sme-ended-step.h"
#include "app/signing/sme-finish-step.h"
#include "app/signing/sme-locked-step.h"
#include "app/signing/sme-otp-step.h"
#include "app/signing/sme-password-step.h"
#include "app/signing/sme-read-step.h"
#include "app/signing/sme-signature-pad.h"

SmeContext *
signing_desk_make_context (SigningFixture *fixture)
{
  SmeContext *context = sme_context_new (NULL);

  sme_context_set_shop (context, fixture->shop);
  sme_context_set_econtract (context, fixture->econtract);
  sme_context_set_vault (context, fixture->vault);
  sme_context_set_local_tools (context, fixture->tools);
  return context;
}

/* What @english is on the screen. */
static const char *
say (const char *english)
{
  return g_dgettext (NULL, english);
}

static GType
get_step_type (SmeSigningState state)
{
  switch (state)
    {
    case SME_SIGNING_READING:
      return SME_TYPE_READ_STEP;
    case SME_SIGNING_PASSWORD:
      return SME_TYPE_PASSWORD_STEP;
    case SME_SIGNING_OTP:
      return SME_TYPE_OTP_STEP;
    case SME_SIGNING_DRAWING:
      return SME_TYPE_DRAW_STEP;
    case SME_SIGNING_FINISHING:
      return SME_TYPE_FINISH_STEP;
    case SME_SIGNING_DONE:
      return SME_TYPE_DONE_STEP;
    case SME_SIGNING_LOCKED:
      return SME_TYPE_LOCKED_STEP;
    case SME_SIGNING_ENDED:
      return SME_TYPE_ENDED_STEP;
    case SME_SIGNING_LOADING:
    default:
      g_assert_not_reached ();
    }
}

typedef struct
{
  GtkWidget *page;
  GType type;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;
  GtkWidget *step = app_find (wanted->page, wanted->type, NULL);

  return step != NULL && sme_page_get_state (SME_PAGE (step)) == SME_PAGE_CONTENT;
}

void
signing_desk_wait_for (GtkWidget *page, SmeSigningState state)
{
  Wanted wanted = { page, get_step_type (state) };

  signing_run_until (is_there, &wanted);
}

static gboolean
is_settled (gpointer compare)
{
  return sme_contract_compare_get_settled (compare);
}

/* Of an acceptance record there is nothing to compare. */
void
signing_desk_await_comparison (GtkWidget *page)
{
  GtkWidget *compare = app_find (page, SME_TYPE_CONTRACT_COMPARE, NULL);

  if (compare != NULL)
    signing_run_until (is_settled, compare);
}

void
signing_desk_read (GtkWidget *page)
{
  GtkWidget *check = app_find (page, GTK_TYPE_CHECK_BUTTON, NULL);

  signing_desk_await_comparison (page);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  app_click (page, say ("Continue"));
}

static SmeFieldRow *
find_row (GtkWidget *page, const char *title)
{
  for (GtkWidget *row = app_find (page, SME_TYPE_FIELD_ROW, NULL); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return SME_FIELD_ROW (row);
  g_assert_not_reached ();
}

void
signing_desk_set_password (GtkWidget *page)
{
  sme_field_row_set_text (find_row (page, say ("New password")), "mat khau econtract");
  sme_field_row_set_text (find_row (page, say ("Repeat password")), "mat khau econtract");
  app_click (page, say ("Finish"));
}

/* Six digits go on by themselves. */
void
signing_desk_type_code (GtkWidget *page, const char *code)
{
  sme_field_row_set_text (find_row (page, say ("OTP code :")), code);
}

void
signing_desk_enter_code (GtkWidget *page, SigningFixture *fixture)
{
  g_autofree char *code = signing_fixture_read_code (fixture);

  signing_desk_type_code (page, code);
}

void
signing_desk_draw (GtkWidget *page)
{
  GtkWidget *pad = app_find (page, SME_TYPE_SIGNATURE_PAD, NULL);

  signing_draw (sme_signature_pad_get_ink (SME_SIGNATURE_PAD (pad)));
  app_click (page, say ("Continue"));
}

void
signing_desk_finish (GtkWidget *page)
{
  app_click (page, say ("Finish"));
}

void
signing_desk_go_to (GtkWidget *page, SigningFixture *fixture, SmeSigningState state)
{
  signing_desk_wait_for (page, SME_SIGNING_READING);
  for (SmeSigningState at = SME_SIGNING_READING; at < state; at++)
    {
      if (at == SME_SIGNING_READING)
        signing_desk_read (page);
      else if (at == SME_SIGNING_PASSWORD)
        signing_desk_set_password (page);
      else if (at == SME_SIGNING_OTP)
        signing_desk_enter_code (page, fixture);
      else if (at == SME_SIGNING_DRAWING)
        signing_desk_draw (page);
      else if (at == SME_SIGNING_FINISHING)
        signing_desk_finish (page);
      signing_desk_wait_for (page, at + 1);
    }
}
