/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-econtract.h"
#include "core/sme-document-info.h"

G_BEGIN_DECLS

/*
 * Documents of eContract saved on this computer: fetched one after the other, each checked against
 * its hash, then written by the file's own way of replacing (all or nothing). Nothing here blocks
 * the main loop, and nothing here asks: who calls has asked what may be replaced.
 */

/**
 * sme_download_make_name:
 * @order_number: (nullable)
 * @position: from 1 for names that sort in the dossier's order; 0 for a document on its own
 * @ending: ".pdf"
 *
 * Returns: (transfer full): "12726-01-Hợp đồng.pdf", a name that every file system takes
 */
char *sme_download_make_name (SmeDocumentInfo *info,
                              const char *order_number,
                              guint position,
                              const char *ending);

/* @done: how many of @total are saved; @saved and @bytes: the last of them. */
typedef void (*SmeDownloadProgress) (guint done,
                                     guint total,
                                     SmeDocumentInfo *saved,
                                     GBytes *bytes,
                                     gpointer user_data);

/**
 * sme_download_async:
 * @op: what answers the file of an info's id: a document's content, or a dossier's archive
 * @infos: (element-type SmeDocumentInfo)
 * @files: (element-type GFile): where each is saved, as many as @infos
 * @progress: (nullable): called with @user_data while it goes on
 *
 * Stops at the first error: those of the calls and of #GFile. What was saved by then stays.
 */
void sme_download_async (SmeEcontract *econtract,
                         SmeOperationId op,
                         GPtrArray *infos,
                         GPtrArray *files,
                         SmeDownloadProgress progress,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gboolean sme_download_finish (GAsyncResult *result, GError **error);

/**
 * sme_download_find_existing_async:
 *
 * Which of @files are there already.
 */
void sme_download_find_existing_async (GPtrArray *files,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Returns: (transfer full) (element-type utf8): their names */
GPtrArray *sme_download_find_existing_finish (GAsyncResult *result, GError **error);

G_END_DECLS
