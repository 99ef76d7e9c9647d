/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"
#include "core/sme-service.h"

G_BEGIN_DECLS

/*
 * Of a service that was never opened, and not fetched ahead either, its card may be kept: what a
 * list showed of it. That is more than nothing where the server cannot be reached.
 */

/* Whether it may help: @error says that nobody answered. */
gboolean sme_kept_card_may_help (const GError *error);

/* @catalog: the cache; @id: of the service, or its number in the portal's addresses */
void sme_kept_card_find_async (SmeCaller *catalog,
                               const char *id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* (transfer full) (nullable): NULL also without an error, where no list had it. */
SmeService *sme_kept_card_find_finish (SmeCaller *catalog, GAsyncResult *result, GError **error);

/* What the card said, and what is missing. */
char *sme_kept_card_describe (SmeService *service);

G_END_DECLS
