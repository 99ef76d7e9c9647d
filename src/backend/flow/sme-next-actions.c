/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-next-actions.h"

#include "core/sme-enums.h"
#include "core/sme-order.h"

#define PAID_DRAFT "paid draft"
#define CHECKED "checked"

/* The first one is the one to show big. */
static const struct
{
  const char *state;
  const char *actions[6];
} table[] = {
  { "draft", { "declare", "cancel", NULL } },
  { "declared", { "pay", "edit", "cancel", NULL } },
  { "awaiting_payment", { "pay", "check_payment", "edit", "cancel", "contact_support", NULL } },
  /* The bank has taken money and has not said yet whether it counts: nothing else to pay with. */
  { CHECKED, { "check_payment", "contact_support", NULL } },
  { "paid", { "sign_contract", "contact_support", NULL } },
  { "signing", { "sign_contract", "contact_support", NULL } },
  { "locked", { "contact_support", NULL } },
  { "signed", { "view_contract", NULL } },
  { "activating", { "activate", "view_contract", "contact_support", NULL } },
  { "accepting", { "sign_acceptance", "view_contract", "contact_support", NULL } },
  { "active", { "view_contract", "contact_support", NULL } },
  { "on_hold", { "contact_support", NULL } },
  /* Its contract had wrong data: declared anew, but neither paid again nor cancelled. */
  { PAID_DRAFT, { "declare", "contact_support", NULL } },
};

static gboolean
is_being_checked (SmeRecord *record)
{
  GListModel *payments = SME_IS_ORDER (record) ? sme_record_get_list (record, "payments") : NULL;

  for (guint i = 0; payments != NULL && i < g_list_model_get_n_items (payments); i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);

      if (sme_record_get_int (payment, "state") == SME_PAYMENT_CHECKING)
        return TRUE;
    }
  return FALSE;
}

static const char *
find_row (SmeRecord *record, const char *order_state, gboolean paid)
{
  if (paid && g_str_equal (order_state, "draft"))
    return PAID_DRAFT;
  if (!g_str_equal (order_state, "awaiting_payment") && !g_str_equal (order_state, "declared"))
    return order_state;
  return is_being_checked (record) ? CHECKED : order_state;
}

void
sme_next_actions_set (SmeRecord *record, const char *order_state, gboolean paid)
{
  static const char *const none[] = { NULL };
  const char *state = find_row (record, order_state, paid);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].state, state))
      {
        sme_record_set_texts (record, "next_actions", table[i].actions);
        return;
      }
  sme_record_set_texts (record, "next_actions", none);
}

void
sme_next_actions_offer_renewal (SmeRecord *record)
{
  gint64 state = sme_record_get_int (record, "state");
  const char *const *actions = sme_record_get_texts (record, "next_actions");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (state != SME_SUBSCRIPTION_EXPIRING && state != SME_SUBSCRIPTION_EXPIRED)
    return;
  g_strv_builder_add (builder, "renew");
  for (guint i = 0; actions != NULL && actions[i] != NULL; i++)
    g_strv_builder_add (builder, actions[i]);
  all = g_strv_builder_end (builder);
  sme_record_set_texts (record, "next_actions", (const char *const *) all);
}
