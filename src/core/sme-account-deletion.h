/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ACCOUNT_DELETION (sme_account_deletion_get_type ())
SME_DECLARE_RECORD (SmeAccountDeletion, sme_account_deletion, ACCOUNT_DELETION)

/**
 * SmeAccountDeletion:
 *
 * What deleting the account does, or has done (then with the time): orders that must be finished
 * first, orders that are cancelled, what is erased, and what the law makes us keep.
 */

G_END_DECLS
