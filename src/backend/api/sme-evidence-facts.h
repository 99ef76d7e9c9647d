/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-dossiers.h"
#include "core/sme-evidence.h"

G_BEGIN_DECLS

/**
 * sme_evidence_facts_gather:
 * @dossier: ready to be completed
 * @sealed: the document that was signed, with its seal
 *
 * What is known of how @dossier was signed, with the chain of events of its order as it is now.
 *
 * Returns: (transfer full): the record, without the hash of its own sealed file
 */
SmeEvidence *sme_evidence_facts_gather (SmeCall *call,
                                        SmeStoredDossier *dossier,
                                        GBytes *sealed,
                                        GError **error);

/* Whether the chain of events has gone on since @evidence was gathered. */
gboolean sme_evidence_facts_are_current (SmeCall *call,
                                         SmeEvidence *evidence,
                                         gboolean *current,
                                         GError **error);

G_END_DECLS
