/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"

G_BEGIN_DECLS

/* What consents and personal data are called; all translated. */

/* "I have read and agree to the terms of service": also of a purpose that we have no words for.
 * Returns: (transfer full) */
char *sme_consent_text (const char *purpose);
/* What withdrawing a consent does: one sentence. */
const char *sme_consent_effect_text (SmeConsentEffect effect);
/* "Orders" */
const char *sme_data_kind_text (SmeDataKind kind);
/* "To perform the contract with you": why such data are held. */
const char *sme_data_ground_text (SmeDataGround ground);
/* The route of the page where the person sees them; %NULL if there is none. */
const char *sme_data_kind_route (SmeDataKind kind);

G_END_DECLS
