/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CLOCK_ADVANCE (sme_clock_advance_get_type ())
SME_DECLARE_RECORD (SmeClockAdvance, sme_clock_advance, CLOCK_ADVANCE)

/**
 * SmeClockAdvance:
 *
 * Moves the clock of the local backend.
 */

G_END_DECLS
