/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-order.h"

#include "core/sme-billing.h"
#include "core/sme-enums.h"
#include "core/sme-payment.h"
#include "core/sme-plan.h"
#include "core/sme-profile.h"
#include "core/sme-quote.h"
#include "core/sme-refund-request.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "number", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_order_state_get_type },
  { "next_actions", SME_FIELD_TEXTS, .type = sme_next_action_get_type },
  { "plan", SME_FIELD_OBJECT, .type = sme_plan_get_type },
  { "quote", SME_FIELD_OBJECT, .type = sme_quote_get_type },
  { "profile", SME_FIELD_OBJECT, .type = sme_profile_get_type },
  { "billing", SME_FIELD_OBJECT, .type = sme_billing_get_type },
  { "terms_version", SME_FIELD_TEXT, .max = 32 },
  { "payments", SME_FIELD_LIST, .type = sme_payment_get_type },
  { "refund_request", SME_FIELD_OBJECT, .type = sme_refund_request_get_type },
  { "refund_grounds", SME_FIELD_TEXTS, .type = sme_refund_ground_get_type },
  { "case_number", SME_FIELD_TEXT, .max = 16 },
  { "dossier_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "acceptance_dossier_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "subscription_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "created_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "updated_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeOrder, sme_order, fields)
