/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-coupon-entry.h"

static const SmeField fields[] = {
  { "coupon", SME_FIELD_TEXT, .max = 32 },
};

SME_DEFINE_RECORD (SmeCouponEntry, sme_coupon_entry, fields)
