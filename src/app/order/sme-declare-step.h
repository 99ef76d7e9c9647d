/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-step.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

#define SME_TYPE_DECLARE_STEP (sme_declare_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeDeclareStep, sme_declare_step, SME, DECLARE_STEP, SmeStep)

/**
 * SmeDeclareStep:
 *
 * Step 2, "Khai báo thông tin": the form, kept as it is typed; "Cập nhật" repeats what the contract
 * will say and, when that is confirmed, declares the order (acceptance A20-A24).
 */
SmeStep *sme_declare_step_new (SmeContext *context, SmeOrder *order);

G_END_DECLS
