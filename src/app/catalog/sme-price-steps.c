/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-price-steps.h"

#include "app/catalog/sme-price-text.h"

#include <glib/gi18n.h>

struct _SmePriceSteps
{
  AdwBin parent_instance;

  GtkBox *box;
  SmePlan *plan;
};

G_DEFINE_FINAL_TYPE (SmePriceSteps, sme_price_steps, ADW_TYPE_BIN)

static void
sme_price_steps_dispose (GObject *object)
{
  g_clear_object (&SME_PRICE_STEPS (object)->plan);
  G_OBJECT_CLASS (sme_price_steps_parent_class)->dispose (object);
}

static void
sme_price_steps_class_init (SmePriceStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_price_steps_dispose;
}

static void
sme_price_steps_init (SmePriceSteps *self)
{
  self->box = GTK_BOX (g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Price steps"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "sme-price-steps");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static GtkWidget *
make_step (SmePlan *plan, guint step)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  g_autofree char *range = sme_price_text_step_range (plan, step);
  g_autofree char *price = sme_price_text_step_price (plan, step);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", range, price);
  GtkWidget *left = gtk_label_new (range), *right = gtk_label_new (price);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_label_set_xalign (GTK_LABEL (right), 1);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_widget_add_css_class (left, "sme-numeric");
  gtk_widget_add_css_class (right, "sme-money");
  gtk_box_append (GTK_BOX (row), left);
  gtk_box_append (GTK_BOX (row), right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

GtkWidget *
sme_price_steps_new (void)
{
  return g_object_new (SME_TYPE_PRICE_STEPS, NULL);
}

void
sme_price_steps_set_plan (SmePriceSteps *self, SmePlan *plan)
{
  guint n = sme_price_text_n_steps (plan);
  GtkWidget *child;

  g_return_if_fail (SME_IS_PRICE_STEPS (self));

  g_set_object (&self->plan, plan);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->box, make_step (plan, i));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

void
sme_price_steps_set_quantity (SmePriceSteps *self, gint64 quantity)
{
  GListModel *steps = sme_record_get_list (SME_RECORD (self->plan), "steps");
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  gint64 before = 0;

  g_return_if_fail (SME_IS_PRICE_STEPS (self));

  for (guint i = 0; row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (SmeRecord) step = g_list_model_get_item (steps, i);
      gint64 up_to = sme_record_get_int (step, "up_to");
      gboolean reached = quantity > before && (up_to == 0 || quantity <= up_to);

      if (reached)
        gtk_widget_add_css_class (row, "heading");
      else
        gtk_widget_remove_css_class (row, "heading");
      before = up_to;
    }
}
