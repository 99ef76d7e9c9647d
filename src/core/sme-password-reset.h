/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PASSWORD_RESET (sme_password_reset_get_type ())
SME_DECLARE_RECORD (SmePasswordReset, sme_password_reset, PASSWORD_RESET)

/**
 * SmePasswordReset:
 *
 * The new password of who has forgotten the old one, with the code that came by mail.
 */

G_END_DECLS
