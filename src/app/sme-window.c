/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-window.h"

#include "app/account/sme-known-address.h"
#include "app/sme-error-text.h"
#include "app/sme-hotline-button.h"
#include "app/sme-navigator.h"
#include "app/sme-routes.h"
#include "app/sme-search-title.h"
#include "app/sme-toasts.h"
#include "app/sme-sidebar.h"
#include "app/sme-waiting.h"
#include "app/support/sme-link-dialog.h"
#include "app/support/sme-link.h"
#include "app/support/sme-preferences-window.h"
#include "base/sme-format.h"
#include "client/sme-catalog-cache.h"
#include "client/sme-econtract.h"
#include "client/sme-known-accounts.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

struct _SmeWindow
{
  AdwApplicationWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *sidebar_box;
  GtkWidget *content_box;
  SmeSidebar *sidebar;
  SmeNavigator *navigator;
  AdwToastOverlay *toast_overlay;
  SmeToasts *toasts;
  SmeSearchTitle *search_title;
  GtkToggleButton *search_button;
  GtkWidget *local_line;
  GtkWidget *offline_line;
  gboolean has_problem;
  GtkStack *problem_stack;
  AdwStatusPage *problem_page;

  SmeContext *context;
  SmePage *page; /* whose title is shown; borrowed from the navigator */
  guint layout_source;
  char *switching_to;  /* id of an account, while it is under way */
  char *waiting_route; /* of a link that came while a dialog was open */
  guint link_source;
};

enum
{
  RETRY_CONNECTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeWindow, sme_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
name_of (SmePage *page)
{
  return page != NULL ? sme_route_get_name (sme_page_get_route (page)) : "";
}

static gboolean
is_search (SmePage *page)
{
  return g_str_equal (name_of (page), "search");
}

static void
leave_search (SmeWindow *self)
{
  if (is_search (self->page))
    sme_navigator_back (self->navigator);
  else
    sme_search_title_show (self->search_title, NULL);
  if (self->page != NULL)
    sme_page_grab_first_focus (self->page);
}

static void
on_search_changed (SmeWindow *self, const char *text)
{
  g_autofree char *route = NULL;

  if (*text == '\0' && !is_search (self->page))
    return;
  route = sme_route_build ("search", NULL, "q", text, NULL);
  sme_navigator_open (self->navigator, route);
}

static void
on_search_activated (SmeWindow *self)
{
  if (is_search (self->page))
    sme_page_grab_first_focus (self->page);
}

static void
on_search_link (SmeWindow *self, const char *link)
{
  leave_search (self);
  sme_window_open_link (self, link);
}

static void
on_search_toggled (SmeWindow *self)
{
  gboolean active = gtk_toggle_button_get_active (self->search_button);

  if (active == sme_search_title_get_searching (self->search_title))
    return;
  if (active)
    sme_search_title_begin (self->search_title);
  else
    leave_search (self);
}

static void
on_begin_search_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_search_title_begin (SME_WINDOW (widget)->search_title);
}

/* What is in the program itself is there whatever the server does. */
static void
show_problem_or_page (SmeWindow *self)
{
  const SmeRouteEntry *entry = self->page != NULL ? sme_routes_find (name_of (self->page)) : NULL;
  gboolean here = entry != NULL && (entry->flags & SME_ROUTE_HERE) != 0;

  gtk_stack_set_visible_child_name (self->problem_stack,
                                    self->has_problem && !here ? "problem" : "pages");
}

/* Of whichever page is in front: others may change theirs meanwhile. */
static void
show_title (SmeWindow *self)
{
  sme_search_title_set_title (self->search_title,
                              self->page != NULL ? sme_page_get_title (self->page) : "");
}

/* What failed without a connection comes back with it, also a page that one comes back to. */
static void
reconnect (SmeWindow *self)
{
  SmeShop *shop = self->context != NULL ? sme_context_get_shop (self->context) : NULL;
  gboolean online = FALSE;

  if (shop != NULL)
    g_object_get (shop, "online", &online, NULL);
  if (online && self->page != NULL)
    sme_page_reconnect (self->page);
}

