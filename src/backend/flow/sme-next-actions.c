/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-next-actions.h"

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
  { "accepting", { "sign_acceptance", "view_contract", NULL } },
  { "active", { "view_contract", NULL } },
};

void
sme_next_actions_set (SmeRecord *record, const char *order_state)
{
  static const char *const none[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].state, order_state))
      {
        sme_record_set_texts (record, "next_actions", table[i].actions);
        return;
      }
  sme_record_set_texts (record, "next_actions", none);
}
