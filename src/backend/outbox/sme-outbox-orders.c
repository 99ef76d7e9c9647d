/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters about an order. */
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/outbox/sme-outbox-private.h"

static gboolean
post (SmeCall *call,
      SmeLetterKind kind,
      const SmeOutboxAddress *address,
      const SmeLetterFacts *facts,
      GError **error)
{
  return sme_outbox_post (call, kind, address, facts, NULL, error);
}

/* News of the certificate: to whom the declaration names, by the way that this person has. */
static gboolean
post_to_who_signs (SmeCall *call,
                   SmeStoredOrder *order,
                   SmeLetterKind kind,
                   const SmeLetterFacts *facts,
                   GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of_order (order, "email");
  g_auto (SmeOutboxHolder) holder = { NULL };

  if (!sme_outbox_find_holder (call, facts->order_id, &holder, error))
    return FALSE;
  return holder.signer != NULL ? sme_outbox_post_to_holder (call, kind, &holder, facts, error)
                               : post (call, kind, &address, facts, error);
}

static SmeRecord *
get_profile (SmeStoredOrder *order)
{
  return sme_record_get_object (SME_RECORD (order->record), "profile");
}

gboolean
sme_outbox_send_payment_received (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of_order (order, "email");
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);

  /* A plan for 0 đồng is ordered, not paid. */
  return order->total == 0 || post (call, SME_LETTER_PAYMENT_RECEIVED, &address, &facts, error);
}

static gboolean
is_for_company (SmeStoredOrder *order, SmeRecord *data)
{
  return data != NULL ? sme_record_get_int (data, "kind") == SME_INVOICE_ORGANISATION
                      : sme_record_get_object (get_profile (order), "organisation") != NULL;
}

/* Where it is to be sent to is part of what was asked for. Else that of a company goes to the
 * company, whoever of its people the order is for. */
static const char *
find_invoice_address (SmeStoredOrder *order, SmeStoredAccount *account)
{
  SmeRecord *billing = sme_record_get_object (SME_RECORD (order->record), "billing");
  SmeRecord *data = billing != NULL ? sme_record_get_object (billing, "invoice") : NULL;
  const char *email = data != NULL ? sme_record_get_text (data, "email") : NULL;

  if (email != NULL)
    return email;
  return account->customer_type != SME_CUSTOMER_PERSON && is_for_company (order, data)
           ? account->email
           : sme_record_get_text (get_profile (order), "email");
}

gboolean
sme_outbox_send_invoice (SmeCall *call, SmeStoredOrder *order, SmeInvoice *invoice, GError **error)
{
  SmeRecord *record = SME_RECORD (invoice);
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, order->account_id, error);
  SmeOutboxAddress address = { order->account_id, NULL, order->language };
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);
  g_autofree char *number =
    g_strdup_printf ("%s-%08" G_GINT64_FORMAT, sme_record_get_text (record, "series"),
                     sme_record_get_int (record, "number"));

  if (account == NULL)
    return FALSE;
  address.recipient = find_invoice_address (order, account);
  facts.invoice_number = number;
  return sme_outbox_post (call, SME_LETTER_INVOICE, &address, &facts,
                          sme_record_get_text (record, "id"), error);
}

gboolean
sme_outbox_send_refund_sent (SmeCall *call, SmeStoredOrder *order, gint64 amount, GError **error)
{
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, order->account_id, error);
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);
  SmeOutboxAddress address;

  if (account == NULL)
    return FALSE;
  /* A cancelled order may have nobody declared. */
  address = sme_outbox_address_of (account);
  facts.name = account->full_name;
  facts.amount = amount;
  return post (call, SME_LETTER_REFUND_SENT, &address, &facts, error);
}

gboolean
sme_outbox_send_otp (SmeCall *call, SmeStoredDossier *dossier, const char *code, GError **error)
{
  SmeRecord *record = SME_RECORD (dossier->record);
  SmeOutboxAddress address = { dossier->account_id, dossier->phone, call->language };
  SmeLetterFacts facts = {
    .name = sme_record_get_text (record, "customer"),
    .code = code,
    .order_number = sme_record_get_text (record, "order_number"),
  };
  gboolean acceptance = sme_record_get_int (record, "kind") == SME_DOSSIER_ACCEPTANCE;

  return post (call, acceptance ? SME_LETTER_OTP_ACCEPTANCE : SME_LETTER_OTP_CONTRACT, &address,
               &facts, error);
}

gboolean
sme_outbox_send_certificate_code (SmeCall *call,
                                  SmeStoredOrder *order,
                                  const char *code,
                                  GError **error)
{
  SmeOutboxAddress mail = sme_outbox_address_of_order (order, "email"),
                   sms = sme_outbox_address_of_order (order, "phone");
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);

  facts.code = code;
  facts.user_name = mail.recipient;
  return post (call, SME_LETTER_SMARTCA_CODE, &mail, &facts, error) &&
         post (call, SME_LETTER_SMARTCA_CODE_SMS, &sms, &facts, error);
}

gboolean
sme_outbox_send_term (SmeCall *call,
                      SmeStoredOrder *order,
                      SmeLetterKind kind,
                      int ends_on,
                      GError **error)
{
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);

  facts.ends_on = ends_on;
  return post_to_who_signs (call, order, kind, &facts, error);
}

gboolean
sme_outbox_send_refused (SmeCall *call,
                         SmeStoredOrder *order,
                         SmeCertificate *certificate,
                         GError **error)
{
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);

  facts.choice = sme_record_get_nick (SME_RECORD (certificate), "refusal");
  facts.note = sme_record_get_text (SME_RECORD (certificate), "refusal_note");
  return post_to_who_signs (call, order, SME_LETTER_SMARTCA_REFUSED, &facts, error);
}

gboolean
sme_outbox_send_case (SmeCall *call, SmeStoredOrder *order, SmeCase *support_case, GError **error)
{
  SmeRecord *record = SME_RECORD (support_case);
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, order->account_id, error);
  SmeOutboxAddress address;
  SmeLetterFacts facts;
  g_auto (SmeOutboxHolder) holder = { NULL };
  gboolean resolved = sme_record_get_int (record, "state") == SME_CASE_RESOLVED;
  gboolean unchanged = resolved && sme_record_get_int (record, "outcome") == SME_CASE_UNCHANGED;
  SmeLetterKind kind = resolved ? SME_LETTER_CASE_RESOLVED : SME_LETTER_CASE_OPENED;

  if (account == NULL)
    return FALSE;
  /* There are cases of orders that are not declared yet. */
  address = sme_outbox_address_of (account);
  facts = sme_outbox_facts_of_order (order);
  facts.name = account->full_name;
  facts.case_number = sme_record_get_text (record, "number");
  facts.choice =
    unchanged ? sme_record_get_nick (record, "outcome") : sme_record_get_nick (record, "kind");
  facts.note = sme_record_get_text (record, "note");
  if (!post (call, kind, &address, &facts, error))
    return FALSE;
  /* What is between the buyer and the support alone. */
  if (sme_record_get_int (record, "kind") == SME_CASE_OTHER)
    return TRUE;
  return sme_outbox_find_holder (call, facts.order_id, &holder, error) &&
         (holder.signer == NULL || sme_outbox_post_to_holder (call, kind, &holder, &facts, error));
}
