/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-vault.h"
#include "ink/sme-ink-image.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNATURE_DRAFT (sme_signature_draft_get_type ())
G_DECLARE_FINAL_TYPE (SmeSignatureDraft, sme_signature_draft, SME, SIGNATURE_DRAFT, GObject)

/**
 * SmeSignatureDraft:
 *
 * What of the signature of one contract is not strokes (those has #SmeInkKeeper): the way that was
 * chosen, the name as it was typed, the picture without its paper, and which of all that, strokes
 * too, is the signature kept for the account. Kept in the vault until the contract is signed, each
 * change at once.
 */

/* @vault, @account_id: (nullable): without one of them nothing outlives this object. */
SmeSignatureDraft *
sme_signature_draft_new (SmeVault *vault, const char *account_id, const char *dossier_id);

/* "draw", "type" or "image" */
const char *sme_signature_draft_get_way (SmeSignatureDraft *self);
void sme_signature_draft_set_way (SmeSignatureDraft *self, const char *way);

/* (nullable): as typed; NULL: nobody typed */
const char *sme_signature_draft_get_name (SmeSignatureDraft *self);
void sme_signature_draft_set_name (SmeSignatureDraft *self, const char *name);

/* (nullable) */
SmeInkImage *sme_signature_draft_get_image (SmeSignatureDraft *self);
void sme_signature_draft_set_image (SmeSignatureDraft *self, SmeInkImage *image);

/* The person confirmed at @at (ms) that the kept signature, known by @mark (see
 * sme-signature-mark.h), is used here; and whether that was said of what has @mark. */
void sme_signature_draft_note_reused (SmeSignatureDraft *self, const char *mark, gint64 at);
/* @mark: (nullable) */
gboolean sme_signature_draft_find_reused (SmeSignatureDraft *self, const char *mark, gint64 *at);

/* Brings back what was kept; must end before anything is set. What cannot be read is dropped, so
 * this fails only when it is cancelled. */
void sme_signature_draft_restore_async (SmeSignatureDraft *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
sme_signature_draft_restore_finish (SmeSignatureDraft *self, GAsyncResult *result, GError **error);

/* The contract is signed: removes it from the vault and keeps nothing from now on. */
void sme_signature_draft_forget (SmeSignatureDraft *self);

G_END_DECLS
