/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/* Cases for the support. All return records to be freed; NULL with SME_PROBLEM_NOT_FOUND. */
SmeCase *sme_store_find_case (SmeCall *call, const char *id, GError **error);

/* The open case of that kind; NULL without an error when there is none. */
SmeCase *
sme_store_find_open_case (SmeCall *call, const char *order_id, SmeCaseKind kind, GError **error);

/* Newest first. */
GListModel *sme_store_list_cases (SmeCall *call, const char *order_id, GError **error);

/* All of an account, oldest first. */
GListModel *sme_store_list_cases_of (SmeCall *call, const char *account_id, GError **error);

/* Returns its id; the number is unique and six digits long. */
char *sme_store_insert_case (SmeCall *call,
                             SmeStoredOrder *order,
                             SmeCaseKind kind,
                             const char *text,
                             GError **error);

/* What somebody says about a case that is open already stands below what was said. */
gboolean
sme_store_add_to_case (SmeCall *call, SmeCase *support_case, const char *text, GError **error);

gboolean sme_store_set_case_outcome (SmeCall *call,
                                     const char *id,
                                     SmeCaseOutcome outcome,
                                     const char *note,
                                     GError **error);

/* The number to tell the hotline: of the newest open case. @number: (out) (nullable): NULL where
 * there is none */
gboolean
sme_store_find_case_number (SmeCall *call, const char *order_id, char **number, GError **error);

G_END_DECLS
