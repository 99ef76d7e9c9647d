/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-hotline-button.h"

#include <glib/gi18n.h>
#include <string.h>

#define HOTLINE_URI "tel:18001260"

struct _SmeHotlineButton
{
  GtkButton parent_instance;

  GtkLabel *follows; /* borrowed; of the same template */
};

enum
{
  PROP_0,
  PROP_FOLLOWS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeHotlineButton, sme_hotline_button, GTK_TYPE_BUTTON)

static void
on_label_changed (SmeHotlineButton *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (GTK_WIDGET (self->follows)) &&
                            sme_hotline_is_named (gtk_label_get_label (self->follows)));
}

static void
sme_hotline_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeHotlineButton *self = SME_HOTLINE_BUTTON (object);

  if (id != PROP_FOLLOWS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->follows = g_value_get_object (value);
  g_signal_connect_object (self->follows, "notify::label", G_CALLBACK (on_label_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follows, "notify::visible", G_CALLBACK (on_label_changed), self,
                           G_CONNECT_SWAPPED);
  on_label_changed (self);
}

static void
sme_hotline_button_class_init (SmeHotlineButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = sme_hotline_button_set_property;
  props[PROP_FOLLOWS] = g_param_spec_object ("follows", NULL, NULL, GTK_TYPE_LABEL,
                                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
sme_hotline_button_init (SmeHotlineButton *self)
{
  gtk_button_set_label (GTK_BUTTON (self), _ ("Call 1800 1260 (free)"));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "page.hotline");
}

GtkWidget *
sme_hotline_button_new (void)
{
  return g_object_new (SME_TYPE_HOTLINE_BUTTON, "halign", GTK_ALIGN_CENTER, NULL);
}

gboolean
sme_hotline_is_named (const char *text)
{
  return text != NULL && strstr (text, SME_HOTLINE) != NULL;
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), SME_HOTLINE);
  /* Without the number: what names it offers the call. */
  gtk_widget_activate_action (widget, "win.toast", "s",
                              _ ("No program makes calls here; the hotline's number was copied"));
}

void
sme_hotline_call (GtkWidget *widget, GCancellable *cancellable)
{
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), HOTLINE_URI, GDK_CURRENT_TIME,
                     cancellable, on_shown, g_object_ref (widget));
}
