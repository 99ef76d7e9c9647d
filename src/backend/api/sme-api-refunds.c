/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-refunds.h"
#include "core/sme-problem.h"

static SmeReply *
answer_request (SmeCall *call, const char *id, guint status, GError **error)
{
  g_autoptr (SmeRefundRequest) request = sme_store_find_refund_request (call, id, error);

  return request != NULL ? sme_reply_new_record (status, SME_RECORD (request)) : NULL;
}

/* After the signature only wrong or missing information is a ground. */
static gboolean
check_ground (SmeCall *call, SmeRefundOffer offer, GError **error)
{
  if (offer == SME_REFUND_NOT_OFFERED)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  return offer == SME_REFUND_AT_ONCE ||
         sme_record_get_int (call->request, "ground") == SME_GROUND_WRONG_INFORMATION ||
         sme_problem_set_field (error, "/ground", "unknown-value");
}

static SmeReply *
open_request (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmeRefundOffer offer = SME_REFUND_NOT_OFFERED;
  g_autofree char *id = NULL;

  if (!sme_store_find_refund_offer (call, order, &offer, error) ||
      !check_ground (call, offer, error))
    return NULL;
  id = sme_store_insert_refund_request (call, order, SME_REFUND_REQUEST (call->request), error);
  if (id == NULL ||
      !sme_audit_order (call, call->path_id, "refund_request", "ask", NULL, "asked", error) ||
      !sme_flow_touch_order (call, call->path_id, error))
    return NULL;
  /* Nothing is signed, so there is nothing to decide. */
  if (offer == SME_REFUND_AT_ONCE &&
      !sme_flow_fire (call, SME_MACHINE_REFUND_REQUEST, id, "grant", error))
    return NULL;
  return answer_request (call, id, 201, error);
}

/* Of an order there is one; asked again, it answers where it stands. */
SmeReply *
sme_handle_request_refund (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  SmeRecord *standing;

  if (order == NULL)
    return NULL;
  standing = sme_record_get_object (SME_RECORD (order->record), "refund_request");
  if (standing != NULL)
    return answer_request (call, sme_record_get_text (standing, "id"), 200, error);
  return open_request (call, order, error);
}

SmeReply *
sme_handle_local_decide_refund (SmeCall *call, GError **error)
{
  gboolean granted = sme_record_get_int (call->request, "outcome") == SME_CASE_GRANTED;
  const char *note = sme_record_get_text (call->request, "note");

  if ((note != NULL && !sme_store_set_refund_note (call, call->path_id, note, error)) ||
      !sme_flow_fire (call, SME_MACHINE_REFUND_REQUEST, call->path_id, granted ? "grant" : "refuse",
                      error))
    return NULL;
  return answer_request (call, call->path_id, 200, error);
}
