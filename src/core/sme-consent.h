/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CONSENT (sme_consent_get_type ())
SME_DECLARE_RECORD (SmeConsent, sme_consent, CONSENT)

/**
 * SmeConsent:
 *
 * A consent of the person: purpose and the version of the text agreed to; the server stamps the
 * time.
 */

G_END_DECLS
