/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-shown-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CONTRACT_VIEW (sme_contract_view_get_type ())
G_DECLARE_FINAL_TYPE (SmeContractView, sme_contract_view, SME, CONTRACT_VIEW, AdwBin)

/**
 * SmeContractView:
 *
 * The documents of a dossier, each with a pane of its own behind a switch: the contract first, then
 * the terms of service. Read, zoom, search, select, print and save are the pane's.
 *
 * Property "reached-end" (boolean, read-only): the contract was shown to its end. Signal "retry":
 * the person asks for the documents once more.
 */
GtkWidget *sme_contract_view_new (void);

/* @documents: (element-type SmeShownDocument). A file that is shown already stays as it is, with
 * the place where one reads. */
void sme_contract_view_set_documents (SmeContractView *self, GPtrArray *documents);
/* The record of how it was signed, behind the same switch. @pdf: (nullable): %NULL: there is none
 */
void sme_contract_view_set_evidence (SmeContractView *self, GBytes *pdf);
/* A line above the document in sight says who sealed it, judged anew by the issuers that @econtract
 * names; of one that nobody sealed yet it says that. (nullable): %NULL: nothing is said. */
void sme_contract_view_check_seals (SmeContractView *self, SmeEcontract *econtract);
void sme_contract_view_show_loading (SmeContractView *self);
void sme_contract_view_show_error (SmeContractView *self, const GError *error);

gboolean sme_contract_view_get_reached_end (SmeContractView *self);
/* Brings the last page in sight, where one signs; once it is open, if it is not yet. */
void sme_contract_view_show_end (SmeContractView *self);
/* Asks where to, then saves a copy of the contract. */
void sme_contract_view_save (SmeContractView *self);

G_END_DECLS
