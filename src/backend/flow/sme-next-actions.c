/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-next-actions.h"

#define PAID_DRAFT "paid draft"

/* The first one is the one to show big. */
static const struct
{
  const char *state;
  const char *actions[5];
} table[] = {
  { "draft", { "declare", "cancel", NULL } },
  { "declared", { "pay", "edit", "cancel", NULL } },
  { "awaiting_payment", { "pay", "check_payment", "edit", "cancel", NULL } },
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

void
sme_next_actions_set (SmeRecord *record, const char *order_state, gboolean paid)
{
  static const char *const none[] = { NULL };
  const char *state = paid && g_str_equal (order_state, "draft") ? PAID_DRAFT : order_state;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].state, state))
      {
        sme_record_set_texts (record, "next_actions", table[i].actions);
        return;
      }
  sme_record_set_texts (record, "next_actions", none);
}
