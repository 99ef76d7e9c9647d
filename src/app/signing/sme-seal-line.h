/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-econtract.h"
#include "viewer/sme-seal-bar.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SEAL_LINE (sme_seal_line_get_type ())
G_DECLARE_FINAL_TYPE (SmeSealLine, sme_seal_line, SME, SEAL_LINE, AdwBin)

/**
 * SmeSealLine:
 *
 * A line above a document that says who sealed it and whether it is still what was sealed
 * (sme-seal-bar.h), by the issuers that the contract system names.
 */
GtkWidget *sme_seal_line_new (void);

/* Judges @pdf by what @econtract says that it seals with; the answer to an earlier call is
 * dropped. */
void sme_seal_line_check (SmeSealLine *self, SmeEcontract *econtract, GBytes *pdf);

/* Returns: (transfer none): what says it */
SmeSealBar *sme_seal_line_get_bar (SmeSealLine *self);

G_END_DECLS
