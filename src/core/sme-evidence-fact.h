/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EVIDENCE_FACT (sme_evidence_fact_get_type ())
SME_DECLARE_RECORD (SmeEvidenceFact, sme_evidence_fact, EVIDENCE_FACT)

/**
 * SmeEvidenceFact:
 *
 * One thing that is known of a signing. @name is a word ("otp-sent"), @subject says of what (a
 * document, a purpose), @source whether the server saw it or the app said it.
 */

/* The app's word: the signature is one that it had kept; @value is its hash, as that of the
 * signature itself, @at when the person confirmed it. */
#define SME_EVIDENCE_REUSED "signature-reused"

G_END_DECLS
