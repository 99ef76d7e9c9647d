/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REGISTRATION (sme_registration_get_type ())
SME_DECLARE_RECORD (SmeRegistration, sme_registration, REGISTRATION)

/**
 * SmeRegistration:
 *
 * A new account.
 */

G_END_DECLS
