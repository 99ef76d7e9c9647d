/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-keyring.h"

G_BEGIN_DECLS

#define SME_VAULT_ERROR (sme_vault_error_quark ())
GQuark sme_vault_error_quark (void);

/**
 * SmeVaultError:
 * @SME_VAULT_ERROR_DAMAGED: the file is not what was put there, or was sealed with another key
 * @SME_VAULT_ERROR_FAILED: the disk refused
 */
typedef enum
{
  SME_VAULT_ERROR_DAMAGED,
  SME_VAULT_ERROR_FAILED,
} SmeVaultError;

#define SME_TYPE_VAULT (sme_vault_get_type ())
G_DECLARE_FINAL_TYPE (SmeVault, sme_vault, SME, VAULT, GObject)

/**
 * SmeVault:
 *
 * Drafts, strokes and documents kept on this computer, each in a sealed file (XChaCha20-Poly1305
 * under a key from the keyring; its name is part of what is sealed, and a keyed hash of it names
 * the file). A put that succeeded survives a power cut. Without a persistent keyring everything
 * stays in memory and nothing is written; property `persistent` says which.
 *
 * Names are the caller's, any text; what belongs to an account is named by sme_vault_name_own() and
 * can be taken away as a whole. Calls on one vault take effect in the order they were made.
 */

/* @directory: (nullable): NULL for onesme/vault in the user's data directory */
SmeVault *sme_vault_new (SmeKeyring *keyring, const char *directory);

gboolean sme_vault_get_persistent (SmeVault *self);

void sme_vault_put_async (SmeVault *self,
                          const char *name,
                          GBytes *bytes,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean sme_vault_put_finish (SmeVault *self, GAsyncResult *result, GError **error);

void sme_vault_get_async (SmeVault *self,
                          const char *name,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/* NULL without an error: there is none. */
GBytes *sme_vault_get_finish (SmeVault *self, GAsyncResult *result, GError **error);

/* Removing what is not there succeeds. */
void sme_vault_remove_async (SmeVault *self,
                             const char *name,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean sme_vault_remove_finish (SmeVault *self, GAsyncResult *result, GError **error);

/* The name of @name among the things of the account. (transfer full) */
char *sme_vault_name_own (const char *account_id, const char *name);

/* Removes all that is named so for the account, which is no more. */
void sme_vault_forget_account_async (SmeVault *self,
                                     const char *account_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean sme_vault_forget_account_finish (SmeVault *self, GAsyncResult *result, GError **error);

G_END_DECLS
