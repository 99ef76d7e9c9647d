/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNING_SESSION (sme_signing_session_get_type ())
SME_DECLARE_RECORD (SmeSigningSession, sme_signing_session, SIGNING_SESSION)

/**
 * SmeSigningSession:
 *
 * The way from OneSME into eContract for one dossier. "username": of the eContract account, as it
 * was mailed to the same person.
 */

G_END_DECLS
