/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-bank-receive.h"

#include "backend/bank/sme-demo-bank.h"
#include "backend/bank/sme-transfer-match.h"
#include "backend/flow/sme-flow.h"
#include "backend/store/sme-store-dues.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-vietqr.h"

/* Money on its way into the books. */
typedef struct
{
  SmeRecord *payment;    /* NULL: for nobody */
  const char *receipt;   /* where it is booked already, and was for nobody; or NULL */
  const char *reference; /* the transfer's text */
  const char *number;    /* the gateway's, or NULL */
  gint64 amount;
  SmeDues dues; /* what the orders of the payment that still wait cost now */
  gint64 rest;  /* of that, what has not come yet */
} Money;

static const char *
get_payment_id (const Money *money)
{
  return money->payment != NULL ? sme_record_get_text (money->payment, "id") : NULL;
}

/* The reasons bear the names of what the receipts are. */
static SmeRefundReason
find_reason (SmeReceiptState state)
{
  switch (state)
    {
    case SME_RECEIPT_LATE:
      return SME_REFUND_LATE;
    case SME_RECEIPT_DUPLICATE:
      return SME_REFUND_DUPLICATE;
    case SME_RECEIPT_UNMATCHED:
      return SME_REFUND_UNMATCHED;
    default:
      return SME_REFUND_SURPLUS;
    }
}

/* (transfer full): the id of the receipt */
static char *
enter (SmeCall *call, const Money *money, SmeReceiptState state, GError **error)
{
  SmeNewReceipt new = { get_payment_id (money), money->amount, state, money->reference,
                        money->number };

  if (money->receipt == NULL)
    return sme_store_insert_receipt (call, &new, error);
  return sme_store_place_receipt (call, money->receipt, &new, error) ? g_strdup (money->receipt)
                                                                     : NULL;
}

static SmeReceipt *
book (SmeCall *call, const Money *money, SmeReceiptState state, gint64 back, GError **error)
{
  g_autofree char *id = enter (call, money, state, error);
  SmeNewRefund refund = { get_payment_id (money), id, back, find_reason (state), NULL };
  g_autoptr (SmeReceipt) receipt = NULL;
  SmeRecord *record;

  if (id == NULL || (back > 0 && !sme_store_insert_refund (call, &refund, error)))
    return NULL;
  receipt = sme_receipt_new ();
  record = SME_RECORD (receipt);
  sme_record_set_text (record, "id", id);
  sme_record_set_int (record, "amount", money->amount);
  sme_record_set_int (record, "state", state);
  sme_record_set_int (record, "received_at", call->now);
  return g_steal_pointer (&receipt);
}

/* All of it goes back: the orders take none any more, or it is not enough to be of use. */
static SmeReceipt *
give_back (SmeCall *call, const Money *money, GError **error)
{
  gboolean paid = sme_record_get_int (money->payment, "state") == SME_PAYMENT_SUCCEEDED;
  g_autoptr (SmeReceipt) receipt =
    book (call, money, paid ? SME_RECEIPT_DUPLICATE : SME_RECEIPT_LATE, money->amount, error);

  return receipt != NULL && sme_flow_touch_payment (call, get_payment_id (money), error)
           ? g_steal_pointer (&receipt)
           : NULL;
}

/* The orders may cost something else than when the payment was begun. */
static gboolean
ask_what_is_owed (SmeCall *call, const Money *money, GError **error)
{
  return !money->dues.all_wait ||
         money->dues.owed == sme_record_get_int (money->payment, "amount") ||
         sme_store_price_payment (call, get_payment_id (money), money->dues.owed, error);
}

static SmeReceipt *
keep (SmeCall *call, const Money *money, GError **error)
{
  const char *id = get_payment_id (money);
  gboolean enough = money->amount >= money->rest;
  g_autoptr (SmeReceipt) receipt =
    book (call, money, money->amount > money->rest ? SME_RECEIPT_EXCESS : SME_RECEIPT_APPLIED,
          MAX (0, money->amount - money->rest), error);

  if (receipt == NULL || !ask_what_is_owed (call, money, error) ||
      !sme_store_add_received (call, id, MIN (money->amount, money->rest), error) ||
      !sme_flow_fire (call, SME_MACHINE_PAYMENT, id, enough ? "receive-all" : "receive-part",
                      error))
    return NULL;
  return g_steal_pointer (&receipt);
}

