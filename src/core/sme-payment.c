/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-payment.h"

#include "core/sme-enums.h"
#include "core/sme-receipt.h"
#include "core/sme-refund.h"
#include "core/sme-vietqr-details.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "order_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "order_ids", SME_FIELD_TEXTS, .max = 100 },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_payment_state_get_type },
  { "method", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_payment_method_get_type },
  { "amount", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "received", SME_FIELD_MONEY },
  { "expires_at", SME_FIELD_TIME },
  { "server_time", SME_FIELD_TIME },
  { "created_at", SME_FIELD_TIME },
  { "vietqr", SME_FIELD_OBJECT, .type = sme_vietqr_details_get_type },
  { "failure", SME_FIELD_ENUM, .type = sme_payment_failure_get_type },
  { "redirect_url", SME_FIELD_TEXT, .max = 2000 },
  { "receipts", SME_FIELD_LIST, .type = sme_receipt_get_type },
  { "refunds", SME_FIELD_LIST, .type = sme_refund_get_type },
};

SME_DEFINE_RECORD (SmePayment, sme_payment, fields)