static void
on_page_changed (SmeWindow *self)
{
  SmePage *page = sme_navigator_get_page (self->navigator);
  const SmeRouteEntry *entry = page != NULL ? sme_routes_find (name_of (page)) : NULL;
  gboolean shop = entry != NULL && (entry->flags & SME_ROUTE_SHOP) != 0;
  gboolean changed = page != self->page;

  self->page = page;
  show_problem_or_page (self);
  if (changed)
    reconnect (self);
  if (changed)
    {
      if (page != NULL && g_signal_handler_find (page, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0,
                                                 0, NULL, show_title, self) == 0)
        g_signal_connect_object (page, "notify::title", G_CALLBACK (show_title), self,
                                 G_CONNECT_SWAPPED);
      show_title (self);
      sme_sidebar_set_section (self->sidebar, entry != NULL ? entry->section : NULL);
      sme_search_title_set_capture (self->search_title, shop ? GTK_WIDGET (self) : NULL);
    }
  if (is_search (page))
    {
      const char *query = sme_route_get_param (sme_page_get_route (page), "q");

      sme_search_title_show (self->search_title, query != NULL ? query : "");
    }
  else if (changed)
    sme_search_title_show (self->search_title, NULL);
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
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
on_signed_out (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (self->navigator == NULL)
    return;
  if (sme_shop_sign_out_finish (SME_SHOP (source), result, &error))
    sme_window_toast (self, _ ("You are signed out"));
  else
    sme_window_toast (self, _ ("You are signed out here; the server could not be told"));
}

/* The contract system has a sign-in of its own, which is the same person's. */
static void
leave_econtract (SmeWindow *self)
{
  SmeEcontract *econtract = sme_context_get_econtract (self->context);

  if (econtract != NULL && sme_econtract_get_signed_in (econtract))
    sme_econtract_sign_out_async (econtract, NULL, NULL, NULL);
}

/* Without pages: leaving of one's own will asks nobody to sign in again. */
static void
sign_out (SmeWindow *self)
{
  SmeShop *shop = sme_context_get_shop (self->context);

  sme_navigator_clear (self->navigator);
  leave_econtract (self);
  if (shop != NULL && sme_context_is_signed_in (self->context))
    sme_shop_sign_out_async (shop, NULL, on_signed_out, g_object_ref (self));
  sme_window_open (self, "home");
}

static void
on_sign_out_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sign_out (SME_WINDOW (widget));
}

/* To the page that asks for the password, with the address filled in. */
static void
ask_to_sign_in (SmeWindow *self, SmeAccount *account)
{
  if (account != NULL)
    sme_known_address_set (self->context, sme_record_get_text (SME_RECORD (account), "email"));
  sme_window_open (self, "sign-in");
}

static void
on_switched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean signed_in = sme_shop_switch_finish (SME_SHOP (source), result, &error);
  g_autofree char *id = g_steal_pointer (&self->switching_to);
  SmeAccount *account;
  g_autofree char *text = NULL;

  if (self->navigator == NULL || id == NULL)
    return;
  account = sme_known_accounts_find (sme_context_get_known_accounts (self->context), id);
  if (!signed_in)
    {
      ask_to_sign_in (self, account);
      return;
    }
  /* Translators: %s is the name of a person. */
  text = g_strdup_printf (_ ("You are signed in as %s now"),
                          account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name")
                                          : "");
  sme_window_toast (self, text);
}

/* Without pages: they are the other account's. */
static void
switch_to (SmeWindow *self, const char *id)
{
  SmeShop *shop = sme_context_get_shop (self->context);

  g_free (self->switching_to);
  self->switching_to = g_strdup (id);
  sme_navigator_clear (self->navigator);
  leave_econtract (self);
  sme_shop_switch_async (shop, id, NULL, on_switched, g_object_ref (self));
  sme_window_open (self, "home");
}

static void
on_switch_to_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);

  if (sme_context_get_known_accounts (self->context) != NULL && self->switching_to == NULL)
    switch_to (self, g_variant_get_string (parameter, NULL));
}

/* Who is signed in stays known, and can be come back to. */
static void
on_add_account_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);

  switch_to (self, NULL);
  sme_window_open (self, "sign-in");
}

static void
on_preferences_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeWindow *self = SME_WINDOW (widget);
  GtkWidget *preferences =
    sme_preferences_window_new (GTK_WINDOW (self), sme_context_get_settings (self->context));

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
on_retry_clicked (SmeWindow *self)
{
  g_signal_emit (self, signals[RETRY_CONNECTION], 0);
}

