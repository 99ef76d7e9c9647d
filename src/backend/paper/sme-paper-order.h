/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-values.h"
#include "core/sme-enums.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

/**
 * sme_paper_order_describe:
 * @customer_type: who orders; says what the profile must hold
 * @address_line: the declared address, composed with the names of its divisions
 *
 * Sets what documents say about @order: number, plan, price lines and their sum in words, the
 * declared data as they were declared, invoice, contact and payment. Optional data become empty
 * values. Dates are dd/MM/yyyy, phones "0912 345 678", amounts "220.000 ₫".
 *
 * Returns: %FALSE with %SME_PAPER_ERROR_INCOMPLETE if the order has no plan, quote or profile, or
 *   the profile of an organisation does not name it
 */
gboolean sme_paper_order_describe (SmeOrder *order,
                                   SmeCustomerType customer_type,
                                   const char *address_line,
                                   SmePaperValues *values,
                                   GError **error);

/* "ngày 05 tháng 02 năm 2026" in Vietnam at @ms; new. */
char *sme_paper_date_in_words (gint64 ms);

G_END_DECLS
