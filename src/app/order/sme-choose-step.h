/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-step.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

#define SME_TYPE_CHOOSE_STEP (sme_choose_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeChooseStep, sme_choose_step, SME, CHOOSE_STEP, SmeStep)

/* Step 1, "Chọn gói": what was chosen, before "Tiếp theo" leads to the form (acceptance A20). */
SmeStep *sme_choose_step_new (SmeContext *context, SmeOrder *order);

G_END_DECLS
