/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-state-text.h"

#include "core/sme-enums.h"

#include <glib/gi18n.h>

#define DONE "emblem-ok-symbolic", "success"
#define WAITS "alarm-symbolic", "warning"
#define TO_SIGN "onesme-sign-symbolic", "warning"
#define WRONG "dialog-warning-symbolic", "error"
#define OVER "process-stop-symbolic", NULL

/* clang-format off */
static const SmeStateText orders[] = {
  [SME_ORDER_DRAFT] = { NC_ ("order", "Information to be declared"), "document-edit-symbolic", "warning" },
  [SME_ORDER_DECLARED] = { NC_ ("order", "Ready to be paid"), "onesme-wallet-symbolic", "warning" },
  [SME_ORDER_AWAITING_PAYMENT] = { NC_ ("order", "Waiting for payment"), "onesme-wallet-symbolic", "warning" },
  [SME_ORDER_PAID] = { NC_ ("order", "Paid; the contract is to be signed"), TO_SIGN },
  [SME_ORDER_SIGNING] = { NC_ ("order", "The contract is to be signed"), TO_SIGN },
  [SME_ORDER_SIGNED] = { NC_ ("order", "Contract signed"), DONE },
  [SME_ORDER_ACTIVATING] = { NC_ ("order", "The certificate is to be activated"), "onesme-certificate-symbolic", "warning" },
  [SME_ORDER_ACCEPTING] = { NC_ ("order", "The acceptance record is to be signed"), TO_SIGN },
  [SME_ORDER_ACTIVE] = { NC_ ("order", "In use"), DONE },
  [SME_ORDER_CANCELLED] = { NC_ ("order", "Cancelled"), OVER },
  [SME_ORDER_LOCKED] = { NC_ ("order", "Signing is locked; support opens it again"), "changes-prevent-symbolic", "error" },
  [SME_ORDER_ON_HOLD] = { NC_ ("order", "On hold; support is looking into it"), "media-playback-pause-symbolic", "warning" },
  [SME_ORDER_REFUNDING] = { NC_ ("order", "Money is on its way back"), "edit-undo-symbolic", NULL },
  [SME_ORDER_REFUNDED] = { NC_ ("order", "Refunded"), "edit-undo-symbolic", NULL },
};

static const SmeStateText payments[] = {
  [SME_PAYMENT_PENDING] = { NC_ ("payment", "Waiting for the money"), WAITS },
  [SME_PAYMENT_UNDERPAID] = { NC_ ("payment", "Not enough has come yet"), WAITS },
  [SME_PAYMENT_SUCCEEDED] = { NC_ ("payment", "Payment successful"), DONE },
  [SME_PAYMENT_FAILED] = { NC_ ("payment", "Payment failed"), WRONG },
  [SME_PAYMENT_EXPIRED] = { NC_ ("payment", "The time to pay is over"), OVER },
  [SME_PAYMENT_REPLACED] = { NC_ ("payment", "No longer valid"), OVER },
  [SME_PAYMENT_CHECKING] = { NC_ ("payment", "The bank is checking it"), WAITS },
};

static const SmeStateText refunds[] = {
  [SME_REFUND_DUE] = { NC_ ("refund", "To be sent back"), WAITS },
  [SME_REFUND_SENT] = { NC_ ("refund", "Sent back"), "edit-undo-symbolic", NULL },
  [SME_REFUND_CONFIRMED] = { NC_ ("refund", "Arrived"), DONE },
  [SME_REFUND_FAILED] = { NC_ ("refund", "Could not be sent; it is tried again"), WRONG },
};

static const SmeStateText subscriptions[] = {
  [SME_SUBSCRIPTION_PENDING] = { NC_ ("subscription", "Not in use yet"), WAITS },
  [SME_SUBSCRIPTION_ACTIVE] = { NC_ ("subscription", "In use"), DONE },
  [SME_SUBSCRIPTION_EXPIRING] = { NC_ ("subscription", "Expiring soon"), WAITS },
  [SME_SUBSCRIPTION_EXPIRED] = { NC_ ("subscription", "Expired"), WRONG },
  [SME_SUBSCRIPTION_CANCELLED] = { NC_ ("subscription", "Cancelled"), OVER },
};

