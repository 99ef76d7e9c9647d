/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* How long the letter that confirms a deletion stays, so that it can be delivered. */
#define SME_FAREWELL_LIFE (7 * 24 * G_GINT64_CONSTANT (3600000))

/**
 * sme_store_erase_account:
 *
 * Closes the account and erases all that no law makes us keep. What stays (paid orders, signed
 * contracts, the history) is found by an id that leads to no person any more; who has signed
 * contracts keeps the way into eContract to read them. The e-mail address is free for a new
 * account.
 */
gboolean sme_store_erase_account (SmeCall *call, const char *account_id, GError **error);

/* Letters to nobody's account that had the time to be delivered. */
gboolean sme_store_find_old_farewells (SmeCall *call, gboolean *any, GError **error);
gboolean sme_store_erase_old_farewells (SmeCall *call, GError **error);

G_END_DECLS
