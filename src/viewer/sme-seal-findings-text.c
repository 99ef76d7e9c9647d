/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-seal-findings.h"

#include "seal/sme-seal-error.h"

#include <glib/gi18n.h>

typedef struct
{
  guint n;         /* signatures */
  guint n_bad;     /* besides the main one, that do not hold */
  guint n_unknown; /* that hold, but nobody trusted vouches for them (any more) */
  /* Besides the main one, of somebody who is trusted: the file shows something else now, or nobody
   * could tell. The later one vouches for what it shows, not for what the earlier one sealed. */
  const SmeSealFinding *undone;
  gboolean is_in_doubt;
} Count;

static gboolean
may_be_undone (const SmeSealFinding *finding)
{
  return finding->after == SME_SEAL_AFTER_PAGES_CHANGED ||
         finding->after == SME_SEAL_AFTER_NOT_COMPARED;
}

static gboolean
is_worse (const SmeSealFinding *finding, const SmeSealFinding *than)
{
  return than == NULL || (finding->after == SME_SEAL_AFTER_PAGES_CHANGED &&
                          than->after != SME_SEAL_AFTER_PAGES_CHANGED);
}

static void
count_other (Count *count, const SmeSealFinding *finding)
{
  if (!sme_seal_finding_is_intact (finding))
    count->n_bad++;
  else if (!may_be_undone (finding))
    return;
  else if (finding->verdict != SME_SEAL_VERDICT_INTACT_TRUSTED)
    count->is_in_doubt = TRUE;
  else if (is_worse (finding, count->undone))
    count->undone = finding;
}

static Count
count (const SmeSealFindings *self)
{
  Count count = { 0 };

  for (guint i = 0; i < self->list->len; i++)
    {
      const SmeSealFinding *finding = g_ptr_array_index (self->list, i);

      if (finding->is_timestamp)
        continue;
      count.n++;
      if (sme_seal_finding_is_intact (finding) &&
          finding->verdict != SME_SEAL_VERDICT_INTACT_TRUSTED)
        count.n_unknown++;
      if (finding != self->main)
        count_other (&count, finding);
    }
  return count;
}

/* What is wrong with the others, or how many they are. (transfer full) */
static char *
describe_others (const Count *count)
{
  if (count->n_bad > 0 || count->is_in_doubt)
    return g_strdup (_ ("Another signature in the file does not hold."));
  if (count->n_unknown > 0)
    return g_strdup_printf (
      /* Translators: the first number is two or more, the second one not above it. */
      g_dngettext (NULL, "There is %u signature in all; nobody known here vouches for %u of them.",
                   "There are %u signatures in all; nobody known here vouches for %u of them.",
                   count->n),
      count->n, count->n_unknown);
  return g_strdup_printf (g_dngettext (NULL, "There is %u signature in all.",
                                       "There are %u signatures in all.", count->n),
                          count->n);
}

char *
sme_seal_findings_describe (const SmeSealFindings *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Count counted = count (self);

  if (self->main == NULL)
    return g_strdup (_ ("Not sealed yet."));
  if (counted.undone != NULL)
    {
      g_ptr_array_add (parts, sme_seal_finding_describe_who (counted.undone));
      g_ptr_array_add (parts, sme_seal_finding_describe_after (counted.undone));
    }
  g_ptr_array_add (parts, sme_seal_finding_describe (self->main));
  if (counted.n > 1)
    g_ptr_array_add (parts, describe_others (&counted));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

const char *
sme_seal_findings_explain_error (const GError *error)
{
  if (g_error_matches (error, SME_SEAL_ERROR, SME_SEAL_ERROR_ENCRYPTED))
    return _ ("Not evaluated: the file is encrypted.");
  if (g_error_matches (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED))
    return _ ("Not evaluated: the file is damaged.");
  if (error->domain == SME_SEAL_ERROR)
    return _ ("Not evaluated: it is of a kind that is not judged here.");
  return _ ("The seal could not be checked. Load the page again to try once more.");
}

SmeSealWorry
sme_seal_findings_get_worry (const SmeSealFindings *self)
{
  Count counted = count (self);
  SmeSealWorry worry;

  if (self->main == NULL)
    return SME_SEAL_WORRY_DOUBT;
  worry = sme_seal_finding_get_worry (self->main);
  if (counted.undone != NULL)
    worry = MAX (worry, sme_seal_finding_get_worry (counted.undone));
  return counted.n_bad > 0 || counted.is_in_doubt ? MAX (worry, SME_SEAL_WORRY_DOUBT) : worry;
}

SmeSealConclusion
sme_seal_findings_conclude (const SmeSealFindings *self)
{
  Count counted = count (self);

  if (self->main == NULL || !sme_seal_finding_is_intact (self->main) ||
      may_be_undone (self->main) || counted.n_bad > 0 || counted.is_in_doubt ||
      counted.undone != NULL)
    return SME_SEAL_CONCLUSION_BAD;
  return sme_seal_findings_get_worry (self) == SME_SEAL_WORRY_NONE ? SME_SEAL_CONCLUSION_TRUSTED
                                                                   : SME_SEAL_CONCLUSION_UNKNOWN;
}
