/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CREDENTIALS (sme_credentials_get_type ())
SME_DECLARE_RECORD (SmeCredentials, sme_credentials, CREDENTIALS)

/**
 * SmeCredentials:
 *
 * Sign-in to OneSME.
 */

G_END_DECLS
