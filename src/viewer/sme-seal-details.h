/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-seal-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SEAL_DETAILS (sme_seal_details_get_type ())
G_DECLARE_FINAL_TYPE (SmeSealDetails, sme_seal_details, SME, SEAL_DETAILS, AdwWindow)

/**
 * SmeSealDetails: a window that tells of each signature of a file who signed, who vouches for the
 * name, when, whether it holds and what was done since; with a button that shows what was signed
 * beside what is shown now where these are two files.
 *
 * @findings: read at once; the window keeps what it needs
 */
GtkWidget *sme_seal_details_new (GtkWindow *parent, const SmeSealFindings *findings);

G_END_DECLS
