/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_BILLING (sme_billing_get_type ())
SME_DECLARE_RECORD (SmeBilling, sme_billing, BILLING)

/**
 * SmeBilling:
 *
 * Invoice and contact data of an order.
 */

G_END_DECLS
