/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-reset-password-page-private.h"

#include "app/account/sme-known-address.h"
#include "core/sme-password-reset.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SmeResetPasswordPage, sme_reset_password_page, SME_TYPE_PAGE)

static void
show_error (SmeResetPasswordPage *self, const GError *error)
{
  if (!sme_form_checker_take_error (self->checker, error) &&
      !sme_sent_code_take_error (self->code, error))
    sme_try_pause_show_error (self->pause, error);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeResetPasswordPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeCodeState) code = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sme_reset_password_page_set_busy (self, self->send_button, FALSE);
  if (code == NULL)
    {
      show_error (self, error);
      return;
    }
  sme_sent_code_take (self->code, code);
  sme_reset_password_page_show_step (self);
  sme_field_row_focus (self->code_row);
}

static void
on_send_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (widget);
  g_autoptr (SmeRecord) request = NULL;

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (!sme_reset_password_page_may_send (self))
    return;
  if (!sme_sent_code_was_sent (self->code))
    {
      if (!sme_form_checker_check_all (self->checker))
        return;
      g_free (self->holder);
      self->holder =
        sme_reset_kind_normalize (self->kind, sme_field_row_get_text (self->holder_row));
    }
  request = sme_reset_kind_make_request (self->kind, self->holder);
  sme_notice_set_text (self->notice, NULL);
  sme_reset_password_page_set_busy (self, self->send_button, TRUE);
  sme_caller_send_async (
    sme_reset_kind_get_caller (self->kind, sme_reset_password_page_get_context (self)),
    self->kind->request, NULL, NULL, request, sme_page_get_cancellable (SME_PAGE (self)), on_sent,
    g_object_ref (self));
}

static void
on_reset (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeResetPasswordPage) self = data;
  SmePage *page = SME_PAGE (self);
  g_autoptr (GError) error = NULL;
  gboolean good = sme_caller_void_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sme_reset_password_page_set_busy (self, self->reset_button, FALSE);
  if (!good)
    {
      show_error (self, error);
      return;
    }
  sme_reset_password_page_clear_secrets (self);
  sme_page_toast (page, _ (self->kind->done));
  if (self->kind->econtract)
    {
      sme_page_finish (page);
      return;
    }
  sme_known_address_set (sme_reset_password_page_get_context (self), self->holder);
  sme_page_replace (page, "sign-in");
}

static void
on_reset_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (widget);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_password_reset_new ());
  g_autofree char *code = g_strstrip (g_strdup (sme_field_row_get_text (self->code_row)));

  if (!sme_sent_code_was_sent (self->code) || sme_reset_password_page_is_busy (self) ||
      !sme_form_checker_check_all (self->checker))
    return;
  sme_record_set_text (request, "request_id", sme_sent_code_get_request_id (self->code));
  sme_record_set_text (request, "code", code);
  sme_record_set_text (request, "password", sme_field_row_get_text (self->password_row));
  sme_notice_set_text (self->notice, NULL);
  sme_reset_password_page_set_busy (self, self->reset_button, TRUE);
  sme_caller_send_async (
    sme_reset_kind_get_caller (self->kind, sme_reset_password_page_get_context (self)),
    self->kind->reset, NULL, NULL, request, sme_page_get_cancellable (SME_PAGE (self)), on_reset,
    g_object_ref (self));
}

static void
on_begin_again_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (widget);

  if (sme_reset_password_page_is_busy (self))
    return;
  sme_sent_code_clear (self->code);
  sme_reset_password_page_clear_secrets (self);
  sme_notice_set_text (self->notice, NULL);
  sme_reset_password_page_show_step (self);
  sme_field_row_focus (self->holder_row);
}

static void
on_holder_entered (SmeResetPasswordPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reset-password.send", NULL);
}

static void
on_code_entered (SmeResetPasswordPage *self)
{
  sme_field_row_focus (self->password_row);
}

static void
on_repeat_entered (SmeResetPasswordPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reset-password.reset", NULL);
}

static void
sme_reset_password_page_load (SmePage *page)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (page);

  sme_reset_password_page_set_busy (self, self->send_button, FALSE);
  sme_reset_password_page_set_busy (self, self->reset_button, FALSE);
  sme_page_show_content (page);
}

