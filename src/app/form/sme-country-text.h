/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-country.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The country's name in the language of the session; static. */
const char *sme_country_text_name (const SmeCountry *country);

/* The same for a code of ISO 3166; what is none is given back. @code: (nullable) */
const char *sme_country_text_describe (const char *code);

/* All countries in the order of their names, as divisions without a type. (transfer full) */
GListModel *sme_country_text_list (void);

G_END_DECLS
