/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

/**
 * SmeOutgoing:
 * @code: (nullable): what the person would type or paste
 * @link: (nullable): what they would click
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
} SmeOutgoing;

gboolean sme_outbox_add (SmeCall *call, const SmeOutgoing *message, GError **error);

/* Messages after the one with id @after (NULL: from the first), oldest first: the local inbox. */
GListModel *sme_outbox_list (SmeCall *call, const char *after, GError **error);

G_END_DECLS
