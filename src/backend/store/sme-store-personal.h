/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/* What is held about an account, for its holder ("Dữ liệu của tôi"). */

/* Of the account and its orders, oldest first. (element-type SmeHistoryItem) */
GListModel *sme_store_list_history (SmeCall *call, const char *account_id, GError **error);
/* Whether nobody has tampered with it. */
gboolean
sme_store_check_history (SmeCall *call, const char *account_id, gboolean *intact, GError **error);

/* Ids of the services that the account likes. */
GStrv sme_store_list_likes (SmeCall *call, const char *account_id, GError **error);
/* (element-type SmeInboxItem), without the codes in them */
GListModel *sme_store_list_messages (SmeCall *call, const char *account_id, GError **error);

/* What is typed and not declared yet (#SmeExportedDraft). */
GListModel *sme_store_list_drafts (SmeCall *call, const char *account_id, GError **error);

G_END_DECLS
