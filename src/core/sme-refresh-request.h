/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REFRESH_REQUEST (sme_refresh_request_get_type ())
SME_DECLARE_RECORD (SmeRefreshRequest, sme_refresh_request, REFRESH_REQUEST)

/**
 * SmeRefreshRequest:
 *
 * The body of a session refresh.
 */

G_END_DECLS
