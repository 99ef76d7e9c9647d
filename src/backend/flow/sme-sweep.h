/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* A job for a worker: takes through what the passing of time does, such as payments that run out.
 */
void sme_sweep (SmeCall *call);

/* The same within a transaction that is already open. */
gboolean sme_sweep_now (SmeCall *call, GError **error);

G_END_DECLS
