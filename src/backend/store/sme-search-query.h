/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-search.h"

G_BEGIN_DECLS

/* What is looked for, in the language of FTS5. The words in it are folded letters and digits, so
 * nothing that was typed is taken for a part of that language. */

/* The services that have the words of @result; NULL when the words stand for nothing. */
char *sme_search_query_make (const SmeSearchResult *result);

/* Those of @expression that have them in the name. */
char *sme_search_query_make_named (const char *expression);

/* Those of @expression that do not, but have them one after the other; NULL when that cannot be. */
char *sme_search_query_make_adjacent (const SmeSearchResult *result, const char *expression);

G_END_DECLS
