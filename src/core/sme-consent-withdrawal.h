/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CONSENT_WITHDRAWAL (sme_consent_withdrawal_get_type ())
SME_DECLARE_RECORD (SmeConsentWithdrawal, sme_consent_withdrawal, CONSENT_WITHDRAWAL)

/**
 * SmeConsentWithdrawal:
 *
 * What the withdrawal of a consent did: when it counts, by which day all processing that rests on
 * it has stopped, its effects, and the numbers of the orders that it cancelled.
 */

G_END_DECLS
