/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-checked-file.h"
#include "core/sme-evidence.h"
#include "viewer/sme-seal-findings.h"

G_BEGIN_DECLS

/* The largest file that is looked at, in bytes. */
#define SME_VERIFICATION_MAX (256 * 1024 * 1024)

/**
 * SmeVerification:
 * @conclusion: what it comes to
 * @findings: (nullable): of each signature; %NULL where the file could not be judged
 * @problem: (nullable): why it could not be
 * @evidence: (nullable): the record of a signing that the sealed part of the file carries
 * @chain_holds: no event of the record was changed, left out or put in
 *
 * What a check of a file found out, whoever made the file.
 */
typedef struct
{
  SmeSealConclusion conclusion;
  SmeSealFindings *findings;
  GError *problem;
  SmeEvidence *evidence;
  gboolean chain_holds;
} SmeVerification;

void sme_verification_free (SmeVerification *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeVerification, sme_verification_free)

/**
 * sme_verification_run_async:
 * @issuers: (element-type SmeSealCertificate): who may vouch for a signer
 *
 * Reads and judges @file, off the main loop. A file that cannot be read or judged is an answer too,
 * so the only error is %G_IO_ERROR_CANCELLED.
 */
void sme_verification_run_async (GFile *file,
                                 GPtrArray *issuers,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
SmeVerification *sme_verification_run_finish (GAsyncResult *result, GError **error);

/** In words, translated: what it comes to, and why. (transfer full) where not const */
const char *sme_verification_get_title (const SmeVerification *self);
char *sme_verification_describe (const SmeVerification *self);
/** Returns: (nullable): of the evidence record and its chain of events; %NULL without a record. */
char *sme_verification_describe_evidence (const SmeVerification *self);
char *sme_verification_describe_chain (const SmeVerification *self);
/** Returns: (nullable): that a signature kept before was used, as the record has it. */
char *sme_verification_describe_reuse (const SmeVerification *self);

/** For machines; members are listed in docs/seal.md. */
SmeCheckedFile *sme_verification_to_record (const SmeVerification *self);

G_END_DECLS
