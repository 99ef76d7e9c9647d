/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-saved-signature.h"
#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SAVED_OFFER (sme_saved_offer_get_type ())
G_DECLARE_FINAL_TYPE (SmeSavedOffer, sme_saved_offer, SME, SAVED_OFFER, AdwBin)

/**
 * SmeSavedOffer:
 *
 * Where a signature is made: offers the one that is kept on this computer, and to keep the one that
 * is made. What is kept is used only after the keyring is unlocked and the person has looked at it
 * and said so.
 *
 * Signal `chosen (SmeSignatureContent *)`: the person wants the kept one; borrowed.
 */
GtkWidget *sme_saved_offer_new (void);

/* Once; reads what is there. For an account only: an invited signer is a guest on this computer. */
void sme_saved_offer_set_context (SmeSavedOffer *self, SmeContext *context);

/* Whether what is made now is to be kept; and keeping it, which takes @content over. */
gboolean sme_saved_offer_get_keeps (SmeSavedOffer *self);
void sme_saved_offer_keep (SmeSavedOffer *self, SmeSignatureContent *content);

G_END_DECLS
