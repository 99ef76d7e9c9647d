/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-transfer-details.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>

typedef enum
{
  ROW_BANK,
  ROW_HOLDER,
  ROW_ACCOUNT,
  ROW_AMOUNT,
  ROW_REFERENCE,
  N_ROWS
} Row;

/* @copy: what the button says; NULL for none */
static const struct
{
  const char *title;
  const char *copy;
} texts[N_ROWS] = {
  [ROW_BANK] = { N_ ("Bank"), NULL },
  [ROW_HOLDER] = { N_ ("Account holder"), N_ ("Copy the account holder") },
  [ROW_ACCOUNT] = { N_ ("Account number"), N_ ("Copy the account number") },
  [ROW_AMOUNT] = { N_ ("Amount"), N_ ("Copy the amount") },
  [ROW_REFERENCE] = { N_ ("Transfer text"), N_ ("Copy the transfer text") },
};

struct _SmeTransferDetails
{
  AdwBin parent_instance;
  AdwActionRow *rows[N_ROWS];
  char *copied[N_ROWS]; /* as a bank's form takes it */
};

G_DEFINE_FINAL_TYPE (SmeTransferDetails, sme_transfer_details, ADW_TYPE_BIN)

static void
on_copy (SmeTransferDetails *self, GtkWidget *button)
{
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sme-row"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button),
                          self->copied[row] != NULL ? self->copied[row] : "");
}

static void
add_copy_button (SmeTransferDetails *self, Row row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  g_object_set_data (G_OBJECT (button), "sme-row", GUINT_TO_POINTER (row));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ (texts[row].copy));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (texts[row].copy), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->rows[row], button);
}

static void
set_row (SmeTransferDetails *self, Row row, const char *shown, const char *copied)
{
  g_autofree char *kept = g_strdup (copied);

  gtk_widget_set_visible (GTK_WIDGET (self->rows[row]), shown != NULL && shown[0] != '\0');
  adw_action_row_set_subtitle (self->rows[row], shown != NULL ? shown : "");
  g_free (self->copied[row]);
  self->copied[row] = g_steal_pointer (&kept);
}

static void
set_text (SmeTransferDetails *self, Row row, const char *text)
{
  set_row (self, row, text, text);
}

void
sme_transfer_details_set (SmeTransferDetails *self, SmeVietqrDetails *vietqr, gint64 amount)
{
  SmeRecord *record = SME_RECORD (vietqr);
  g_autofree char *money = sme_format_money (amount);
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  g_return_if_fail (SME_IS_TRANSFER_DETAILS (self));

  set_text (self, ROW_BANK, sme_record_get_text (record, "bank_name"));
  set_text (self, ROW_HOLDER, sme_record_get_text (record, "account_name"));
  set_text (self, ROW_ACCOUNT, sme_record_get_text (record, "account"));
  set_row (self, ROW_AMOUNT, money, digits);
  set_text (self, ROW_REFERENCE, sme_record_get_text (record, "reference"));
}

static void
sme_transfer_details_finalize (GObject *object)
{
  for (guint i = 0; i < N_ROWS; i++)
    g_free (SME_TRANSFER_DETAILS (object)->copied[i]);
  G_OBJECT_CLASS (sme_transfer_details_parent_class)->finalize (object);
}

static void
sme_transfer_details_class_init (SmeTransferDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_transfer_details_finalize;
}

static void
sme_transfer_details_init (SmeTransferDetails *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (guint i = 0; i < N_ROWS; i++)
    {
      self->rows[i] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->rows[i]), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _ (texts[i].title));
      adw_action_row_set_subtitle_lines (self->rows[i], 0);
      gtk_widget_add_css_class (GTK_WIDGET (self->rows[i]), "property");
      if (texts[i].copy != NULL)
        add_copy_button (self, i);
      adw_preferences_group_add (group, GTK_WIDGET (self->rows[i]));
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

GtkWidget *
sme_transfer_details_new (void)
{
  return g_object_new (SME_TYPE_TRANSFER_DETAILS, NULL);
}
