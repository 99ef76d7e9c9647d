/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

/* What may be offered for an order (or its subscription) in @order_state; @paid: once and for all.
 */
void sme_next_actions_set (SmeRecord *record, const char *order_state, gboolean paid);

/* Puts it first, where @record is a subscription that ends soon or has ended. */
void sme_next_actions_offer_renewal (SmeRecord *record);

G_END_DECLS
