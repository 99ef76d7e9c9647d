/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ORDER (sme_order_get_type ())
SME_DECLARE_RECORD (SmeOrder, sme_order, ORDER)

/**
 * SmeOrder:
 *
 * An order from the choice of a plan to the active service.
 */

G_END_DECLS
