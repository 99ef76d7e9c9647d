/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EVIDENCE (sme_evidence_get_type ())
SME_DECLARE_RECORD (SmeEvidence, sme_evidence, EVIDENCE)

/**
 * SmeEvidence:
 *
 * What is known of how a dossier was signed (acceptance A46): the facts, and the chain of events up
 * to the sealing. @sha256 is that of the sealed file which says the same.
 */

/* Under which name the sealed file has the record attached, as JSON. */
#define SME_EVIDENCE_ATTACHMENT "evidence.json"

G_END_DECLS
