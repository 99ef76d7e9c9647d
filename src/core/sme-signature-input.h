/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNATURE_INPUT (sme_signature_input_get_type ())
SME_DECLARE_RECORD (SmeSignatureInput, sme_signature_input, SIGNATURE_INPUT)

/**
 * SmeSignatureInput:
 *
 * The customer's signature as it was made; with @reused_at it was made for an earlier document.
 */

G_END_DECLS
