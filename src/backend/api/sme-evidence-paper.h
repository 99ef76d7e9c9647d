/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-evidence.h"

G_BEGIN_DECLS

/* Draws @evidence and seals it on its own. Returns: (transfer full): the sealed PDF */
GBytes *sme_evidence_paper_make (SmeCall *call, SmeEvidence *evidence, GError **error);

G_END_DECLS
