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
 * Before a payment is shown or another one begun, it is asked about at once (the prepare functions
 * of these operations). A gateway that does not answer stops nobody.
 */
void sme_gateway_inquiry_run (SmeCall *call);

G_END_DECLS
