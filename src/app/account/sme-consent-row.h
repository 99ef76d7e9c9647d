/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-consent.h"
#include "core/sme-terms-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CONSENT_ROW (sme_consent_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeConsentRow, sme_consent_row, SME, CONSENT_ROW, AdwPreferencesRow)

/**
 * SmeConsentRow:
 *
 * One purpose that a person may agree to: a box that is never ticked beforehand, and a button that
 * opens the text ("terms:VERSION"). Each purpose is asked for on its own (Law 91/2025/QH15 on
 * personal data). Signal "edited".
 */
GtkWidget *sme_consent_row_new (SmeTermsItem *item);

gboolean sme_consent_row_get_required (SmeConsentRow *self);
gboolean sme_consent_row_get_agreed (SmeConsentRow *self);
/* (transfer full) (nullable): what goes to the server; NULL unless agreed */
SmeConsent *sme_consent_row_make_consent (SmeConsentRow *self);

G_END_DECLS
