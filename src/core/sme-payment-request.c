/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-payment-request.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "method", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_payment_method_get_type },
  { "terms_version", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "order_ids", SME_FIELD_TEXTS, .max = 100 },
};

SME_DEFINE_RECORD (SmePaymentRequest, sme_payment_request, fields)
