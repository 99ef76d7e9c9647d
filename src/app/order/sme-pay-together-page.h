/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_PAY_TOGETHER_PAGE (sme_pay_together_page_get_type ())
G_DECLARE_FINAL_TYPE (SmePayTogetherPage, sme_pay_together_page, SME, PAY_TOGETHER_PAGE, SmePage)

/**
 * SmePayTogetherPage:
 *
 * Several orders by one payment (route "pay-together"): which ones, how, under which terms; then
 * the payment itself. With "?payment=ID" the payment that was begun.
 */

G_END_DECLS
