/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-money.h"

gboolean
sme_money_is_valid (gint64 dong)
{
  return dong >= -SME_MONEY_MAX && dong <= SME_MONEY_MAX;
}

gboolean
sme_money_add (gint64 a, gint64 b, gint64 *sum)
{
  g_return_val_if_fail (sum != NULL, FALSE);

  /* Two valid sums are far from the bounds of 64 bits. */
  if (!sme_money_is_valid (a) || !sme_money_is_valid (b) || !sme_money_is_valid (a + b))
    return FALSE;

  *sum = a + b;
  return TRUE;
}

gboolean
sme_money_multiply (gint64 dong, gint64 count, gint64 *product)
{
  gint64 result;

  g_return_val_if_fail (product != NULL, FALSE);

  if (!sme_money_is_valid (dong) || __builtin_mul_overflow (dong, count, &result) ||
      !sme_money_is_valid (result))
    return FALSE;

  *product = result;
  return TRUE;
}

gint64
sme_money_divide (gint64 dong, gint64 divisor)
{
  gint64 quotient, rest;

  g_return_val_if_fail (divisor > 0, 0);

  quotient = dong / divisor;
  rest = dong % divisor;
  if (rest < 0)
    return quotient - (-rest >= divisor + rest);

  return quotient + (rest >= divisor - rest);
}

gint64
sme_money_percent (gint64 dong, int percent)
{
  g_return_val_if_fail (sme_money_is_valid (dong), 0);
  g_return_val_if_fail (percent >= 0 && percent <= 100, 0);

  return sme_money_divide (dong * percent, 100);
}

gint64
sme_money_net (gint64 gross, int rate)
{
  g_return_val_if_fail (sme_money_is_valid (gross), 0);
  g_return_val_if_fail (rate >= 0 && rate <= 100, gross);

  return sme_money_divide (gross * 100, 100 + rate);
}

gint64
sme_money_vat (gint64 gross, int rate)
{
  return gross - sme_money_net (gross, rate);
}
