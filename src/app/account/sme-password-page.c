/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-password-page.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-forgotten-button.h"
#include "app/account/sme-new-password.h"
#include "app/account/sme-try-pause.h"
#include "client/sme-shop.h"
#include "core/sme-account.h"
#include "core/sme-password-change.h"

#include <glib/gi18n.h>

struct _SmePasswordPage
{
  SmePage parent_instance;

  SmeFieldRow *old_row;
  SmeFieldRow *password_row;
  SmePasswordMeter *meter;
  SmeFieldRow *repeat_row;
  SmeNotice *notice;
  SmeBusyButton *save_button;

  SmeFormChecker *checker;
  SmeTryPause *pause;
};

G_DEFINE_FINAL_TYPE (SmePasswordPage, sme_password_page, SME_TYPE_PAGE)

static SmeShop *
get_shop (SmePasswordPage *self)
{
  return sme_context_get_shop (sme_page_get_context (SME_PAGE (self)));
}

static gboolean
may_save (SmePasswordPage *self)
{
  return !sme_busy_button_get_busy (self->save_button) && !sme_try_pause_get_waiting (self->pause);
}

static void
update_action (SmePasswordPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "change-password.save", may_save (self));
}

static void
set_busy (SmePasswordPage *self, gboolean busy)
{
  sme_busy_button_set_busy (self->save_button, busy);
  update_action (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePasswordPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = sme_caller_void_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (!good)
    {
      if (!sme_form_checker_take_error (self->checker, error))
        sme_try_pause_show_error (self->pause, error);
      return;
    }
  sme_field_row_set_text (self->old_row, "");
  sme_field_row_set_text (self->password_row, "");
  sme_field_row_set_text (self->repeat_row, "");
  sme_page_toast (SME_PAGE (self),
                  _ ("The password is changed. Wherever else you were signed in, you no longer "
                     "are."));
  sme_page_finish (SME_PAGE (self));
}

static void
on_save_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmePasswordPage *self = SME_PASSWORD_PAGE (widget);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_password_change_new ());

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (!may_save (self) || !sme_form_checker_check_all (self->checker))
    return;
  sme_record_set_text (request, "old_password", sme_field_row_get_text (self->old_row));
  sme_record_set_text (request, "new_password", sme_field_row_get_text (self->password_row));
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, TRUE);
  sme_caller_send_async (SME_CALLER (get_shop (self)), SME_OP_CHANGE_PASSWORD, NULL, NULL, request,
                         sme_page_get_cancellable (SME_PAGE (self)), on_saved, g_object_ref (self));
}

static void
on_old_entered (SmePasswordPage *self)
{
  sme_field_row_focus (self->password_row);
}

static void
on_repeat_entered (SmePasswordPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "change-password.save", NULL);
}

static void
sme_password_page_load (SmePage *page)
{
  SmePasswordPage *self = SME_PASSWORD_PAGE (page);
  SmeAccount *account = sme_shop_get_account (get_shop (self));

  if (account != NULL)
    sme_new_password_set_email (self->checker, self->password_row,
                                sme_record_get_text (SME_RECORD (account), "email"));
  set_busy (self, FALSE);
  sme_page_show_content (page);
}

static gboolean
sme_password_page_grab_first_focus (SmePage *page)
{
  sme_field_row_focus (SME_PASSWORD_PAGE (page)->old_row);
  return TRUE;
}

static void
sme_password_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_password_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), _ ("Change password"));
}

static void
sme_password_page_dispose (GObject *object)
{
  SmePasswordPage *self = SME_PASSWORD_PAGE (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->pause);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_PASSWORD_PAGE);
  G_OBJECT_CLASS (sme_password_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_FORGOTTEN_BUTTON);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  g_type_ensure (SME_TYPE_PASSWORD_METER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-password-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePasswordPage, old_row);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordPage, meter);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordPage, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_old_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_repeat_entered);
}

static void
sme_password_page_class_init (SmePasswordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sme_password_page_constructed;
  object_class->dispose = sme_password_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_password_page_load;
  SME_PAGE_CLASS (klass)->grab_first_focus = sme_password_page_grab_first_focus;
  gtk_widget_class_install_action (widget_class, "change-password.save", NULL, on_save_activated);
  bind_template (widget_class);
}

static void
sme_password_page_init (SmePasswordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checker = sme_form_checker_new (self);
  sme_form_checker_add (self->checker, self->old_row, "/old_password", NULL);
  sme_new_password_watch (self->checker, self->password_row, "/new_password", self->meter,
                          self->repeat_row);
  self->pause = sme_try_pause_new (self->notice);
  g_signal_connect_object (self->pause, "changed", G_CALLBACK (update_action), self,
                           G_CONNECT_SWAPPED);
}
