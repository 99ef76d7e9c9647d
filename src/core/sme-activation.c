/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-activation.h"

static const SmeField fields[] = {
  { "token", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 128, .min = 1 },
};

SME_DEFINE_RECORD (SmeActivation, sme_activation, fields)
