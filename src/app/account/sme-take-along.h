/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

G_BEGIN_DECLS

/*
 * Everything that is held about the account, saved in a new folder of this computer: "data.json"
 * as the server gives it, which holds no secret, and beside it, each by a call of its own and
 * checked against its hash, every document, record of evidence, invoice and file that came with a
 * message. "index.json" (#SmeExportIndex), which comes last, says what there is. Only the person
 * can read the files.
 */

/* @done: how many of @total files are saved; @total is 1 until the data have come. */
typedef void (*SmeTakeAlongProgress) (guint done, guint total, gpointer user_data);

/**
 * sme_take_along_async:
 * @parent: in which the folder is made: "OneSME-2026-11-23", or "OneSME-2026-11-23-2" ...
 * @progress: (nullable): called with @user_data while it goes on
 *
 * Stops at the first error: those of the calls and of #GFile. What was saved by then stays.
 */
void sme_take_along_async (SmeCaller *caller,
                           GFile *parent,
                           SmeTakeAlongProgress progress,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* Returns: (transfer full): the folder */
GFile *sme_take_along_finish (GAsyncResult *result, GError **error);

G_END_DECLS
