/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_BUY_PAGE (sme_buy_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeBuyPage, sme_buy_page, SME, BUY_PAGE, SmePage)

/**
 * SmeBuyPage:
 *
 * Route "buy:PLAN?service=ID&months=12": what "Buy now" leads to. The first step of an order, with
 * what can be chosen and what it costs; "Next" makes the order and gives way to its page
 * ("order:ID"). Being a page it can wait behind the sign-in, show an error and be tried again. The
 * client keeps the Idempotency-Key over the tries, so they make one order.
 */

G_END_DECLS
