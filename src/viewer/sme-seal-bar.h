/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-seal-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SEAL_BAR (sme_seal_bar_get_type ())
G_DECLARE_FINAL_TYPE (SmeSealBar, sme_seal_bar, SME, SEAL_BAR, AdwBin)

/**
 * SmeSealBar: a line above a document that says in plain words who sealed it, when, and whether it
 * is still what was sealed. Details and a comparison with the sealed state are a button away.
 *
 * Property that notifies: "has-findings" (there is an answer).
 */
GtkWidget *sme_seal_bar_new (void);

/** Says that the check is under way. */
void sme_seal_bar_show_checking (SmeSealBar *self);
/** Says that there was none, for want of the issuers or because the file cannot be judged. */
void sme_seal_bar_show_unchecked (SmeSealBar *self);

/**
 * sme_seal_bar_check:
 * @trusted: (element-type SmeSealCertificate): who may vouch for a signer
 *
 * Judges @pdf and shows the answer; the answer to an earlier call is dropped.
 */
void sme_seal_bar_check (SmeSealBar *self, GBytes *pdf, GPtrArray *trusted);

/** Stops what is under way. */
void sme_seal_bar_stop (SmeSealBar *self);

/** Returns: (transfer none) (nullable): the answer. */
const SmeSealFindings *sme_seal_bar_get_findings (SmeSealBar *self);
const char *sme_seal_bar_get_text (SmeSealBar *self);

G_END_DECLS
