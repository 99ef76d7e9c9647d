/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-price-step.h"

static const SmeField fields[] = {
  { "up_to", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "price", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmePriceStep, sme_price_step, fields)
