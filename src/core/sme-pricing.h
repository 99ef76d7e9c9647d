/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-reason.h"

G_BEGIN_DECLS

/*
 * What an order costs (acceptance A30). Pure: the same request gives the same quote in the app and
 * in the backend. All sums are whole đồng and exact: a line is quantity times unit price. Rounding
 * (half away from zero) happens in two places only: once for a percentage coupon, once for the
 * value added tax, which is taken of the sum after the discount, never line by line.
 */

/** SmePricingStep: the price of units up to number @up_to, counted from 1; 0 has no end. Steps
 * rise. */
typedef struct
{
  gint64 up_to;
  gint64 price;
} SmePricingStep;

/**
 * SmePricingPlan: a plan as priced for one cycle.
 * @label: goes into the line
 * @model: free: 0; flat: @unit_price times the quantity; per_unit: the same with @free_units of
 * them free; tiered: each unit at the price of its step; volume: all units at the price of the step
 * that the quantity reaches; stair_step: the price of that step, whatever the quantity within it;
 *   contact: no quote
 * @vat_rate: per cent    @vat_included: whether all prices contain the tax
 */
typedef struct
{
  const char *label;
  SmePriceModel model;
  gint64 unit_price;
  gint64 free_units;
  const SmePricingStep *steps;
  gsize n_steps;
  gint64 setup_fee;
  int trial_days;
  int vat_rate;
  gboolean vat_included;
} SmePricingPlan;

/** SmePricingAddon: one charged by the month has the months in its quantity. */
typedef struct
{
  const char *label;
  gint64 unit_price;
  gint64 quantity;
} SmePricingAddon;

/**
 * SmePricingCoupon:
 * @percent: 0 to 100, or 0 with @amount in đồng
 * @first_cycle_only: not for renewals, which are then quoted without it
 * @minimum: least sum of the lines with tax
 * @valid_from, @valid_until: first and last day, yyyymmdd; 0 is open
 */
typedef struct
{
  const char *code;
  int percent;
  gint64 amount;
  gboolean first_cycle_only;
  gint64 minimum;
  int valid_from;
  int valid_until;
} SmePricingCoupon;

/**
 * SmePricingRequest:
 * @renewal: a further cycle of a subscription: no set-up fee, no trial
 * @coupon: (nullable)
 * @today: yyyymmdd in Vietnam
 */
typedef struct
{
  SmePricingPlan plan;
  int cycle_months;
  gint64 quantity;
  const SmePricingAddon *addons;
  gsize n_addons;
  const SmePricingCoupon *coupon;
  gboolean renewal;
  int today;
} SmePricingRequest;

/** SmePricingLine: @label is borrowed from the request, NULL for the set-up fee, the code for the
 *  coupon; @amount = @quantity * @unit_price, negative for a discount. */
typedef struct
{
  SmeQuoteLineKind kind;
  const char *label;
  gint64 quantity;
  gint64 unit_price;
  gint64 amount;
} SmePricingLine;

/**
 * SmePricingQuote:
 * @lines: what is charged, in the order to print; they add up to @subtotal - @discount
 * @subtotal: before the discount, tax in it or not as the plan's prices
 * @discount: what the coupon takes off, at most @subtotal
 * @net, @vat, @total: @net + @vat = @total, the sum to pay, never negative
 * @starts_on, @ends_on: the first and last day paid for, if ordered today; a trial comes before
 */
typedef struct
{
  SmePricingLine *lines;
  gsize n_lines;
  gint64 subtotal;
  gint64 discount;
  gint64 net;
  gint64 vat;
  gint64 total;
  int starts_on;
  int ends_on;
} SmePricingQuote;

void sme_pricing_quote_free (SmePricingQuote *quote);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePricingQuote, sme_pricing_quote_free)

/**
 * sme_pricing_quote: prices @request.
 * @quote: (out) (transfer full): set on SME_REASON_OK, and on a SME_REASON_COUPON_* too, then
 * without the coupon, so that a form can go on showing a price; else NULL
 *
 * SME_REASON_PRICE_ON_REQUEST for a plan without prices; SME_REASON_RANGE for a quantity, price,
 * rate or sum out of bounds (sme-money.h) and for steps that don't rise or don't reach the
 * quantity.
 */
SmeReason sme_pricing_quote (const SmePricingRequest *request, SmePricingQuote **quote);

G_END_DECLS
