/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-summary.h"

#include "app/order/sme-quote-view.h"

#include <glib/gi18n.h>

struct _SmeOrderSummary
{
  AdwBin parent_instance;
  SmeOrder *order;
};

G_DEFINE_FINAL_TYPE (SmeOrderSummary, sme_order_summary, ADW_TYPE_BIN)

static GtkWidget *
add_line (GtkBox *box, const char *name, const char *value, const char *css_class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (value);

  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_label_set_xalign (GTK_LABEL (right), 1);
  gtk_label_set_selectable (GTK_LABEL (right), TRUE);
  gtk_widget_set_focusable (right, FALSE);
  gtk_widget_add_css_class (right, "sme-money");
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (left, css_class);
      gtk_widget_add_css_class (right, css_class);
    }
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), right);
  gtk_box_append (box, line);
  return line;
}

static void
fill (SmeOrderSummary *self)
{
  SmeRecord *record = SME_RECORD (self->order);
  SmeRecord *plan = sme_record_get_object (record, "plan");
  SmeRecord *quote = sme_record_get_object (record, "quote");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *title = gtk_label_new (_ ("Order"));
  GtkWidget *view;
  int months = (int) sme_record_get_int (quote, "cycle_months");
  /* Translators: a billing cycle */
  g_autofree char *cycle =
    g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  add_line (GTK_BOX (box), _ ("Order number"), sme_record_get_text (record, "number"), NULL);
  add_line (GTK_BOX (box), sme_record_get_text (plan, "service_name"), "", "dim-label");
  add_line (GTK_BOX (box), _ ("Payment cycle"), cycle, NULL);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  view = sme_quote_view_new ();
  sme_quote_view_set_quote (SME_QUOTE_VIEW (view), SME_QUOTE (quote));
  gtk_box_append (GTK_BOX (box), view);
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 18, "margin-bottom", 18,
                NULL);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
sme_order_summary_dispose (GObject *object)
{
  g_clear_object (&SME_ORDER_SUMMARY (object)->order);
  G_OBJECT_CLASS (sme_order_summary_parent_class)->dispose (object);
}

static void
sme_order_summary_class_init (SmeOrderSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_order_summary_dispose;
}

static void
sme_order_summary_init (SmeOrderSummary *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
sme_order_summary_new (SmeOrder *order)
{
  SmeOrderSummary *self = g_object_new (SME_TYPE_ORDER_SUMMARY, NULL);

  self->order = g_object_ref (order);
  g_signal_connect_object (order, "notify::quote", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
