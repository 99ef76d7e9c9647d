/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-quote-view.h"

#include "app/catalog/sme-price-text.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeQuoteView
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeQuoteView, sme_quote_view, ADW_TYPE_BIN)

static void
sme_quote_view_class_init (SmeQuoteViewClass *klass)
{
}

static void
sme_quote_view_init (SmeQuoteView *self)
{
}

static void
add_line (GtkBox *box, const char *name, const char *value, const char *css_class)
{
  GtkWidget *line =
    g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (value);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, value);

  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_label_set_xalign (GTK_LABEL (right), 1);
  gtk_widget_set_valign (right, GTK_ALIGN_START);
  gtk_widget_add_css_class (right, "sme-money");
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (left, css_class);
      gtk_widget_add_css_class (right, css_class);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), right);
  gtk_box_append (box, line);
}

static void
add_money (GtkBox *box, const char *name, gint64 amount, const char *css_class)
{
  g_autofree char *text = sme_format_money (amount);

  add_line (box, name, text, css_class);
}

static void
add_note (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

static char *
name_line (SmeRecord *line)
{
  const char *label = sme_record_get_text (line, "label");
  gint64 quantity = sme_record_get_int (line, "quantity");
  g_autofree char *number = sme_format_number (quantity);
  g_autofree char *price = sme_format_money (sme_record_get_int (line, "unit_price"));

  switch ((SmeQuoteLineKind) sme_record_get_int (line, "kind"))
    {
    case SME_LINE_SETUP:
      return g_strdup (_ ("Set-up fee"));
    case SME_LINE_DISCOUNT:
      /* Translators: %s is the code of a coupon */
      return g_strdup_printf (_ ("Coupon %s"), label);
    case SME_LINE_PLAN:
    case SME_LINE_ADDON:
    default:
      return quantity == 1 ? g_strdup (label)
                           : g_strdup_printf ("%s\n%s × %s", label, number, price);
    }
}

static void
add_lines (GtkBox *box, SmeRecord *quote)
{
  GListModel *lines = sme_record_get_list (quote, "lines");

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SmeRecord) line = g_list_model_get_item (lines, i);
      g_autofree char *name = name_line (line);

      add_money (box, name, sme_record_get_int (line, "amount"), NULL);
    }
}

static void
add_days (GtkBox *box, SmeRecord *quote)
{
  g_autofree char *first = sme_format_date ((int) sme_record_get_int (quote, "starts_on"));
  g_autofree char *last = sme_format_date ((int) sme_record_get_int (quote, "ends_on"));
  g_autofree char *text = NULL;

  if (*first == '\0' || *last == '\0')
    return;
  /* Translators: two dates */
  text = g_strdup_printf (_ ("Paid for: %s to %s, if ordered today"), first, last);
  add_note (box, text);
}

static void
add_totals (GtkBox *box, SmeRecord *quote)
{
  /* Translators: %d is a percentage. VAT is value added tax. */
  g_autofree char *vat =
    g_strdup_printf (_ ("VAT %d%%"), (int) sme_record_get_int (quote, "vat_rate"));

  add_money (box, _ ("Before VAT"), sme_record_get_int (quote, "net"), "dim-label");
  add_money (box, vat, sme_record_get_int (quote, "vat"), "dim-label");
  add_money (box, _ ("Total"), sme_record_get_int (quote, "total"), "title-4");
}

static void
add_basis (GtkBox *box, SmeRecord *quote)
{
  const char *mark = sme_price_text_mark (quote);

  if (mark != NULL)
    add_note (box, mark);
}

GtkWidget *
sme_quote_view_new (void)
{
  return g_object_new (SME_TYPE_QUOTE_VIEW, NULL);
}

void
sme_quote_view_set_quote (SmeQuoteView *self, SmeQuote *quote)
{
  GtkWidget *box = NULL;

  g_return_if_fail (SME_IS_QUOTE_VIEW (self));

  if (quote != NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
      add_lines (GTK_BOX (box), SME_RECORD (quote));
      gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      add_totals (GTK_BOX (box), SME_RECORD (quote));
      add_basis (GTK_BOX (box), SME_RECORD (quote));
      add_days (GTK_BOX (box), SME_RECORD (quote));
      if (sme_record_get_int (SME_RECORD (quote), "vat") > 0)
        add_note (GTK_BOX (box), _ ("Rounded to whole đồng once for the tax, and once for a "
                                    "percentage coupon."));
    }
  adw_bin_set_child (ADW_BIN (self), box);
}
