/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-fact-row.h"

struct _SmeFactRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title_label;
  GtkLabel *value_label;
  char *value;
};

G_DEFINE_FINAL_TYPE (SmeFactRow, sme_fact_row, ADW_TYPE_PREFERENCES_ROW)

static void
update (SmeFactRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *spoken =
    g_strdup_printf ("%s: %s", title, self->value != NULL ? self->value : "");

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->value_label, self->value != NULL ? self->value : "");
  gtk_widget_set_visible (GTK_WIDGET (self), self->value != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
sme_fact_row_finalize (GObject *object)
{
  g_free (SME_FACT_ROW (object)->value);
  G_OBJECT_CLASS (sme_fact_row_parent_class)->finalize (object);
}

static void
sme_fact_row_class_init (SmeFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_fact_row_finalize;
}

static void
sme_fact_row_init (SmeFactRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->title_label = GTK_LABEL (gtk_label_new (NULL));
  self->value_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title_label, 0);
  gtk_label_set_wrap (self->title_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dim-label");
  gtk_label_set_xalign (self->value_label, 1);
  gtk_label_set_wrap (self->value_label, TRUE);
  gtk_label_set_wrap_mode (self->value_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->value_label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->value_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "sme-numeric");
  gtk_widget_add_css_class (box, "sme-row");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value_label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (update), NULL);
}

GtkWidget *
sme_fact_row_new (const char *title)
{
  return g_object_new (SME_TYPE_FACT_ROW, "title", title, NULL);
}

void
sme_fact_row_set_value (SmeFactRow *self, const char *value)
{
  g_return_if_fail (SME_IS_FACT_ROW (self));
  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  update (self);
}

const char *
sme_fact_row_get_value (SmeFactRow *self)
{
  g_return_val_if_fail (SME_IS_FACT_ROW (self), NULL);
  return self->value;
}
