/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-preferences-window.h"

#include "app/signing/sme-saved-signature.h"
#include "client/sme-transport.h"

#include <glib/gi18n.h>

struct _SmePreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *server_row;
  AdwEntryRow *econtract_row;
  AdwComboRow *language_row;
  AdwComboRow *scheme_row;
  GtkWidget *signature_group;

  GSettings *settings;
  SmeSavedSignature *signature; /* NULL without a context */
  GCancellable *cancellable;
};

/* In the order of the combo rows of the template. */
static const char *const languages[] = { "", "vi", "en" };
static const char *const schemes[] = { "default", "light", "dark" };

G_DEFINE_FINAL_TYPE (SmePreferencesWindow, sme_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static char *
get_url (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
on_url_changed (SmePreferencesWindow *self, AdwEntryRow *row)
{
  g_autofree char *url = get_url (row);
  gboolean allowed = sme_preferences_window_is_allowed (url);

  if (allowed)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               allowed ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
on_url_applied (SmePreferencesWindow *self, AdwEntryRow *row)
{
  g_autofree char *url = get_url (row);
  const char *key = row == self->server_row ? "server-url" : "econtract-url";

  if (sme_preferences_window_is_allowed (url))
    {
      g_settings_set_string (self->settings, key, url);
      return;
    }
  adw_preferences_window_add_toast (
    ADW_PREFERENCES_WINDOW (self),
    adw_toast_new (_ ("An address begins with https:// and has no path")));
}

static void
on_language_changed (SmePreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);
  g_autofree char *before = NULL;

  if (self->settings == NULL || selected >= G_N_ELEMENTS (languages))
    return;
  before = g_settings_get_string (self->settings, "language");
  if (g_str_equal (before, languages[selected]))
    return;
  g_settings_set_string (self->settings, "language", languages[selected]);
  adw_preferences_window_add_toast (
    ADW_PREFERENCES_WINDOW (self),
    adw_toast_new (_ ("The language changes when the program is started again")));
}

static void
on_scheme_changed (SmePreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme_row);

  if (self->settings != NULL && selected < G_N_ELEMENTS (schemes))
    g_settings_set_string (self->settings, "color-scheme", schemes[selected]);
}

static void
show_signature (SmePreferencesWindow *self)
{
  gtk_widget_set_visible (self->signature_group, sme_saved_signature_get_exists (self->signature));
}

static void
on_forget_clicked (SmePreferencesWindow *self)
{
  sme_saved_signature_forget (self->signature);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    adw_toast_new (_ ("The kept signature is deleted")));
}

void
sme_preferences_window_set_context (SmePreferencesWindow *self, SmeContext *context)
{
  g_return_if_fail (SME_IS_PREFERENCES_WINDOW (self) && self->signature == NULL);
  self->signature = sme_saved_signature_new_for_context (context);
  g_signal_connect_object (self->signature, "notify::exists", G_CALLBACK (show_signature), self,
                           G_CONNECT_SWAPPED);
  sme_saved_signature_load_async (self->signature, self->cancellable, NULL, NULL);
}

static guint
find (const char *const *values, gsize n, const char *value)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (values[i], value))
      return (guint) i;
  return 0;
}

static void
show_settings (SmePreferencesWindow *self, GSettings *settings)
{
  g_autofree char *server = g_settings_get_string (settings, "server-url");
  g_autofree char *econtract = g_settings_get_string (settings, "econtract-url");
  g_autofree char *language = g_settings_get_string (settings, "language");
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");

  gtk_editable_set_text (GTK_EDITABLE (self->server_row), server);
  gtk_editable_set_text (GTK_EDITABLE (self->econtract_row), econtract);
  adw_combo_row_set_selected (self->language_row,
                              find (languages, G_N_ELEMENTS (languages), language));
  adw_combo_row_set_selected (self->scheme_row, find (schemes, G_N_ELEMENTS (schemes), scheme));
}

static void
sme_preferences_window_dispose (GObject *object)
{
  SmePreferencesWindow *self = SME_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->signature);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_PREFERENCES_WINDOW);
  G_OBJECT_CLASS (sme_preferences_window_parent_class)->dispose (object);
}

static void
sme_preferences_window_class_init (SmePreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePreferencesWindow, server_row);
  gtk_widget_class_bind_template_child (widget_class, SmePreferencesWindow, econtract_row);
  gtk_widget_class_bind_template_child (widget_class, SmePreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SmePreferencesWindow, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, SmePreferencesWindow, signature_group);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_url_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_url_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_language_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme_changed);
}

static void
sme_preferences_window_init (SmePreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
sme_preferences_window_new (GtkWindow *parent, GSettings *settings)
{
  SmePreferencesWindow *self =
    g_object_new (SME_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  show_settings (self, settings);
  self->settings = g_object_ref (settings);
  return GTK_WIDGET (self);
}

/* The transport knows the rule; it is asked rather than repeated. */
gboolean
sme_preferences_window_is_allowed (const char *url)
{
  g_autoptr (SmeTransport) transport = NULL;

  if (*url == '\0')
    return TRUE;
  transport = sme_transport_new (url, NULL);
  return transport != NULL;
}
