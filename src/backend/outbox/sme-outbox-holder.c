/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same news for a holder who was invited: who has no account is led to eContract. */
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/outbox/sme-outbox-private.h"

static SmeLetterKind
find_kind (SmeLetterKind kind)
{
  static const SmeLetterKind kinds[][2] = {
    { SME_LETTER_SMARTCA_ISSUED, SME_LETTER_HOLDER_ISSUED },
    { SME_LETTER_SMARTCA_REFUSED, SME_LETTER_HOLDER_REFUSED },
    { SME_LETTER_ACCEPTANCE_SIGNED, SME_LETTER_HOLDER_ACCEPTED },
    { SME_LETTER_CASE_RESOLVED, SME_LETTER_HOLDER_CASE_RESOLVED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i][0] == kind)
      return kinds[i][1];
  return kind;
}

void
sme_outbox_holder_clear (SmeOutboxHolder *self)
{
  g_clear_pointer (&self->signer, sme_signer_free);
  g_clear_pointer (&self->order, sme_stored_order_free);
}

/* What waits for the holder, or was signed last. */
static const char *
find_dossier (SmeStoredOrder *order)
{
  SmeRecord *record = SME_RECORD (order->record);
  const char *acceptance = sme_record_get_text (record, "acceptance_dossier_id");

  return acceptance != NULL ? acceptance : sme_record_get_text (record, "dossier_id");
}

gboolean
sme_outbox_find_holder (SmeCall *call,
                        const char *order_id,
                        SmeOutboxHolder *holder,
                        GError **error)
{
  gboolean invited = FALSE;

  if (!sme_store_has_signer (call, order_id, &invited, error))
    return FALSE;
  if (!invited)
    return TRUE;
  holder->order = sme_store_find_order (call, order_id, NULL, error);
  holder->signer = holder->order != NULL ? sme_store_find_signer (call, order_id, error) : NULL;
  return holder->signer != NULL;
}

gboolean
sme_outbox_post_to_holder (SmeCall *call,
                           SmeLetterKind kind,
                           SmeOutboxHolder *holder,
                           const SmeLetterFacts *facts,
                           GError **error)
{
  SmeRecord *record = SME_RECORD (holder->signer->record);
  SmeOutboxAddress address = sme_outbox_address_of_order (holder->order, "email");
  SmeLetterFacts told = *facts;

  address.recipient = sme_record_get_text (record, "email");
  told.name = sme_record_get_text (record, "name");
  told.user_name = holder->signer->user->username;
  told.dossier_id = find_dossier (holder->order);
  return sme_outbox_post (call, find_kind (kind), &address, &told, NULL, error);
}
