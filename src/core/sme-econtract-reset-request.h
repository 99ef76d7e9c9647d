/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ECONTRACT_RESET_REQUEST (sme_econtract_reset_request_get_type ())
SME_DECLARE_RECORD (SmeEcontractResetRequest, sme_econtract_reset_request, ECONTRACT_RESET_REQUEST)

/**
 * SmeEcontractResetRequest:
 *
 * The eContract user name whose password was forgotten; the code goes to the address that belongs
 * to it.
 */

G_END_DECLS