static const SmeStateText dossiers[] = {
  [SME_DOSSIER_STATE_READY] = { NC_ ("dossier", "To be signed"), TO_SIGN },
  [SME_DOSSIER_STATE_OTP_SENT] = { NC_ ("dossier", "OTP code sent"), TO_SIGN },
  [SME_DOSSIER_STATE_OTP_VERIFIED] = { NC_ ("dossier", "OTP code verified"), TO_SIGN },
  [SME_DOSSIER_STATE_SIGNATURE_SAVED] = { NC_ ("dossier", "Signature saved, not finished yet"), TO_SIGN },
  [SME_DOSSIER_STATE_COMPLETED] = { NC_ ("dossier", "Signed and sealed"), DONE },
  [SME_DOSSIER_STATE_LOCKED] = { NC_ ("dossier", "Signing is locked"), "changes-prevent-symbolic", "error" },
  [SME_DOSSIER_STATE_VOIDED] = { NC_ ("dossier", "Void"), OVER },
  [SME_DOSSIER_STATE_SUPERSEDED] = { NC_ ("dossier", "Replaced by a newer one"), OVER },
};

static const SmeStateText certificates[] = {
  [SME_CERTIFICATE_CODE_SENT] = { NC_ ("certificate", "Activation code sent"), WAITS },
  [SME_CERTIFICATE_ACTIVATED] = { NC_ ("certificate", "Activated"), WAITS },
  [SME_CERTIFICATE_EKYC] = { NC_ ("certificate", "Identity verified (eKYC)"), WAITS },
  [SME_CERTIFICATE_ISSUED] = { NC_ ("certificate", "Issued"), DONE },
  [SME_CERTIFICATE_REFUSED] = { NC_ ("certificate", "Refused"), WRONG },
  [SME_CERTIFICATE_EXPIRING] = { NC_ ("certificate", "Expiring soon"), WAITS },
  [SME_CERTIFICATE_EXPIRED] = { NC_ ("certificate", "Expired"), WRONG },
  [SME_CERTIFICATE_REVOKED] = { NC_ ("certificate", "Revoked"), WRONG },
};

static const SmeStateText documents[] = {
  [SME_DOCUMENT_STATE_PENDING] = { NC_ ("document", "Not in force yet"), WAITS },
  [SME_DOCUMENT_STATE_EFFECTIVE] = { NC_ ("document", "Document in force"), DONE },
  [SME_DOCUMENT_STATE_VOIDED] = { NC_ ("document", "Void"), OVER },
  [SME_DOCUMENT_STATE_SUPERSEDED] = { NC_ ("document", "Replaced by a newer one"), OVER },
};
/* clang-format on */

typedef struct
{
  GType (*type) (void);
  const char *context;
  const SmeStateText *texts;
  guint n_texts;
} Kind;

static const Kind kinds[] = {
  { sme_order_state_get_type, "order", orders, G_N_ELEMENTS (orders) },
  { sme_payment_state_get_type, "payment", payments, G_N_ELEMENTS (payments) },
  { sme_refund_state_get_type, "refund", refunds, G_N_ELEMENTS (refunds) },
  { sme_subscription_state_get_type, "subscription", subscriptions, G_N_ELEMENTS (subscriptions) },
  { sme_dossier_state_get_type, "dossier", dossiers, G_N_ELEMENTS (dossiers) },
  { sme_certificate_state_get_type, "certificate", certificates, G_N_ELEMENTS (certificates) },
  { sme_document_state_get_type, "document", documents, G_N_ELEMENTS (documents) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (orders) == SME_ORDER_REFUNDED + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (payments) == SME_PAYMENT_CHECKING + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (refunds) == SME_REFUND_FAILED + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (subscriptions) == SME_SUBSCRIPTION_CANCELLED + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (dossiers) == SME_DOSSIER_STATE_SUPERSEDED + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (certificates) == SME_CERTIFICATE_REVOKED + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (documents) == SME_DOCUMENT_STATE_SUPERSEDED + 1);

SmeStateText
sme_state_text_find (GType type, int state)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type () == type && state >= 0 && state < (int) kinds[i].n_texts)
      {
        SmeStateText found = kinds[i].texts[state];

        found.text = g_dpgettext2 (NULL, kinds[i].context, found.text);
        return found;
      }
  return (SmeStateText){ _ ("Not known"), "dialog-question-symbolic", NULL };
}
