/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"

G_BEGIN_DECLS

/**
 * SmeLetterKind:
 *
 * What is written to a customer, and which facts it is made of besides the addressee's name.
 *
 * @SME_LETTER_ACTIVATION: mail: code (the token), expires_at
 * @SME_LETTER_ACCOUNT_EXISTS: mail to the owner of an address that somebody registers again
 * @SME_LETTER_PASSWORD_RESET: mail: code, expires_at
 * @SME_LETTER_PASSWORD_CHANGED: mail: happened_at
 * @SME_LETTER_PHONE_CODE: SMS to the new number: code
 * @SME_LETTER_PHONE_CHANGED: mail: contact (masked), happened_at
 * @SME_LETTER_EMAIL_CODE: mail to the new address: code, expires_at
 * @SME_LETTER_EMAIL_CHANGED: mail to the old address: contact (masked), happened_at
 * @SME_LETTER_EMAIL_TAKEN: mail to the owner of an address that another account wants to take
 * @SME_LETTER_ACCOUNT_DELETED: mail to who was the holder: kept (what stays, and why)
 * @SME_LETTER_ECONTRACT_ACCESS: mail: user_name, code (the first password), dossier_id, order
 * @SME_LETTER_ECONTRACT_DOSSIER: mail to who has an eContract password: user_name, dossier_id,
 * order
 * @SME_LETTER_ECONTRACT_RESET: mail: user_name, code, expires_at
 * @SME_LETTER_ECONTRACT_CHANGED: mail: user_name, happened_at
 * @SME_LETTER_SIGNER_INVITATION: mail: inviter, user_name, code, dossier_id, order
 * @SME_LETTER_OTP_CONTRACT: SMS: code, order_number
 * @SME_LETTER_OTP_ACCEPTANCE: SMS: code, order_number
 * @SME_LETTER_PAYMENT_RECEIVED: mail: amount, order
 * @SME_LETTER_INVOICE: mail: invoice_number, amount, order_id, order
 * @SME_LETTER_REFUND_SENT: mail: amount, order
 * @SME_LETTER_SMARTCA_CODE: mail: user_name, code, order
 * @SME_LETTER_SMARTCA_CODE_SMS: SMS: code, order_number
 * @SME_LETTER_SUBSCRIPTION_EXPIRING: mail: ends_on, order
 * @SME_LETTER_SUBSCRIPTION_EXPIRED: mail: ends_on, order
 * @SME_LETTER_SMARTCA_ISSUED: mail: ends_on, order_id, order
 * @SME_LETTER_SMARTCA_REFUSED: mail: choice (a refusal's word), note, order_id, order
 * @SME_LETTER_ACCEPTANCE_SIGNED: mail: ends_on, order_id, order
 * @SME_LETTER_CASE_OPENED: mail: case_number, choice (a case kind's word), order
 * @SME_LETTER_CASE_RESOLVED: mail: case_number, choice (a case kind's word or "unchanged"), note,
 * order_id, order
 * @SME_LETTER_HOLDER_ISSUED: SMARTCA_ISSUED to a holder who was invited: ends_on, user_name,
 * dossier_id, order
 * @SME_LETTER_HOLDER_REFUSED: SMARTCA_REFUSED likewise: choice, note, dossier_id, order
 * @SME_LETTER_HOLDER_ACCEPTED: ACCEPTANCE_SIGNED likewise: ends_on, dossier_id, order
 * @SME_LETTER_HOLDER_CASE_RESOLVED: CASE_RESOLVED likewise: case_number, choice, note, user_name,
 * order
 *
 * "order" is order_number and plan_name.
 */
