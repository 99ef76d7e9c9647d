/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"
#include "client/sme-local-backend.h"

G_BEGIN_DECLS

#define SME_TYPE_LOCAL_TOOLS (sme_local_tools_get_type ())
G_DECLARE_FINAL_TYPE (SmeLocalTools, sme_local_tools, SME, LOCAL_TOOLS, GObject)

/**
 * SmeLocalTools:
 *
 * The routes that only the local backend has (/local): the inbox of mail and SMS that would have
 * been sent, its clock, its bank. A #SmeCaller: sme_remote_list_new (SME_CALLER (tools),
 * SME_OP_LOCAL_INBOX, ...) is the inbox.
 */

/* @backend must have been started. */
SmeLocalTools *sme_local_tools_new (SmeLocalBackend *backend, GError **error);
SmeLocalTools *
sme_local_tools_new_for_url (const char *base_url, const char *token, GError **error);

/* As sme_shop_call_async(). */
void sme_local_tools_call_async (SmeLocalTools *self,
                                 SmeOperationId op,
                                 const char *path_id,
                                 SmeRecord *query,
                                 SmeRecord *body,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gpointer sme_local_tools_call_finish (SmeLocalTools *self, GAsyncResult *result, GError **error);
GListModel *sme_local_tools_list_finish (SmeLocalTools *self,
                                         GAsyncResult *result,
                                         gint64 *total,
                                         char **next,
                                         GError **error);

G_END_DECLS
