/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * sme_transfer_match_find:
 * @text: of a transfer
 * @amount: what came, in đồng
 *
 * The payment that the transfer is for: the one that @text names; or, where it names none, the one
 * that it can only be for: one letter or digit away, for an order that waits for exactly this
 * amount, and no payment of another order as near that asked for it.
 *
 * Returns: (transfer full) (nullable): its id; NULL without an error where it is nobody's
 */
char *sme_transfer_match_find (SmeCall *call, const char *text, gint64 amount, GError **error);

G_END_DECLS
