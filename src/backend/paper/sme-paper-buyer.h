/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-billing.h"
#include "core/sme-enums.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

/**
 * sme_paper_buyer_find:
 * @address_line: (nullable): the declared address, composed with the names of its divisions
 *
 * Whom the invoice of @order is made out to, the same on the contract and on the invoice: what was
 * asked for, else who is declared (sme_billing_make_default()).
 *
 * Returns: (transfer full)
 */
SmeBilling *
sme_paper_buyer_find (SmeOrder *order, SmeCustomerType customer_type, const char *address_line);

G_END_DECLS
