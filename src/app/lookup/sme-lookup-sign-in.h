/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_LOOKUP_SIGN_IN (sme_lookup_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (SmeLookupSignIn, sme_lookup_sign_in, SME, LOOKUP_SIGN_IN, AdwBin)

/**
 * SmeLookupSignIn:
 *
 * The form that signs in to eContract, which is a system apart from the shop (acceptance A60): the
 * mailed user name, the password, and whether the keyring shall remember them. Who is signed in
 * then is a matter of the context's SmeEcontract.
 */
GtkWidget *sme_lookup_sign_in_new (void);

/* Once, before anything else. */
void sme_lookup_sign_in_set_context (SmeLookupSignIn *self, SmeContext *context);

/* The form comes to the front: what is remembered is filled in and tried, once. */
void sme_lookup_sign_in_start (SmeLookupSignIn *self);

void sme_lookup_sign_in_focus (SmeLookupSignIn *self);

G_END_DECLS
