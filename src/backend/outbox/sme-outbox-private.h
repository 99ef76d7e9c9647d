/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/outbox/sme-letter.h"
#include "backend/store/sme-store-accounts.h"

G_BEGIN_DECLS

/* Who is written to, and how. */
typedef struct
{
  const char *account_id;
  const char *recipient;
  const char *language;
} SmeOutboxAddress;

SmeOutboxAddress sme_outbox_address_of (SmeStoredAccount *account);

/* Writes the letter and puts it into the outbox; @invoice_id: (nullable): goes with it */
gboolean sme_outbox_post (SmeCall *call,
                          SmeLetterKind kind,
                          const SmeOutboxAddress *address,
                          const SmeLetterFacts *facts,
                          const char *invoice_id,
                          GError **error);

G_END_DECLS
