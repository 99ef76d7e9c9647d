/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-order-request.h"

static const SmeField fields[] = {
  { "plan_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "cycle_months", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = 36 },
  { "quantity", SME_FIELD_INTEGER, .min = 1, .max = 100000 },
  { "addons", SME_FIELD_TEXTS },
  { "coupon", SME_FIELD_TEXT, .max = 32 },
};

SME_DEFINE_RECORD (SmeOrderRequest, sme_order_request, fields)
