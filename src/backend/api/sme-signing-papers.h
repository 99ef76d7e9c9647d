/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-dossiers.h"

G_BEGIN_DECLS

/**
 * SmeSigningPapers:
 *
 * The documents of a dossier as drawn outside the transaction, for the order as it was then; none
 * when the dossier has its documents already.
 */
typedef struct _SmeSigningPapers SmeSigningPapers;

/* Draws what a dossier of @kind holds: contract and terms, or the acceptance record. */
SmeSigningPapers *
sme_signing_papers_draw (SmeCall *call, SmeStoredOrder *order, SmeDossierKind kind, GError **error);
void sme_signing_papers_free (SmeSigningPapers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSigningPapers, sme_signing_papers_free)

gint64 sme_signing_papers_get_order_version (SmeSigningPapers *self);
gboolean sme_signing_papers_keep (SmeSigningPapers *self,
                                  SmeCall *call,
                                  const char *dossier_id,
                                  GError **error);

/* Draws and keeps what @dossier has nothing of yet, outside any transaction: an invited holder who
 * opens it reads, whether or not the buyer has ever opened it. */
gboolean sme_signing_papers_lay_out (SmeCall *call, SmeStoredDossier *dossier, GError **error);

/* The id of the order's dossier of @kind; NULL with WRONG_STATE while there is none. */
const char *
sme_signing_papers_find_dossier (SmeStoredOrder *order, SmeDossierKind kind, GError **error);

G_END_DECLS
