/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ECONTRACT_CREDENTIALS (sme_econtract_credentials_get_type ())
SME_DECLARE_RECORD (SmeEcontractCredentials, sme_econtract_credentials, ECONTRACT_CREDENTIALS)

/**
 * SmeEcontractCredentials:
 *
 * Sign-in to eContract with its own user name.
 */

G_END_DECLS
