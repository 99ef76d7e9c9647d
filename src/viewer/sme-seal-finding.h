/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-report.h"

G_BEGIN_DECLS

/**
 * SmeSealAfter: what became of a file after it was signed.
 * @SME_SEAL_AFTER_NOTHING: nothing
 * @SME_SEAL_AFTER_BLANK: only white space was added at the end; every page shows what it showed
 * @SME_SEAL_AFTER_SIGNATURES: others signed, all of them trusted, and vouch for all that was added;
 *   every page shows what it showed
 * @SME_SEAL_AFTER_STRANGERS: others signed, and nobody trusted vouches for one of them; every page
 *   shows what it showed, but what cannot be seen may have been added
 * @SME_SEAL_AFTER_SAME_PAGES: something was added; every page shows what it showed
 * @SME_SEAL_AFTER_PAGES_CHANGED: pages show something else now
 * @SME_SEAL_AFTER_NOT_COMPARED: something was added, and the pages could not be compared
 */
typedef enum
{
  SME_SEAL_AFTER_NOTHING,
  SME_SEAL_AFTER_BLANK,
  SME_SEAL_AFTER_SIGNATURES,
  SME_SEAL_AFTER_STRANGERS,
  SME_SEAL_AFTER_SAME_PAGES,
  SME_SEAL_AFTER_PAGES_CHANGED,
  SME_SEAL_AFTER_NOT_COMPARED,
} SmeSealAfter;

/** SmeSealWorry: how a finding is to be shown. */
typedef enum
{
  SME_SEAL_WORRY_NONE,
  SME_SEAL_WORRY_DOUBT,
  SME_SEAL_WORRY_ALARM,
} SmeSealWorry;

/**
 * SmeSealFinding: what was found out about one signature.
 * @by: (nullable): the name in its certificate; a mere claim unless the verdict is trusted
 * @issuer: (nullable): who vouches for that name, as the certificate says
 * @reason: (nullable): why it was signed, as the signer says
 * @time: ms since the epoch, 0 if unknown
 * @timestamp: what became of the timestamp that the signature carries
 * @time_is_proved: by a trusted timestamp; else it is the signer's word
 * @pages_changed: (nullable) (element-type guint): from 0, those included that only the sealed
 *   or only the present state has
 * @n_pages_sealed: pages of the file as it was signed; 0 where nothing was compared
 * @n_pages_now: pages of the file as it is; 0 where nothing was compared
 * @revision: (nullable): the file as it was signed
 */
typedef struct
{
  SmeSealVerdict verdict;
  SmeSealFlaw flaw;
  SmeSealAfter after;
  gboolean is_timestamp;
  char *by;
  char *issuer;
  char *reason;
  SmeSealTimestampVerdict timestamp;
  gint64 time;
  gboolean time_is_proved;
  GArray *pages_changed;
  guint n_pages_sealed;
  guint n_pages_now;
  GBytes *revision;
} SmeSealFinding;

/** What the report says of signature @index; nothing was compared yet. */
SmeSealFinding *sme_seal_finding_new (SmeSealReport *report, guint index);
void sme_seal_finding_free (SmeSealFinding *self);

gboolean sme_seal_finding_is_intact (const SmeSealFinding *self);
SmeSealWorry sme_seal_finding_get_worry (const SmeSealFinding *self);

/** In plain words, translated: who and when, whether it holds, and what was done since. */
char *sme_seal_finding_describe_who (const SmeSealFinding *self);
char *sme_seal_finding_describe_verdict (const SmeSealFinding *self);
/** Returns: "" where nothing can or need be said. */
char *sme_seal_finding_describe_after (const SmeSealFinding *self);
/** Of the timestamp: by whom it can be known when this was signed. */
const char *sme_seal_finding_describe_timestamp (const SmeSealFinding *self);
/** All of it in one paragraph. */
char *sme_seal_finding_describe (const SmeSealFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSealFinding, sme_seal_finding_free)

G_END_DECLS
