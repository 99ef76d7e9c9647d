/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-account-deletion.h"

#include "core/sme-data-holding.h"
#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "deleted_at", SME_FIELD_TIME },
  { "blocked_by", SME_FIELD_TEXTS, .max = 1000 },
  { "cancelled_orders", SME_FIELD_TEXTS, .max = 1000 },
  { "erased", SME_FIELD_TEXTS, .type = sme_data_kind_get_type },
  { "kept", SME_FIELD_LIST, .type = sme_data_holding_get_type },
};

SME_DEFINE_RECORD (SmeAccountDeletion, sme_account_deletion, fields)
