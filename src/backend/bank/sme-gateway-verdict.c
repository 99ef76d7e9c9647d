/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-verdict.h"

#include "backend/bank/sme-bank-receive.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/flow/sme-flow.h"
#include "backend/store/sme-store-dues.h"
#include "backend/store/sme-store-notices.h"
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

static const char *
look_up (GHashTable *params, const char *name)
{
  const char *value = g_hash_table_lookup (params, name);

  return value != NULL ? value : "";
}

static gboolean
is_paid (const SmeNotice *notice)
{
  return g_str_equal (notice->code, SME_GATEWAY_PAID) &&
         g_str_equal (notice->status, SME_GATEWAY_PAID) && !g_str_equal (notice->number, "");
}

/* Where no order waits for it any more, a suspicion is of no consequence. */
static const char *
take_suspicion (SmeCall *call, SmeRecord *payment, GError **error)
{
  SmeDues dues;

  if (!sme_store_find_dues (call, sme_record_get_text (payment, "id"), &dues, error))
    return NULL;
  return dues.owed > 0 ? fire_if_allowed (call, payment, "suspect", error)
                       : SME_VERDICT_KNOWN_ALREADY;
}

static const char *
take (SmeCall *call, SmeRecord *payment, const SmeNotice *notice, GError **error)
{
  if (!sme_store_keep_notice (call, sme_record_get_text (payment, "id"), notice, error))
    return NULL;
  if (g_str_equal (notice->code, SME_GATEWAY_SUSPECTED))
    return take_suspicion (call, payment, error);
  return is_paid (notice) ? take_success (call, payment, notice->number, error)
                          : take_failure (call, payment, notice->code, error);
}

/* Money that was taken is never an old story before it is booked; the rest may be. */
static gboolean
check_age (SmeCall *call,
           SmeRecord *payment,
           const SmeNotice *notice,
           SmeGatewayWord word,
           gboolean *old,
           GError **error)
{
  gboolean checking = sme_record_get_int (payment, "state") == SME_PAYMENT_CHECKING;

  *old = FALSE;
  return word == SME_GATEWAY_ANSWER || is_paid (notice) ||
         sme_store_is_old_notice (call, sme_record_get_text (payment, "id"), notice,
                                  checking && !g_str_equal (notice->code, SME_GATEWAY_SUSPECTED),
                                  old, error);
}

const char *
sme_gateway_judge (SmeCall *call,
                   GHashTable *params,
                   SmeRecord *payment,
                   SmeGatewayWord word,
                   GError **error)
{
  SmeNotice notice = { look_up (params, "vnp_TransactionNo"), look_up (params, "vnp_ResponseCode"),
                       look_up (params, "vnp_TransactionStatus"), look_up (params, "vnp_PayDate") };
  gint64 asked = 0;
  gboolean old;

  if (sme_record_get_int (payment, "method") != SME_METHOD_GATEWAY)
    return SME_VERDICT_UNKNOWN_ORDER;
  if (!sme_store_find_gateway_amount (call, sme_record_get_text (payment, "id"), &asked, error))
    return NULL;
  if (sme_gateway_read_amount (g_hash_table_lookup (params, "vnp_Amount")) != asked)
    return SME_VERDICT_WRONG_AMOUNT;
  if (!check_age (call, payment, &notice, word, &old, error))
    return NULL;
  return old ? SME_VERDICT_KNOWN_ALREADY : take (call, payment, &notice, error);
}
