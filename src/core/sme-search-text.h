/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

/* Adds what @service, an SmeService in one language, is found by besides its name: the number that
 * the portal's addresses have, for who has it on paper only, its summary, category and overview,
 * and its plans, as far as it has them. A line each. */
void sme_search_text_append (GString *text, SmeRecord *service);

G_END_DECLS
