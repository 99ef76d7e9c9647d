/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_QUOTE (sme_quote_get_type ())
SME_DECLARE_RECORD (SmeQuote, sme_quote, QUOTE)

/**
 * SmeQuote:
 *
 * What an order costs, exact in đồng. Anybody may ask for a price; "customer_types" says who may
 * order it.
 */

G_END_DECLS
