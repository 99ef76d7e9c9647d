/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-verdict.h"

#include "backend/bank/sme-bank-receive.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/flow/sme-flow.h"
#include "backend/store/sme-store-dues.h"
#include "backend/store/sme-store-payments.h"

/* Fires what the table allows in the payment's state; what it does not is an old story. */
static const char *
fire_if_allowed (SmeCall *call, SmeRecord *payment, const char *event, GError **error)
{
  const char *state = sme_record_get_nick (payment, "state");

  if (sme_flow_find (SME_MACHINE_PAYMENT, state, event) == NULL)
    return SME_VERDICT_KNOWN_ALREADY;
  return sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_record_get_text (payment, "id"), event,
                        error)
           ? SME_VERDICT_CONFIRMED
           : NULL;
}

static const char *
take_failure (SmeCall *call, SmeRecord *payment, const char *code, GError **error)
{
  const char *done = fire_if_allowed (call, payment, "fail", error);

  if (done == NULL || !g_str_equal (done, SME_VERDICT_CONFIRMED))
    return done;
  return sme_store_set_failure (call, sme_record_get_text (payment, "id"),
                                sme_gateway_read_failure (code), error)
           ? SME_VERDICT_CONFIRMED
           : NULL;
}

/* Money that was taken is booked whatever the state, once: a second transaction goes back. */
static const char *
take_success (SmeCall *call, SmeRecord *payment, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *booked = sme_store_find_gateway_receipt (call, number, &local);
  g_autoptr (SmeReceipt) receipt = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (booked != NULL)
    return SME_VERDICT_KNOWN_ALREADY;
  receipt =
    sme_bank_receive_from_gateway (call, sme_record_get_text (payment, "id"), number, error);
  if (receipt == NULL)
    return NULL;
  return sme_record_get_int (SME_RECORD (receipt), "state") == SME_RECEIPT_DUPLICATE
           ? SME_VERDICT_KNOWN_ALREADY
           : SME_VERDICT_CONFIRMED;
}

const char *
sme_gateway_judge (SmeCall *call, GHashTable *params, SmeRecord *payment, GError **error)
{
  const char *code = g_hash_table_lookup (params, "vnp_ResponseCode");
  const char *status = g_hash_table_lookup (params, "vnp_TransactionStatus");
  const char *number = g_hash_table_lookup (params, "vnp_TransactionNo");
  gint64 asked = 0;

  if (sme_record_get_int (payment, "method") != SME_METHOD_GATEWAY)
    return SME_VERDICT_UNKNOWN_ORDER;
  if (!sme_store_find_gateway_amount (call, sme_record_get_text (payment, "id"), &asked, error))
    return NULL;
  if (sme_gateway_read_amount (g_hash_table_lookup (params, "vnp_Amount")) != asked)
    return SME_VERDICT_WRONG_AMOUNT;
  if (g_strcmp0 (code, SME_GATEWAY_SUSPECTED) == 0)
    return fire_if_allowed (call, payment, "suspect", error);
  if (g_strcmp0 (code, SME_GATEWAY_PAID) == 0 && g_strcmp0 (status, SME_GATEWAY_PAID) == 0 &&
      number != NULL)
    return take_success (call, payment, number, error);
  return take_failure (call, payment, code, error);
}
