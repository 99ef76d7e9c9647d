/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-account-page.h"

#include "app/account/sme-busy-button.h"
#include "app/catalog/sme-service-text.h"
#include "base/sme-format.h"
#include "client/sme-shop.h"
#include "core/sme-session-info.h"

#include <glib/gi18n.h>

struct _SmeAccountPage
{
  SmePage parent_instance;

  AdwActionRow *name_row;
  AdwActionRow *organisation_row;
  AdwActionRow *email_row;
  AdwActionRow *phone_row;
  GtkListBox *session_list;
  SmeBusyButton *everywhere_button;
  GtkWidget *window; /* while every sign-in is being ended: this page ends with them */

  SmeRecord *account; /* that is shown; follows its changes */
};

G_DEFINE_FINAL_TYPE (SmeAccountPage, sme_account_page, SME_TYPE_PAGE)

static SmeShop *
get_shop (SmeAccountPage *self)
{
  return sme_context_get_shop (sme_page_get_context (SME_PAGE (self)));
}

/* "Giám đốc Công ty An Bình" would have to be taken apart again: one line each. */
static char *
describe_organisation (SmeRecord *account)
{
  const char *name = sme_record_get_text (account, "organisation_name");
  const char *tax_code = sme_record_get_text (account, "tax_code");
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *line = NULL;

  g_strv_builder_add (lines, sme_service_text_customer (
                               (SmeCustomerType) sme_record_get_int (account, "customer_type")));
  if (name != NULL && *name != '\0')
    g_strv_builder_add (lines, name);
  if (tax_code != NULL && *tax_code != '\0')
    {
      /* Translators: %s is a tax code. */
      line = g_strdup_printf (_ ("Tax code: %s"), tax_code);
      g_strv_builder_add (lines, line);
    }
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

static char *
describe_phone (SmeRecord *account)
{
  g_autofree char *phone = sme_format_phone (sme_record_get_text (account, "phone"));

  if (phone == NULL || sme_record_get_int (account, "phone_confirmed") != 0)
    return g_steal_pointer (&phone);
  /* Translators: %s is a telephone number. */
  return g_strdup_printf (_ ("%s (not confirmed by a code yet)"), phone);
}

static void
show_account (SmeAccountPage *self)
{
  g_autofree char *organisation = describe_organisation (self->account);
  g_autofree char *phone = describe_phone (self->account);

  adw_action_row_set_subtitle (self->name_row, sme_record_get_text (self->account, "full_name"));
  adw_action_row_set_subtitle (self->organisation_row, organisation);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->organisation_row),
                                 sme_record_get_int (self->account, "customer_type") ==
                                     SME_CUSTOMER_PERSON
                                   ? _ ("Customer type")
                                   : _ ("Organisation"));
  adw_action_row_set_subtitle (self->email_row, sme_record_get_text (self->account, "email"));
  adw_action_row_set_subtitle (self->phone_row, phone != NULL ? phone : "");
}

/* Another page may change the account while this one lies below it. */
static void
follow_account (SmeAccountPage *self)
{
  SmeRecord *account = (SmeRecord *) sme_shop_get_account (get_shop (self));

  if (account == NULL || account == self->account)
    return;
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_set_object (&self->account, account);
  g_signal_connect_object (account, "notify", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);
  show_account (self);
}

static void
add_end_button (GtkWidget *row, SmeRecord *session, const char *device)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Sign out there"));
  /* Translators: %s is the name of a computer. */
  g_autofree char *name = g_strdup_printf (_ ("Sign out on %s"), device);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "account.end-session");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    sme_record_get_text (session, "id"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  SmeRecord *session = item;
  const char *named = sme_record_get_text (session, "device_name");
  const char *device = named != NULL ? named : _ ("A computer without a name");
  g_autofree char *used = sme_format_date_time (sme_record_get_int (session, "last_used_at"));
  g_autofree char *begun = sme_format_date_time (sme_record_get_int (session, "created_at"));
  gboolean here = sme_record_get_int (session, "current") != 0;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = NULL;

  /* Translators: %s is a date and a time. */
  when = g_strdup_printf (here ? _ ("This computer, signed in since %s") : _ ("Last used %s"),
                          here ? begun : used);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), device);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  if (!here)
    add_end_button (row, session, device);
  return row;
}

