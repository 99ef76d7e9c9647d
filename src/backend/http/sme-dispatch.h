/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * sme_dispatch:
 *
 * Answers a call on a worker thread: who calls, what the bytes say, one transaction, the answer
 * kept under its idempotency key. Never fails: what goes wrong is an answer too.
 */
SmeReply *sme_dispatch (SmeCall *call);

G_END_DECLS
