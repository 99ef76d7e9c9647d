/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-shop.h"
#include "client/sme-vault.h"

G_BEGIN_DECLS

#define SME_TYPE_KNOWN_ACCOUNTS (sme_known_accounts_get_type ())
G_DECLARE_FINAL_TYPE (SmeKnownAccounts, sme_known_accounts, SME, KNOWN_ACCOUNTS, GObject)

/**
 * SmeKnownAccounts:
 *
 * Who has signed in to a shop on this computer and not signed out since, so that one can go over to
 * another (sme_shop_switch_async()). Holds names and addresses, kept in the vault; the sessions lie
 * in the keyring. An account whose session the server ended stays: its person signs in again.
 */
SmeKnownAccounts *sme_known_accounts_new (SmeShop *shop, SmeVault *vault);

/* (transfer none): of #SmeAccount with id, name and address only; who was here last comes first. */
GListModel *sme_known_accounts_get_list (SmeKnownAccounts *self);
/* (transfer none) (nullable) */
SmeAccount *sme_known_accounts_find (SmeKnownAccounts *self, const char *id);

/* Reads what the vault has; happens by itself when somebody signs in. */
void sme_known_accounts_load (SmeKnownAccounts *self);

G_END_DECLS
