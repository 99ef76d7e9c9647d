/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-payment-text.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>

static const char *const failures[] = {
  [SME_FAILURE_CANCELLED] =
    N_ ("You cancelled the payment at the bank. No money was taken. You can pay again."),
  [SME_FAILURE_NOT_CONFIRMED] =
    N_ ("The bank did not accept the code or password. No money was taken. You can pay again."),
  [SME_FAILURE_NO_FUNDS] =
    N_ ("There was not enough money in the account. No money was taken. You can pay again, also in "
        "another way."),
  [SME_FAILURE_LIMIT] = N_ ("The amount is over the account's limit for today. No money was taken. "
                            "You can pay in another way."),
  [SME_FAILURE_ACCOUNT_BLOCKED] = N_ (
    "The bank does not allow online payments with this card or account. No money was taken. You "
    "can pay in another way."),
  [SME_FAILURE_BANK_UNAVAILABLE] = N_ (
    "The bank is under maintenance. No money was taken. Try again later, or pay in another way."),
  [SME_FAILURE_EXPIRED] =
    N_ ("The time to pay ran out at the bank. No money was taken. You can pay again."),
  [SME_FAILURE_NOT_BEGUN] =
    N_ ("The time to pay is over, and the payment page knows of no payment from you. No money was "
        "taken. You can pay again."),
  [SME_FAILURE_OTHER] = N_ (
    "The payment page reports that the payment failed, and gives no reason. No money has reached "
    "us. If your account was charged all the same, please call the hotline 1800 1260 (free) before "
    "you pay again. Otherwise you can pay again, also in another way."),
};

static const char *
describe_failure (SmeRecord *payment)
{
  gint64 failure = sme_record_has (payment, "failure") ? sme_record_get_int (payment, "failure")
                                                       : SME_FAILURE_OTHER;

  return _ (failures[CLAMP (failure, 0, SME_FAILURE_OTHER)]);
}

static const char *
describe_transfer (SmeRecord *payment)
{
  switch (sme_record_get_int (payment, "state"))
    {
    case SME_PAYMENT_PENDING:
      return _ (
        "Waiting for the transfer. This page goes on by itself as soon as the bank reports it.");
    case SME_PAYMENT_UNDERPAID:
      return _ ("Part of the amount has arrived. The code now shows the rest.");
    default:
      return _ (
        "The code has expired. If you already transferred, wait: the money is counted when it"
        " arrives. Otherwise ask for a new code.");
    }
}

static const char *
describe_gateway (SmeRecord *payment)
{
  gboolean expired = sme_record_get_int (payment, "state") == SME_PAYMENT_EXPIRED;

  if (expired && sme_record_has (payment, "failure"))
    return describe_failure (payment);
  if (expired)
    return _ ("The time to pay is over. If you already paid, wait: the money is counted as soon as"
              " the bank reports it. Otherwise pay again.");
  return _ (
    "Pay on the page that opened in your browser. This page goes on by itself as soon as the"
    " bank reports it.");
}

gboolean
sme_payment_is_by_gateway (SmePayment *payment)
{
  /* The rest of what the gateway took too little of is asked for by a code. */
  return sme_record_get_int (SME_RECORD (payment), "method") == SME_METHOD_GATEWAY &&
         !sme_record_has (SME_RECORD (payment), "vietqr");
}

const char *
sme_payment_text_describe (SmePayment *payment)
{
  SmeRecord *record = SME_RECORD (payment);

  switch (sme_record_get_int (record, "state"))
    {
    case SME_PAYMENT_SUCCEEDED:
      return _ ("Payment successful");
    case SME_PAYMENT_CHECKING:
      return _ (
        "The bank has taken the money and is still checking the transaction. You need not pay"
        " again: this page goes on by itself.");
    case SME_PAYMENT_REPLACED:
      return _ (
        "Another payment has taken the place of this one. Money sent here is not lost: it is"
        " counted or sent back.");
    case SME_PAYMENT_FAILED:
      return describe_failure (record);
    default:
      return sme_payment_is_by_gateway (payment) ? describe_gateway (record)
                                                 : describe_transfer (record);
    }
}

char *
sme_payment_text_describe_sums (SmePayment *payment)
{
  SmeRecord *record = SME_RECORD (payment);
  gint64 received = sme_record_get_int (record, "received");
  gint64 rest = sme_record_get_int (record, "amount") - received;
  g_autofree char *came = NULL, *missing = NULL;

  if (sme_record_get_int (record, "state") != SME_PAYMENT_UNDERPAID || received <= 0 || rest <= 0)
    return NULL;
  came = sme_format_money (received);
  missing = sme_format_money (rest);
  /* Translators: two sums of money, such as 50.000 ₫. */
  return g_strdup_printf (_ ("%1$s has arrived, %2$s is still missing"), came, missing);
}

static void
add_parts (SmeRecord *order, GHashTable *seen, gint64 *came)
{
  GListModel *payments = sme_record_get_list (order, "payments");

  for (guint i = 0; payments != NULL && i < g_list_model_get_n_items (payments); i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);

      if (sme_payment_is_open (SME_PAYMENT (payment)) &&
          g_hash_table_add (seen, g_strdup (sme_record_get_text (payment, "id"))))
        *came += sme_record_get_int (payment, "received");
    }
}

gint64
sme_payment_text_sum_parts (GPtrArray *orders)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 came = 0;

  for (guint i = 0; i < orders->len; i++)
    add_parts (g_ptr_array_index (orders, i), seen, &came);
  return came;
}

