/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-billing.h"

G_BEGIN_DECLS

#define SME_TYPE_BILLING_KEEPER (sme_billing_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SmeBillingKeeper, sme_billing_keeper, SME, BILLING_KEEPER, GObject)

/**
 * SmeBillingKeeper:
 *
 * What is being typed of an order's invoice and contact and is not confirmed yet, in the vault of
 * this computer: among the things of the account that types it. Without a vault nothing is kept.
 */
SmeBillingKeeper *sme_billing_keeper_new (SmeContext *context, const char *order_id);

/* Keeps @billing within half a second (acceptance A24: one second), in the place of what was there;
 * at once when @self goes. */
void sme_billing_keeper_keep (SmeBillingKeeper *self, SmeBilling *billing);

/* It was confirmed, or given up. */
void sme_billing_keeper_forget (SmeBillingKeeper *self);

void sme_billing_keeper_load_async (SmeBillingKeeper *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full): NULL: there is none, or with @error. */
SmeBilling *
sme_billing_keeper_load_finish (SmeBillingKeeper *self, GAsyncResult *result, GError **error);

G_END_DECLS