static void
sme_reset_password_page_shown (SmePage *page)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (page);
  const char *known = self->kind->econtract
                        ? sme_route_get_id (sme_page_get_route (page))
                        : sme_known_address_get (sme_reset_password_page_get_context (self));

  if (known != NULL && *sme_field_row_get_text (self->holder_row) == '\0')
    sme_field_row_set_text (self->holder_row, known);
  sme_page_grab_first_focus (page);
}

static gboolean
sme_reset_password_page_grab_first_focus (SmePage *page)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (page);

  sme_field_row_focus (sme_sent_code_was_sent (self->code) ? self->code_row : self->holder_row);
  return TRUE;
}

/* What is asked for depends on whose password it is. */
static void
set_kind (SmeResetPasswordPage *self)
{
  SmeRoute *route = sme_page_get_route (SME_PAGE (self));

  self->kind = sme_reset_kind_find (route != NULL ? sme_route_get_name (route) : NULL);
  sme_page_set_title (SME_PAGE (self), _ (self->kind->title));
  g_object_set (self->holder_row, "title", _ (self->kind->row_title), "purpose",
                self->kind->econtract ? GTK_INPUT_PURPOSE_FREE_FORM : GTK_INPUT_PURPOSE_EMAIL,
                NULL);
  gtk_button_set_label (GTK_BUTTON (self->other_button), _ (self->kind->other));
  sme_form_checker_add (self->checker, self->holder_row, self->kind->pointer, self->kind->judge);
}

static void
sme_reset_password_page_constructed (GObject *object)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (object);

  G_OBJECT_CLASS (sme_reset_password_page_parent_class)->constructed (object);
  set_kind (self);
  sme_reset_password_page_show_step (self);
}

static void
sme_reset_password_page_dispose (GObject *object)
{
  SmeResetPasswordPage *self = SME_RESET_PASSWORD_PAGE (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->pause);
  g_clear_object (&self->code);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_RESET_PASSWORD_PAGE);
  G_OBJECT_CLASS (sme_reset_password_page_parent_class)->dispose (object);
}

static void
sme_reset_password_page_finalize (GObject *object)
{
  g_free (SME_RESET_PASSWORD_PAGE (object)->holder);
  G_OBJECT_CLASS (sme_reset_password_page_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_holder_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_code_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_repeat_entered);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  g_type_ensure (SME_TYPE_PASSWORD_METER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-reset-password-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, inbox_box);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, holder_list);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, holder_row);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, password_list);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, code_row);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, meter);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, reset_button);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, send_button);
  gtk_widget_class_bind_template_child (widget_class, SmeResetPasswordPage, other_button);
}

static void
sme_reset_password_page_class_init (SmeResetPasswordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  object_class->constructed = sme_reset_password_page_constructed;
  object_class->dispose = sme_reset_password_page_dispose;
  object_class->finalize = sme_reset_password_page_finalize;
  page_class->load = sme_reset_password_page_load;
  page_class->shown = sme_reset_password_page_shown;
  page_class->grab_first_focus = sme_reset_password_page_grab_first_focus;
  gtk_widget_class_install_action (widget_class, "reset-password.send", NULL, on_send_activated);
  gtk_widget_class_install_action (widget_class, "reset-password.reset", NULL, on_reset_activated);
  gtk_widget_class_install_action (widget_class, "reset-password.begin-again", NULL,
                                   on_begin_again_activated);
  bind_template (widget_class);
  bind_callbacks (widget_class);
}

static void
sme_reset_password_page_init (SmeResetPasswordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checker = sme_form_checker_new (self);
  self->code = sme_sent_code_new (self->code_row, self->send_button);
  self->pause = sme_try_pause_new (self->notice);
  sme_form_checker_add_with (self->checker, self->code_row, "/code", sme_sent_code_judge,
                             self->code);
  sme_new_password_watch (self->checker, self->password_row, "/password", self->meter,
                          self->repeat_row);
  g_signal_connect_object (self->code, "changed",
                           G_CALLBACK (sme_reset_password_page_update_actions), self,
                           G_CONNECT_SWAPPED);
}