typedef enum
{
  SME_LETTER_ACTIVATION,
  SME_LETTER_ACCOUNT_EXISTS,
  SME_LETTER_PASSWORD_RESET,
  SME_LETTER_PASSWORD_CHANGED,
  SME_LETTER_PHONE_CODE,
  SME_LETTER_PHONE_CHANGED,
  SME_LETTER_EMAIL_CODE,
  SME_LETTER_EMAIL_CHANGED,
  SME_LETTER_EMAIL_TAKEN,
  SME_LETTER_ACCOUNT_DELETED,
  SME_LETTER_ECONTRACT_ACCESS,
  SME_LETTER_ECONTRACT_DOSSIER,
  SME_LETTER_ECONTRACT_RESET,
  SME_LETTER_ECONTRACT_CHANGED,
  SME_LETTER_SIGNER_INVITATION,
  SME_LETTER_OTP_CONTRACT,
  SME_LETTER_OTP_ACCEPTANCE,
  SME_LETTER_PAYMENT_RECEIVED,
  SME_LETTER_INVOICE,
  SME_LETTER_REFUND_SENT,
  SME_LETTER_SMARTCA_CODE,
  SME_LETTER_SMARTCA_CODE_SMS,
  SME_LETTER_SUBSCRIPTION_EXPIRING,
  SME_LETTER_SUBSCRIPTION_EXPIRED,
  SME_LETTER_SMARTCA_ISSUED,
  SME_LETTER_SMARTCA_REFUSED,
  SME_LETTER_ACCEPTANCE_SIGNED,
  SME_LETTER_CASE_OPENED,
  SME_LETTER_CASE_RESOLVED,
  SME_LETTER_HOLDER_ISSUED,
  SME_LETTER_HOLDER_REFUSED,
  SME_LETTER_HOLDER_ACCEPTED,
  SME_LETTER_HOLDER_CASE_RESOLVED,
  SME_LETTER_N_KINDS,
} SmeLetterKind;

/**
 * SmeLetterFacts:
 * @name: the addressee
 * @amount: in đồng
 * @expires_at: in milliseconds since the epoch, @happened_at too
 * @ends_on: yyyymmdd
 * @choice: which of the letter's ready sentences is meant
 * @note: (nullable): said behind it
 * @demonstration: says first that it comes from the demonstration on this computer
 *
 * Made with designated initializers; what a kind does not name is not read.
 */
typedef struct
{
  const char *name;
  const char *user_name;
  const char *inviter;
  const char *code;
  const char *dossier_id;
  const char *order_id;
  const char *order_number;
  const char *plan_name;
  const char *case_number;
  const char *invoice_number;
  const char *choice;
  const char *note;
  const char *contact;
  const char *kept;
  gint64 amount;
  gint64 expires_at;
  gint64 happened_at;
  int ends_on;
  gboolean demonstration;
} SmeLetterFacts;

/**
 * SmeLetter:
 * @kind: how it goes out
 * @subject: (nullable): of an e-mail
 * @code: (nullable): what the addressee would type or paste; secret
 * @link: (nullable): what the addressee would click; secret
 *
 * A message ready to be sent. An SMS is ASCII.
 */
typedef struct
{
  SmeMessageKind kind;
  char *subject;
  char *body;
  char *code;
  char *link;
} SmeLetter;

/**
 * sme_letter_compose:
 * @language: "vi" or "en" (see sme_letter_pick_language()); %NULL or any other is Vietnamese
 *
 * A pure function. Facts are text and nothing else: they are never read as placeholders, stay in
 * one line, and are escaped in links. A fact that @kind needs and @facts lack is a programmer
 * error.
 *
 * Returns: (transfer full): the message
 */
SmeLetter *
sme_letter_compose (SmeLetterKind kind, const char *language, const SmeLetterFacts *facts);
void sme_letter_free (SmeLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeLetter, sme_letter_free)

/**
 * sme_letter_pick_language:
 * @accept_language: (nullable): the header of a request (RFC 9110, section 12.5.4)
 *
 * Returns: "vi" or "en", static: the one of the two that is asked for more; "vi" if neither is
 */
const char *sme_letter_pick_language (const char *accept_language);

G_END_DECLS
