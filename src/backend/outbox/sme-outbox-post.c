/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-outbox-private.h"

#include "backend/outbox/sme-outbox.h"

SmeOutboxAddress
sme_outbox_address_of (SmeStoredAccount *account)
{
  return (SmeOutboxAddress){ account->id, account->email, account->language };
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
