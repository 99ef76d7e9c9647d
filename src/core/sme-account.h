/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ACCOUNT (sme_account_get_type ())
SME_DECLARE_RECORD (SmeAccount, sme_account, ACCOUNT)

/**
 * SmeAccount:
 *
 * An account as its holder sees it.
 */

G_END_DECLS
