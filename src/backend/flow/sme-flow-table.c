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
#define CERTIFICATE(from, event, to, effect) \
  { \
    SME_MACHINE_CERTIFICATE, from, event, to, effect \
  }
#define CASE(from, event, to, effect) \
  { \
    SME_MACHINE_CASE, from, event, to, effect \
  }
#define REFUND(from, event, to, effect) \
  { \
    SME_MACHINE_REFUND, from, event, to, effect \
  }
#define REQUEST(from, event, to, effect) \
  { \
    SME_MACHINE_REFUND_REQUEST, from, event, to, effect \
  }
#define SUBSCRIPTION(from, event, to, effect) \
  { \
    SME_MACHINE_SUBSCRIPTION, from, event, to, effect \
  }
#define DOSSIER(from, event, to, effect) \
  { \
    SME_MACHINE_DOSSIER, from, event, to, effect \
  }

/* clang-format off */
static const SmeTransition table[] = {
  /* An order: from the choice of a plan to the working service. */
  ORDER ("draft", "declare", "declared", NULL),
  ORDER ("declared", "edit", "draft", sme_effect_replace_payments),
  ORDER ("awaiting_payment", "edit", "draft", sme_effect_replace_payments),
  ORDER ("declared", "ask-payment", "awaiting_payment", NULL),
  ORDER ("awaiting_payment", "ask-payment", "awaiting_payment", NULL),
  ORDER ("awaiting_payment", "pay", "paid", sme_effect_order_paid),
  ORDER ("paid", "open-signing", "signing", NULL),
  ORDER ("signing", "open-signing", "signing", NULL),
  ORDER ("signing", "lock", "locked", NULL),
  ORDER ("signing", "sign", "signed", NULL),
  ORDER ("signed", "send-code", "activating", sme_effect_send_certificate_code),
  ORDER ("activating", "issue", "accepting", sme_effect_offer_acceptance),
  ORDER ("accepting", "lock", "locked", NULL),
  ORDER ("accepting", "accept", "active", sme_effect_order_accepted),
  ORDER ("draft", "cancel", "cancelled", NULL),
  ORDER ("declared", "cancel", "cancelled", sme_effect_replace_payments),
  ORDER ("awaiting_payment", "cancel", "cancelled", sme_effect_replace_payments),

  /* What the support does with an order: three new tries; on hold and back to where it was; or
   * back to the declaration, which is not paid a second time. */
  ORDER ("locked", "unlock-contract", "signing", NULL),
  ORDER ("locked", "unlock-acceptance", "accepting", NULL),
  ORDER ("paid", "hold", "on_hold", NULL),
  ORDER ("signing", "hold", "on_hold", NULL),
  ORDER ("locked", "hold", "on_hold", NULL),
  ORDER ("activating", "hold", "on_hold", NULL),
  ORDER ("accepting", "hold", "on_hold", NULL),
  ORDER ("on_hold", "back-to-paid", "paid", NULL),
  ORDER ("on_hold", "back-to-signing", "signing", NULL),
  ORDER ("on_hold", "back-to-locked", "locked", NULL),
  ORDER ("on_hold", "back-to-activating", "activating", NULL),
  ORDER ("on_hold", "back-to-accepting", "accepting", NULL),
  ORDER ("on_hold", "correct", "draft", sme_effect_order_corrected),
  ORDER ("declared", "keep-payment", "paid", sme_effect_order_declared_anew),

  /* The money goes back: whatever was made for it is no more. */
  ORDER ("draft", "refund", "refunding", sme_effect_order_refunding), /* paid, being corrected */
  ORDER ("paid", "refund", "refunding", sme_effect_order_refunding),
  ORDER ("signing", "refund", "refunding", sme_effect_order_refunding),
  ORDER ("locked", "refund", "refunding", sme_effect_order_refunding),
  ORDER ("on_hold", "refund", "refunding", sme_effect_order_refunding),
  ORDER ("activating", "refund", "refunding", sme_effect_order_refunding),
  ORDER ("accepting", "refund", "refunding", sme_effect_order_refunding),
  ORDER ("active", "refund", "refunding", sme_effect_order_refunding),
  ORDER ("refunding", "all-confirmed", "refunded", NULL),

  /* Money on its way back, and what a customer asks for. */
  REFUND ("due", "send", "sent", sme_effect_refund_sent),
  REFUND ("failed", "send", "sent", sme_effect_refund_sent),
  REFUND ("sent", "confirm", "confirmed", sme_effect_refund_confirmed),
  REFUND ("sent", "fail", "failed", NULL),
  REQUEST ("asked", "grant", "granted", sme_effect_request_granted),
  REQUEST ("asked", "refuse", "refused", NULL),

  /* A payment: what comes in adds up; after too little it waits for the rest. */
  PAYMENT ("pending", "receive-part", "underpaid", NULL),
  PAYMENT ("underpaid", "receive-part", "underpaid", NULL),
  PAYMENT ("pending", "receive-all", "succeeded", sme_effect_payment_succeeded),
  PAYMENT ("underpaid", "receive-all", "succeeded", sme_effect_payment_succeeded),
  PAYMENT ("pending", "expire", "expired", NULL),
  PAYMENT ("pending", "replace", "replaced", NULL),
  PAYMENT ("underpaid", "replace", "replaced", sme_effect_parts_returned),
  PAYMENT ("expired", "replace", "replaced", NULL),
  PAYMENT ("checking", "replace", "replaced", NULL),
  /* At the gateway it can fail, or the bank looks at it once more before it says how it ended. */
  PAYMENT ("pending", "fail", "failed", NULL),
  PAYMENT ("checking", "fail", "failed", NULL),
  PAYMENT ("pending", "suspect", "checking", NULL),
  PAYMENT ("expired", "suspect", "checking", NULL),
  PAYMENT ("failed", "suspect", "checking", NULL),
  PAYMENT ("replaced", "suspect", "checking", NULL),
  PAYMENT ("checking", "receive-all", "succeeded", sme_effect_payment_succeeded),
  /* Late money counts while the order is still unpaid; what is owed may be more by then. */
  PAYMENT ("expired", "receive-part", "underpaid", sme_effect_payment_revived),
  PAYMENT ("replaced", "receive-part", "underpaid", sme_effect_payment_revived),
  PAYMENT ("failed", "receive-part", "underpaid", sme_effect_payment_revived),
  PAYMENT ("checking", "receive-part", "underpaid", sme_effect_payment_revived),
  PAYMENT ("expired", "receive-all", "succeeded", sme_effect_payment_succeeded),
  PAYMENT ("replaced", "receive-all", "succeeded", sme_effect_payment_succeeded),
  PAYMENT ("failed", "receive-all", "succeeded", sme_effect_payment_succeeded),

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
  DOSSIER ("locked", "unlock", "ready", sme_effect_dossier_unlocked),
  DOSSIER ("ready", "restart", "ready", NULL),
  DOSSIER ("otp_sent", "restart", "ready", NULL),
  DOSSIER ("otp_verified", "restart", "ready", NULL),
  DOSSIER ("signature_saved", "restart", "ready", NULL),
  /* Made for data that turned out to be wrong. */
  DOSSIER ("ready", "void", "voided", sme_effect_documents_follow),
  DOSSIER ("otp_sent", "void", "voided", sme_effect_documents_follow),
  DOSSIER ("otp_verified", "void", "voided", sme_effect_documents_follow),
  DOSSIER ("signature_saved", "void", "voided", sme_effect_documents_follow),
  DOSSIER ("locked", "void", "voided", sme_effect_documents_follow),
  DOSSIER ("completed", "supersede", "superseded", sme_effect_documents_follow),

  /* A certificate: what happens in the phone app and at the issuer. */
  CERTIFICATE ("code_sent", "resend-code", "code_sent", NULL),
  CERTIFICATE ("code_sent", "activate", "activated", sme_effect_certificate_reached),
  CERTIFICATE ("activated", "ekyc", "ekyc", sme_effect_certificate_reached),
  CERTIFICATE ("refused", "ekyc", "ekyc", sme_effect_certificate_reached),
  CERTIFICATE ("ekyc", "issue", "issued", sme_effect_certificate_issued),
  CERTIFICATE ("ekyc", "refuse", "refused", sme_effect_certificate_refused),
  /* The data were wrong; after the corrected contract a new code goes out. */
  CERTIFICATE ("code_sent", "revoke", "revoked", NULL),
  CERTIFICATE ("activated", "revoke", "revoked", NULL),
  CERTIFICATE ("ekyc", "revoke", "revoked", NULL),
  CERTIFICATE ("refused", "revoke", "revoked", NULL),
  CERTIFICATE ("issued", "revoke", "revoked", NULL),
  CERTIFICATE ("revoked", "send-code", "code_sent", NULL),

  /* Its term runs out: its holder is told before and after, and can order the plan again. */
  SUBSCRIPTION ("active", "near-end", "expiring", sme_effect_subscription_expiring),
  SUBSCRIPTION ("active", "end", "expired", sme_effect_subscription_ended),
  SUBSCRIPTION ("expiring", "end", "expired", sme_effect_subscription_ended),
  CERTIFICATE ("issued", "near-end", "expiring", NULL),
  CERTIFICATE ("issued", "end", "expired", NULL),
  CERTIFICATE ("expiring", "end", "expired", NULL),
  CERTIFICATE ("expiring", "revoke", "revoked", NULL),

  CASE ("open", "resolve", "resolved", sme_effect_case_resolved),
  /* What it was about is over. */
  CASE ("open", "close", "resolved", NULL),
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
