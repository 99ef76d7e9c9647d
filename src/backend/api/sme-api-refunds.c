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

static gboolean
is_offered (const SmeRefundOffer *offer, SmeRefundGround ground)
{
  return (offer->grounds & (1u << ground)) != 0;
}

/* After the signature a change of mind is no ground. */
static gboolean
check_ground (const SmeRefundOffer *offer, SmeRefundGround ground, GError **error)
{
  if (offer->grounds != 0)
    return is_offered (offer, ground) || sme_problem_set_field (error, "/ground", "unknown-value");
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return FALSE;
}

static char *
insert (SmeCall *call,
        SmeStoredOrder *order,
        SmeRefundRequest *request,
        const char *event,
        GError **error)
{
  g_autofree char *id = sme_store_insert_refund_request (call, order, request, error);

  return id != NULL &&
             sme_audit_order (call, call->path_id, "refund_request", event, NULL, "asked", error) &&
             sme_flow_touch_order (call, call->path_id, error)
           ? g_steal_pointer (&id)
           : NULL;
}

/* Of an order one stands; asked again, it answers where it stands. After a no there may be another
 * ground. */
SmeReply *
sme_handle_request_refund (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  SmeRefundGround ground = (SmeRefundGround) sme_record_get_int (call->request, "ground");
  SmeRefundOffer offer = { 0 };
  SmeRecord *standing;
  g_autofree char *id = NULL;

  if (order == NULL || !sme_store_find_refund_offer (call, order, &offer, error))
    return NULL;
  standing = sme_record_get_object (SME_RECORD (order->record), "refund_request");
  if (standing != NULL && !is_offered (&offer, ground))
    return answer_request (call, sme_record_get_text (standing, "id"), 200, error);
  if (!check_ground (&offer, ground, error))
    return NULL;
  id = insert (call, order, SME_REFUND_REQUEST (call->request), "ask", error);
  /* Nothing is signed, so there is nothing to decide. */
  if (id == NULL ||
      (offer.at_once && !sme_flow_fire (call, SME_MACHINE_REFUND_REQUEST, id, "grant", error)))
    return NULL;
  return answer_request (call, id, 201, error);
}

static SmeReply *
decide (SmeCall *call, const char *id, SmeCaseOutcome outcome, const char *note, GError **error)
{
  g_autoptr (SmeRefundRequest) request = sme_store_find_refund_request (call, id, error);
  g_autofree char *about = NULL;

  if (request == NULL)
    return NULL;
  about =
    g_strdup_printf ("refund ground=%s", sme_record_get_nick (SME_RECORD (request), "ground"));
  sme_audit_set_decision (call, about, sme_enum_nick (SME_TYPE_CASE_OUTCOME, (int) outcome),
                          note != NULL);
  if ((note != NULL && !sme_store_set_refund_note (call, id, note, error)) ||
      !sme_flow_fire (call, SME_MACHINE_REFUND_REQUEST, id,
                      outcome == SME_CASE_GRANTED ? "grant" : "refuse", error))
    return NULL;
  return answer_request (call, id, 200, error);
}

SmeReply *
sme_handle_local_decide_refund (SmeCall *call, GError **error)
{
  return decide (call, call->path_id,
                 (SmeCaseOutcome) sme_record_get_int (call->request, "outcome"),
                 sme_record_get_text (call->request, "note"), error);
}

/* The contract promises it where the certificate was refused, also to whom does not ask. */
SmeReply *
sme_handle_local_refund_order (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, call->path_id, NULL, error);
  g_autoptr (SmeRefundRequest) request = sme_refund_request_new ();
  SmeRefundOffer offer = { 0 };
  g_autofree char *id = NULL;

  if (order == NULL || !sme_store_find_refund_offer (call, order, &offer, error))
    return NULL;
  if (!is_offered (&offer, SME_GROUND_CERTIFICATE_REFUSED))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  sme_record_set_int (SME_RECORD (request), "ground", SME_GROUND_CERTIFICATE_REFUSED);
  id = insert (call, order, request, "offer", error);
  return id != NULL
           ? decide (call, id, SME_CASE_GRANTED, sme_record_get_text (call->request, "note"), error)
           : NULL;
}
