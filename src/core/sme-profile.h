/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PROFILE (sme_profile_get_type ())
SME_DECLARE_RECORD (SmeProfile, sme_profile, PROFILE)

/**
 * SmeProfile:
 *
 * The declaration of the person who gets the certificate (acceptance A21-A23).
 */

G_END_DECLS
