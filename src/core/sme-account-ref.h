/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ACCOUNT_REF (sme_account_ref_get_type ())
SME_DECLARE_RECORD (SmeAccountRef, sme_account_ref, ACCOUNT_REF)

/**
 * SmeAccountRef:
 *
 * The answer to a registration; the same whether or not the address was known.
 */

G_END_DECLS