static void
on_waiting_changed (SmeWindow *self)
{
  SmeWaiting *waiting = sme_context_get_waiting (self->context);
  static const char *const sections[] = { "orders", "subscriptions" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      guint n = sme_waiting_count (waiting, sections[i]);
      g_autofree char *meaning =
        g_strdup_printf (ngettext ("%u waiting for you", "%u waiting for you", n), n);

      sme_sidebar_set_badge (self->sidebar, sections[i], n, meaning);
    }
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

static gboolean
lay_out_again (gpointer data)
{
  SmeWindow *self = data;

  self->layout_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* Where nothing moves (reduced motion) AdwLeaflet 1.2 goes over to its other form while it is being
 * laid out, half by the old one: the sidebar would stay too wide. */
static void
on_folded_changed (SmeWindow *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (lay_out_again, self);
}

static void
remember_size (SmeWindow *self, GSettings *settings)
{
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* What is seen without the server is as old as it was when it came. */
static void
show_age (SmeWindow *self)
{
  SmeCatalogCache *catalog = sme_context_get_catalog_cache (self->context);
  gint64 as_of = catalog != NULL ? sme_catalog_cache_get_as_of (catalog) : 0;
  g_autofree char *date = sme_format_date_time (as_of);
  g_autofree char *text = g_strdup_printf (
    /* Translators: %s is a date and time */
    _ ("No connection to the server. The catalog is as it was on %s; ordering needs the network. "
       "What you enter is kept."),
    date);

  gtk_label_set_label (GTK_LABEL (self->offline_line),
                       as_of > 0 ? text
                                 : _ ("No connection to the server. What you enter is kept."));
}

static void
use_context (SmeWindow *self, SmeContext *context)
{
  SmeShop *shop = sme_context_get_shop (context);

  g_set_object (&self->context, context);
  sme_navigator_set_context (self->navigator, context);
  sme_sidebar_set_context (self->sidebar, context);
  gtk_widget_set_visible (self->local_line, sme_context_is_local (context));
  if (sme_context_get_catalog_cache (context) != NULL)
    g_signal_connect_object (sme_context_get_catalog_cache (context), "notify::as-of",
                             G_CALLBACK (show_age), self, G_CONNECT_SWAPPED);
  if (shop != NULL)
    {
      g_object_bind_property (shop, "online", self->offline_line, "visible",
                              G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
      g_signal_connect_object (shop, "notify::online", G_CALLBACK (reconnect), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (sme_context_get_waiting (context), "items-changed",
                           G_CALLBACK (on_waiting_changed), self, G_CONNECT_SWAPPED);
  if (sme_context_get_settings (context) != NULL)
    remember_size (self, sme_context_get_settings (context));
}

static void
sme_window_dispose (GObject *object)
{
  SmeWindow *self = SME_WINDOW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_handle_id (&self->link_source, g_source_remove);
  g_clear_pointer (&self->waiting_route, g_free);
  if (self->navigator != NULL)
    sme_navigator_clear (self->navigator);
  g_clear_object (&self->toasts);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_WINDOW);
  G_OBJECT_CLASS (sme_window_parent_class)->dispose (object);
}

static void
sme_window_finalize (GObject *object)
{
  g_free (SME_WINDOW (object)->switching_to);
  G_OBJECT_CLASS (sme_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", "s", on_open_activated);
  gtk_widget_class_install_action (widget_class, "win.replace", "s", on_replace_activated);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back_activated);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, on_home_activated);
  gtk_widget_class_install_action (widget_class, "win.buy", "(ssi)", on_buy_activated);
  gtk_widget_class_install_action (widget_class, "win.sign-in-here", NULL,
                                   on_sign_in_here_activated);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", on_toast_activated);
  gtk_widget_class_install_action (widget_class, "win.toast-kept", "s", on_kept_toast_activated);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_begin_search_activated);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL,
                                   on_show_sidebar_activated);
  gtk_widget_class_install_action (widget_class, "win.show-content", NULL,
                                   on_show_content_activated);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, on_reload_activated);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, on_sign_out_activated);
  gtk_widget_class_install_action (widget_class, "win.switch-to", "s", on_switch_to_activated);
  gtk_widget_class_install_action (widget_class, "win.add-account", NULL, on_add_account_activated);
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

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_NAVIGATOR);
  g_type_ensure (SME_TYPE_SEARCH_TITLE);
  g_type_ensure (SME_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/onesme/Desktop/ui/sme-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, navigator);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, search_title);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, local_line);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, offline_line);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, problem_stack);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, leave_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_link);
  gtk_widget_class_bind_template_callback (widget_class, on_search_toggled);
}

