/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-answer.h"

G_BEGIN_DECLS

#define SME_TYPE_CALLER (sme_caller_get_type ())
G_DECLARE_INTERFACE (SmeCaller, sme_caller, SME, CALLER, GObject)

/**
 * SmeCaller:
 *
 * What operations can be sent through: a transport, or a backend with its session (#SmeShop,
 * #SmeEcontract, #SmeLocalTools). Errors are those of %SME_PROBLEM, and %G_IO_ERROR_CANCELLED.
 */
struct _SmeCallerInterface
{
  GTypeInterface parent_iface;

  void (*send_async) (SmeCaller *self,
                      SmeOperationId op,
                      const char *path_id,
                      SmeRecord *query,
                      SmeRecord *body,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  SmeAnswer *(*send_finish) (SmeCaller *self, GAsyncResult *result, GError **error);
};

/* @path_id, @query and @body are copied; they are NULL where the operation has none. */
void sme_caller_send_async (SmeCaller *self,
                            SmeOperationId op,
                            const char *path_id,
                            SmeRecord *query,
                            SmeRecord *body,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
SmeAnswer *sme_caller_send_finish (SmeCaller *self, GAsyncResult *result, GError **error);

/* The same, taking out of the answer what the operation is known to give; all (transfer full). A
 * record is NULL without an error when the answer has no content. */
gpointer sme_caller_record_finish (SmeCaller *self, GAsyncResult *result, GError **error);
gboolean sme_caller_void_finish (SmeCaller *self, GAsyncResult *result, GError **error);
GBytes *sme_caller_bytes_finish (SmeCaller *self, GAsyncResult *result, GError **error);
GListModel *sme_caller_list_finish (SmeCaller *self,
                                    GAsyncResult *result,
                                    gint64 *total,
                                    char **next,
                                    GError **error);

G_END_DECLS
