/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-flow.h"
#include "app/sme-page.h"

G_BEGIN_DECLS

/* Who comes to a page that signs: the buyer by "sign:ORDER", through the shop, or a holder who was
 * invited by "sign-invited:DOSSIER", with an eContract sign-in. */

/* FALSE: the page says that one has to sign in to eContract first. */
gboolean sme_signing_visit_check (SmePage *page);

/* (transfer full) */
SmeSigningFlow *sme_signing_visit_begin (SmePage *page, SmeDossierKind kind);

/* Of a holder whose session is over: eContract asks for the password, and leads back. */
void sme_signing_visit_sign_in_again (SmePage *page, SmeSigningFlow *flow);

G_END_DECLS
