/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-field.h"

G_BEGIN_DECLS

/*
 * Sums in whole đồng, signed 64 bit, at most 2^53 - 1 either way so that every reader of JSON keeps
 * them exact. Whatever would pass that bound fails instead of wrapping. Fractions are rounded half
 * away from zero.
 */

#define SME_MONEY_MAX SME_MAX_MONEY

/** sme_money_is_valid: whether @dong is within the bound. */
gboolean sme_money_is_valid (gint64 dong);

/** sme_money_add, sme_money_multiply: FALSE, and the result left alone, if an argument or the
 * result passes the bound. */
gboolean sme_money_add (gint64 a, gint64 b, gint64 *sum);
gboolean sme_money_multiply (gint64 dong, gint64 count, gint64 *product);

/** sme_money_divide: @dong / @divisor rounded; @divisor must be positive. */
gint64 sme_money_divide (gint64 dong, gint64 divisor);

/** sme_money_percent: @percent (0 to 100) of @dong, rounded. */
gint64 sme_money_percent (gint64 dong, int percent);

/**
 * sme_money_net: what of @gross, a price with value added tax of @rate percent (0 to 100) in it, is
 * net: round (gross * 100 / (100 + rate)), so 220.000 at 10 % is 200.000. The rate is a datum: 10
 * %, or 8 % for most goods until 2026-12-31 (Resolution 204/2025/QH15).
 */
gint64 sme_money_net (gint64 gross, int rate);

/** sme_money_vat: the tax in @gross: gross - net, so that both always add up. */
gint64 sme_money_vat (gint64 gross, int rate);

G_END_DECLS
