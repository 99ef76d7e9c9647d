/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/account/sme-reset-password-page.h"

#include "app/account/sme-new-password.h"
#include "app/account/sme-reset-kind.h"
#include "app/account/sme-sent-code.h"
#include "app/account/sme-try-pause.h"

G_BEGIN_DECLS

struct _SmeResetPasswordPage
{
  SmePage parent_instance;

  GtkLabel *explanation_label;
  GtkWidget *inbox_box;
  GtkWidget *holder_list;
  SmeFieldRow *holder_row;
  GtkWidget *password_list;
  SmeFieldRow *code_row;
  SmeFieldRow *password_row;
  SmePasswordMeter *meter;
  SmeFieldRow *repeat_row;
  SmeNotice *notice;
  SmeBusyButton *reset_button;
  SmeBusyButton *send_button;
  GtkWidget *other_button;

  SmeFormChecker *checker; /* leaves alone what the step does not show */
  SmeSentCode *code;
  SmeTryPause *pause;
  const SmeResetKind *kind;
  char *holder; /* that a code was asked for: an address, or a user name */
};

/* What the page shows of where it stands: -steps.c. */
SmeContext *sme_reset_password_page_get_context (SmeResetPasswordPage *self);
gboolean sme_reset_password_page_is_busy (SmeResetPasswordPage *self);
gboolean sme_reset_password_page_may_send (SmeResetPasswordPage *self);
void sme_reset_password_page_update_actions (SmeResetPasswordPage *self);
void
sme_reset_password_page_set_busy (SmeResetPasswordPage *self, SmeBusyButton *button, gboolean busy);
void sme_reset_password_page_show_step (SmeResetPasswordPage *self);
void sme_reset_password_page_clear_secrets (SmeResetPasswordPage *self);

G_END_DECLS
