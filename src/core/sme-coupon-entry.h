/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_COUPON_ENTRY (sme_coupon_entry_get_type ())
SME_DECLARE_RECORD (SmeCouponEntry, sme_coupon_entry, COUPON_ENTRY)

/**
 * SmeCouponEntry:
 *
 * A coupon for an order that is not paid; without a code the one it had is taken out.
 */

G_END_DECLS
