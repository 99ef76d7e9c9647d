/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-seal-finding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeSealFindings: what was found out about all signatures of a file.
 * @list: (element-type SmeSealFinding): in the order of the file
 * @main: (nullable): of @list: the last one that somebody trusted vouches for, else the last one;
 *   %NULL where nobody signed
 * @file: the file
 */
typedef struct
{
  GPtrArray *list;
  const SmeSealFinding *main;
  GBytes *file;
} SmeSealFindings;

void sme_seal_findings_free (SmeSealFindings *self);

/**
 * sme_seal_findings_check_async:
 * @trusted: (element-type SmeSealCertificate): who may vouch for a signer
 *
 * Judges the signatures in a thread of its own, and where something was added after one, compares
 * the pages of both states in the render thread. No password is ever asked for. An error: this is
 * no file that can be judged.
 */
void sme_seal_findings_check_async (GBytes *pdf,
                                    GPtrArray *trusted,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SmeSealFindings *sme_seal_findings_check_finish (GAsyncResult *result, GError **error);

/**
 * SmeSealConclusion: what it comes to, when one must say it in a word.
 * @SME_SEAL_CONCLUSION_TRUSTED: intact, and somebody trusted vouches for all that there is to see
 * @SME_SEAL_CONCLUSION_UNKNOWN: what was sealed is intact, but nobody trusted vouches for it, or
 *   vouches no more, or for something that was added and cannot be seen
 * @SME_SEAL_CONCLUSION_BAD: changed, cut short, not signed, or not to be judged
 */
typedef enum
{
  SME_SEAL_CONCLUSION_TRUSTED,
  SME_SEAL_CONCLUSION_UNKNOWN,
  SME_SEAL_CONCLUSION_BAD,
} SmeSealConclusion;

SmeSealConclusion sme_seal_findings_conclude (const SmeSealFindings *self);

/** The most important thing to tell, in one or two sentences, and how to show it. */
char *sme_seal_findings_describe (const SmeSealFindings *self);
/** @error: of sme_seal_findings_check_finish(). Translated; says what was not evaluated, and why.
 */
const char *sme_seal_findings_explain_error (const GError *error);
SmeSealWorry sme_seal_findings_get_worry (const SmeSealFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSealFindings, sme_seal_findings_free)

G_END_DECLS
