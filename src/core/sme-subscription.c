/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-subscription.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "order_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "order_number", SME_FIELD_TEXT, .max = 32 },
  { "service_name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "service_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "plan_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "plan_name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_subscription_state_get_type },
  { "order_state", SME_FIELD_ENUM, .type = sme_order_state_get_type },
  { "next_actions", SME_FIELD_TEXTS, .type = sme_next_action_get_type },
  { "starts_on", SME_FIELD_DATE },
  { "trial_ends_on", SME_FIELD_DATE },
  { "ends_on", SME_FIELD_DATE },
  { "cycle_months", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "price", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "basis", SME_FIELD_ENUM, .type = sme_price_basis_get_type }, /* of the price */
  { "auto_renew", SME_FIELD_BOOLEAN },
  { "dossier_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "acceptance_dossier_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "certificate_state", SME_FIELD_ENUM, .type = sme_certificate_state_get_type },
  { "created_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeSubscription, sme_subscription, fields)
