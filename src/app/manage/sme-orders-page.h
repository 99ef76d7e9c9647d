/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_ORDERS_PAGE (sme_orders_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrdersPage, sme_orders_page, SME, ORDERS_PAGE, SmePage)

/**
 * SmeOrdersPage:
 *
 * "orders": the person's orders, newest first, each with its one next step.
 */

G_END_DECLS
