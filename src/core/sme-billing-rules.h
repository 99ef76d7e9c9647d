/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-billing.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * sme_billing_check: the rules of invoice and contact data (acceptance A30), by Decree
 * 254/2026/NĐ-CP and Circular 91/2026/TT-BTC.
 *
 * A consumer need not say anything; the invoice then says "Bán cho người tiêu dùng". A person who
 * wants the invoice in the own name gives name, address and the personal number, foreigners the
 * passport's number and the nationality. An organisation gives name, address and tax code, exactly
 * as registered. Whoever is named as contact has a telephone and an e-mail address.
 *
 * Returns: (transfer full) (element-type SmeFieldError): what is wrong, maybe nothing
 */
GPtrArray *sme_billing_check (SmeBilling *billing, int today);

/** sme_billing_normalize: puts billing data that passed the check into the form that is kept, and
 *  takes out what its kind does not have. */
void sme_billing_normalize (SmeBilling *billing, int today);

G_END_DECLS
