/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNER_INVITATION (sme_signer_invitation_get_type ())
SME_DECLARE_RECORD (SmeSignerInvitation, sme_signer_invitation, SIGNER_INVITATION)

/**
 * SmeSignerInvitation:
 *
 * The holder of an order signs with an own eContract sign-in, so that nobody passes an OTP on.
 * @name and @email are as declared; the user name and the first password are told to the holder
 * only. Times are those of what happened; @resend_after says when it may be mailed again.
 */

G_END_DECLS
