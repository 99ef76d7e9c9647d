/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* A job for a worker: the local gateway tells the shop, over HTTP as any gateway would, how
 * payments ended, and goes on telling it until the shop acknowledges. */
void sme_gateway_courier_run (SmeCall *call);

G_END_DECLS
