/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-order-edit.h"

#include "backend/flow/sme-flow.h"
#include "backend/store/sme-store-catalog.h"
#include "backend/store/sme-store-consents.h"
#include "base/sme-time.h"
#include "core/sme-billing-rules.h"
#include "core/sme-problem.h"

gboolean
sme_order_edit_is_open (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  if (g_str_equal (order->state, "draft") || g_str_equal (order->state, "declared") ||
      g_str_equal (order->state, "awaiting_payment"))
    return sme_store_require_data_consent (call, error);
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return FALSE;
}

gboolean
sme_order_edit_check_billing (SmeCall *call, SmeBilling *billing, GError **error)
{
  int today = sme_date_from_time (call->now);
  g_autoptr (GPtrArray) errors = sme_billing_check (billing, today);

  if (errors->len > 0)
    {
      sme_problem_set_invalid (error, g_steal_pointer (&errors));
      return FALSE;
    }
  sme_billing_normalize (billing, today);
  return TRUE;
}

gboolean
sme_order_edit_set_billing (SmeCall *call, const char *id, SmeBilling *billing, GError **error)
{
  return sme_store_set_order_part (call, id, "billing", SME_RECORD (billing), error) &&
         sme_flow_touch_order (call, id, error);
}

/* Another price: what was to be paid before is not to be paid any more. */
static gboolean
price_again (SmeCall *call, SmeStoredOrder *order, const char *coupon, GError **error)
{
  const char *id = sme_record_get_text (SME_RECORD (order->record), "id");
  gboolean declared = !g_str_equal (order->state, "draft");
  g_autoptr (SmeOrderRequest) request = sme_store_read_order_request (call, id, error);
  g_autoptr (SmePlan) plan = NULL;
  g_autoptr (SmeQuote) quote = NULL;

  if (request == NULL)
    return FALSE;
  sme_record_set_text (SME_RECORD (request), "coupon", coupon);
  quote = sme_store_make_quote (call, request, &plan, error);
  return quote != NULL &&
         (!declared || sme_flow_fire (call, SME_MACHINE_ORDER, id, "edit", error)) &&
         sme_store_set_order_price (call, id, request, quote, error) &&
         (declared ? sme_flow_fire (call, SME_MACHINE_ORDER, id, "declare", error)
                   : sme_flow_touch_order (call, id, error));
}

gboolean
sme_order_edit_set_coupon (SmeCall *call, SmeStoredOrder *order, const char *coupon, GError **error)
{
  if (sme_stored_order_is_paid (order))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  return price_again (call, order, coupon, error);
}
