/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-accounts.h"

G_BEGIN_DECLS

/*
 * What a running session alone may not do asks for the password once more. Guessing is slowed down
 * as at the sign-in.
 */

/**
 * sme_own_password_prepare:
 * @field: the field of the request that holds the password
 * @new_password: (nullable): to be hashed by the way, if the password was right
 *
 * The slow part, outside the transaction.
 */
gboolean sme_own_password_prepare (SmeCall *call,
                                   const char *field,
                                   const char *new_password,
                                   GError **error);

/* The caller's account, if the password was right; else "wrong" at the field, and the failure is
 * counted. */
SmeStoredAccount *sme_own_password_confirm (SmeCall *call, const char *field, GError **error);

/* The hash of @new_password. */
const char *sme_own_password_get_new_hash (SmeCall *call);

G_END_DECLS
