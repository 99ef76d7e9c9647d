/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-plan-audience.h"

SmeReason
sme_plan_audience_check (SmePlan *plan, SmeCustomerType type)
{
  const char *const *types;

  g_return_val_if_fail (SME_IS_PLAN (plan), SME_REASON_OK);

  types = sme_record_get_texts (SME_RECORD (plan), "customer_types");
  if (types == NULL || types[0] == NULL ||
      g_strv_contains (types, sme_enum_nick (SME_TYPE_CUSTOMER_TYPE, (int) type)))
    return SME_REASON_OK;
  return SME_REASON_NOT_FOR_CUSTOMER;
}

gboolean
sme_plan_audience_is_narrow (SmePlan *plan)
{
  for (int type = SME_CUSTOMER_PERSON; type <= SME_CUSTOMER_ENTERPRISE; type++)
    if (sme_plan_audience_check (plan, (SmeCustomerType) type) != SME_REASON_OK)
      return TRUE;
  return FALSE;
}
