/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/* What kinds of data there are of an account, why, and which of them outlive it. */

/**
 * sme_store_list_holdings:
 * @only_kept: just what stays when the account is deleted, with how much of it
 *
 * (element-type SmeDataHolding), kinds of which there is nothing left out
 */
GListModel *
sme_store_list_holdings (SmeCall *call, const char *account_id, gboolean only_kept, GError **error);

/* The kinds that deleting the account erases, as words of the wire; free the list with g_free(). */
const char **sme_store_list_erased_kinds (void);

G_END_DECLS
