/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-quote.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_QUOTE_VIEW (sme_quote_view_get_type ())
G_DECLARE_FINAL_TYPE (SmeQuoteView, sme_quote_view, SME, QUOTE_VIEW, AdwBin)

/**
 * SmeQuoteView:
 *
 * What an order costs: every line with its number and unit price, the coupon, the sum before VAT,
 * VAT, total, the days that are paid for, and how it was rounded. Each line is one thing to a
 * screen reader.
 */
GtkWidget *sme_quote_view_new (void);

/* NULL empties it. */
void sme_quote_view_set_quote (SmeQuoteView *self, SmeQuote *quote);

G_END_DECLS
