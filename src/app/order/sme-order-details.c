/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-details.h"

#include "app/order/sme-quote-view.h"
#include "base/sme-format.h"
#include "core/sme-address-line.h"

#include <glib/gi18n.h>

struct _SmeOrderDetails
{
  AdwBin parent_instance;
  SmeOrder *order;
  SmeQuoteView *quote;
};

G_DEFINE_FINAL_TYPE (SmeOrderDetails, sme_order_details, ADW_TYPE_BIN)

static void
fill_quote (SmeOrderDetails *self)
{
  sme_quote_view_set_quote (self->quote, sme_record_get_object (SME_RECORD (self->order), "quote"));
}

/* "Full name: Nguyễn Văn An", one thing to a screen reader. */
static void
add_fact (GtkBox *box, const char *name, const char *value)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (value == NULL || *value == '\0')
    return;
  text = g_strdup_printf ("%s: %s", name, value);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (box, label);
}

static void
add_customer (GtkBox *box, SmeRecord *profile)
{
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");
  SmeAddress *address = sme_record_get_object (profile, "address");
  g_autofree char *phone = sme_format_phone (sme_record_get_text (profile, "phone"));

  if (organisation != NULL)
    {
      add_fact (box, _ ("Name of the organisation"), sme_record_get_text (organisation, "name"));
      add_fact (box, _ ("Tax code"), sme_record_get_text (organisation, "tax_code"));
    }
  add_fact (box, _ ("Full name"), sme_record_get_text (profile, "full_name"));
  add_fact (box, _ ("Document number"), sme_record_get_text (profile, "id_number"));
  add_fact (box, organisation != NULL ? _ ("Head office") : _ ("Address"),
            sme_address_get_line (address));
  add_fact (box, _ ("Phone number"), phone);
  add_fact (box, _ ("Email address"), sme_record_get_text (profile, "email"));
}

static void
build (SmeOrderDetails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  SmeRecord *profile = sme_record_get_object (SME_RECORD (self->order), "profile");

  if (profile != NULL)
    {
      add_customer (GTK_BOX (box), profile);
      gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    }
  self->quote = SME_QUOTE_VIEW (sme_quote_view_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quote));
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12,
                NULL);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
sme_order_details_dispose (GObject *object)
{
  g_clear_object (&SME_ORDER_DETAILS (object)->order);
  G_OBJECT_CLASS (sme_order_details_parent_class)->dispose (object);
}

static void
sme_order_details_class_init (SmeOrderDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_order_details_dispose;
}

static void
sme_order_details_init (SmeOrderDetails *self)
{
}

GtkWidget *
sme_order_details_new (SmeOrder *order)
{
  SmeOrderDetails *self = g_object_new (SME_TYPE_ORDER_DETAILS, NULL);

  self->order = g_object_ref (order);
  build (self);
  g_signal_connect_object (order, "notify::quote", G_CALLBACK (fill_quote), self,
                           G_CONNECT_SWAPPED);
  fill_quote (self);
  return GTK_WIDGET (self);
}