static void
on_sessions_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeAccountPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) sessions =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sessions == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  follow_account (self);
  gtk_list_box_bind_model (self->session_list, sessions, make_row, NULL, NULL);
  sme_page_show_content (SME_PAGE (self));
}

static void
load_sessions (SmeAccountPage *self)
{
  sme_caller_send_async (SME_CALLER (get_shop (self)), SME_OP_LIST_SESSIONS, NULL, NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_sessions_loaded,
                         g_object_ref (self));
}

static void
on_session_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeAccountPage) self = data;
  g_autoptr (GError) error = NULL;

  sme_caller_void_finish (SME_CALLER (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    sme_page_toast_error (SME_PAGE (self), error);
  else
    sme_page_toast (SME_PAGE (self), _ ("Signed out there"));
  /* It may have ended by itself meanwhile. */
  load_sessions (self);
}

static void
on_end_session_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeAccountPage *self = SME_ACCOUNT_PAGE (widget);

  sme_caller_send_async (
    SME_CALLER (get_shop (self)), SME_OP_END_SESSION, g_variant_get_string (parameter, NULL), NULL,
    NULL, sme_page_get_cancellable (SME_PAGE (self)), on_session_ended, g_object_ref (self));
}

static void
set_busy (SmeAccountPage *self, gboolean busy)
{
  sme_busy_button_set_busy (self->everywhere_button, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.end-everywhere", !busy);
}

/* The page is mostly gone with the session: the window says the rest. */
static void
on_everywhere_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeAccountPage) self = data;
  g_autoptr (GtkWidget) window = g_steal_pointer (&self->window);
  g_autoptr (GError) error = NULL;

  sme_shop_end_finish (SME_SHOP (source), result, &error);
  if (self->everywhere_button != NULL)
    set_busy (self, FALSE);
  if (error == NULL)
    {
      gtk_widget_activate_action (window, "win.toast", "s", _ ("You are signed out everywhere"));
      /* Leaving of one's own will asks nobody to sign in again. */
      gtk_widget_activate_action (window, "win.sign-out", NULL);
    }
  else if (self->everywhere_button != NULL)
    sme_page_toast_error (SME_PAGE (self), error);
}

static void
on_end_everywhere_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeAccountPage *self = SME_ACCOUNT_PAGE (widget);

  if (sme_busy_button_get_busy (self->everywhere_button))
    return;
  set_busy (self, TRUE);
  g_set_object (&self->window, GTK_WIDGET (gtk_widget_get_root (widget)));
  sme_shop_end_async (get_shop (self), SME_OP_END_ALL_SESSIONS, NULL, NULL, on_everywhere_ended,
                      g_object_ref (self));
}

static void
sme_account_page_load (SmePage *page)
{
  set_busy (SME_ACCOUNT_PAGE (page), FALSE);
  load_sessions (SME_ACCOUNT_PAGE (page));
}

static void
sme_account_page_shown (SmePage *page)
{
  follow_account (SME_ACCOUNT_PAGE (page));
  /* The page that one comes back from may have ended some: a new password ends all the others. */
  if (sme_page_get_state (page) == SME_PAGE_CONTENT)
    load_sessions (SME_ACCOUNT_PAGE (page));
}

static void
sme_account_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_account_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), _ ("Account"));
}

static void
sme_account_page_dispose (GObject *object)
{
  g_clear_object (&SME_ACCOUNT_PAGE (object)->account);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_ACCOUNT_PAGE);
  G_OBJECT_CLASS (sme_account_page_parent_class)->dispose (object);
}

static void
sme_account_page_class_init (SmeAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sme_account_page_constructed;
  object_class->dispose = sme_account_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_account_page_load;
  SME_PAGE_CLASS (klass)->shown = sme_account_page_shown;
  gtk_widget_class_install_action (widget_class, "account.end-session", "s",
                                   on_end_session_activated);
  gtk_widget_class_install_action (widget_class, "account.end-everywhere", NULL,
                                   on_end_everywhere_activated);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeAccountPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmeAccountPage, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, SmeAccountPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, SmeAccountPage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SmeAccountPage, session_list);
  gtk_widget_class_bind_template_child (widget_class, SmeAccountPage, everywhere_button);
}

static void
sme_account_page_init (SmeAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
