/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-header-buttons.h"
#include "app/sme-page-reconnect.h"
#include "app/sme-routes.h"
#include "app/sme-waiting.h"
#include "app/sme-window-private.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

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
    sme_page_reconnect_all (self->page);
}

/* Once, however often it comes to the front. */
static void
follow_page (SmeWindow *self, SmePage *page)
{
  if (page == NULL || g_signal_handler_find (page, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0,
                                             NULL, show_title, self) != 0)
    return;
  g_signal_connect_object (page, "notify::title", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::state", G_CALLBACK (sme_window_choose_problem_or_page),
                           self, G_CONNECT_SWAPPED);
}

static void
on_page_changed (SmeWindow *self)
{
  SmePage *page = sme_navigator_get_page (self->navigator);
  const SmeRouteEntry *entry = page != NULL ? sme_routes_find (name_of (page)) : NULL;
  gboolean shop = entry != NULL && (entry->flags & SME_ROUTE_SHOP) != 0;
  gboolean changed = page != self->page;

  self->page = page;
  sme_window_choose_problem_or_page (self);
  if (changed)
    {
      sme_toasts_turn_page (self->toasts);
      reconnect (self);
      follow_page (self, page);
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

static void
use_context (SmeWindow *self, SmeContext *context)
{
  SmeShop *shop = sme_context_get_shop (context);

  g_set_object (&self->context, context);
  sme_navigator_set_context (self->navigator, context);
  sme_sidebar_set_context (self->sidebar, context);
  gtk_widget_set_visible (self->local_line, sme_context_is_local (context));
  sme_offline_line_set_context (self->offline_line, context);
  self->accounts = sme_account_switcher_new (self->navigator, context);
  if (shop != NULL)
    g_signal_connect_object (shop, "notify::online", G_CALLBACK (reconnect), self,
                             G_CONNECT_SWAPPED);
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
  g_clear_object (&self->links);
  if (self->navigator != NULL)
    sme_navigator_clear (self->navigator);
  g_clear_object (&self->accounts);
  g_clear_object (&self->toasts);
  g_clear_object (&self->context);
  g_clear_error (&self->problem);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_WINDOW);
  G_OBJECT_CLASS (sme_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_NAVIGATOR);
  g_type_ensure (SME_TYPE_OFFLINE_LINE);
  g_type_ensure (SME_TYPE_SEARCH_TITLE);
  g_type_ensure (SME_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/onesme/Desktop/ui/sme-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, navigator);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, search_title);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, local_line);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, offline_line);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, problem_stack);
  gtk_widget_class_bind_template_child (widget_class, SmeWindow, problem_page);
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
  g_signal_new ("retry-connection", SME_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  sme_window_install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_window_init (SmeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = sme_toasts_new (self->toast_overlay);
  sme_header_buttons_follow (self->header_bar);
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

static void
show_link (const char *route, gpointer data)
{
  SmeWindow *self = data;

  if (!can_be_made (self, route))
    sme_navigator_clear (self->navigator);
  else if (!sme_navigator_open_above (self->navigator, route))
    sme_window_toast (self, _ ("This link leads nowhere"));
}

void
sme_window_open_link (SmeWindow *self, const char *uri)
{
  g_return_if_fail (SME_IS_WINDOW (self));

  if (self->links == NULL)
    self->links = sme_link_opener_new (GTK_WINDOW (self), show_link, self);
  sme_link_opener_open (self->links, uri);
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
