/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_ink_number_append:
 * @text: where to
 * @value: a finite number below 10^12 in magnitude
 * @decimals: digits after the point, at most 6
 *
 * Writes @value as PDF and SVG want it: a point in every locale, no exponent, no trailing zeros,
 * never "-0".
 */
void sme_ink_number_append (GString *text, double value, guint decimals);

G_END_DECLS
