/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-step.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

#define SME_TYPE_PAY_STEP (sme_pay_step_get_type ())
G_DECLARE_FINAL_TYPE (SmePayStep, sme_pay_step, SME, PAY_STEP, SmeStep)

/**
 * SmePayStep:
 *
 * Step 3, "Thanh toán" (acceptance A30-A33): what was declared, the way to pay, the terms to agree
 * to, and then the payment itself until the backend says that it is paid.
 */
SmeStep *sme_pay_step_new (SmeContext *context, SmeOrder *order);

G_END_DECLS
