/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-case.h"
#include "core/sme-enums.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

/* What a case is about, in a person's words; translated, static. */
const char *sme_case_text_kind (SmeCaseKind kind);

/* "Case 482 913": easy to read out on the phone. */
char *sme_case_text_number (SmeCase *self);

/* Whom to tell the number; of the acceptance record with the branch. @demonstration: first, that
 * nobody there knows this order. */
char *sme_case_text_hotline (SmeCaseKind kind, gboolean demonstration);

/* The number that an order carries, and whom to tell it; NULL without an open case. */
char *sme_case_text_of_order (SmeOrder *order, gboolean demonstration);

/* Where it stands: "Open since 22/11/2026 10:15", or how it was resolved, with the note. */
char *sme_case_text_state (SmeCase *self);

G_END_DECLS
