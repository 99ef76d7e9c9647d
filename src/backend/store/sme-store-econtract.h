/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeEcontractUser:
 *
 * The eContract credentials of an account: a system of its own, with its own password (acceptance
 * A2).
 */
typedef struct
{
  char *account_id;
  char *username;
  char *password_hash;
  gboolean password_changed;
} SmeEcontractUser;

void sme_econtract_user_free (SmeEcontractUser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeEcontractUser, sme_econtract_user_free)

/* NULL without error when there is none. One of the two is given. */
SmeEcontractUser *sme_store_find_econtract_user (SmeCall *call,
                                                 const char *account_id,
                                                 const char *username,
                                                 GError **error);

/**
 * sme_store_make_econtract_user:
 * @password: (out): the first password, to be mailed
 *
 * First passwords are random and long, so a keyed hash protects them as well as a slow one would.
 */
SmeEcontractUser *sme_store_make_econtract_user (SmeCall *call,
                                                 const char *account_id,
                                                 char **password,
                                                 GError **error);

/* Whether @password is the user's; slow for passwords that people chose. Not within a transaction.
 */
gboolean sme_econtract_user_check (SmeCall *call, SmeEcontractUser *user, const char *password);

gboolean sme_store_set_econtract_password (SmeCall *call,
                                           const char *account_id,
                                           const char *hash,
                                           GError **error);

G_END_DECLS
