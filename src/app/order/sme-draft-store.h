/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

#define SME_TYPE_DRAFT_STORE (sme_draft_store_get_type ())
G_DECLARE_FINAL_TYPE (SmeDraftStore, sme_draft_store, SME, DRAFT_STORE, GObject)

/**
 * SmeDraftStore:
 *
 * What was typed for an order and is not on the server yet, in the vault of this computer: among
 * the things of the account that typed it, so that nobody else who signs in here is shown it.
 * Beside it lies what the server had when it was begun.
 *
 * Before drafts belonged to an account they lay under their order alone. Such a one is somebody's,
 * and the server knows whose: until it has shown the order to who asks, see
 * sme_draft_store_adopt(), it is not to be shown.
 */
SmeDraftStore *sme_draft_store_new (SmeContext *context, const char *order_id);

/* FALSE: there is nowhere to keep anything. */
gboolean sme_draft_store_is_usable (SmeDraftStore *self);

/* @base: (nullable) */
void sme_draft_store_put_async (SmeDraftStore *self,
                                SmeProfile *profile,
                                SmeProfile *base,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean sme_draft_store_put_finish (SmeDraftStore *self, GAsyncResult *result, GError **error);

void sme_draft_store_get_async (SmeDraftStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* @base: (out) (nullable); @old: (out): lay there before drafts belonged to an account.
 * Returns: (nullable): NULL without an error when there is none. */
SmeProfile *sme_draft_store_get_finish (SmeDraftStore *self,
                                        GAsyncResult *result,
                                        SmeProfile **base,
                                        gboolean *old,
                                        GError **error);

/* The server has shown the order to this account: what lay under the order alone is its own. */
void sme_draft_store_adopt (SmeDraftStore *self, SmeProfile *profile, SmeProfile *base);

void sme_draft_store_remove (SmeDraftStore *self);

G_END_DECLS
