/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SESSION (sme_session_get_type ())
SME_DECLARE_RECORD (SmeSession, sme_session, SESSION)

/**
 * SmeSession:
 *
 * A signed-in session: the access token is short-lived, the refresh token rotates.
 */

G_END_DECLS
