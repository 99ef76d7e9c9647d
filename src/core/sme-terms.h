/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_TERMS (sme_terms_get_type ())
SME_DECLARE_RECORD (SmeTerms, sme_terms, TERMS)

/**
 * SmeTerms:
 *
 * The text of a version of terms.
 */

G_END_DECLS