static void
sme_window_class_init (SmeWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_window_finalize;
  signals[RETRY_CONNECTION] = g_signal_new ("retry-connection", SME_TYPE_WINDOW, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_window_init (SmeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = sme_toasts_new (self->toast_overlay);
  sme_search_title_precede_labels (self->search_title, GTK_ROOT (self));
  g_signal_connect_object (self->navigator, "notify::page", G_CALLBACK (on_page_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_folded_changed), self,
                           G_CONNECT_SWAPPED);
}

SmeWindow *
sme_window_new (GtkApplication *application, SmeContext *context)
{
  SmeWindow *self = g_object_new (SME_TYPE_WINDOW, "application", application, NULL);

  use_context (self, context);
  return self;
}

/* Without any server, not even one that does not answer, only what needs none has a page; the
 * window says why. */
static gboolean
can_be_made (SmeWindow *self, const char *text)
{
  g_autoptr (SmeRoute) route = sme_route_parse (text);
  const SmeRouteEntry *entry = route != NULL ? sme_routes_find (sme_route_get_name (route)) : NULL;

  return sme_context_get_shop (self->context) != NULL || entry == NULL ||
         (entry->flags & SME_ROUTE_HERE) != 0;
}

void
sme_window_open (SmeWindow *self, const char *route)
{
  g_return_if_fail (SME_IS_WINDOW (self));
  if (g_strcmp0 (route, "preferences") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.preferences", NULL);
  else if (!can_be_made (self, route))
    sme_navigator_clear (self->navigator);
  else if (!sme_navigator_open (self->navigator, route))
    sme_window_toast (self, _ ("This link leads nowhere"));
}

/* A dialog is about the page below it, which stays in front until it is answered. */
static GtkWindow *
find_dialog (SmeWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (gtk_window_get_transient_for (at->data) == GTK_WINDOW (self) &&
        gtk_window_get_modal (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static void open_waiting (SmeWindow *self);

static gboolean
on_link_due (gpointer data)
{
  SmeWindow *self = data;

  self->link_source = 0;
  open_waiting (self);
  return G_SOURCE_REMOVE;
}

/* What the answer does comes first. */
static void
on_dialog_gone (SmeWindow *self)
{
  if (self->link_source == 0)
    self->link_source = g_idle_add (on_link_due, self);
}

static void
open_waiting (SmeWindow *self)
{
  GtkWindow *dialog = find_dialog (self);
  g_autofree char *route = NULL;

  if (dialog != NULL)
    {
      g_signal_connect_object (dialog, "unmap", G_CALLBACK (on_dialog_gone), self,
                               G_CONNECT_SWAPPED);
      return;
    }
  route = g_steal_pointer (&self->waiting_route);
  if (route == NULL)
    return;
  if (!can_be_made (self, route))
    sme_navigator_clear (self->navigator);
  else if (!sme_navigator_open_above (self->navigator, route))
    sme_window_toast (self, _ ("This link leads nowhere"));
}

void
sme_window_open_link (SmeWindow *self, const char *uri)
{
  g_autofree char *link = g_strstrip (g_strdup (uri));
  g_autofree char *route = sme_link_to_route (link);

  g_return_if_fail (SME_IS_WINDOW (self));
  if (route == NULL)
    {
      sme_window_toast (self, sme_link_explain (link));
      return;
    }
  if (find_dialog (self) != NULL)
    sme_window_toast (self, _ ("The link opens when you have answered the question"));
  g_free (self->waiting_route);
  self->waiting_route = g_steal_pointer (&route);
  open_waiting (self);
}

void
sme_window_show_problem (SmeWindow *self, const GError *problem)
{
  gboolean before = self->has_problem;
  SmeErrorText text;
  g_autofree char *explanation = NULL;
  g_autofree char *escaped = NULL;

  self->has_problem = problem != NULL;
  show_problem_or_page (self);
  if (problem == NULL)
    {
      if (before && self->page != NULL)
        sme_page_reload (self->page);
      return;
    }
  text = sme_error_text_find (problem);
  explanation = sme_error_text_describe (problem);
  escaped = g_markup_escape_text (explanation, -1);
  adw_status_page_set_title (self->problem_page, text.title);
  adw_status_page_set_description (self->problem_page, escaped);
}

void
sme_window_toast (SmeWindow *self, const char *text)
{
  if (self->toasts != NULL)
    sme_toasts_add (self->toasts, text, FALSE);
}

SmePage *
sme_window_get_page (SmeWindow *self)
{
  g_return_val_if_fail (SME_IS_WINDOW (self), NULL);
  return self->page;
}
