/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-field.h"
#include "backend/paper/sme-paper-provider.h"
#include "core/sme-evidence.h"

G_BEGIN_DECLS

/* The version of the template, printed on every page. */
#define SME_PAPER_EVIDENCE_VERSION "2"

/**
 * sme_paper_draw_evidence:
 * @evidence: with its facts and the chain of events
 * @provider: (nullable): who seals; %NULL is the provider of the demonstration
 * @demonstration: every page says that it is worth nothing
 * @field: (out) (optional): where it is sealed
 *
 * Draws what is known of a signing, so that people can read it: each fact with its time and who
 * vouches for it. A pure function.
 *
 * Returns: (transfer full) (nullable): a PDF 1.4, or %NULL with an error of %SME_PAPER_ERROR
 */
GBytes *sme_paper_draw_evidence (SmeEvidence *evidence,
                                 const SmePaperProvider *provider,
                                 gboolean demonstration,
                                 SmePaperField *field,
                                 GError **error);

G_END_DECLS
