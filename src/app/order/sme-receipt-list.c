/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-receipt-list.h"

#include "app/order/sme-payment-text.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

static char *
describe (SmeRecord *receipt, SmePayment *payment)
{
  g_autofree char *when = sme_format_date_time (sme_record_get_int (receipt, "received_at"));
  const char *became = sme_payment_text_describe_receipt (SME_RECEIPT (receipt), payment);
  g_autofree char *text = NULL;

  if (!sme_record_has (receipt, "text"))
    return g_strdup_printf ("%s · %s", became, when);
  /* Translators: %s is what the payer wrote to a bank transfer */
  text = g_strdup_printf (_ ("Transfer text: %s"), sme_record_get_text (receipt, "text"));
  return g_strdup_printf ("%s · %s\n%s", became, when, text);
}

static void
add_receipt (AdwPreferencesGroup *group, SmeRecord *receipt, SmePayment *payment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *money = sme_format_money (sme_record_get_int (receipt, "amount"));
  g_autofree char *subtitle = describe (receipt, payment);

  /* Somebody else has written it. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), money);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

GtkWidget *
sme_receipt_list_new (GListModel *payments)
{
  GtkWidget *group = NULL;

  for (guint i = payments != NULL ? g_list_model_get_n_items (payments) : 0; i > 0; i--)
    {
      g_autoptr (SmePayment) payment = g_list_model_get_item (payments, i - 1);
      GListModel *receipts = sme_record_get_list (SME_RECORD (payment), "receipts");

      for (guint k = receipts != NULL ? g_list_model_get_n_items (receipts) : 0; k > 0; k--)
        {
          g_autoptr (SmeRecord) receipt = g_list_model_get_item (receipts, k - 1);

          if (group == NULL)
            group = adw_preferences_group_new ();
          add_receipt (ADW_PREFERENCES_GROUP (group), receipt, payment);
        }
    }
  if (group != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Money received"));
  return group;
}
