/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_ORDER_PAGE (sme_order_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrderPage, sme_order_page, SME, ORDER_PAGE, SmePage)

/* SmeOrderPage: "order:ID": an order on its way, at the step where it is; a paid one goes on to the
 * contract by itself (acceptance A33, A47). */

G_END_DECLS
