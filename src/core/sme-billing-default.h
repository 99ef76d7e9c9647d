/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-account.h"
#include "core/sme-billing.h"
#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * sme_billing_default_get_kind: whom an invoice is made out to as long as nothing else is asked
 * for.
 *
 * Who declared a name, an address and a number has given data (Decree 254/2026/NĐ-CP): the
 * organisation, else the person. "Bán cho người tiêu dùng" is for who chooses so.
 */
SmeInvoiceKind sme_billing_default_get_kind (SmeProfile *profile);

/**
 * sme_billing_default_make:
 * @account: (nullable): whose order it is; a company's own address for mail is that of its account
 *
 * The invoice of a kind as far as what was declared says it, and whom to ask, which is the declared
 * person: the rest is empty. A company's name, tax code and head office never stand on a person's
 * invoice, nor the other way round. A Vietnamese who declared a passport is named with its number:
 * there is no other.
 *
 * Returns: (transfer full)
 */
SmeBilling *
sme_billing_default_make (SmeProfile *profile, SmeAccount *account, SmeInvoiceKind kind);

G_END_DECLS
