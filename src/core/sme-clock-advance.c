/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-clock-advance.h"

static const SmeField fields[] = {
  { "advance_seconds", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 0, .max = 315360000 },
};

SME_DEFINE_RECORD (SmeClockAdvance, sme_clock_advance, fields)
