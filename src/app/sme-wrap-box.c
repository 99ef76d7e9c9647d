/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-wrap-box.h"

#include "app/sme-wrap-layout.h"

struct _SmeWrapBox
{
  GtkWidget parent_instance;
};

static GtkBuildableIface *parent_buildable;

static void sme_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeWrapBox,
                               sme_wrap_box,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      sme_wrap_box_buildable_init))

static void
sme_wrap_box_add_child (GtkBuildable *buildable,
                        GtkBuilder *builder,
                        GObject *child,
                        const char *type)
{
  if (GTK_IS_WIDGET (child))
    sme_wrap_box_append (SME_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sme_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sme_wrap_box_add_child;
}

static void
sme_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sme_wrap_box_parent_class)->dispose (object);
}

static void
sme_wrap_box_class_init (SmeWrapBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_wrap_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SME_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sme_wrap_box_init (SmeWrapBox *self)
{
}

GtkWidget *
sme_wrap_box_new (void)
{
  return g_object_new (SME_TYPE_WRAP_BOX, NULL);
}

void
sme_wrap_box_append (SmeWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (SME_IS_WRAP_BOX (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
