/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ECONTRACT_PASSWORD (sme_econtract_password_get_type ())
SME_DECLARE_RECORD (SmeEcontractPassword, sme_econtract_password, ECONTRACT_PASSWORD)

/**
 * SmeEcontractPassword:
 *
 * A new eContract password; old is left out with a signing token at first use.
 */

G_END_DECLS
