/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CONSENT_REQUEST (sme_consent_request_get_type ())
SME_DECLARE_RECORD (SmeConsentRequest, sme_consent_request, CONSENT_REQUEST)

/**
 * SmeConsentRequest:
 *
 * A consent given later than at the registration: to which version of the text.
 */

G_END_DECLS
