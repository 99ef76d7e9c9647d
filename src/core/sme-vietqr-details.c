/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-vietqr-details.h"

static const SmeField fields[] = {
  { "payload", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 512, .min = 1 },
  { "bank_bin", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 6, .min = 1 },
  { "bank_name", SME_FIELD_TEXT, .max = 120 },
  { "account", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "account_name", SME_FIELD_TEXT, .max = 120 },
  { "reference", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
};

SME_DEFINE_RECORD (SmeVietqrDetails, sme_vietqr_details, fields)
