/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PRICE_STEP (sme_price_step_get_type ())
SME_DECLARE_RECORD (SmePriceStep, sme_price_step, PRICE_STEP)

/**
 * SmePriceStep:
 *
 * A step of a price: up to how many units (0: no limit) and its price in đồng.
 */

G_END_DECLS
