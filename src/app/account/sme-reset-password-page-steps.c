/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-reset-password-page-private.h"

#include <glib/gi18n.h>

SmeContext *
sme_reset_password_page_get_context (SmeResetPasswordPage *self)
{
  return sme_page_get_context (SME_PAGE (self));
}

gboolean
sme_reset_password_page_is_busy (SmeResetPasswordPage *self)
{
  return sme_busy_button_get_busy (self->reset_button) ||
         sme_busy_button_get_busy (self->send_button);
}

gboolean
sme_reset_password_page_may_send (SmeResetPasswordPage *self)
{
  return !sme_reset_password_page_is_busy (self) && sme_sent_code_may_send (self->code);
}

void
sme_reset_password_page_update_actions (SmeResetPasswordPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "reset-password.send",
                                 sme_reset_password_page_may_send (self));
  gtk_widget_action_set_enabled (widget, "reset-password.reset",
                                 !sme_reset_password_page_is_busy (self));
  gtk_widget_action_set_enabled (widget, "reset-password.begin-again",
                                 !sme_reset_password_page_is_busy (self));
}

void
sme_reset_password_page_set_busy (SmeResetPasswordPage *self, SmeBusyButton *button, gboolean busy)
{
  sme_busy_button_set_busy (button, busy);
  sme_reset_password_page_update_actions (self);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
explain (SmeResetPasswordPage *self)
{
  if (!sme_sent_code_was_sent (self->code))
    return g_strdup (_ (self->kind->ask));
  return g_strdup_printf (_ (self->kind->sent), self->holder, sme_sent_code_get_digits (self->code),
                          sme_sent_code_get_minutes (self->code));
}
#pragma GCC diagnostic pop

/* One primary button: what the step is for. */
static void
set_primary (SmeBusyButton *button, gboolean primary)
{
  if (primary)
    gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "suggested-action");
}

void
sme_reset_password_page_show_step (SmeResetPasswordPage *self)
{
  gboolean sent = sme_sent_code_was_sent (self->code);
  g_autofree char *text = explain (self);

  sme_new_password_set_email (self->checker, self->password_row,
                              sent && !self->kind->econtract ? self->holder : NULL);
  gtk_label_set_label (self->explanation_label, text);
  gtk_widget_set_visible (self->holder_list, !sent);
  gtk_widget_set_visible (GTK_WIDGET (self->holder_row), !sent);
  gtk_widget_set_visible (GTK_WIDGET (self->code_row), sent);
  gtk_widget_set_visible (GTK_WIDGET (self->password_row), sent);
  gtk_widget_set_visible (GTK_WIDGET (self->repeat_row), sent);
  gtk_widget_set_visible (self->password_list, sent);
  gtk_widget_set_visible (
    self->inbox_box, sent && sme_context_is_local (sme_reset_password_page_get_context (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->reset_button), sent);
  gtk_widget_set_visible (self->other_button, sent);
  set_primary (self->send_button, !sent);
  sme_reset_password_page_update_actions (self);
}

void
sme_reset_password_page_clear_secrets (SmeResetPasswordPage *self)
{
  sme_field_row_set_text (self->code_row, "");
  sme_field_row_set_text (self->password_row, "");
  sme_field_row_set_text (self->repeat_row, "");
}
