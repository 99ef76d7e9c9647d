/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SESSION_INFO (sme_session_info_get_type ())
SME_DECLARE_RECORD (SmeSessionInfo, sme_session_info, SESSION_INFO)

/**
 * SmeSessionInfo:
 *
 * A sign-in of the account that still works. The device has the name that it gave itself;
 * last_used_at is exact to the quarter of an hour that an access token lives.
 */

G_END_DECLS
