/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signature-content.h"
#include "app/sme-context.h"
#include "client/sme-vault.h"

G_BEGIN_DECLS

#define SME_TYPE_SAVED_SIGNATURE (sme_saved_signature_get_type ())
G_DECLARE_FINAL_TYPE (SmeSavedSignature, sme_saved_signature, SME, SAVED_SIGNATURE, GObject)

/**
 * SmeSavedSignature:
 *
 * The signature that an account asked this computer to keep for the contracts to come: strokes, a
 * typed name or a picture. It lies in the vault, so sealed under a key of the keyring, and is
 * neither kept nor offered where that keyring is not unlocked.
 *
 * Property "exists" (boolean, read-only): one was read, or kept just now.
 */

/* Each (nullable): without one of them nothing is kept. */
SmeSavedSignature *
sme_saved_signature_new (SmeKeyring *keyring, SmeVault *vault, const char *account_id);

/* Of the account that is signed in. (transfer full) */
SmeSavedSignature *sme_saved_signature_new_for_context (SmeContext *context);

gboolean sme_saved_signature_get_exists (SmeSavedSignature *self);
/* Whether one could be kept now, once it was loaded. */
gboolean sme_saved_signature_can_keep (SmeSavedSignature *self);
/* The keyring is locked: nobody knows whether there is one. */
gboolean sme_saved_signature_is_locked (SmeSavedSignature *self);

/* (transfer none) (nullable): of the last time it was read or kept. */
SmeSignatureContent *sme_saved_signature_get_content (SmeSavedSignature *self);

/* Reads what is there. What cannot be read is none, so this fails only when it is cancelled. */
void sme_saved_signature_load_async (SmeSavedSignature *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
sme_saved_signature_load_finish (SmeSavedSignature *self, GAsyncResult *result, GError **error);

/* Before it is used: the keyring has to be unlocked, which may ask the person. Reads it again; the
 * finish function returns whether there is one that may be used. */
void sme_saved_signature_unlock_async (SmeSavedSignature *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
sme_saved_signature_unlock_finish (SmeSavedSignature *self, GAsyncResult *result, GError **error);

/* In place of the one before; takes @content over. Nothing happens unless it can be kept for good.
 */
void sme_saved_signature_keep (SmeSavedSignature *self, SmeSignatureContent *content);

void sme_saved_signature_forget (SmeSavedSignature *self);

G_END_DECLS
