/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-state-label.h"

#include "app/manage/sme-state-text.h"

struct _SmeStateLabel
{
  AdwBin parent_instance;

  GtkImage *image;
  GtkLabel *label;
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (SmeStateLabel, sme_state_label, ADW_TYPE_BIN)

static void
sme_state_label_class_init (SmeStateLabelClass *klass)
{
}

static void
sme_state_label_init (SmeStateLabel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->image = GTK_IMAGE (
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE); /* one line if it fits */
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sme_state_label_new (void)
{
  return g_object_new (SME_TYPE_STATE_LABEL, NULL);
}

void
sme_state_label_set_state (SmeStateLabel *self, GType type, int state)
{
  SmeStateText text = sme_state_text_find (type, state);

  g_return_if_fail (SME_IS_STATE_LABEL (self));
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  self->css_class = text.css_class;
  if (self->css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
  gtk_image_set_from_icon_name (self->image, text.icon_name);
  gtk_label_set_label (self->label, text.text);
}

const char *
sme_state_label_get_text (SmeStateLabel *self)
{
  g_return_val_if_fail (SME_IS_STATE_LABEL (self), NULL);
  return gtk_label_get_label (self->label);
}