char *
sme_payment_text_describe_parts (gint64 came)
{
  g_autofree char *money = sme_format_money (came);

  if (came <= 0)
    return NULL;
  return g_strdup_printf (
    /* Translators: %s is a sum of money. */
    _ ("%s has come already for the payment you began. If you pay in another way, it goes back to"
       " you, at the latest within 30 days, and the whole sum is to be paid anew."),
    money);
}

char *
sme_payment_text_describe_parts_returned (gint64 came)
{
  g_autofree char *money = sme_format_money (came);

  if (came <= 0)
    return NULL;
  return g_strdup_printf (
    /* Translators: %s is a sum of money. */
    _ ("%s had come for the earlier payment. It goes back to you, at the latest within 30 days, and"
       " does not count for this one."),
    money);
}

gboolean
sme_payment_is_open (SmePayment *payment)
{
  gint64 state = sme_record_get_int (SME_RECORD (payment), "state");

  return state == SME_PAYMENT_PENDING || state == SME_PAYMENT_UNDERPAID;
}

gboolean
sme_payment_is_over (SmePayment *payment)
{
  gint64 state = sme_record_get_int (SME_RECORD (payment), "state");

  return state == SME_PAYMENT_EXPIRED || state == SME_PAYMENT_FAILED ||
         state == SME_PAYMENT_REPLACED;
}

char *
sme_payment_text_name_invoice (SmeInvoice *invoice)
{
  SmeRecord *record = SME_RECORD (invoice);

  /* Translators: %1$s is the series of an invoice, %2$08d its number. */
  return g_strdup_printf (_ ("Invoice %1$s-%2$08d"), sme_record_get_text (record, "series"),
                          (int) sme_record_get_int (record, "number"));
}

const char *
sme_payment_text_name_method (SmePaymentMethod method)
{
  switch (method)
    {
    case SME_METHOD_VIETQR:
      return _ ("Bank transfer by VietQR");
    case SME_METHOD_GATEWAY:
      return _ ("Card or bank account");
    default:
      return _ ("No payment");
    }
}

static const char *const reasons[] = {
  [SME_REFUND_SURPLUS] = N_ ("More than was asked for had come"),
  [SME_REFUND_LATE] = N_ ("It came when nothing had to be paid any more"),
  [SME_REFUND_DUPLICATE] = N_ ("It was paid twice"),
  [SME_REFUND_UNMATCHED] = N_ ("It belonged to no order"),
  [SME_REFUND_REPLACED] = N_ ("Another payment took its place"),
  [SME_REFUND_REQUEST_GRANTED] = N_ ("You asked for it"),
};

const char *
sme_payment_text_describe_refund (SmeRefund *refund)
{
  gint64 reason = sme_record_get_int (SME_RECORD (refund), "reason");

  return _ (reasons[CLAMP (reason, 0, SME_REFUND_REQUEST_GRANTED)]);
}

static const char *const receipts[] = {
  [SME_RECEIPT_APPLIED] = N_ ("Counted for the payment"),
  [SME_RECEIPT_EXCESS] = N_ ("More than was asked for; the rest goes back"),
  [SME_RECEIPT_LATE] = N_ ("Came too late to count; it goes back"),
  [SME_RECEIPT_DUPLICATE] = N_ ("Paid a second time; it goes back"),
  [SME_RECEIPT_UNMATCHED] = N_ ("Belongs to no order; it goes back"),
};

const char *
sme_payment_text_describe_receipt (SmeReceipt *receipt, SmePayment *payment)
{
  gint64 state = sme_record_get_int (SME_RECORD (receipt), "state");

  /* What had counted goes back when something else takes the place of the payment. */
  if (state == SME_RECEIPT_APPLIED &&
      sme_record_get_int (SME_RECORD (payment), "state") == SME_PAYMENT_REPLACED)
    return _ ("Another payment took its place; it goes back");
  return _ (receipts[CLAMP (state, 0, SME_RECEIPT_UNMATCHED)]);
}

const char *
sme_payment_text_describe_request (SmeRefundRequest *request)
{
  switch (sme_record_get_int (SME_RECORD (request), "state"))
    {
    case SME_REQUEST_GRANTED:
      return _ ("Your money is on its way back, at the latest within 30 days.");
    case SME_REQUEST_REFUSED:
      return _ ("The support has looked into it and found no ground to give the money back.");
    default:
      return _ ("The support is looking into it. You will hear from us.");
    }
}

static gboolean
is_going_on (SmePayment *payment)
{
  return sme_payment_is_open (payment) ||
         sme_record_get_int (SME_RECORD (payment), "state") == SME_PAYMENT_CHECKING;
}

static gboolean
is_not_replaced (SmePayment *payment)
{
  return sme_record_get_int (SME_RECORD (payment), "state") != SME_PAYMENT_REPLACED;
}

static SmePayment *
find_newest (SmeOrder *order, gboolean (*fits) (SmePayment *))
{
  GListModel *payments = sme_record_get_list (SME_RECORD (order), "payments");

  for (guint i = payments != NULL ? g_list_model_get_n_items (payments) : 0; i > 0; i--)
    {
      g_autoptr (SmePayment) payment = g_list_model_get_item (payments, i - 1);

      if (fits (payment))
        return g_steal_pointer (&payment);
    }
  return NULL;
}

SmePayment *
sme_order_find_current_payment (SmeOrder *order)
{
  SmePayment *payment;

  if (sme_record_get_int (SME_RECORD (order), "state") != SME_ORDER_AWAITING_PAYMENT)
    return NULL;
  payment = find_newest (order, is_going_on);
  return payment != NULL ? payment : find_newest (order, is_not_replaced);
}
