/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-application.h"

#include "app/sme-connection.h"
#include "app/sme-window.h"
#include "app/order/sme-payment-herald.h"
#include "app/support/sme-shortcuts.h"

#include <glib-unix.h>

struct _SmeApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  SmeConnection *connection;
  SmePaymentHerald *herald;
  GCancellable *opening; /* while it is not known who is signed in */
  char *pending_link;    /* that came meanwhile */
  guint reconnect_source;
  guint signal_sources[2];
};

G_DEFINE_FINAL_TYPE (SmeApplication, sme_application, ADW_TYPE_APPLICATION)

static SmeWindow *
get_window (SmeApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *at = windows; at != NULL; at = at->next)
    if (SME_IS_WINDOW (at->data))
      return at->data;
  return NULL;
}

static void
on_problem_changed (SmeApplication *self)
{
  SmeWindow *window = get_window (self);

  if (window != NULL)
    sme_window_show_problem (window, sme_connection_get_problem (self->connection));
}

static void
open_pending (SmeApplication *self)
{
  SmeWindow *window = get_window (self);
  g_autofree char *link = NULL;

  if (window == NULL || self->opening != NULL)
    return;
  link = g_steal_pointer (&self->pending_link);
  if (link != NULL)
    sme_window_open_link (window, link);
}

static void
on_connection_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeApplication) self = data;
  g_autoptr (GError) error = NULL;

  sme_connection_open_finish (SME_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      SME_CONNECTION (source) != self->connection)
    return;
  if (error != NULL)
    g_message ("The last session was not restored: %s %d", g_quark_to_string (error->domain),
               error->code);
  g_clear_object (&self->opening);
  open_pending (self);
}

static void
connect_to_servers (SmeApplication *self)
{
  self->connection = sme_connection_new (self->settings);
  g_signal_connect_object (self->connection, "notify::problem", G_CALLBACK (on_problem_changed),
                           self, G_CONNECT_SWAPPED);
  self->herald =
    sme_payment_herald_new (G_APPLICATION (self), sme_connection_get_context (self->connection));
  self->opening = g_cancellable_new ();
  sme_connection_open_async (self->connection, self->opening, on_connection_opened,
                             g_object_ref (self));
}

static void on_server_changed (SmeApplication *self);

static void
on_retry_connection (SmeApplication *self)
{
  if (self->connection == NULL)
    return;
  if (sme_connection_can_retry (self->connection))
    sme_connection_retry (self->connection);
  else
    on_server_changed (self);
}

static SmeWindow *
ensure_window (SmeApplication *self)
{
  SmeWindow *window = get_window (self);

  if (window != NULL)
    return window;
  if (self->connection == NULL)
    connect_to_servers (self);
  window = sme_window_new (GTK_APPLICATION (self), sme_connection_get_context (self->connection));
  sme_shortcuts_translate (GTK_APPLICATION_WINDOW (window));
  g_signal_connect_object (window, "retry-connection", G_CALLBACK (on_retry_connection), self,
                           G_CONNECT_SWAPPED);
  on_problem_changed (self);
  if (sme_context_get_shop (sme_connection_get_context (self->connection)) != NULL)
    sme_window_open (window, "home");
  return window;
}

static void
cancel_opening (SmeApplication *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
on_closed_at_the_end (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *closed = data;
  g_autoptr (GError) error = NULL;

  if (!sme_connection_close_finish (SME_CONNECTION (source), result, &error))
    g_message ("The local backend did not end: %s", error->message);
  *closed = TRUE;
}

/* The main loop has ended: nothing else can happen while we wait for the backend, whose end has a
 * time limit of its own. */
static void
disconnect_at_the_end (SmeApplication *self)
{
  gboolean closed = FALSE;

  cancel_opening (self);
  g_clear_object (&self->herald);
  if (self->connection == NULL)
    return;
  sme_connection_close_async (self->connection, NULL, on_closed_at_the_end, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->connection);
}

static void
on_closed_for_another (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeApplication) self = data;

  sme_connection_close_finish (SME_CONNECTION (source), result, NULL);
  g_clear_object (&self->connection);
  gtk_window_present (GTK_WINDOW (ensure_window (self)));
  g_application_release (G_APPLICATION (self));
}

