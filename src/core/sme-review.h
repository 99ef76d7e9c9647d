/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REVIEW (sme_review_get_type ())
SME_DECLARE_RECORD (SmeReview, sme_review, REVIEW)

/**
 * SmeReview:
 *
 * What a customer says of a service.
 */

G_END_DECLS
