/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-two-column.h"

#include "app/sme-two-column-layout.h"

struct _SmeTwoColumn
{
  GtkWidget parent_instance;

  GtkWidget *main;
  GtkWidget *side;
};

enum
{
  PROP_0,
  PROP_MAIN,
  PROP_SIDE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeTwoColumn, sme_two_column, GTK_TYPE_WIDGET)

static void
sme_two_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeTwoColumn *self = SME_TWO_COLUMN (object);

  if (id == PROP_MAIN || id == PROP_SIDE)
    g_value_set_object (value, id == PROP_MAIN ? self->main : self->side);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_two_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeTwoColumn *self = SME_TWO_COLUMN (object);

  if (id == PROP_MAIN)
    sme_two_column_set_main (self, g_value_get_object (value));
  else if (id == PROP_SIDE)
    sme_two_column_set_side (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_two_column_dispose (GObject *object)
{
  SmeTwoColumn *self = SME_TWO_COLUMN (object);

  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  G_OBJECT_CLASS (sme_two_column_parent_class)->dispose (object);
}

static void
sme_two_column_class_init (SmeTwoColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_two_column_get_property;
  object_class->set_property = sme_two_column_set_property;
  object_class->dispose = sme_two_column_dispose;
  props[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SME_TYPE_TWO_COLUMN_LAYOUT);
}

static void
sme_two_column_init (SmeTwoColumn *self)
{
}

GtkWidget *
sme_two_column_new (void)
{
  return g_object_new (SME_TYPE_TWO_COLUMN, NULL);
}

void
sme_two_column_set_main (SmeTwoColumn *self, GtkWidget *child)
{
  if (self->main == child)
    return;
  g_clear_pointer (&self->main, gtk_widget_unparent);
  self->main = child;
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAIN]);
}

void
sme_two_column_set_side (SmeTwoColumn *self, GtkWidget *child)
{
  if (self->side == child)
    return;
  g_clear_pointer (&self->side, gtk_widget_unparent);
  self->side = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDE]);
}
