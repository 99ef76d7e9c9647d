/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-number.h"

#include <math.h>

void
sme_ink_number_append (GString *text, double value, guint decimals)
{
  static const gint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  gint64 scaled, whole, fraction;

  g_return_if_fail (text != NULL);
  g_return_if_fail (decimals < G_N_ELEMENTS (powers));
  g_return_if_fail (isfinite (value) && fabs (value) < 1e12);

  scaled = llround (value * (double) powers[decimals]);
  if (scaled < 0)
    {
      g_string_append_c (text, '-');
      scaled = -scaled;
    }
  whole = scaled / powers[decimals];
  fraction = scaled % powers[decimals];
  g_string_append_printf (text, "%" G_GINT64_FORMAT, whole);
  if (fraction == 0)
    return;

  while (fraction % 10 == 0)
    {
      fraction /= 10;
      decimals--;
    }
  g_string_append_printf (text, ".%0*" G_GINT64_FORMAT, (int) decimals, fraction);
}
