/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * sme_idempotency_find:
 * @reply: (out) (nullable): the answer of the first time, or %NULL when the key is new
 *
 * To be asked first thing in the write transaction. Fails when the key is missing or was used with
 * another body.
 */
gboolean sme_idempotency_find (SmeCall *call, SmeReply **reply, GError **error);
gboolean sme_idempotency_keep (SmeCall *call, SmeReply *reply, GError **error);

G_END_DECLS