static gboolean
is_open (const Money *money)
{
  gint64 state = sme_record_get_int (money->payment, "state");

  return state == SME_PAYMENT_PENDING || state == SME_PAYMENT_UNDERPAID;
}

static gboolean
is_enough (const Money *money)
{
  return money->dues.owed > 0 && money->amount >= money->rest;
}

static SmeReceipt *
receive_for (SmeCall *call, const char *payment_id, Money *money, GError **error);

/* Too little. It counts as long as all the orders wait: for this payment, or for the one that has
 * taken its place. Where another is for other orders as well, or the bank is looking at one, it
 * would only be in the way. */
static SmeReceipt *
receive_part (SmeCall *call, Money *money, GError **error)
{
  g_autofree char *other = NULL;
  SmeRival rival = SME_RIVAL_NONE;

  if (!money->dues.all_wait || money->dues.owed == 0)
    return give_back (call, money, error);
  if (!is_open (money) &&
      !sme_store_find_rival (call, get_payment_id (money), &rival, &other, error))
    return NULL;
  switch (rival)
    {
    case SME_RIVAL_SAME:
      return receive_for (call, other, money, error);
    case SME_RIVAL_IN_THE_WAY:
      return give_back (call, money, error);
    default:
      return keep (call, money, error);
    }
}

static SmeReceipt *
receive (SmeCall *call, Money *money, GError **error)
{
  if (!sme_store_find_dues (call, get_payment_id (money), &money->dues, error))
    return NULL;
  if (sme_record_get_int (money->payment, "state") == SME_PAYMENT_SUCCEEDED)
    return give_back (call, money, error);
  money->rest = money->dues.owed - sme_record_get_int (money->payment, "received");
  return is_enough (money) ? keep (call, money, error) : receive_part (call, money, error);
}

static SmeReceipt *
receive_for (SmeCall *call, const char *payment_id, Money *money, GError **error)
{
  g_autoptr (SmePayment) payment = sme_store_find_payment (call, payment_id, NULL, error);

  if (payment == NULL)
    return NULL;
  money->payment = SME_RECORD (payment);
  return receive (call, money, error);
}

SmeReceipt *
sme_bank_receive_text (SmeCall *call, const char *text, gint64 amount, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *payment_id = sme_transfer_match_find (call, text, amount, &local);
  Money money = { .reference = text, .amount = amount };

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (payment_id == NULL)
    return book (call, &money, SME_RECEIPT_UNMATCHED, amount, error);
  return receive_for (call, payment_id, &money, error);
}

/* What cannot be read is kept for whoever has to find out whose it is. */
static SmeReceipt *
receive_unreadable (SmeCall *call, const char *payload, gint64 amount, GError **error)
{
  g_autofree char *text = g_utf8_substring (payload, 0, MIN (g_utf8_strlen (payload, -1), 200));
  Money money = { .reference = text, .amount = amount };

  return book (call, &money, SME_RECEIPT_UNMATCHED, amount, error);
}

SmeReceipt *
sme_bank_receive (SmeCall *call, const char *payload, gint64 amount, GError **error)
{
  g_autoptr (SmeVietqr) code = sme_vietqr_parse (payload, NULL);
  gboolean ours = code != NULL && g_strcmp0 (code->bin, SME_DEMO_BANK_BIN) == 0;

  return ours && code->reference != NULL
           ? sme_bank_receive_text (call, code->reference, amount, error)
           : receive_unreadable (call, payload, amount, error);
}

SmeReceipt *
sme_bank_assign (SmeCall *call,
                 const SmeUnassigned *receipt,
                 const char *payment_id,
                 GError **error)
{
  Money money = { .receipt = receipt->id, .reference = "", .amount = receipt->amount };

  return receive_for (call, payment_id, &money, error);
}

SmeReceipt *
sme_bank_receive_from_gateway (SmeCall *call,
                               const char *payment_id,
                               const char *number,
                               GError **error)
{
  Money money = { .reference = "", .number = number };

  return sme_store_find_gateway_amount (call, payment_id, &money.amount, error)
           ? receive_for (call, payment_id, &money, error)
           : NULL;
}
