/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-outbox-private.h"

#include "backend/outbox/sme-outbox.h"

SmeOutboxAddress
sme_outbox_address_of (SmeStoredAccount *account)
{
  return (SmeOutboxAddress){ account->id, account->email, account->language };
}

static SmeRecord *
get_profile (SmeStoredOrder *order)
{
  return sme_record_get_object (SME_RECORD (order->record), "profile");
}

SmeOutboxAddress
sme_outbox_address_of_order (SmeStoredOrder *order, const char *field)
{
  return (SmeOutboxAddress){ order->account_id, sme_record_get_text (get_profile (order), field),
                             order->language };
}

SmeLetterFacts
sme_outbox_facts_of_order (SmeStoredOrder *order)
{
  SmeRecord *record = SME_RECORD (order->record);
  SmeRecord *profile = get_profile (order);

  return (SmeLetterFacts){
    .name = profile != NULL ? sme_record_get_text (profile, "full_name") : NULL,
    .order_id = sme_record_get_text (record, "id"),
    .order_number = sme_record_get_text (record, "number"),
    .plan_name = sme_record_get_text (sme_record_get_object (record, "plan"), "name"),
    .amount = order->total,
  };
}

gboolean
sme_outbox_post (SmeCall *call,
                 SmeLetterKind kind,
                 const SmeOutboxAddress *address,
                 const SmeLetterFacts *facts,
                 const char *invoice_id,
                 GError **error)
{
  SmeLetterFacts told = *facts;
  g_autoptr (SmeLetter) letter = NULL;
  SmeOutgoing message;

  told.demonstration = sme_backend_is_local (call->backend);
  letter = sme_letter_compose (kind, address->language, &told);
  message = (SmeOutgoing){
    letter->kind, address->account_id, address->recipient, letter->subject,
    letter->body, letter->code,        letter->link,       invoice_id,
  };
  return sme_outbox_add (call, &message, error);
}

gboolean
sme_outbox_post_to_nobody (SmeCall *call,
                           SmeLetterKind kind,
                           const SmeLetterFacts *facts,
                           GError **error)
{
  SmeOutboxAddress nobody = { NULL, "nobody@onesme.invalid", call->language };

  return sme_outbox_post (call, kind, &nobody, facts, NULL, error) &&
         sme_db_run (call->db, NULL, error,
                     "DELETE FROM message WHERE seq = (SELECT MAX (seq) FROM message) AND "
                     "recipient = :recipient",
                     "recipient:s", nobody.recipient, NULL);
}