/* Other servers, other pages: everything is made anew. */
static gboolean
on_reconnect_due (gpointer data)
{
  SmeApplication *self = data;
  SmeWindow *window = get_window (self);

  self->reconnect_source = 0;
  if (window == NULL || self->connection == NULL)
    return G_SOURCE_REMOVE;
  g_application_hold (G_APPLICATION (self));
  gtk_window_destroy (GTK_WINDOW (window));
  cancel_opening (self);
  g_clear_object (&self->herald);
  sme_connection_close_async (self->connection, NULL, on_closed_for_another, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* The preferences are still in the middle of saving. */
static void
on_server_changed (SmeApplication *self)
{
  if (self->reconnect_source == 0)
    self->reconnect_source = g_idle_add (on_reconnect_due, self);
}

static gboolean
on_terminated (gpointer data)
{
  g_application_quit (data);
  return G_SOURCE_CONTINUE;
}

static void
on_scheme_changed (SmeApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  adw_style_manager_set_color_scheme (manager,
                                      g_str_equal (scheme, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                     : ADW_COLOR_SCHEME_DEFAULT);
}

static void
on_quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SmeWindow *window = get_window (data);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  else
    g_application_quit (data);
}

/* Of a notification: the program may not even run. */
static void
on_open_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SmeApplication *self = data;
  SmeWindow *window = ensure_window (self);

  g_free (self->pending_link);
  self->pending_link = g_variant_dup_string (parameter, NULL);
  open_pending (self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sme_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (SME_APPLICATION (application))));
}

static void
sme_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SmeApplication *self = SME_APPLICATION (application);
  SmeWindow *window = ensure_window (self);

  /* Of several the last counts: nobody wants more than one page to come up. */
  if (n_files > 0)
    {
      g_free (self->pending_link);
      self->pending_link = g_file_get_uri (files[n_files - 1]);
    }
  open_pending (self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[2];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } }, { "win.preferences", { "<Control>comma" } },
    { "win.open::guide", { "F1" } },  { "win.open::assistant", { "<Shift>F1" } },
    { "win.reload", { "F5" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           accelerators[i].keys);
}

static void
sme_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = on_quit_activated },
    { .name = "open", .activate = on_open_activated, .parameter_type = "s" },
  };
  SmeApplication *self = SME_APPLICATION (application);

  G_APPLICATION_CLASS (sme_application_parent_class)->startup (application);
  /* Text that can be copied is not marked from end to end because the keyboard came by. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  self->settings = g_settings_new (SME_APP_ID);
  g_signal_connect_object (self->settings, "changed::server-url", G_CALLBACK (on_server_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::econtract-url", G_CALLBACK (on_server_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (on_scheme_changed),
                           self, G_CONNECT_SWAPPED);
  on_scheme_changed (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_accelerators (GTK_APPLICATION (self));
  self->signal_sources[0] = g_unix_signal_add (SIGTERM, on_terminated, self);
  self->signal_sources[1] = g_unix_signal_add (SIGINT, on_terminated, self);
}

static void
sme_application_shutdown (GApplication *application)
{
  SmeApplication *self = SME_APPLICATION (application);
  SmeWindow *window = get_window (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  g_clear_handle_id (&self->reconnect_source, g_source_remove);
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  disconnect_at_the_end (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->pending_link, g_free);
  G_APPLICATION_CLASS (sme_application_parent_class)->shutdown (application);
}

static void
sme_application_class_init (SmeApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = sme_application_activate;
  application_class->open = sme_application_open;
  application_class->startup = sme_application_startup;
  application_class->shutdown = sme_application_shutdown;
}

static void
sme_application_init (SmeApplication *self)
{
}

SmeApplication *
sme_application_new (void)
{
  return g_object_new (SME_TYPE_APPLICATION, "application-id", SME_APP_ID, "resource-base-path",
                       "/vn/onesme/Desktop", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
