/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-order-words.h"

#include "base/sme-text.h"

static const SmeOrderGroup groups[] = {
  [SME_ORDER_DRAFT] = SME_ORDERS_TO_DO,
  [SME_ORDER_DECLARED] = SME_ORDERS_TO_DO,
  [SME_ORDER_AWAITING_PAYMENT] = SME_ORDERS_TO_DO,
  [SME_ORDER_PAID] = SME_ORDERS_TO_DO,
  [SME_ORDER_SIGNING] = SME_ORDERS_TO_DO,
  [SME_ORDER_SIGNED] = SME_ORDERS_WAITING,
  [SME_ORDER_ACTIVATING] = SME_ORDERS_TO_DO,
  [SME_ORDER_ACCEPTING] = SME_ORDERS_TO_DO,
  [SME_ORDER_ACTIVE] = SME_ORDERS_DONE,
  [SME_ORDER_CANCELLED] = SME_ORDERS_CANCELLED,
  [SME_ORDER_LOCKED] = SME_ORDERS_WAITING,
  [SME_ORDER_ON_HOLD] = SME_ORDERS_WAITING,
  [SME_ORDER_REFUNDING] = SME_ORDERS_WAITING,
  [SME_ORDER_REFUNDED] = SME_ORDERS_CANCELLED,
};

G_STATIC_ASSERT (G_N_ELEMENTS (groups) == SME_ORDER_REFUNDED + 1);

static void
add (GString *words, SmeRecord *record, const char *field)
{
  const char *text = record != NULL ? sme_record_get_text (record, field) : NULL;

  if (text != NULL)
    g_string_append_printf (words, "%s ", text);
}

char *
sme_order_words_fold (SmeOrder *order)
{
  SmeRecord *record = SME_RECORD (order);
  SmeRecord *plan = sme_record_get_object (record, "plan");
  SmeRecord *profile = sme_record_get_object (record, "profile");
  g_autoptr (GString) words = g_string_new (NULL);

  add (words, plan, "name");
  add (words, plan, "service_name");
  add (words, record, "number");
  add (words, profile, "full_name");
  if (profile != NULL)
    add (words, sme_record_get_object (profile, "organisation"), "name");
  return sme_text_fold (words->str);
}

SmeOrderGroup
sme_order_group_of_state (SmeOrderState state)
{
  return (guint) state < G_N_ELEMENTS (groups) ? groups[state] : SME_ORDERS_TO_DO;
}

static gboolean
is_being_checked (SmeRecord *order)
{
  GListModel *payments = sme_record_get_list (order, "payments");

  for (guint i = 0; payments != NULL && i < g_list_model_get_n_items (payments); i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);

      if (sme_record_get_int (payment, "state") == SME_PAYMENT_CHECKING)
        return TRUE;
    }
  return FALSE;
}

SmeOrderGroup
sme_order_group_of (SmeOrder *order)
{
  SmeOrderState state = (SmeOrderState) sme_record_get_int (SME_RECORD (order), "state");
  gboolean unpaid = state == SME_ORDER_DECLARED || state == SME_ORDER_AWAITING_PAYMENT;

  return unpaid && is_being_checked (SME_RECORD (order)) ? SME_ORDERS_WAITING
                                                         : sme_order_group_of_state (state);
}
