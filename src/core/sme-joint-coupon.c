/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-joint-coupon.h"

static const SmeField fields[] = {
  { "order_ids", SME_FIELD_TEXTS, SME_FIELD_REQUIRED, .max = 100 },
  { "coupon", SME_FIELD_TEXT, .max = 32 },
};

SME_DEFINE_RECORD (SmeJointCoupon, sme_joint_coupon, fields)
