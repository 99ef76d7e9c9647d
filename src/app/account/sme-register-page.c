/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-register-page.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-consent-list.h"
#include "app/account/sme-known-address.h"
#include "app/account/sme-notice.h"
#include "app/account/sme-registration-form.h"
#include "app/sme-error-text.h"
#include "client/sme-caller.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeRegisterPage
{
  SmePage parent_instance;

  SmeRegistrationForm *form;
  SmeConsentList *consents;
  SmeNotice *notice;
  SmeBusyButton *register_button;

  gboolean begun; /* the form was there once */
};

G_DEFINE_FINAL_TYPE (SmeRegisterPage, sme_register_page, SME_TYPE_PAGE)

static SmeCaller *
get_shop (SmeRegisterPage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static void
set_busy (SmeRegisterPage *self, gboolean busy)
{
  sme_busy_button_set_busy (self->register_button, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.register", !busy);
}

static void
show_error (SmeRegisterPage *self, const GError *error)
{
  gboolean at_fields = sme_registration_form_take_error (self->form, error);
  gboolean at_consents = sme_consent_list_take_error (self->consents, error);
  g_autofree char *text = NULL;

  if (at_fields || at_consents)
    return;
  text = sme_error_text_summarize (error);
  sme_notice_set_text (self->notice, text);
}

static void
on_registered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeRegisterPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (answer != NULL)
    {
      sme_page_set_keeps_input (SME_PAGE (self), FALSE);
      sme_page_replace (SME_PAGE (self), "activate?sent=1");
    }
  else
    show_error (self, error);
}

static void
on_register_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeRegisterPage *self = SME_REGISTER_PAGE (widget);
  g_autoptr (SmeRegistration) request = NULL;
  gboolean filled_in;

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (sme_busy_button_get_busy (self->register_button))
    return;
  filled_in = sme_registration_form_check (self->form);
  sme_notice_set_text (self->notice, NULL);
  /* What is higher up on the page gets the keyboard. */
  if (!sme_consent_list_check (self->consents, filled_in) || !filled_in)
    return;
  request = sme_registration_form_make_request (self->form);
  sme_consent_list_add_to (self->consents, SME_RECORD (request), "consents");
  sme_known_address_set (sme_page_get_context (SME_PAGE (self)),
                         sme_record_get_text (SME_RECORD (request), "email"));
  set_busy (self, TRUE);
  sme_caller_send_async (get_shop (self), SME_OP_CREATE_ACCOUNT, NULL, NULL, SME_RECORD (request),
                         sme_page_get_cancellable (SME_PAGE (self)), on_registered,
                         g_object_ref (self));
}

static void
on_form_entered (SmeRegisterPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "register.register", NULL);
}

static void
on_terms_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeRegisterPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) terms =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (terms == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  sme_consent_list_set_terms (self->consents, terms);
  sme_page_show_content (SME_PAGE (self));
  if (!self->begun)
    sme_page_grab_first_focus (SME_PAGE (self));
  self->begun = TRUE;
}

static void
sme_register_page_load (SmePage *page)
{
  SmeRegisterPage *self = SME_REGISTER_PAGE (page);

  set_busy (self, FALSE);
  sme_caller_send_async (get_shop (self), SME_OP_LIST_TERMS, NULL, NULL, NULL,
                         sme_page_get_cancellable (page), on_terms_ready, g_object_ref (page));
}

static void
sme_register_page_constructed (GObject *object)
{
  SmeRegisterPage *self = SME_REGISTER_PAGE (object);
  const char *address = sme_known_address_get (sme_page_get_context (SME_PAGE (self)));
  SmeRoute *route = sme_page_get_route (SME_PAGE (self));
  int type;

  G_OBJECT_CLASS (sme_register_page_parent_class)->constructed (object);
  if (address != NULL)
    sme_registration_form_set_email (self->form, address);
  if (route != NULL &&
      sme_enum_from_nick (SME_TYPE_CUSTOMER_TYPE, sme_route_get_param (route, "type"), &type))
    sme_registration_form_set_type (self->form, (SmeCustomerType) type);
}

static void
sme_register_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_REGISTER_PAGE);
  G_OBJECT_CLASS (sme_register_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_REGISTRATION_FORM);
  g_type_ensure (SME_TYPE_CONSENT_LIST);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeRegisterPage, form);
  gtk_widget_class_bind_template_child (widget_class, SmeRegisterPage, consents);
  gtk_widget_class_bind_template_child (widget_class, SmeRegisterPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeRegisterPage, register_button);
  gtk_widget_class_bind_template_callback (widget_class, on_form_entered);
}

static void
sme_register_page_class_init (SmeRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_register_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_register_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_register_page_load;
  gtk_widget_class_install_action (widget_class, "register.register", NULL, on_register_activated);
  bind_template (widget_class);
}

static void
sme_register_page_init (SmeRegisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Register"));
  sme_page_set_keeps_input (SME_PAGE (self), TRUE);
}
