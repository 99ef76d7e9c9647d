/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/**
 * SmeStoredAccount:
 *
 * An account as the database has it.
 */
typedef struct
{
  char *id;
  char *email;
  char *password_hash;
  char *full_name;
  char *phone;
  char *organisation_name;
  char *tax_code;
  char *registration_number;
  char *position;
  char *language;
  char *state;
  SmeCustomerType customer_type;
  gboolean phone_confirmed;
  gint64 version;
  gint64 created_at;
} SmeStoredAccount;

/* How long an activation code works, in milliseconds. */
#define SME_ACTIVATION_LIFE (G_GINT64_CONSTANT (7) * 24 * 3600 * 1000)

void sme_stored_account_free (SmeStoredAccount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeStoredAccount, sme_stored_account_free)

SmeStoredAccount *sme_store_find_account (SmeCall *call, const char *id, GError **error);
/* The active account; NULL without error when nobody has the address, or only registrations that
 * wait (sme-store-registrations.h). */
SmeStoredAccount *
sme_store_find_account_by_email (SmeCall *call, const char *email, GError **error);
SmeStoredAccount *sme_store_insert_account (SmeCall *call,
                                            SmeRegistration *registration,
                                            const char *password_hash,
                                            GError **error);
gboolean
sme_store_set_account_state (SmeCall *call, const char *id, const char *state, GError **error);

/* A new version of the account, for what it shows but does not hold itself. */
gboolean sme_store_touch_account (SmeCall *call, const char *id, GError **error);
/* @column: a constant of the caller */
gboolean sme_store_set_account_text (SmeCall *call,
                                     const char *id,
                                     const char *column,
                                     const char *value,
                                     GError **error);
/* @update: an SmeAccountUpdate, checked and normalized */
gboolean
sme_store_update_account (SmeCall *call, const char *id, SmeRecord *update, GError **error);
gboolean sme_store_confirm_phone (SmeCall *call, const char *id, const char *phone, GError **error);
gboolean sme_store_set_email (SmeCall *call, const char *id, const char *email, GError **error);

/* As its holder sees it, with consents. */
SmeAccount *sme_store_make_account (SmeCall *call, SmeStoredAccount *account, GError **error);

gboolean sme_store_insert_activation (SmeCall *call,
                                      const char *account_id,
                                      const char *token,
                                      GError **error);
/* The account's id; the token is used up. A wrong or late one is a wrong field "/token",
 * "taken" where another registration of the address was activated. */
char *sme_store_use_activation (SmeCall *call, const char *token, GError **error);

G_END_DECLS
