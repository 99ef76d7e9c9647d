/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_PAYMENTS_PAGE (sme_payments_page_get_type ())
G_DECLARE_FINAL_TYPE (SmePaymentsPage, sme_payments_page, SME, PAYMENTS_PAGE, SmePage)

/**
 * SmePaymentsPage:
 *
 * The money of an order (route "payments:ORDER"): what was paid and how, what goes back and why,
 * the invoices; an order that is not paid can be cancelled here, the money of a paid one asked back
 * (acceptance A33).
 */

G_END_DECLS
