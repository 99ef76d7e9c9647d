/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-stroke-sample.h"

static const SmeField fields[] = {
  { "x", SME_FIELD_NUMBER, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .min = -100, .max = 20000 },
  { "y", SME_FIELD_NUMBER, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .min = -100, .max = 20000 },
  { "t", SME_FIELD_INTEGER, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .min = 0, .max = 86400000 },
  { "p", SME_FIELD_NUMBER, SME_FIELD_PERSONAL, .min = 0, .max = 1 },
};

SME_DEFINE_RECORD (SmeStrokeSample, sme_stroke_sample, fields)
