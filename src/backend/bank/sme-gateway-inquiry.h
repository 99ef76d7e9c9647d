/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * sme_gateway_inquiry_run:
 *
 * Asks the gateway about payments of which it should have told by now (VNPAY 2.1.0, "querydr"). A
 * job of a worker: it waits for the net, holding no lock.
 *
 * Before a payment is shown it is asked about, and before another one is begun always (the prepare
 * functions of these operations). A gateway that does not answer stops nobody.
 */
void sme_gateway_inquiry_run (SmeCall *call);

/**
 * sme_gateway_inquiry_was_made:
 * @call: to begin a payment
 *
 * Returns: %FALSE when the gateway is still being asked by others, so that nobody knows yet whether
 *   the payment before was made: then no other is begun
 */
gboolean sme_gateway_inquiry_was_made (SmeCall *call);

G_END_DECLS
