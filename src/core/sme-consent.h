/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CONSENT (sme_consent_get_type ())
SME_DECLARE_RECORD (SmeConsent, sme_consent, CONSENT)

/**
 * SmeConsent:
 *
 * A consent of the person: purpose and the version of the text agreed to. The server stamps the
 * times and the hash of the text; a consent that was withdrawn stays as proof, with the time of
 * that.
 */

G_END_DECLS
