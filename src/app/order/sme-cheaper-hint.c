/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-cheaper-hint.h"

#include "app/catalog/sme-price-text.h"
#include "base/sme-format.h"
#include "core/sme-pricing-cheaper.h"

#include <glib/gi18n.h>

struct _SmeCheaperHint
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkButton *button;

  SmePlan *plan;
  gint64 quantity; /* that costs less */
};

static guint taken_signal;

G_DEFINE_FINAL_TYPE (SmeCheaperHint, sme_cheaper_hint, ADW_TYPE_BIN)

/* The button stays where it is while it is pressed: what it does may hide us. */
static void
on_clicked (SmeCheaperHint *self)
{
  g_signal_emit (self, taken_signal, 0, self->quantity);
}

static void
sme_cheaper_hint_dispose (GObject *object)
{
  g_clear_object (&SME_CHEAPER_HINT (object)->plan);
  G_OBJECT_CLASS (sme_cheaper_hint_parent_class)->dispose (object);
}

static void
sme_cheaper_hint_class_init (SmeCheaperHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_cheaper_hint_dispose;
  taken_signal = g_signal_new ("taken", SME_TYPE_CHEAPER_HINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sme_cheaper_hint_init (SmeCheaperHint *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                              TRUE, "xalign", 0.0, NULL);
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_cheaper_hint_new (SmePlan *plan)
{
  SmeCheaperHint *self = g_object_new (SME_TYPE_CHEAPER_HINT, NULL);

  self->plan = g_object_ref (plan);
  return GTK_WIDGET (self);
}

/* "501 GB" */
static char *
count (SmeCheaperHint *self, gint64 quantity)
{
  g_autofree char *number = sme_format_number (quantity);
  const char *unit = sme_price_text_unit (self->plan);

  return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

static void
say (SmeCheaperHint *self, gint64 quantity, const SmePricingCheaper *cheaper)
{
  g_autofree char *more = count (self, cheaper->quantity), *less = count (self, quantity);
  g_autofree char *cost = sme_format_money (cheaper->cost);
  g_autofree char *before = sme_format_money (cheaper->cost_before);
  /* Translators: two numbers with their unit ("501 GB"), then what each costs */
  g_autofree char *text =
    g_strdup_printf (_ ("%s cost less than %s: %s instead of %s."), more, less, cost, before);
  /* Translators: a number with its unit ("501 GB") */
  g_autofree char *take = g_strdup_printf (_ ("Take %s"), more);

  gtk_label_set_label (self->label, text);
  gtk_button_set_label (self->button, take);
}

void
sme_cheaper_hint_set_quantity (SmeCheaperHint *self, gint64 quantity)
{
  SmePricingCheaper cheaper = { 0 };
  gboolean found;

  g_return_if_fail (SME_IS_CHEAPER_HINT (self));

  found = sme_pricing_find_cheaper_of_plan (self->plan, quantity, &cheaper);
  self->quantity = cheaper.quantity;
  if (found)
    say (self, quantity, &cheaper);
  gtk_widget_set_visible (GTK_WIDGET (self), found);
}
