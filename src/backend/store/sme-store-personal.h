/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/* What is held about an account, for its holder ("Dữ liệu của tôi"). */

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

/* Of the account and its orders, oldest first. (element-type SmeHistoryItem) */
GListModel *sme_store_list_history (SmeCall *call, const char *account_id, GError **error);
/* Whether nobody has tampered with it. */
gboolean
sme_store_check_history (SmeCall *call, const char *account_id, gboolean *intact, GError **error);

/* Ids of the services that the account likes. */
GStrv sme_store_list_likes (SmeCall *call, const char *account_id, GError **error);
/* (element-type SmeInboxItem), without the codes in them */
GListModel *sme_store_list_messages (SmeCall *call, const char *account_id, GError **error);

G_END_DECLS
