/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-order.h"
#include "core/sme-subscription.h"

G_BEGIN_DECLS

#define SME_TYPE_WAITING_ITEM (sme_waiting_item_get_type ())
G_DECLARE_FINAL_TYPE (SmeWaitingItem, sme_waiting_item, SME, WAITING_ITEM, GObject)

/**
 * SmeWaitingItem:
 *
 * A thing that waits for the person: what it is, and its one next action. What may be done is what
 * the server's next_actions say.
 */

/* NULL if nothing about @order waits for the person. */
SmeWaitingItem *sme_waiting_item_new_for_order (SmeOrder *order);
/* NULL unless it runs out soon. */
SmeWaitingItem *sme_waiting_item_new_for_subscription (SmeSubscription *subscription);

const char *sme_waiting_item_get_title (SmeWaitingItem *self);    /* "Contract to sign" */
const char *sme_waiting_item_get_subtitle (SmeWaitingItem *self); /* plan, order number */
const char *sme_waiting_item_get_label (SmeWaitingItem *self);    /* of the button */
const char *sme_waiting_item_get_icon_name (SmeWaitingItem *self);
const char *sme_waiting_item_get_route (SmeWaitingItem *self);
/* The sidebar's section that it is counted in: "orders" or "subscriptions". */
const char *sme_waiting_item_get_section (SmeWaitingItem *self);

G_END_DECLS
