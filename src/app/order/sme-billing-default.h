/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-account.h"
#include "core/sme-billing.h"
#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/* The kind of invoice that is made out when nothing else is asked for: as the backend does. */
SmeInvoiceKind sme_billing_default_get_kind (SmeProfile *profile);

/**
 * sme_billing_default_make:
 * @account: (nullable): whose order it is; a company's own address for mail is that of its account
 *
 * The invoice of a kind as far as what was declared says it, and whom to ask: the rest is empty. A
 * company's name, tax code and head office never stand on a person's invoice, nor the other way
 * round.
 *
 * Returns: (transfer full)
 */
SmeBilling *
sme_billing_default_make (SmeProfile *profile, SmeAccount *account, SmeInvoiceKind kind);

G_END_DECLS
