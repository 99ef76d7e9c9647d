/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REVIEW_INPUT (sme_review_input_get_type ())
SME_DECLARE_RECORD (SmeReviewInput, sme_review_input, REVIEW_INPUT)

/**
 * SmeReviewInput:
 *
 * What a customer says of a service; one review each, so another one replaces it.
 */

G_END_DECLS
