/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-subscriptions.h"

SmeReply *
sme_handle_list_subscriptions (SmeCall *call, GError **error)
{
  gint64 total = 0;
  g_autofree char *next = NULL;
  g_autoptr (GListModel) list = sme_store_list_subscriptions (
    call, SME_SUBSCRIPTION_QUERY (call->query_record), &total, &next, error);

  return list != NULL ? sme_reply_new_list (list, total, next) : NULL;
}

SmeReply *
sme_handle_get_subscription (SmeCall *call, GError **error)
{
  gint64 version = 0;
  g_autoptr (SmeSubscription) subscription =
    sme_store_find_subscription (call, call->path_id, &version, error);
  SmeReply *reply;

  if (subscription == NULL)
    return NULL;
  reply = sme_reply_new_record (200, SME_RECORD (subscription));
  sme_reply_set_version (reply, version);
  return reply;
}
