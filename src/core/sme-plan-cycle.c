/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-plan-cycle.h"

static const SmeField fields[] = {
  { "months", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = 36 },
  { "price", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmePlanCycle, sme_plan_cycle, fields)
