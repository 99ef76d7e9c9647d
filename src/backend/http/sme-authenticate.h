/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * sme_authenticate:
 *
 * Finds out who calls and whether the operation takes that kind of token. Sets call->principal.
 */
gboolean sme_authenticate (SmeCall *call, GError **error);

G_END_DECLS
