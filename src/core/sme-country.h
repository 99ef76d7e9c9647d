/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeCountry: a country or territory of ISO 3166-1
 * @code: alpha-2, in capitals
 * @en, @vi: its usual name in English and Vietnamese
 *
 * The codes are those of ISO 3166-1 (249 of them); the names those of Unicode CLDR 42 (Unicode
 * License v3), as ICU 72.1 has them.
 */
typedef struct
{
  const char *code;
  const char *en;
  const char *vi;
} SmeCountry;

/** sme_country_get: the country with this place in the list, by code; NULL after the last. */
const SmeCountry *sme_country_get (guint index);

/** sme_country_find: (nullable): @code in any case; NULL if there is no such country. */
const SmeCountry *sme_country_find (const char *code);

G_END_DECLS
