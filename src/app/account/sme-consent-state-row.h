/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-consent.h"
#include "core/sme-terms-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CONSENT_STATE_ROW (sme_consent_state_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeConsentStateRow,
                      sme_consent_state_row,
                      SME,
                      CONSENT_STATE_ROW,
                      AdwPreferencesRow)

/**
 * SmeConsentStateRow:
 *
 * One purpose: what it is, whether the person agrees to it, in which version and since when, and
 * buttons for the actions "consents.give" and "consents.withdraw" (s: the purpose) as they apply.
 */

/* @consent: (nullable): the newest one for that purpose; valid unless withdrawn */
GtkWidget *sme_consent_state_row_new (SmeTermsItem *item, SmeConsent *consent);

/* "Version 2026-01, agreed on 22/11/2026 09:00"; (transfer full). */
char *sme_consent_state_describe (SmeConsent *consent);

G_END_DECLS
