/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeEcontractUser:
 * @signer_id: (nullable): of a holder who was invited to sign one order (see
 * sme-store-signers.h); NULL: the account's own
 * @order_id: (nullable): the one order of a signer
 *
 * Who signs in to eContract: a system of its own, with its own password (acceptance A2).
 */
typedef struct
{
  char *account_id;
  char *signer_id;
  char *order_id;
  char *username;
  char *password_hash;
  char *first_mac;
  gboolean password_changed;
  gint64 password_changed_at;
  gboolean used;
} SmeEcontractUser;

void sme_econtract_user_free (SmeEcontractUser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeEcontractUser, sme_econtract_user_free)

/* NULL without error when there is none. One of the two is given; invited signers have a user name
 * only. */
SmeEcontractUser *sme_store_find_econtract_user (SmeCall *call,
                                                 const char *account_id,
                                                 const char *username,
                                                 GError **error);

/* Who asks; NULL without error when there is none. */
SmeEcontractUser *sme_store_find_own_econtract_user (SmeCall *call, GError **error);

/* A new user name and the keyed hash of a new first password. First passwords are random and long,
 * so a keyed hash protects them as well as a slow one would. */
char *sme_store_new_econtract_name (void);
char *sme_store_new_first_password (SmeCall *call, char **mac);

/**
 * sme_store_make_econtract_user:
 * @password: (out): the first password, to be mailed
 */
SmeEcontractUser *sme_store_make_econtract_user (SmeCall *call,
                                                 const char *account_id,
                                                 char **password,
                                                 GError **error);

/* Whether @password is the user's; slow for passwords that people chose. Not within a transaction.
 */
gboolean sme_econtract_user_check (SmeCall *call, SmeEcontractUser *user, const char *password);
/* Whether @password is the mailed one that was replaced since. */
gboolean sme_econtract_user_had_first (SmeCall *call, SmeEcontractUser *user, const char *password);

/* The user signs in; sets the password. */
gboolean sme_store_use_econtract_user (SmeCall *call, SmeEcontractUser *user, GError **error);
gboolean sme_store_set_econtract_password (SmeCall *call,
                                           SmeEcontractUser *user,
                                           const char *hash,
                                           GError **error);

/* Ends the user's sign-ins but the one that asks. */
gboolean sme_store_end_econtract (SmeCall *call, SmeEcontractUser *user, GError **error);

G_END_DECLS
