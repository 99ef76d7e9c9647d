/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-vault.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

#define SME_TYPE_INK_KEEPER (sme_ink_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SmeInkKeeper, sme_ink_keeper, SME, INK_KEEPER, GObject)

/**
 * SmeInkKeeper:
 *
 * Keeps the strokes of one contract in the vault as they are drawn, so that they survive the end of
 * a session, of the program and of the power. Each finished stroke is put away at once; nothing
 * leaves this computer.
 */

/* @vault: (nullable): without one the strokes live as long as this object. */
/* @account_id: (nullable): whose they are; nothing is kept for nobody */
SmeInkKeeper *sme_ink_keeper_new (SmeVault *vault, const char *account_id, const char *dossier_id);

/* Borrowed; another object after sme_ink_keeper_restore_async(), then the same one for life. */
SmeInk *sme_ink_keeper_get_ink (SmeInkKeeper *self);

/* Brings back what was drawn before; must end before anybody draws. What cannot be read is dropped:
 * one can always draw again, so this succeeds. */
void sme_ink_keeper_restore_async (SmeInkKeeper *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean sme_ink_keeper_restore_finish (SmeInkKeeper *self, GAsyncResult *result, GError **error);

/* The contract is signed: removes the strokes from the vault and keeps nothing from now on. */
void sme_ink_keeper_forget (SmeInkKeeper *self);

G_END_DECLS
