/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-bank-receive.h"

#include "backend/bank/sme-demo-bank.h"
#include "backend/flow/sme-flow.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-vietqr.h"

typedef struct
{
  const char *payment_id; /* NULL: for nobody */
  const char *reference;
  gint64 amount;
  SmeReceiptState state;
  gint64 give_back;
} Booking;

static gboolean
book (SmeCall *call, const Booking *booking, SmeReceipt **receipt, GError **error)
{
  g_autofree char *id = sme_store_insert_receipt (call, booking->payment_id, booking->amount,
                                                  booking->state, booking->reference, error);
  SmeRecord *record;

  if (id == NULL)
    return FALSE;
  if (booking->give_back > 0 &&
      !sme_store_insert_refund (call, booking->payment_id, id, booking->give_back, error))
    return FALSE;
  *receipt = sme_receipt_new ();
  record = SME_RECORD (*receipt);
  sme_record_set_text (record, "id", id);
  sme_record_set_int (record, "amount", booking->amount);
  sme_record_set_int (record, "state", booking->state);
  sme_record_set_int (record, "received_at", call->now);
  return TRUE;
}

/* Money for an order that takes none any more: all of it goes back. */
static Booking
make_useless (const char *payment_id, const char *reference, gint64 amount, gboolean paid)
{
  return (Booking){ payment_id, reference, amount, paid ? SME_RECEIPT_DUPLICATE : SME_RECEIPT_LATE,
                    amount };
}

/* Other payments of the order are out of the race once this one is paid. */
static gboolean
replace_others (SmeCall *call, const char *order_id, const char *payment_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT id FROM payment WHERE order_id = :order AND id <> :id AND state IN ('pending',"
    " 'underpaid')",
    "order:s", order_id, "id:s", payment_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_rows_text (rows, i, "id"), "replace", error))
      return FALSE;
  return rows != NULL;
}

static gboolean
apply (SmeCall *call,
       SmeRecord *payment,
       const char *reference,
       gint64 amount,
       SmeReceipt **receipt,
       GError **error)
{
  const char *id = sme_record_get_text (payment, "id");
  gint64 rest = sme_record_get_int (payment, "amount") - sme_record_get_int (payment, "received");
  Booking booking = {
    id,
    reference,
    amount,
    amount > rest ? SME_RECEIPT_EXCESS : SME_RECEIPT_APPLIED,
    MAX (0, amount - rest),
  };

  if (!book (call, &booking, receipt, error) ||
      !sme_store_add_received (call, id, MIN (amount, rest), error))
    return FALSE;
  if (amount < rest)
    return sme_flow_fire (call, SME_MACHINE_PAYMENT, id, "receive-part", error);
  return replace_others (call, sme_record_get_text (payment, "order_id"), id, error) &&
         sme_flow_fire (call, SME_MACHINE_PAYMENT, id, "receive-all", error);
}

static gboolean
order_takes_money (const char *order_state)
{
  return g_str_equal (order_state, "awaiting_payment");
}

static gboolean
receive_for (SmeCall *call,
             const char *payment_id,
             const char *reference,
             gint64 amount,
             SmeReceipt **receipt,
             GError **error)
{
  g_autoptr (SmePayment) payment = sme_store_find_payment (call, payment_id, NULL, error);
  g_autofree char *order_state = NULL;
  gint64 state, rest;
  Booking useless;

  if (payment == NULL)
    return FALSE;
  order_state = sme_flow_get_state (call, SME_MACHINE_ORDER,
                                    sme_record_get_text (SME_RECORD (payment), "order_id"), error);
  if (order_state == NULL)
    return FALSE;
  state = sme_record_get_int (SME_RECORD (payment), "state");
  rest = sme_record_get_int (SME_RECORD (payment), "amount") -
         sme_record_get_int (SME_RECORD (payment), "received");
  /* A replaced payment stands for another amount or plan; only all of it can still be of use. */
  if (order_takes_money (order_state) && state != SME_PAYMENT_SUCCEEDED &&
      state != SME_PAYMENT_FAILED && (state != SME_PAYMENT_REPLACED || amount >= rest))
    return apply (call, SME_RECORD (payment), reference, amount, receipt, error);
  useless = make_useless (payment_id, reference, amount, state == SME_PAYMENT_SUCCEEDED);
  return book (call, &useless, receipt, error) &&
         sme_flow_touch_order (call, sme_record_get_text (SME_RECORD (payment), "order_id"), error);
}

SmeReceipt *
sme_bank_receive (SmeCall *call, const char *payload, gint64 amount, GError **error)
{
  g_autoptr (SmeVietqr) code = sme_vietqr_parse (payload, NULL);
  const char *reference = code != NULL ? code->reference : NULL;
  g_autofree char *payment_id = NULL;
  g_autoptr (SmeReceipt) receipt = NULL;
  g_autoptr (GError) local = NULL;

  if (reference != NULL && g_strcmp0 (code->bin, SME_DEMO_BANK_BIN) == 0)
    payment_id = sme_store_find_payment_by_reference (call, reference, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (payment_id == NULL)
    {
      Booking booking = { NULL, reference != NULL ? reference : "", amount, SME_RECEIPT_UNMATCHED,
                          amount };

      return book (call, &booking, &receipt, error) ? g_steal_pointer (&receipt) : NULL;
    }
  return receive_for (call, payment_id, reference, amount, &receipt, error)
           ? g_steal_pointer (&receipt)
           : NULL;
}
