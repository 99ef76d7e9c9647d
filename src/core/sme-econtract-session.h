/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ECONTRACT_SESSION (sme_econtract_session_get_type ())
SME_DECLARE_RECORD (SmeEcontractSession, sme_econtract_session, ECONTRACT_SESSION)

/**
 * SmeEcontractSession:
 *
 * A lookup session of eContract.
 */

G_END_DECLS
