/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-effects.h"
#include "backend/flow/sme-flow.h"

#define ORDER(from, event, to, effect) \
  { \
    SME_MACHINE_ORDER, from, event, to, effect \
  }
#define PAYMENT(from, event, to, effect) \
  { \
    SME_MACHINE_PAYMENT, from, event, to, effect \
  }
#define DOSSIER(from, event, to, effect) \
  { \
    SME_MACHINE_DOSSIER, from, event, to, effect \
  }

/* clang-format off */
static const SmeTransition table[] = {
  /* An order: from the choice of a plan to the signed contract. */
  ORDER ("draft", "declare", "declared", NULL),
  ORDER ("declared", "edit", "draft", NULL),
  ORDER ("awaiting_payment", "edit", "draft", sme_effect_replace_payments),
  ORDER ("declared", "ask-payment", "awaiting_payment", NULL),
  ORDER ("awaiting_payment", "ask-payment", "awaiting_payment", NULL),
  ORDER ("awaiting_payment", "pay", "paid", sme_effect_order_paid),
  ORDER ("paid", "open-signing", "signing", NULL),
  ORDER ("signing", "open-signing", "signing", NULL),
  ORDER ("signing", "lock", "locked", NULL),
  ORDER ("signing", "sign", "signed", NULL),
  ORDER ("signed", "send-code", "activating", sme_effect_send_certificate_code),
  ORDER ("draft", "cancel", "cancelled", NULL),
  ORDER ("declared", "cancel", "cancelled", NULL),
  ORDER ("awaiting_payment", "cancel", "cancelled", sme_effect_replace_payments),

  /* A payment: what comes in adds up; after too little it waits for the rest. */
  PAYMENT ("pending", "receive-part", "underpaid", NULL),
  PAYMENT ("underpaid", "receive-part", "underpaid", NULL),
  PAYMENT ("pending", "receive-all", "succeeded", sme_effect_payment_succeeded),
  PAYMENT ("underpaid", "receive-all", "succeeded", sme_effect_payment_succeeded),
  PAYMENT ("pending", "expire", "expired", NULL),
  PAYMENT ("pending", "replace", "replaced", NULL),
  PAYMENT ("underpaid", "replace", "replaced", NULL),
  PAYMENT ("expired", "replace", "replaced", NULL),
  /* Late money counts while the order is still unpaid. */
  PAYMENT ("expired", "receive-part", "underpaid", NULL),
  PAYMENT ("expired", "receive-all", "succeeded", sme_effect_payment_succeeded),
  PAYMENT ("replaced", "receive-all", "succeeded", sme_effect_payment_succeeded),

  /* A dossier: OTP, drawing, completion; a new session begins again and keeps the strokes. */
  DOSSIER ("ready", "send-otp", "otp_sent", NULL),
  DOSSIER ("otp_sent", "send-otp", "otp_sent", NULL),
  DOSSIER ("otp_verified", "send-otp", "otp_sent", NULL),
  DOSSIER ("signature_saved", "send-otp", "otp_sent", NULL),
  DOSSIER ("otp_sent", "verify", "otp_verified", NULL),
  DOSSIER ("otp_verified", "save-signature", "signature_saved", NULL),
  DOSSIER ("signature_saved", "save-signature", "signature_saved", NULL),
  DOSSIER ("signature_saved", "complete", "completed", sme_effect_dossier_completed),
  DOSSIER ("otp_sent", "lock", "locked", sme_effect_dossier_locked),
  DOSSIER ("ready", "restart", "ready", NULL),
  DOSSIER ("otp_sent", "restart", "ready", NULL),
  DOSSIER ("otp_verified", "restart", "ready", NULL),
  DOSSIER ("signature_saved", "restart", "ready", NULL),
};
/* clang-format on */

const SmeTransition *
sme_flow_get_table (guint *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}

const SmeTransition *
sme_flow_find (SmeMachine machine, const char *from, const char *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].machine == machine && g_str_equal (table[i].from, from) &&
        g_str_equal (table[i].event, event))
      return &table[i];
  return NULL;
}
