/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PHONE_CHANGE (sme_phone_change_get_type ())
SME_DECLARE_RECORD (SmePhoneChange, sme_phone_change, PHONE_CHANGE)

/**
 * SmePhoneChange:
 *
 * A new telephone number, and the password to show that the holder asks.
 */

G_END_DECLS
