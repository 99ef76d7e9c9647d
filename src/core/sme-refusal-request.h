/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REFUSAL_REQUEST (sme_refusal_request_get_type ())
SME_DECLARE_RECORD (SmeRefusalRequest, sme_refusal_request, REFUSAL_REQUEST)

/**
 * SmeRefusalRequest:
 *
 * Why the issuer refuses the certificate; the note is shown as it is.
 */

G_END_DECLS
