/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_JOINT_COUPON (sme_joint_coupon_get_type ())
SME_DECLARE_RECORD (SmeJointCoupon, sme_joint_coupon, JOINT_COUPON)

/**
 * SmeJointCoupon:
 *
 * A coupon for several orders that are paid together; without one, each loses the one that it has.
 */

G_END_DECLS
