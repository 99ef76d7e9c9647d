/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-busy-button.h"

#define PATIENCE_MS 200

struct _SmeBusyButton
{
  GtkButton parent_instance;

  GtkLabel *label;
  GtkSpinner *spinner;
  gboolean busy;
  guint patience;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeBusyButton, sme_busy_button, GTK_TYPE_BUTTON)

static gboolean
on_patience_over (gpointer data)
{
  SmeBusyButton *self = data;

  self->patience = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
sme_busy_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeBusyButton *self = SME_BUSY_BUTTON (object);

  if (id == PROP_BUSY)
    g_value_set_boolean (value, self->busy);
  else if (id == PROP_CAPTION)
    g_value_set_string (value, sme_busy_button_get_caption (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_busy_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeBusyButton *self = SME_BUSY_BUTTON (object);

  if (id == PROP_BUSY)
    sme_busy_button_set_busy (self, g_value_get_boolean (value));
  else if (id == PROP_CAPTION)
    sme_busy_button_set_caption (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_busy_button_dispose (GObject *object)
{
  g_clear_handle_id (&SME_BUSY_BUTTON (object)->patience, g_source_remove);
  G_OBJECT_CLASS (sme_busy_button_parent_class)->dispose (object);
}

static void
sme_busy_button_class_init (SmeBusyButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_busy_button_get_property;
  object_class->set_property = sme_busy_button_set_property;
  object_class->dispose = sme_busy_button_dispose;
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_busy_button_init (SmeBusyButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_justify (self->label, GTK_JUSTIFY_CENTER);
  gtk_label_set_use_underline (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-button");
}

GtkWidget *
sme_busy_button_new (const char *caption)
{
  return g_object_new (SME_TYPE_BUSY_BUTTON, "caption", caption, NULL);
}

gboolean
sme_busy_button_get_busy (SmeBusyButton *self)
{
  g_return_val_if_fail (SME_IS_BUSY_BUTTON (self), FALSE);
  return self->busy;
}

void
sme_busy_button_set_busy (SmeBusyButton *self, gboolean busy)
{
  g_return_if_fail (SME_IS_BUSY_BUTTON (self));
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (busy)
    self->patience = g_timeout_add (PATIENCE_MS, on_patience_over, self);
  else
    gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

const char *
sme_busy_button_get_caption (SmeBusyButton *self)
{
  g_return_val_if_fail (SME_IS_BUSY_BUTTON (self), NULL);
  return gtk_label_get_label (self->label);
}

void
sme_busy_button_set_caption (SmeBusyButton *self, const char *caption)
{
  g_return_if_fail (SME_IS_BUSY_BUTTON (self));
  if (g_strcmp0 (caption, sme_busy_button_get_caption (self)) == 0)
    return;
  gtk_label_set_label (self->label, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->label), -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPTION]);
}
