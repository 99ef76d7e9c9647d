/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-hotline-button.h"
#include "app/sme-window-private.h"
#include "app/support/sme-link-dialog.h"
#include "app/support/sme-preferences-window.h"

#include <glib/gi18n.h>

static void
on_begin_search_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_search_title_begin (SME_WINDOW (widget)->search_title);
}

static void
on_open_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_window_open (SME_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_replace_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_navigator_replace (SME_WINDOW (widget)->navigator, g_variant_get_string (parameter, NULL));
}

static void
on_back_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_navigator_back (SME_WINDOW (widget)->navigator);
}

static void
on_home_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_window_open (SME_WINDOW (widget), "home");
}

/* A purchase is a page too, so that it can wait behind the sign-in like any other. */
static void
on_buy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *service_id, *plan_id;
  int months;
  g_autofree char *number = NULL;
  g_autofree char *route = NULL;

  g_variant_get (parameter, "(&s&si)", &service_id, &plan_id, &months);
  number = g_strdup_printf ("%d", months);
  route = sme_route_build ("buy", plan_id, "service", service_id, "months", number, NULL);
  sme_window_open (SME_WINDOW (widget), route);
}

static void
on_sign_in_here_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_navigator_sign_in_here (SME_WINDOW (widget)->navigator);
}

static void
on_sign_in_above_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_navigator_sign_in_above (SME_WINDOW (widget)->navigator);
}

static void
on_toast_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_window_toast (SME_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_kept_toast_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);

  if (self->toasts != NULL)
    sme_toasts_add (self->toasts, g_variant_get_string (parameter, NULL), TRUE);
}

static void
on_show_sidebar_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar_box);
  gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

static void
on_show_content_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
}

static void
on_reload_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);

  if (self->page != NULL)
    sme_page_reload (self->page);
}

static void
on_retry_connection_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "retry-connection");
}

static void
on_sign_out_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_account_switcher_sign_out (SME_WINDOW (widget)->accounts);
}

static void
on_switch_to_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_account_switcher_use (SME_WINDOW (widget)->accounts, g_variant_get_string (parameter, NULL),
                            NULL);
}

static void
on_use_account_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id;
  g_autofree const char **routes = NULL;

  g_variant_get (parameter, "(&s^a&s)", &id, &routes);
  sme_account_switcher_use (SME_WINDOW (widget)->accounts, id, routes);
}

static void
on_add_account_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_account_switcher_use (SME_WINDOW (widget)->accounts, "", NULL);
}

static void
on_account_added_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_account_switcher_take_over (SME_WINDOW (widget)->accounts);
}

static void
on_preferences_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);
  GtkWidget *preferences =
    sme_preferences_window_new (GTK_WINDOW (self), sme_context_get_settings (self->context));

  sme_preferences_window_set_context (SME_PREFERENCES_WINDOW (preferences), self->context);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_hotline_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_hotline_call (widget, NULL);
}

static void
on_open_link_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_link_dialog_present (SME_WINDOW (widget));
}

static void
on_about_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget), "application-name", "OneSME", "application-icon",
                         SME_APP_ID, "version", SME_VERSION, "developer-name",
                         _ ("The OneSME engineers"), "license-type", GTK_LICENSE_GPL_3_0,
                         "comments",
                         _ ("Order the VNPT SmartCA remote signature, sign the contract and manage "
                            "your subscriptions."),
                         NULL);
}

void
sme_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", "s", on_open_activated);
  gtk_widget_class_install_action (widget_class, "win.replace", "s", on_replace_activated);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back_activated);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, on_home_activated);
  gtk_widget_class_install_action (widget_class, "win.buy", "(ssi)", on_buy_activated);
  gtk_widget_class_install_action (widget_class, "win.sign-in-here", NULL,
                                   on_sign_in_here_activated);
  gtk_widget_class_install_action (widget_class, "win.sign-in-above", NULL,
                                   on_sign_in_above_activated);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", on_toast_activated);
  gtk_widget_class_install_action (widget_class, "win.toast-kept", "s", on_kept_toast_activated);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_begin_search_activated);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL,
                                   on_show_sidebar_activated);
  gtk_widget_class_install_action (widget_class, "win.show-content", NULL,
                                   on_show_content_activated);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, on_reload_activated);
  gtk_widget_class_install_action (widget_class, "win.retry-connection", NULL,
                                   on_retry_connection_activated);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, on_sign_out_activated);
  gtk_widget_class_install_action (widget_class, "win.switch-to", "s", on_switch_to_activated);
  gtk_widget_class_install_action (widget_class, "win.use-account", "(sas)",
                                   on_use_account_activated);
  gtk_widget_class_install_action (widget_class, "win.add-account", NULL, on_add_account_activated);
  gtk_widget_class_install_action (widget_class, "win.account-added", NULL,
                                   on_account_added_activated);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, on_preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, on_about_activated);
  gtk_widget_class_install_action (widget_class, "win.hotline", NULL, on_hotline_activated);
  gtk_widget_class_install_action (widget_class, "win.open-link", NULL, on_open_link_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "win.open-link",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "win.home", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.show-sidebar", NULL);
}
