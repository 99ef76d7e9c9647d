/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CODE_STATE (sme_code_state_get_type ())
SME_DECLARE_RECORD (SmeCodeState, sme_code_state, CODE_STATE)

/**
 * SmeCodeState:
 *
 * A code on its way: where to (masked), how many digits it has, until when it works and when
 * another one can be asked for; times are the server's. Of a password reset also the id to come
 * back with.
 */

G_END_DECLS
