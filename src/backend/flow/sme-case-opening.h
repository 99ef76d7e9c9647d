/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/* A new case: the order's chain has it, and a letter tells its number. @text: (nullable).
 * Returns: (transfer full): its id */
char *sme_case_open (SmeCall *call,
                     SmeStoredOrder *order,
                     SmeCaseKind kind,
                     const char *text,
                     GError **error);

/* The id of the open case of that kind, which is opened if there is none: the order carries a
 * number to tell the hotline without anybody asking for it. */
char *sme_case_ensure (SmeCall *call, SmeStoredOrder *order, SmeCaseKind kind, GError **error);

/* Closes what is open, without a decision and without a letter: what it was about is over.
 * @kind: (nullable): a kind's word; NULL is all of them */
gboolean sme_case_close (SmeCall *call, const char *order_id, const char *kind, GError **error);

G_END_DECLS
