/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_QUOTE_LINE (sme_quote_line_get_type ())
SME_DECLARE_RECORD (SmeQuoteLine, sme_quote_line, QUOTE_LINE)

/**
 * SmeQuoteLine:
 *
 * A line of a quote, amounts in đồng; VAT is stated once below the lines.
 */

G_END_DECLS
