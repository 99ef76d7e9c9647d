/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EMAIL_CHANGE (sme_email_change_get_type ())
SME_DECLARE_RECORD (SmeEmailChange, sme_email_change, EMAIL_CHANGE)

/**
 * SmeEmailChange:
 *
 * A new e-mail address, and the password to show that the holder asks.
 */

G_END_DECLS
