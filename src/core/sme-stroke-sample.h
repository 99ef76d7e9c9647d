/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_STROKE_SAMPLE (sme_stroke_sample_get_type ())
SME_DECLARE_RECORD (SmeStrokeSample, sme_stroke_sample, STROKE_SAMPLE)

/**
 * SmeStrokeSample:
 *
 * One sample of a stroke: CSS pixels in the box, milliseconds, pressure (left out when the device
 * has none).
 */

G_END_DECLS
