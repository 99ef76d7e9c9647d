/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-list-foot.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>

struct _SmeListFoot
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkWidget *more_button;

  SmeRemoteList *list;
};

G_DEFINE_FINAL_TYPE (SmeListFoot, sme_list_foot, ADW_TYPE_BIN)

static char *
describe (SmeListFoot *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gint64 total = MAX (sme_remote_list_get_total (self->list), (gint64) n);
  g_autofree char *all = sme_format_number (total);
  g_autofree char *shown = sme_format_number (n);

  /* Translators: how many rows of a list are on the screen, and how many there are. */
  return g_strdup_printf (_ ("Showing 1 to %s of %s results"), shown, all);
}

static void
update (SmeListFoot *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  g_autofree char *text = any ? describe (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), any);
  gtk_label_set_label (self->label, any ? text : "");
  gtk_widget_set_visible (self->more_button, sme_remote_list_get_has_more (self->list));
  gtk_widget_set_sensitive (self->more_button,
                            sme_remote_list_get_state (self->list) != SME_REMOTE_LIST_LOADING);
}

static void
on_more_clicked (SmeListFoot *self)
{
  sme_remote_list_load_more (self->list);
}

static void
sme_list_foot_dispose (GObject *object)
{
  SmeListFoot *self = SME_LIST_FOOT (object);

  sme_list_foot_set_list (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_LIST_FOOT);
  G_OBJECT_CLASS (sme_list_foot_parent_class)->dispose (object);
}

static void
sme_list_foot_class_init (SmeListFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_list_foot_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-list-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeListFoot, label);
  gtk_widget_class_bind_template_child (widget_class, SmeListFoot, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
sme_list_foot_init (SmeListFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_list_foot_new (void)
{
  return g_object_new (SME_TYPE_LIST_FOOT, NULL);
}

void
sme_list_foot_set_list (SmeListFoot *self, SmeRemoteList *list)
{
  g_return_if_fail (SME_IS_LIST_FOOT (self));
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list == NULL)
    return;
  g_signal_connect_object (list, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
