/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-pricing.h"

G_BEGIN_DECLS

/**
 * SmeStoredCoupon:
 * @terms: for the quote; its code is ours
 * @once_per_customer: an order of the customer that was not cancelled uses it up
 *
 * A coupon of data/catalog/coupons.json (docs/catalog-format.md).
 */
typedef struct
{
  char *code;
  SmePricingCoupon terms;
  gboolean once_per_customer;
} SmeStoredCoupon;

void sme_stored_coupon_free (SmeStoredCoupon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeStoredCoupon, sme_stored_coupon_free)

/**
 * sme_store_find_coupon:
 * @code: as typed: case and spaces around it do not count
 * @reason: (out): why there is none
 *
 * NULL with a @reason when there is no such coupon or the caller, if signed in, has used it; NULL
 * with @error when the store could not be asked. The days and the least sum are the quote's to
 * judge.
 */
SmeStoredCoupon *
sme_store_find_coupon (SmeCall *call, const char *code, SmeReason *reason, GError **error);

G_END_DECLS
