/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_REFUND_STANDING (sme_refund_standing_get_type ())
G_DECLARE_FINAL_TYPE (SmeRefundStanding, sme_refund_standing, SME, REFUND_STANDING, AdwBin)

/**
 * SmeRefundStanding:
 *
 * Where a customer's request for the money back stands, why, and what can be done now. With the
 * local backend it also lets the operator be played, who decides it.
 *
 * Signal: "decided": the order is to be asked for anew
 */

/* @order: has a refund_request */
GtkWidget *sme_refund_standing_new (SmeContext *context, SmeOrder *order);

G_END_DECLS
