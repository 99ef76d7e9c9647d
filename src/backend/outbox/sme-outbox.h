/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-enums.h"
#include "core/sme-inbox-item.h"

G_BEGIN_DECLS

/**
 * SmeOutgoing:
 * @code: (nullable): what the person would type or paste
 * @link: (nullable): what they would click
 * @invoice_id: (nullable): the invoice whose PDF is attached to it
 *
 * A message on its way out. It is a row written with what caused it, so it is never lost and never
 * sent for something that did not happen.
 */
typedef struct
{
  SmeMessageKind kind;
  const char *account_id;
  const char *recipient;
  const char *subject;
  const char *body;
  const char *code;
  const char *link;
  const char *invoice_id;
} SmeOutgoing;

gboolean sme_outbox_add (SmeCall *call, const SmeOutgoing *message, GError **error);

/* Messages after the one with id @after (NULL: from the first), oldest first: the local inbox. */
GListModel *sme_outbox_list (SmeCall *call, const char *after, GError **error);

/* A message that was sent, with what only the backend knows of it. */
typedef struct
{
  SmeInboxItem *record;
  char *account_id; /* NULL: of nobody any more */
  char *invoice_id; /* NULL without an attachment */
} SmePosted;

void sme_posted_free (SmePosted *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePosted, sme_posted_free)

SmePosted *sme_outbox_find (SmeCall *call, const char *id, GError **error);

G_END_DECLS
