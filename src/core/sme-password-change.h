/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PASSWORD_CHANGE (sme_password_change_get_type ())
SME_DECLARE_RECORD (SmePasswordChange, sme_password_change, PASSWORD_CHANGE)

/**
 * SmePasswordChange:
 *
 * A new password, and the old one to show that the holder asks.
 */

G_END_DECLS
