/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/outbox/sme-letter.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-orders.h"
#include "backend/store/sme-store-signers.h"

G_BEGIN_DECLS

/* Who is written to, and how; the texts are borrowed. */
typedef struct
{
  const char *account_id;
  const char *recipient;
  const char *language;
} SmeOutboxAddress;

SmeOutboxAddress sme_outbox_address_of (SmeStoredAccount *account);
/* @field: of the declaration: "email" or "phone" */
SmeOutboxAddress sme_outbox_address_of_order (SmeStoredOrder *order, const char *field);
SmeLetterFacts sme_outbox_facts_of_order (SmeStoredOrder *order);

/* Writes the letter and puts it into the outbox; @invoice_id: (nullable): goes with it */
gboolean sme_outbox_post (SmeCall *call,
                          SmeLetterKind kind,
                          const SmeOutboxAddress *address,
                          const SmeLetterFacts *facts,
                          const char *invoice_id,
                          GError **error);
/* A holder who was invited, and the order as it is now; empty where nobody was. */
typedef struct
{
  SmeSigner *signer;
  SmeStoredOrder *order;
} SmeOutboxHolder;

gboolean sme_outbox_find_holder (SmeCall *call,
                                 const char *order_id,
                                 SmeOutboxHolder *holder,
                                 GError **error);
void sme_outbox_holder_clear (SmeOutboxHolder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmeOutboxHolder, sme_outbox_holder_clear)

/* What the letter of @kind says, with the holder's name and the way to eContract. */
gboolean sme_outbox_post_to_holder (SmeCall *call,
                                    SmeLetterKind kind,
                                    SmeOutboxHolder *holder,
                                    const SmeLetterFacts *facts,
                                    GError **error);

/* To somebody who does not exist, for the time that writing takes. */
gboolean sme_outbox_post_to_nobody (SmeCall *call,
                                    SmeLetterKind kind,
                                    const SmeLetterFacts *facts,
                                    GError **error);

G_END_DECLS
