/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CLOCK_NOW (sme_clock_now_get_type ())
SME_DECLARE_RECORD (SmeClockNow, sme_clock_now, CLOCK_NOW)

/**
 * SmeClockNow:
 *
 * What the clock of the local backend says.
 */

G_END_DECLS
