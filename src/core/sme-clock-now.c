/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-clock-now.h"

static const SmeField fields[] = {
  { "now", SME_FIELD_TIME, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeClockNow, sme_clock_now, fields)
